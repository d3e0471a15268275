"""The validated graph: every record, every link that was found, looked up in both directions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

from certfolio.linking.link import ResolvedLink
from certfolio.model.clause import ClauseRef
from certfolio.model.ordering import natural_key
from certfolio.records.portal_settings import PortalSettings
from certfolio.records.record import Record
from certfolio.standards.catalogue import Standards

R = TypeVar("R", bound=Record)
K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Support:
    """A record that speaks for a clause, with the author's reason."""

    clause: ClauseRef
    record: Record
    why: str


@dataclass(frozen=True, slots=True)
class RecordGraph:
    """Records in counting order of their ids, links in order of source and place.

    `standards` holds the declared ones only. The graph never changes; an audience sees a smaller
    one made from it.
    """

    settings: PortalSettings
    standards: Standards
    records: tuple[Record, ...]
    links: tuple[ResolvedLink, ...]
    _by_id: Mapping[str, Record] = field(init=False, repr=False, compare=False)
    _by_type: Mapping[type[Record], tuple[Record, ...]] = field(
        init=False, repr=False, compare=False
    )
    _from: Mapping[str, tuple[ResolvedLink, ...]] = field(init=False, repr=False, compare=False)
    _to: Mapping[str, tuple[ResolvedLink, ...]] = field(init=False, repr=False, compare=False)
    _supports: Mapping[ClauseRef, tuple[Support, ...]] = field(
        init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "_by_id", MappingProxyType({record.id: record for record in self.records}))
        put(self, "_by_type", _grouped((type(record), record) for record in self.records))
        put(self, "_from", _grouped((link.source, link) for link in self.links))
        put(self, "_to", _grouped((link.target, link) for link in self.links))
        put(
            self,
            "_supports",
            _grouped(
                (support.clause, Support(support.clause, record, support.why))
                for record in self.records
                for support in record.clauses
            ),
        )

    def find(self, id: str) -> Record | None:
        return self._by_id.get(id)

    def record(self, id: str) -> Record:
        """Return the record of an id that is known to be in the graph."""
        return self._by_id[id]

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of one type, in counting order."""
        return self._by_type.get(kind, ())  # type: ignore[return-value]

    def links_from(self, id: str) -> tuple[ResolvedLink, ...]:
        return self._from.get(id, ())

    def links_to(self, id: str) -> tuple[ResolvedLink, ...]:
        return self._to.get(id, ())

    def supports(self, clause: ClauseRef) -> tuple[Support, ...]:
        """Return every record that names the clause, with its reason, in counting order."""
        return self._supports.get(clause, ())


def in_order(records: "tuple[Record, ...] | list[Record]") -> tuple[Record, ...]:
    """Return the records in counting order of their ids."""
    return tuple(sorted(records, key=lambda record: (natural_key(record.id), record.id)))


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return MappingProxyType({key: tuple(values) for key, values in groups.items()})
