"""Did every session that is called held take place, with people who were there to attend?

A list of attendees is evidence. A session dated in the future, or a name of somebody who had left
or not yet begun, takes the value from the whole list.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, say_count, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.employment import is_employed
from certfolio.readiness.rule import Rule
from certfolio.records.person import Person
from certfolio.records.training_session import TrainingSession


def check(case: Case) -> Iterator[ReadinessFinding]:
    sessions = [s for s in case.graph.all(TrainingSession) if s.status != "cancelled"]
    if not sessions:
        yield RULE.not_assessed("portal", say("No session is recorded."))
    for session in sessions:
        is_planned = session.status == "planned"
        yield _planned(case, session) if is_planned else _held(case, session)


def _planned(case: Case, session: TrainingSession) -> ReadinessFinding:
    if session.held_on >= case.as_of:
        return RULE.not_applicable(
            session,
            say("{session} is planned for {held_on}.", session=session.id, held_on=session.held_on),
        )
    return RULE.not_assessed(
        session,
        say(
            "{session} was planned for {held_on}; whether it was held is not recorded.",
            session=session.id,
            held_on=session.held_on,
        ),
    )


def _held(case: Case, session: TrainingSession) -> ReadinessFinding:
    day = session.held_on
    if day > case.as_of:
        return RULE.gap(
            session,
            say(
                "{session} is marked {state} and dated {day}.",
                session=session.id,
                state=word("state", session.status),
                day=day,
            ),
        )
    if not session.attendees:
        return RULE.gap(
            session,
            say("{session} of {day} names nobody who attended.", session=session.id, day=day),
        )
    attendees = sorted(set(session.attendees))
    faults = []
    if len(attendees) < len(session.attendees):
        faults.append(say("names somebody twice"))
    people = [case.graph.find(id) for id in attendees]
    absent = [p.id for p in people if isinstance(p, Person) and not is_employed(p, day)]
    if absent:
        faults.append(
            say("names {absent}, who did not work here on that day", absent=Listing(absent))
        )
    if faults:
        return RULE.gap(
            session,
            say(
                "{session} of {day} {faults}.", session=session.id, day=day, faults=Listing(faults)
            ),
        )
    return RULE.met(
        session,
        say_count(
            "{session} of {day} names {number} person who worked here on that day.",
            "{session} of {day} names {number} people who worked here on that day.",
            len(attendees),
            session=session.id,
            day=day,
        ),
    )


RULE = Rule(
    id="RR-TRN-06",
    severity=Severity.MINOR,
    source="7.2",
    needs=("training sessions with their attendees", "people"),
    text=__doc__,
    check=check,
)
