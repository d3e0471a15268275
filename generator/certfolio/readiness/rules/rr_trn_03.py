"""Was it judged by the day set whether each session had its effect?

Attendance shows who was there, not what it changed. Auditors ask how the organization knows that
the training worked, and whether it looked when it said it would.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.readiness.sentence import counted
from certfolio.records.training_session import TrainingSession


def check(case: Case) -> Iterator[ReadinessFinding]:
    held = [
        session
        for session in case.graph.all(TrainingSession)
        if session.status in {"held", "evaluated"} and session.held_on <= case.as_of
    ]
    if not held:
        yield RULE.not_applicable("portal", "No session has been held yet.")
    for session in held:
        yield _judged(case, session)


def _judged(case: Case, session: TrainingSession) -> ReadinessFinding:
    due = session.effectiveness_due
    judged = session.effectiveness_on if session.effectiveness_result else None
    if judged is not None and judged <= case.as_of:
        if due is None or judged <= due:
            return RULE.met(session, f"The effect of {session.id} was judged on {judged}.")
        late = counted((judged - due).days, "day")
        return RULE.partly_met(
            session,
            f"The effect of {session.id} was to be judged by {due} and was judged {late} later.",
        )
    if due is None:
        return _without_day(session)
    if due >= case.as_of:
        return RULE.not_assessed(
            session, f"The effect of {session.id} is to be judged by {due}.", due=due
        )
    overdue = counted((case.as_of - due).days, "day")
    return RULE.gap(
        session,
        f"The effect of {session.id} was to be judged by {due}, {overdue} ago.",
        due=due,
    )


def _without_day(session: TrainingSession) -> ReadinessFinding:
    if session.kind == "awareness":
        return RULE.not_applicable(
            session, f"{session.id} was held for awareness, and no judging of its effect was set."
        )
    return RULE.gap(
        session, f"The effect of {session.id} of {session.held_on} was not judged; no day is set."
    )


RULE = Rule(
    id="RR-TRN-03",
    severity=Severity.MINOR,
    source="7.2",
    needs=("training sessions with their evaluation",),
    text=__doc__,
    check=check,
)
