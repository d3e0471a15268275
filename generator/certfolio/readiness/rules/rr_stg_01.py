"""Is stage 1 done, its report filed, and every area of concern resolved before stage 2?

Stage 1 tells what could become a nonconformity in stage 2. The same team comes back with that list
in hand; a concern that nobody answered is the first thing it looks at.
"""

from collections.abc import Iterator, Sequence

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.certification import (
    audits_of,
    begin_of_stage_2,
    decided_certificate,
    is_held,
    last_day,
)
from certfolio.readiness.own_words import says_nothing
from certfolio.readiness.rule import Rule
from certfolio.records.certification_audit import CertificationAudit
from certfolio.records.evidence import Evidence
from certfolio.records.finding import Finding
from certfolio.standards.catalogue import Catalogue


def check(case: Case) -> Iterator[ReadinessFinding]:
    looked_at: dict[str, CertificationAudit] = {}
    for catalogue in case.catalogues:
        certificate = decided_certificate(case, catalogue.id)
        audits = audits_of(case, catalogue.id, "stage 1")
        if certificate is not None:
            yield RULE.not_applicable(
                catalogue,
                say(
                    "{standard} has been certified since {decided_on} ({certificate}), so "
                    "stage 1 lies behind it.",
                    standard=catalogue.name,
                    decided_on=certificate.decided_on,
                    certificate=certificate.id,
                ),
            )
        elif audits and is_held(audits[-1], case.as_of):
            looked_at[audits[-1].id] = audits[-1]
            yield _report(case, catalogue, audits[-1])
        else:
            yield _not_held(case, catalogue, audits)
    yield from _concerns(case, looked_at)


def _not_held(
    case: Case, catalogue: Catalogue, audits: Sequence[CertificationAudit]
) -> ReadinessFinding:
    begin = begin_of_stage_2(case, catalogue.id)
    planned = last_day(audits[-1]) if audits else case.graph.settings.planned.stage_1
    name = audits[-1].id if audits else say("Stage 1 of {standard}", standard=catalogue.name)
    owner = audits[-1].owner if audits else case.top_management
    if begin is not None and begin <= case.as_of:
        words = say(
            "Stage 2 of {standard} begins on {begin}, and no stage 1 is recorded as held.",
            standard=catalogue.name,
            begin=begin,
        )
        return RULE.gap(catalogue, words, owner=owner, due=begin)
    if planned is None:
        words = say("No stage 1 of {standard} is recorded or planned.", standard=catalogue.name)
        return RULE.not_assessed(catalogue, words, owner=owner)
    if planned < case.as_of:
        words = say(
            "{name} was planned until {planned}, and nothing says that it was held.",
            name=name,
            planned=planned,
        )
        return RULE.gap(catalogue, words, owner=owner, due=planned)
    words = say("{name} is still to come, planned until {planned}.", name=name, planned=planned)
    return RULE.not_assessed(catalogue, words, owner=owner)


def _report(case: Case, catalogue: Catalogue, audit: CertificationAudit) -> ReadinessFinding:
    exhibits = (case.graph.find(id) for id in audit.report)
    filed = [
        exhibit.id
        for exhibit in exhibits
        if isinstance(exhibit, Evidence) and exhibit.status not in ("rejected", "withdrawn")
    ]
    if not filed:
        due = begin_of_stage_2(case, catalogue.id)
        return RULE.gap(
            catalogue,
            say(
                "{audit}, stage 1 of {standard}, was held until {last_day}, but its report "
                "is not filed.",
                audit=audit.id,
                standard=catalogue.name,
                last_day=last_day(audit),
            ),
            owner=audit.owner,
            due=due,
        )
    return RULE.met(
        catalogue,
        say(
            "{audit}, stage 1 of {standard}, was held until {last_day}; its report is {filed}.",
            audit=audit.id,
            standard=catalogue.name,
            last_day=last_day(audit),
            filed=Listing(filed),
        ),
        owner=audit.owner,
    )


def _concerns(case: Case, audits: dict[str, CertificationAudit]) -> Iterator[ReadinessFinding]:
    named = {id: audit for audit in audits.values() for id in audit.findings}
    for finding in case.graph.all(Finding):
        audit = audits.get(finding.audit) or named.get(finding.id)
        is_concern = finding.grade == "area of concern" and finding.status != "withdrawn"
        if audit is not None and is_concern and finding.found_on <= case.as_of:
            yield _concern(case, finding, audit)


def _concern(case: Case, finding: Finding, audit: CertificationAudit) -> ReadinessFinding:
    begins = [begin_of_stage_2(case, standard.id) for standard in case.catalogues]
    due = min((day for day in begins if day is not None), default=None)
    if says_nothing(finding.resolution or ""):
        return RULE.gap(
            finding,
            say(
                "{finding}, an area of concern of {audit}, has no resolution.",
                finding=finding.id,
                audit=audit.id,
            ),
            due=due,
        )
    if finding.status != "closed":
        words = say(
            "{finding}, an area of concern of {audit}, has a resolution, but is still {state}.",
            finding=finding.id,
            audit=audit.id,
            state=word("state", finding.status),
        )
        return RULE.partly_met(finding, words, due=due)
    return RULE.met(
        finding,
        say(
            "{finding}, an area of concern of {audit}, is resolved.",
            finding=finding.id,
            audit=audit.id,
        ),
    )


RULE = Rule(
    id="RR-STG-01",
    severity=Severity.BLOCKER,
    source="17021-1 9.3.1.2",
    needs=("audits by the certification body", "areas of concern with their resolution"),
    text=__doc__,
    check=check,
)
