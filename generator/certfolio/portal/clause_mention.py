"""Which records name a clause in a field of their own: gap items, findings, decisions, audits."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from certfolio.model.clause import ClauseRef
from certfolio.model.message import Message
from certfolio.portal import labels
from certfolio.portal.edition import Edition
from certfolio.records.field_walk import marked_values
from certfolio.records.record import Record
from certfolio.records.record_types import type_of


@dataclass(frozen=True, slots=True)
class ClauseMention:
    """A record that names a clause, and the name of the field in which it does."""

    record: Record
    field: Message


Mentions = Mapping[ClauseRef, tuple[ClauseMention, ...]]


def clause_mentions(edition: Edition) -> Mentions:
    """Return who names which clause outside `clauses`, each record once, in counting order."""
    found: dict[ClauseRef, dict[str, ClauseMention]] = {}
    for record in edition.graph.records:
        for marked in marked_values(record):
            field = marked.pointer.split("/")[1]
            if marked.mark == "clause" and field != "clauses":
                label = labels.label(edition.labels, type_of(record).name, field)
                mention = ClauseMention(record, label)
                found.setdefault(marked.value, {}).setdefault(record.id, mention)
    return MappingProxyType({ref: tuple(by_id.values()) for ref, by_id in found.items()})
