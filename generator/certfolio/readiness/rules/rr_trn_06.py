"""Did every session that is called held take place, with people who were there to attend?

A list of attendees is evidence. A session dated in the future, or a name of somebody who had left
or not yet begun, takes the value from the whole list.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.employment import is_employed
from certfolio.readiness.rule import Rule
from certfolio.readiness.sentence import counted, listed
from certfolio.records.person import Person
from certfolio.records.training_session import TrainingSession


def check(case: Case) -> Iterator[ReadinessFinding]:
    sessions = [s for s in case.graph.all(TrainingSession) if s.status != "cancelled"]
    if not sessions:
        yield RULE.not_assessed("portal", "No session is recorded.")
    for session in sessions:
        is_planned = session.status == "planned"
        yield _planned(case, session) if is_planned else _held(case, session)


def _planned(case: Case, session: TrainingSession) -> ReadinessFinding:
    if session.held_on >= case.as_of:
        return RULE.not_applicable(session, f"{session.id} is planned for {session.held_on}.")
    return RULE.not_assessed(
        session,
        f"{session.id} was planned for {session.held_on}; whether it was held is not recorded.",
    )


def _held(case: Case, session: TrainingSession) -> ReadinessFinding:
    day = session.held_on
    if day > case.as_of:
        return RULE.gap(session, f"{session.id} is marked {session.status} and dated {day}.")
    if not session.attendees:
        return RULE.gap(session, f"{session.id} of {day} names nobody who attended.")
    attendees = sorted(set(session.attendees))
    faults = []
    if len(attendees) < len(session.attendees):
        faults.append("names somebody twice")
    people = [case.graph.find(id) for id in attendees]
    absent = [p.id for p in people if isinstance(p, Person) and not is_employed(p, day)]
    if absent:
        faults.append(f"names {listed(absent)}, who did not work here on that day")
    if faults:
        return RULE.gap(session, f"{session.id} of {day} {listed(faults)}.")
    number = counted(len(attendees), "person", "people")
    return RULE.met(session, f"{session.id} of {day} names {number} who worked here on that day.")


RULE = Rule(
    id="RR-TRN-06",
    severity=Severity.MINOR,
    source="7.2",
    needs=("training sessions with their attendees", "people"),
    text=__doc__,
    check=check,
)
