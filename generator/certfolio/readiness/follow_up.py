"""Finds the actions that follow from a record."""

from certfolio.model.message import Message, say, word
from certfolio.readiness.case import Case
from certfolio.records.action import Action
from certfolio.records.record import Record


def follow_up(case: Case, record: Record) -> tuple[Action, ...]:
    """Return the actions that the record names, and those that name it as their source."""
    named = [link.target for link in case.graph.links_from(record.id) if link.field == "actions"]
    naming = [link.source for link in case.graph.links_to(record.id) if link.field == "sources"]
    found = (case.graph.find(id) for id in dict.fromkeys(named + naming))
    return tuple(action for action in found if isinstance(action, Action))


def is_open(action: Action) -> bool:
    return action.status in {"open", "in progress"}


def promised(action: Action) -> Message:
    """Return `ACT-010 (P-010, due 2026-12-15)`."""
    return say(
        "{action} ({owner}, due {due})", action=action.id, owner=action.owner, due=action.due
    )


def settled(action: Action) -> Message:
    """Return `ACT-010 (done)`."""
    return say("{action} ({state})", action=action.id, state=word("state", action.status))
