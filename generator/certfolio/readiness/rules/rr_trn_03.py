"""Was it judged by the day set whether each session had its effect?

Attendance shows who was there, not what it changed. Auditors ask how the organization knows that
the training worked, and whether it looked when it said it would.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.records.training_session import TrainingSession


def check(case: Case) -> Iterator[ReadinessFinding]:
    held = [
        session
        for session in case.graph.all(TrainingSession)
        if session.status in {"held", "evaluated"} and session.held_on <= case.as_of
    ]
    if not held:
        yield RULE.not_applicable("portal", say("No session has been held yet."))
    for session in held:
        yield _judged(case, session)


def _judged(case: Case, session: TrainingSession) -> ReadinessFinding:
    due = session.effectiveness_due
    judged = session.effectiveness_on if session.effectiveness_result else None
    if judged is not None and judged <= case.as_of:
        if due is None or judged <= due:
            return RULE.met(
                session,
                say(
                    "The effect of {session} was judged on {judged}.",
                    session=session.id,
                    judged=judged,
                ),
            )
        return RULE.partly_met(
            session,
            say_count(
                "The effect of {session} was to be judged by {due} and was judged {number} "
                "day later.",
                "The effect of {session} was to be judged by {due} and was judged {number} "
                "days later.",
                (judged - due).days,
                session=session.id,
                due=due,
            ),
        )
    if due is None:
        return _without_day(session)
    if due >= case.as_of:
        return RULE.not_assessed(
            session,
            say("The effect of {session} is to be judged by {due}.", session=session.id, due=due),
            due=due,
        )
    return RULE.gap(
        session,
        say_count(
            "The effect of {session} was to be judged by {due}, {number} day ago.",
            "The effect of {session} was to be judged by {due}, {number} days ago.",
            (case.as_of - due).days,
            session=session.id,
            due=due,
        ),
        due=due,
    )


def _without_day(session: TrainingSession) -> ReadinessFinding:
    if session.kind == "awareness":
        return RULE.not_applicable(
            session,
            say(
                "{session} was held for awareness, and no judging of its effect was set.",
                session=session.id,
            ),
        )
    return RULE.gap(
        session,
        say(
            "The effect of {session} of {held_on} was not judged; no day is set.",
            session=session.id,
            held_on=session.held_on,
        ),
    )


RULE = Rule(
    id="RR-TRN-03",
    severity=Severity.MINOR,
    source="7.2",
    needs=("training sessions with their evaluation",),
    text=__doc__,
    check=check,
)
