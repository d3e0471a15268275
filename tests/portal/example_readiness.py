"""What the rules could have found in the small edition: an answer of every kind."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from certfolio.linking.graph import RecordGraph
from certfolio.model.clause import ClauseRef
from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity, Verdict
from certfolio.readiness.deadline import deadlines
from certfolio.readiness.gate import GATES, answer
from certfolio.readiness.readiness import Readiness
from certfolio.readiness.step import storyboard

TRACEABILITY = ClauseRef("iso-9001-2015", "7.1.5.2")


def example_readiness(graph: RecordGraph, as_of: date) -> Readiness:
    known = {record.id for record in graph.records}
    about_all = (f for f in example_findings() if f.subject in known or "-0" not in f.subject)
    return answers(graph, as_of, about_all)


def answers(graph: RecordGraph, as_of: date, findings: Iterable[ReadinessFinding]) -> Readiness:
    told = tuple(findings)
    return Readiness(
        as_of=as_of,
        findings=told,
        gates=tuple(answer(gate, told) for gate in GATES),
        steps=storyboard(told),
        deadlines=deadlines(graph),
    )


def example_findings() -> tuple[ReadinessFinding, ...]:
    return (
        finding(
            subject="DOC-001",
            severity=Severity.BLOCKER,
            reason="DOC-001 was to be reviewed by P-001 by 2026-09-01, 34 days ago.",
            clauses=(TRACEABILITY,),
            owner="P-001",
            due=date(2026, 9, 1),
        ),
        finding(subject="POL-001", verdict=Verdict.PARTLY_MET, reason="POL-001 names no day."),
        finding(
            subject="DOC-002",
            reason="DOC-002 was to be reviewed by 2026-09-30.",
            waived="Waived by P-001 until 2026-12-31 (WVR-001): it is being replaced.",
        ),
        finding(
            subject="iso-9001-2015:7.1.5.2",
            verdict=Verdict.NOT_ASSESSED,
            reason="Nobody says by when iso-9001-2015:7.1.5.2 is reviewed.",
        ),
        finding(
            subject="SCP-001",
            verdict=Verdict.MET,
            reason="SCP-001 is to be reviewed by 2027-02-01.",
            clauses=(TRACEABILITY,),
        ),
        finding(
            subject="iso-9001-2015",
            verdict=Verdict.NOT_APPLICABLE,
            reason="Nothing of iso-9001-2015 is to be reviewed.",
        ),
        replace(finding(subject="portal", reason="No waiver is known."), rule="RR-WVR-01"),
    )


def finding(
    subject: str,
    reason: str,
    verdict: Verdict = Verdict.GAP,
    severity: Severity = Severity.MINOR,
    clauses: tuple[ClauseRef, ...] = (),
    owner: str | None = None,
    due: date | None = None,
    waived: str | None = None,
) -> ReadinessFinding:
    """Return an answer of the rule about review dates."""
    return ReadinessFinding(
        "RR-DOC-04", severity, verdict, subject, reason, clauses, owner, due, waived
    )
