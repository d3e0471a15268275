"""Is everything on record that the certification body reads in stage 1?

Stage 1 is mostly reading: what the system covers, what it aims at, how it works and whether it was
audited and reviewed. Without these papers the body has nothing to plan stage 2 by.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.certification import audits_of, decided_certificate, first_day
from certfolio.readiness.rule import Rule
from certfolio.readiness.stage_pack import PackPart, stage_pack
from certfolio.standards.catalogue import Catalogue

_FEW = 3


def check(case: Case) -> Iterator[ReadinessFinding]:
    for catalogue in case.catalogues:
        certificate = decided_certificate(case, catalogue.id)
        if certificate is not None:
            words = say(
                "{standard} has been certified since {decided_on}.",
                standard=catalogue.name,
                decided_on=certificate.decided_on,
            )
            yield RULE.not_applicable(catalogue, words)
        else:
            yield _judged(case, catalogue)


def _judged(case: Case, catalogue: Catalogue) -> ReadinessFinding:
    parts = stage_pack(case, catalogue)
    missing = [part.name for part in parts if not part.records]
    audits = audits_of(case, catalogue.id, "stage 1")
    due = first_day(audits[-1]) if audits else case.graph.settings.planned.stage_1
    owner = audits[-1].owner if audits else case.top_management
    if len(missing) == len(parts):
        words = say(
            "Nothing is on record for the stage 1 pack of {standard}: {missing} are missing.",
            standard=catalogue.name,
            missing=Listing(missing),
        )
        return RULE.gap(catalogue, words, owner=owner, due=due)
    held = Listing([_told(part) for part in parts if part.records])
    if missing:
        words = say_count(
            "From the stage 1 pack of {standard} {missing} is missing; it holds {held}.",
            "From the stage 1 pack of {standard} {missing} are missing; it holds {held}.",
            len(missing),
            standard=catalogue.name,
            missing=Listing(missing),
            held=held,
        )
        return RULE.partly_met(catalogue, words, owner=owner, due=due)
    words = say("The stage 1 pack of {standard} holds {held}.", standard=catalogue.name, held=held)
    return RULE.met(catalogue, words, owner=owner)


def _told(part: PackPart) -> Message:
    if len(part.records) > _FEW:
        return say_count(
            "{part} ({number} record)",
            "{part} ({number} records)",
            len(part.records),
            part=part.name,
        )
    ids = Listing([record.id for record in part.records], ", ")
    return say("{part} ({records})", part=part.name, records=ids)


RULE = Rule(
    id="RR-STG-03",
    severity=Severity.MAJOR,
    source="17021-1 9.3.1.2",
    needs=(
        "scope, policy, objectives and processes",
        "risks and statement of applicability",
        "audits, reviews and legal register",
    ),
    text=__doc__,
    check=check,
)
