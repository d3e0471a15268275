"""Says whether a competence that is missing or has lapsed is being obtained."""

from certfolio.model.message import Message, say
from certfolio.readiness.case import Case
from certfolio.readiness.follow_up import is_open
from certfolio.records.action import Action
from certfolio.records.competence_record import CompetenceRecord
from certfolio.records.training_session import TrainingSession


def renewal_under_way(case: Case, record: CompetenceRecord) -> Message | None:
    """Return what renews it and when, as `TRN-011 on 2026-10-27`; None where nothing does in time.

    An action that is overdue and a session whose day has passed renew nothing.
    """
    renewal = case.graph.find(record.renewal) if record.renewal else None
    if isinstance(renewal, Action) and is_open(renewal) and renewal.due >= case.as_of:
        return say("{renewal} by {due}", renewal=renewal.id, due=renewal.due)
    is_session = isinstance(renewal, TrainingSession) and renewal.status == "planned"
    if isinstance(renewal, TrainingSession) and is_session and renewal.held_on >= case.as_of:
        return say("{renewal} on {held_on}", renewal=renewal.id, held_on=renewal.held_on)
    return None
