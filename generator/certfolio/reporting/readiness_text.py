"""Readiness as text that people act on: gates first, then what is open, grouped."""

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from certfolio.linking.graph import RecordGraph
from certfolio.model.finding import ReadinessFinding
from certfolio.model.ordering import natural_key
from certfolio.readiness.deadline import Deadline
from certfolio.readiness.gate import GateAnswer, gravest_first
from certfolio.readiness.readiness import Readiness, lapsing
from certfolio.readiness.rule_table import RULES
from certfolio.readiness.step import step_of
from certfolio.records.person import Person
from certfolio.reporting.text import counted

_WIDTH = 100
_INDENT = " " * 6
_QUESTIONS = {rule.id: rule.question for rule in RULES}

Group = Callable[[ReadinessFinding, RecordGraph], str]

GROUPS: Mapping[str, Group] = MappingProxyType(
    {
        "owner": lambda finding, graph: _person(finding.owner, graph),
        "clause": lambda finding, _: str(finding.clauses[0]) if finding.clauses else "no clause",
        "step": lambda finding, _: f"{step_of(finding.rule).number}. {step_of(finding.rule).title}",
        "rule": lambda finding, _: f"{finding.rule} {_QUESTIONS[finding.rule]}",
    }
)


def report(
    readiness: Readiness,
    graph: RecordGraph,
    *,
    by: str = "owner",
    gates: tuple[GateAnswer, ...],
    since: Readiness | None = None,
) -> str:
    """Return the answer of the gates, then everything open in them, grouped.

    With `since`, an earlier day, also what lapses until then and what falls due meanwhile.
    """
    findings = _open_in(gates)
    lines = [f"Judged as of {readiness.as_of}.", ""]
    lines += [f"{answer.gate.title}: {answer.sentence}" for answer in gates]
    for name, members in _grouped(findings, graph, GROUPS[by]):
        lines += ["", name, *(line for finding in members for line in _lines(finding))]
    lines += _waived(readiness)
    if since is not None:
        lines += _forecast(since, readiness, graph)
    lines += ["", _count(findings)]
    return "\n".join(lines) + "\n"


def _open_in(gates: tuple[GateAnswer, ...]) -> list[ReadinessFinding]:
    found = dict.fromkeys(finding for answer in gates for finding in answer.open)
    return sorted(found, key=gravest_first)


def _grouped(
    findings: Iterable[ReadinessFinding], graph: RecordGraph, group: Group
) -> Iterator[tuple[str, list[ReadinessFinding]]]:
    groups: dict[str, list[ReadinessFinding]] = {}
    for finding in findings:
        groups.setdefault(group(finding, graph), []).append(finding)
    yield from sorted(groups.items(), key=lambda item: natural_key(item[0]))


def _lines(finding: ReadinessFinding) -> Iterator[str]:
    due = f"  due {finding.due}" if finding.due else ""
    yield f"  {finding.severity.value:<7}  {finding.rule}  {finding.subject}{due}"
    yield from textwrap.wrap(
        finding.reason, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT
    )


def _waived(readiness: Readiness) -> Iterator[str]:
    waived = [finding for finding in readiness.findings if finding.waived]
    if waived:
        yield from ("", "Waived")
    for finding in waived:
        yield f"  {finding.rule}  {finding.subject}: {finding.waived}"


def _forecast(now: Readiness, then: Readiness, graph: RecordGraph) -> Iterator[str]:
    lapsed = lapsing(now, then)
    yield from ("", f"What lapses from {now.as_of} to {then.as_of} if nobody does anything")
    yield from (line for finding in sorted(lapsed, key=gravest_first) for line in _lines(finding))
    if not lapsed:
        yield "  Nothing by these rules."
    yield from ("", f"What falls due from {now.as_of} to {then.as_of}")
    for deadline in due_between(then.deadlines, now.as_of, then.as_of):
        person = _person(deadline.owner, graph)
        yield f"  {deadline.day}  {deadline.what}: {deadline.record} {deadline.title} ({person})"


def due_between(deadlines: Iterable[Deadline], first: date, last: date) -> list[Deadline]:
    """Return what falls due in a period, first and last day included."""
    return [deadline for deadline in deadlines if first <= deadline.day <= last]


def _person(id: str | None, graph: RecordGraph) -> str:
    if id is None:
        return "nobody named"
    person = graph.find(id)
    return f"{id} {person.title}" if isinstance(person, Person) else id


def _count(findings: list[ReadinessFinding]) -> str:
    counts: dict[str, int] = {}
    for finding in findings:
        counts[finding.severity.value] = counts.get(finding.severity.value, 0) + 1
    parts = ", ".join(f"{number} {word}" for word, number in counts.items())
    total = counted(len(findings), "finding")
    return f"{total} open: {parts}." if findings else "Nothing open by these rules."
