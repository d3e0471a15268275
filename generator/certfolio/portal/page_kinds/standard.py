"""A page for each declared standard: all its clauses and where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.clause_row import ClauseRow, clause_row
from certfolio.portal.edition import Edition
from certfolio.portal.finding_list import FindingList, findings_about
from certfolio.portal.pictures.heat_map import heat_map
from certfolio.portal.pictures.picture import Picture
from certfolio.portal.tally import StateCount, tally


@dataclass(frozen=True, slots=True)
class StandardView:
    """A standard with its clauses in its own order."""

    title: str
    full_title: str
    edition: str
    certificate_scope: str
    counts: tuple[StateCount, ...]
    rows: tuple[ClauseRow, ...]
    matrix_href: str
    by_record_href: str
    printed_href: str
    findings: FindingList | None
    picture: Picture


def pages(edition: Edition) -> Iterator[Page]:
    for declared in edition.graph.settings.standards:
        catalogue = edition.graph.standards.catalogues[declared.standard]
        view = StandardView(
            title=catalogue.name,
            full_title=catalogue.title,
            edition=catalogue.edition,
            certificate_scope=declared.certificate_scope,
            counts=tally(edition, catalogue),
            rows=tuple(clause_row(edition, clause) for clause in catalogue.clauses),
            matrix_href=address.matrix(catalogue.id),
            by_record_href=address.matrix_by_record(catalogue.id),
            printed_href=address.printed(catalogue.id),
            findings=findings_about(edition, catalogue.id),
            picture=heat_map(edition, catalogue),
        )
        yield Page(address.standard(catalogue.id), "standard.html", view)
