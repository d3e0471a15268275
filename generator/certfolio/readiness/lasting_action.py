"""Finds the actions of a record that still stand."""

from certfolio.readiness.case import Case
from certfolio.readiness.follow_up import follow_up
from certfolio.records.action import Action
from certfolio.records.record import Record


def lasting_actions(case: Case, record: Record) -> tuple[Action, ...]:
    """Return the actions that follow from a record and were not cancelled."""
    return tuple(action for action in follow_up(case, record) if action.status != "cancelled")
