"""Does stage 2 follow stage 1 in time, with nothing significant changed between them?

What stage 1 saw has to be true still when stage 2 begins. After a long time, or after a change that
alters what is certified, the body may have to repeat it.
"""

from collections.abc import Iterator
from datetime import date

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.certification import (
    audits_of,
    begin_of_stage_2,
    decided_certificate,
    last_day,
)
from certfolio.readiness.interval import months_after
from certfolio.readiness.rule import Rule
from certfolio.readiness.sentence import counted
from certfolio.records.change import Change
from certfolio.standards.catalogue import Catalogue


def check(case: Case) -> Iterator[ReadinessFinding]:
    significant = [
        change
        for change in case.graph.all(Change)
        if change.significant and change.status != "cancelled"
    ]
    told: set[str] = set()
    for catalogue in case.catalogues:
        certificate = decided_certificate(case, catalogue.id)
        end, begin = _end_of_stage_1(case, catalogue.id), begin_of_stage_2(case, catalogue.id)
        if certificate is not None:
            words = f"{catalogue.name} has been certified since {certificate.decided_on}."
            yield RULE.not_applicable(catalogue, words)
        elif end is None or begin is None:
            stage = "stage 1" if end is None else "stage 2"
            words = f"No day of {stage} of {catalogue.name} is recorded or planned."
            yield RULE.not_assessed(catalogue, words)
        else:
            yield _distance(case, catalogue, end, begin)
            for change in significant:
                is_between = end < change.effective_on <= begin
                if is_between and change.id not in told and serves(change, catalogue.id):
                    told.add(change.id)
                    yield _change(change, end, begin)


def _end_of_stage_1(case: Case, standard: str) -> date | None:
    audits = audits_of(case, standard, "stage 1")
    return last_day(audits[-1]) if audits else case.graph.settings.planned.stage_1


def _distance(case: Case, catalogue: Catalogue, end: date, begin: date) -> ReadinessFinding:
    months = case.threshold("stage_months")
    limit = months_after(end, months)
    between = f"Stage 1 of {catalogue.name} ends on {end}, stage 2 begins on {begin}"
    owner = case.top_management
    if begin <= end:
        words = f"{between}, which is not after stage 1."
        return RULE.gap(catalogue, words, owner=owner, due=begin)
    if begin > limit:
        words = f"{between}, more than {counted(months, 'month')} later."
        return RULE.gap(catalogue, words, owner=owner, due=limit)
    words = f"{between}, within {counted(months, 'month')}."
    return RULE.met(catalogue, words, owner=owner)


def _change(change: Change, end: date, begin: date) -> ReadinessFinding:
    return RULE.gap(
        change,
        f"{change.id}, marked as significant, takes effect on {change.effective_on}, between the"
        f" end of stage 1 on {end} and stage 2 on {begin}.",
        due=begin,
    )


RULE = Rule(
    id="RR-STG-02",
    severity=Severity.MAJOR,
    source="17021-1 9.3.1.2.4",
    needs=("days of stage 1 and stage 2", "changes marked as significant"),
    text=__doc__,
    check=check,
)
