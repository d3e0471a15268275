"""Finds the nonconformities: findings graded major or minor, and corrective actions."""

from collections.abc import Mapping
from types import MappingProxyType

from certfolio.model.message import Message, say, word
from certfolio.readiness.case import Case
from certfolio.records.corrective_action import CorrectiveAction
from certfolio.records.finding import Finding

GRADES = frozenset({"major", "minor"})
ENDED = frozenset({"closed effective", "rejected"})

Actions = Mapping[str, tuple[CorrectiveAction, ...]]
Nonconformity = Finding | CorrectiveAction


def nonconformities(case: Case) -> tuple[Finding, ...]:
    """Return the findings that are graded as nonconformities and were not withdrawn."""
    return tuple(
        finding
        for finding in case.graph.all(Finding)
        if finding.grade in GRADES and finding.status != "withdrawn"
    )


def own_nonconformities(case: Case) -> tuple[CorrectiveAction, ...]:
    """Return the corrective actions that none of those findings led to, but for rejected ones."""
    by_finding = actions_by_finding(case)
    linked = {
        action.id for finding in nonconformities(case) for action in by_finding.get(finding.id, ())
    }
    return tuple(
        action
        for action in case.graph.all(CorrectiveAction)
        if action.id not in linked and action.status != "rejected"
    )


def all_nonconformities(case: Case) -> tuple[Nonconformity, ...]:
    """Return the findings and the corrective actions that stand for themselves."""
    return (*nonconformities(case), *own_nonconformities(case))


def actions_by_finding(case: Case) -> Actions:
    """Return the corrective actions of every finding, whoever of the two names the other."""
    graph = case.graph
    found: dict[str, dict[str, CorrectiveAction]] = {}
    for action in graph.all(CorrectiveAction):
        for id in action.findings:
            found.setdefault(id, {})[action.id] = action
    for finding in graph.all(Finding):
        for id in finding.corrective_actions:
            action_or_none = graph.find(id)
            if isinstance(action_or_none, CorrectiveAction):
                found.setdefault(finding.id, {})[id] = action_or_none
    return MappingProxyType({id: tuple(actions.values()) for id, actions in found.items()})


def findings_by_action(case: Case) -> Mapping[str, tuple[Finding, ...]]:
    """Return the findings of every corrective action, whoever of the two names the other."""
    found: dict[str, list[Finding]] = {}
    for id, actions in actions_by_finding(case).items():
        finding = case.graph.find(id)
        if isinstance(finding, Finding):
            for action in actions:
                found.setdefault(action.id, []).append(finding)
    return MappingProxyType({id: tuple(findings) for id, findings in found.items()})


def is_open(action: CorrectiveAction) -> bool:
    return action.status not in ENDED


def stated(action: CorrectiveAction) -> Message:
    """Return `CAR-004 (reopened)`."""
    return say("{action} ({state})", action=action.id, state=word("state", action.status))
