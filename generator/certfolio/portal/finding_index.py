"""Finds what the rules say about a thing, by a clause, by a rule or of a person, in one step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from certfolio.model.finding import ReadinessFinding
from certfolio.readiness.deadline import Deadline
from certfolio.readiness.readiness import Readiness

Findings = tuple[ReadinessFinding, ...]
_Key = TypeVar("_Key")
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class FindingIndex:
    """Every finding under its subject, its clauses and its rule; what is owed, under its owner.

    `by_clause` holds the findings about something else that belong to a clause, by the clause as
    text. What nobody owns is under None.
    """

    by_subject: Mapping[str, Findings]
    by_clause: Mapping[str, Findings]
    by_rule: Mapping[str, Findings]
    open_by_owner: Mapping[str | None, Findings]
    deadlines_by_owner: Mapping[str | None, tuple[Deadline, ...]]

    @staticmethod
    def of(readiness: Readiness | None) -> "FindingIndex":
        """Index an answer; where an edition has none, everything is empty."""
        findings = () if readiness is None else readiness.findings
        deadlines = () if readiness is None else readiness.deadlines
        return FindingIndex(
            by_subject=_grouped((f.subject, f) for f in findings),
            by_clause=_grouped(
                (clause, f)
                for f in findings
                for clause in dict.fromkeys(map(str, f.clauses))
                if clause != f.subject
            ),
            by_rule=_grouped((f.rule, f) for f in findings),
            open_by_owner=_grouped((f.owner, f) for f in findings if f.is_open),
            deadlines_by_owner=_grouped((d.owner, d) for d in deadlines),
        )


def _grouped(items: Iterable[tuple[_Key, _Item]]) -> Mapping[_Key, tuple[_Item, ...]]:
    groups: dict[_Key, list[_Item]] = {}
    for key, item in items:
        groups.setdefault(key, []).append(item)
    return MappingProxyType({key: tuple(group) for key, group in groups.items()})
