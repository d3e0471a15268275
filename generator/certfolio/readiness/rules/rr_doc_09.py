"""Were people taught or told about each document that needs it?

A changed document changes nothing while people work as before. Where its author marked it as
needing training, an auditor looks for the session, or at least a notice, that belongs to the
version in force.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.neighbour import neighbours
from certfolio.readiness.rule import Rule
from certfolio.readiness.support import Standing, is_effective, standing
from certfolio.records.controlled_document import ControlledDocument
from certfolio.records.evidence import Evidence
from certfolio.records.record import Record
from certfolio.records.training_session import TrainingSession


def check(case: Case) -> Iterator[ReadinessFinding]:
    effective = [
        record
        for record in case.graph.records
        if isinstance(record, ControlledDocument) and is_effective(record, case.as_of)
    ]
    needing = [document for document in effective if document.training_needed]
    if not effective:
        yield RULE.not_assessed("portal", say("No document or policy is in force."))
    elif not needing:
        yield RULE.not_applicable(
            "portal", say("No document in force is marked as needing training.")
        )
    for document in needing:
        yield _judged(case, document)


def _judged(case: Case, document: ControlledDocument) -> ReadinessFinding:
    begins = document.effective_on or case.as_of
    first = begins - timedelta(days=case.threshold("training_lead_days"))
    entries = [
        (record, day)
        for record in neighbours(case.graph, document.id)
        if (day := _day(case, record))
    ]
    fitting = [(record, day) for record, day in entries if day >= first]
    done = [
        say("{record} of {day}", record=record.id, day=day)
        for record, day in fitting
        if day <= case.as_of
    ]
    if done:
        return RULE.met(
            document,
            say(
                "{document}, version {version}, was taught or made known: {done}.",
                document=document.id,
                version=document.version,
                done=Listing(done),
            ),
        )
    if fitting:
        record, day = min(fitting, key=lambda entry: entry[1])
        return RULE.partly_met(
            document,
            say(
                "{document}, version {version}, needs training and is in force since "
                "{begins}; {record} is planned for {day}.",
                document=document.id,
                version=document.version,
                begins=begins,
                record=record.id,
                day=day,
            ),
            due=day,
        )
    earlier = [say("{record} of {day}", record=record.id, day=day) for record, day in entries]
    if earlier:
        return RULE.gap(
            document,
            say(
                "{document}, version {version}, needs training and is in force since "
                "{begins}; too long before it: {earlier}.",
                document=document.id,
                version=document.version,
                begins=begins,
                earlier=Listing(earlier),
            ),
        )
    return RULE.gap(
        document,
        say(
            "{document}, version {version}, needs training and is in force since "
            "{begins}; no session or notice is recorded.",
            document=document.id,
            version=document.version,
            begins=begins,
        ),
    )


def _day(case: Case, record: Record) -> date | None:
    """Return the day of a session, held or planned, or of an accepted notice."""
    if isinstance(record, TrainingSession):
        is_open = record.status == "planned" and record.held_on > case.as_of
        is_held = record.status in ("held", "evaluated") and record.held_on <= case.as_of
        return record.held_on if is_open or is_held else None
    if isinstance(record, Evidence) and record.type == "communication":
        worth = standing(record, case.as_of, case.graph.settings.audit_period)
        return None if worth is Standing.NOT_ACCEPTED else record.dated
    return None


RULE = Rule(
    id="RR-DOC-09",
    severity=Severity.MINOR,
    source="7.3; 7.5",
    needs=("documents marked as needing training", "training sessions", "notices"),
    text=__doc__,
    check=check,
)
