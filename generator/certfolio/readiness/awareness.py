"""Finds the awareness sessions that were held, standard by standard."""

from certfolio.readiness.case import Case, serves
from certfolio.records.training_session import TrainingSession


def held_awareness(case: Case, standard: str) -> tuple[TrainingSession, ...]:
    """Return the awareness sessions for a standard, held from the audit period's first day on."""
    begins = case.graph.settings.audit_period.begins
    return tuple(
        session
        for session in case.graph.all(TrainingSession)
        if session.kind == "awareness"
        and serves(session, standard)
        and session.status in {"held", "evaluated"}
        and begins <= session.held_on <= case.as_of
    )


def planned_awareness(case: Case, standard: str) -> tuple[TrainingSession, ...]:
    """Return the awareness sessions for a standard that are still to come."""
    return tuple(
        session
        for session in case.graph.all(TrainingSession)
        if session.kind == "awareness"
        and serves(session, standard)
        and session.status == "planned"
        and session.held_on >= case.as_of
    )
