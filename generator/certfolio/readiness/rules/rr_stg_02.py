"""Does stage 2 follow stage 1 in time, with nothing significant changed between them?

What stage 1 saw has to be true still when stage 2 begins. After a long time, or after a change that
alters what is certified, the body may have to repeat it.
"""

from collections.abc import Iterator
from datetime import date

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, say_count
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
            words = say(
                "{standard} has been certified since {decided_on}.",
                standard=catalogue.name,
                decided_on=certificate.decided_on,
            )
            yield RULE.not_applicable(catalogue, words)
        elif end is None or begin is None:
            words = (
                say(
                    "No day of stage 1 of {standard} is recorded or planned.",
                    standard=catalogue.name,
                )
                if end is None
                else say(
                    "No day of stage 2 of {standard} is recorded or planned.",
                    standard=catalogue.name,
                )
            )
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
    owner = case.top_management
    if begin <= end:
        words = say(
            "Stage 1 of {standard} ends on {end}, stage 2 begins on {begin}, which is "
            "not after stage 1.",
            standard=catalogue.name,
            end=end,
            begin=begin,
        )
        return RULE.gap(catalogue, words, owner=owner, due=begin)
    if begin > limit:
        words = say_count(
            "Stage 1 of {standard} ends on {end}, stage 2 begins on {begin}, more than "
            "{number} month later.",
            "Stage 1 of {standard} ends on {end}, stage 2 begins on {begin}, more than "
            "{number} months later.",
            months,
            standard=catalogue.name,
            end=end,
            begin=begin,
        )
        return RULE.gap(catalogue, words, owner=owner, due=limit)
    words = say_count(
        "Stage 1 of {standard} ends on {end}, stage 2 begins on {begin}, within {number} month.",
        "Stage 1 of {standard} ends on {end}, stage 2 begins on {begin}, within {number} months.",
        months,
        standard=catalogue.name,
        end=end,
        begin=begin,
    )
    return RULE.met(catalogue, words, owner=owner)


def _change(change: Change, end: date, begin: date) -> ReadinessFinding:
    return RULE.gap(
        change,
        say(
            "{change}, marked as significant, takes effect on {effective_on}, between "
            "the end of stage 1 on {end} and stage 2 on {begin}.",
            change=change.id,
            effective_on=change.effective_on,
            end=end,
            begin=begin,
        ),
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
