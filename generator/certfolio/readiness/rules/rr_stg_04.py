"""Do records of operation span enough time before stage 2?

A system that was switched on last week has nothing to show. Bodies like to see about a quarter of a
year of ordinary work; it is practice, not a requirement, so the time can be set in portal.yaml.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.certification import begin_of_stage_2, decided_certificate
from certfolio.readiness.interval import months_after
from certfolio.readiness.rule import Rule
from certfolio.readiness.support import Standing, last_day, standing
from certfolio.records.evidence import Evidence
from certfolio.standards.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class _Span:
    """The first and last day that the accepted evidence of a standard speaks about."""

    first: date
    last: date


def check(case: Case) -> Iterator[ReadinessFinding]:
    spans = _spans(case)
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
            yield _judged(case, catalogue, spans.get(catalogue.id))


def _spans(case: Case) -> dict[str, _Span]:
    period = case.graph.settings.audit_period
    spans: dict[str, _Span] = {}
    for exhibit in case.graph.all(Evidence):
        last = min(last_day(exhibit), case.as_of)
        is_counted = standing(exhibit, case.as_of, period) is not Standing.NOT_ACCEPTED
        if is_counted and last >= period.begins:
            first = exhibit.dated if exhibit.period is None else exhibit.period.begins
            first = max(first, period.begins)
            for standard in {support.clause.standard for support in exhibit.clauses}:
                known = spans.get(standard, _Span(first, last))
                spans[standard] = _Span(min(known.first, first), max(known.last, last))
    return spans


def _judged(case: Case, catalogue: Catalogue, span: _Span | None) -> ReadinessFinding:
    months = case.threshold("operating_months")
    begin, owner = begin_of_stage_2(case, catalogue.id), case.top_management
    if span is None:
        words = say(
            "No accepted evidence from the audit period names a clause of {standard}.",
            standard=catalogue.name,
        )
        return RULE.gap(catalogue, words, owner=owner, due=begin)
    enough = months_after(span.first, months)
    if enough <= span.last:
        return RULE.met(
            catalogue,
            say_count(
                "Accepted evidence for {standard} reaches from {first} to {last}, {number} "
                "month or more.",
                "Accepted evidence for {standard} reaches from {first} to {last}, {number} "
                "months or more.",
                months,
                standard=catalogue.name,
                first=span.first,
                last=span.last,
            ),
            owner=owner,
        )
    if begin is not None and case.as_of < enough <= begin:
        words = say_count(
            "Accepted evidence for {standard} reaches from {first} to {last}; {number} "
            "month can be full on {enough}, stage 2 begins on {begin}.",
            "Accepted evidence for {standard} reaches from {first} to {last}; {number} "
            "months can be full on {enough}, stage 2 begins on {begin}.",
            months,
            standard=catalogue.name,
            first=span.first,
            last=span.last,
            enough=enough,
            begin=begin,
        )
        return RULE.not_assessed(catalogue, words, owner=owner)
    return RULE.gap(
        catalogue,
        say_count(
            "Accepted evidence for {standard} reaches from {first} to {last}, less "
            "than {number} month.",
            "Accepted evidence for {standard} reaches from {first} to {last}, less "
            "than {number} months.",
            months,
            standard=catalogue.name,
            first=span.first,
            last=span.last,
        ),
        owner=owner,
        due=begin,
    )


RULE = Rule(
    id="RR-STG-04",
    severity=Severity.MINOR,
    source="practice of certification bodies",
    needs=("dates and periods of accepted evidence",),
    text=__doc__,
    check=check,
)
