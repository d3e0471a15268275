"""A page for each piece of evidence: its files, its period, its validity and who accepted it."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.card import Card, card
from certfolio.portal.edition import Edition
from certfolio.portal.field import reader
from certfolio.portal.file_view import FileViews, file_views
from certfolio.portal.proof_worth import ProofWorth, proof_worth
from certfolio.portal.value import Field
from certfolio.records.evidence import Evidence

_PROOF = ("type", "dated", "period", "valid_until", "interval", "source", "sample")
_ACCEPTANCE = ("accepted_by", "accepted_on", "rejected_reason", "collected_by", "custodian")
_PLACE = ("available_on_site", "location")
_SHOWN = frozenset((*_PROOF, *_ACCEPTANCE, *_PLACE, "files"))


@dataclass(frozen=True, slots=True)
class ExhibitView:
    """An exhibit: what it proves, whether it was accepted, where its files are."""

    title: str
    card: Card
    proof: tuple[Field, ...]
    acceptance: tuple[Field, ...]
    is_accepted: bool
    worth: ProofWorth
    place: tuple[Field, ...]
    files: FileViews


def pages(edition: Edition) -> Iterator[Page]:
    for evidence in edition.graph.all(Evidence):
        read = reader(edition, evidence)
        view = ExhibitView(
            title=f"{evidence.id} {evidence.title}",
            card=card(edition, evidence, _SHOWN),
            proof=read.chosen(_PROOF),
            acceptance=read.chosen(_ACCEPTANCE),
            is_accepted=evidence.status == "accepted",
            worth=proof_worth(edition, evidence),
            place=read.chosen(_PLACE),
            files=file_views(edition, evidence),
        )
        yield Page(address.record(evidence.id), "exhibit.html", view)
