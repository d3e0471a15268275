"""The whole answer: findings, gates, steps and days, judged on one day."""

from dataclasses import dataclass
from datetime import date

from certfolio.linking.graph import RecordGraph
from certfolio.model.finding import ReadinessFinding
from certfolio.readiness.case import Case
from certfolio.readiness.deadline import Deadline, deadlines
from certfolio.readiness.evaluate import evaluate
from certfolio.readiness.gate import GATES, GateAnswer, answer
from certfolio.readiness.rule_table import RULES
from certfolio.readiness.step import StepAnswer, storyboard
from certfolio.readiness.waive import waived
from certfolio.standards.expectation import Expectations


@dataclass(frozen=True, slots=True)
class Readiness:
    """What the rules say about a graph on a day; `deadlines` are earliest first."""

    as_of: date
    findings: tuple[ReadinessFinding, ...]
    gates: tuple[GateAnswer, ...]
    steps: tuple[StepAnswer, ...]
    deadlines: tuple[Deadline, ...]


def judge(graph: RecordGraph, as_of: date, expectations: Expectations) -> Readiness:
    """Ask every rule about the graph on the day."""
    case = Case(graph, as_of, expectations)
    findings = tuple(waived(evaluate(case, RULES), graph, as_of))
    return Readiness(
        as_of=as_of,
        findings=findings,
        gates=tuple(answer(gate, findings) for gate in GATES),
        steps=storyboard(findings),
        deadlines=deadlines(graph),
    )


def lapsing(now: Readiness, then: Readiness) -> tuple[ReadinessFinding, ...]:
    """Return what is open on the later day and was not on the earlier, if nobody does anything."""
    before = {(f.rule, f.subject, f.clauses) for f in now.findings if f.is_open}
    return tuple(
        finding
        for finding in then.findings
        if finding.is_open and (finding.rule, finding.subject, finding.clauses) not in before
    )
