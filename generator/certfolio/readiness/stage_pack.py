"""Finds what the certification body reads in stage 1, part by part."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from certfolio.model.message import Message, word
from certfolio.readiness.case import Case, serves
from certfolio.readiness.force import overall_policies_in_force, scopes_in_force
from certfolio.readiness.review import held_reviews, reported_audits
from certfolio.records.audit_programme import AuditProgramme
from certfolio.records.legal_requirement import LegalRequirement
from certfolio.records.objective import Objective
from certfolio.records.process import Process
from certfolio.records.record import Record
from certfolio.records.risk import Risk
from certfolio.records.soa_entry import SoaEntry
from certfolio.standards.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class PackPart:
    """One part of the pack: what readers call it, and the records that make it up."""

    name: Message
    records: Sequence[Record]


def stage_pack(case: Case, catalogue: Catalogue) -> tuple[PackPart, ...]:
    """Return the parts that a standard's stage 1 asks for; what is missing has no records."""
    return tuple(_parts(case, catalogue))


def _parts(case: Case, catalogue: Catalogue) -> Iterator[PackPart]:
    standard = catalogue.id
    serving = _serving(case, standard)
    yield PackPart(word("stage pack", "scope"), scopes_in_force(case, standard))
    yield PackPart(word("stage pack", "policy"), overall_policies_in_force(case, catalogue))
    yield PackPart(word("stage pack", "objectives"), serving(Objective, ("dropped",)))
    yield PackPart(word("stage pack", "processes"), serving(Process, ("retired", "planned")))
    yield PackPart(word("stage pack", "risks"), serving(Risk, ("closed",)))
    if any(clause.kind == "control" for clause in catalogue.clauses):
        entries = case.graph.all(SoaEntry)
        own = [entry for entry in entries if entry.control.standard == standard]
        yield PackPart(word("stage pack", "statement of applicability"), own)
    yield PackPart(word("stage pack", "audit programme"), serving(AuditProgramme, ("draft",)))
    yield PackPart(word("stage pack", "audit reports"), reported_audits(case, standard))
    yield PackPart(word("stage pack", "management review"), held_reviews(case, standard))
    if "legal register" in case.expected(standard).features:
        yield PackPart(
            word("stage pack", "legal register"), serving(LegalRequirement, ("repealed",))
        )


def _serving(
    case: Case, standard: str
) -> Callable[[type[Record], tuple[str, ...]], Sequence[Record]]:
    def found(kind: type[Record], without: tuple[str, ...]) -> Sequence[Record]:
        return [
            record
            for record in case.graph.all(kind)
            if record.status not in without and serves(record, standard)
        ]

    return found
