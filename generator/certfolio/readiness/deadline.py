"""Every day by which somebody has to do something, drawn from the records."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from certfolio.linking.graph import RecordGraph
from certfolio.model.message import Message, say
from certfolio.records.action import Action
from certfolio.records.audit import Audit
from certfolio.records.certificate import Certificate
from certfolio.records.certification_audit import CertificationAudit
from certfolio.records.competence_record import CompetenceRecord
from certfolio.records.corrective_action import CorrectiveAction
from certfolio.records.document import Document
from certfolio.records.evidence import Evidence
from certfolio.records.exercise import Exercise
from certfolio.records.finding import Finding
from certfolio.records.legal_requirement import LegalRequirement
from certfolio.records.management_review import ManagementReview
from certfolio.records.objective import Objective
from certfolio.records.policy import Policy
from certfolio.records.record import Record
from certfolio.records.scope_statement import ScopeStatement
from certfolio.records.supplier import Supplier
from certfolio.records.training_session import TrainingSession
from certfolio.records.waiver import Waiver


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day, what is due on it, the record it comes from, and who owns that."""

    day: date
    what: Message
    record: str
    title: str
    owner: str


@dataclass(frozen=True, slots=True)
class _Source:
    """A date of a record type that asks for something while the record is in these states."""

    kind: type[Record]
    field: str
    what: Message
    states: tuple[str, ...] | None = None
    owner: Callable[[Any], str] = lambda record: str(record.owner)


_IN_FORCE = ("effective", "under revision")
_IN_LAW = ("in force", "amended")
_OPEN_CAR = ("open", "contained", "cause found", "action planned", "reopened")

_SOURCES: tuple[_Source, ...] = (
    _Source(Action, "due", say("Action is due"), ("open", "in progress")),
    _Source(Action, "effectiveness_due", say("Effectiveness is checked"), ("done",)),
    _Source(
        CorrectiveAction,
        "due",
        say("Corrective action is due"),
        _OPEN_CAR,
        lambda record: record.action_owner or record.owner,
    ),
    _Source(CorrectiveAction, "response_due", say("Response to the body is due"), _OPEN_CAR),
    _Source(Finding, "response_due", say("Response to the body is due"), ("open", "in progress")),
    _Source(Policy, "next_review", say("Policy is reviewed"), _IN_FORCE),
    _Source(Document, "next_review", say("Document is reviewed"), _IN_FORCE),
    _Source(ScopeStatement, "next_review", say("Scope is reviewed"), ("approved",)),
    _Source(Evidence, "valid_until", say("Evidence expires"), ("accepted",)),
    _Source(CompetenceRecord, "valid_until", say("Qualification expires"), ("competent",)),
    _Source(TrainingSession, "held_on", say("Session is held"), ("planned",)),
    _Source(TrainingSession, "effectiveness_due", say("Effect is evaluated"), ("held",)),
    _Source(Objective, "due", say("Objective is due"), ("planned", "on track", "at risk")),
    _Source(
        LegalRequirement, "next_evaluation", say("Compliance is evaluated"), ("in force", "amended")
    ),
    _Source(
        Supplier,
        "next_evaluation",
        say("Supplier is evaluated again"),
        ("approved", "conditional", "proposed"),
    ),
    _Source(Exercise, "held_on", say("Exercise is held"), ("planned",)),
    _Source(ManagementReview, "held_on", say("Management review is held"), ("planned",)),
    _Source(Audit, "planned.begins", say("Internal audit begins"), ("planned",)),
    _Source(CertificationAudit, "planned.begins", say("Certification audit begins"), ("planned",)),
    _Source(Certificate, "valid_until", say("Certificate expires"), ("certified", "suspended")),
    _Source(Waiver, "expires_on", say("Waiver expires"), ("approved",)),
)


def deadlines(graph: RecordGraph) -> tuple[Deadline, ...]:
    """Return every day on which something falls due or lapses, earliest first.

    Days that have passed stay in the list while their record is still open.
    """
    return tuple(
        sorted(_all(graph), key=lambda deadline: (deadline.day, deadline.record, deadline.what))
    )


def _all(graph: RecordGraph) -> Iterator[Deadline]:
    for source in _SOURCES:
        for record in graph.all(source.kind):
            day = _value(record, source.field)
            is_asked = source.states is None or record.status in source.states
            if isinstance(day, date) and is_asked and not _is_done(record, source.field):
                yield Deadline(day, source.what, record.id, record.title, source.owner(record))


def _value(record: Record, path: str) -> object:
    value: object = record
    for name in path.split("."):
        value = getattr(value, name, None)
    return value


def _is_done(record: Record, field: str) -> bool:
    """Whether the thing that was due is recorded as done."""
    done = {"effectiveness_due": "effectiveness_on", "response_due": "response_sent"}.get(field)
    return done is not None and getattr(record, done, None) is not None
