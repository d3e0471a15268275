"""Finds the person who can mend what is missing for a clause."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from certfolio.model.clause import ClauseRef
from certfolio.readiness.case import Case
from certfolio.readiness.support import is_document
from certfolio.records.gap_item import GapItem
from certfolio.records.process import Process
from certfolio.records.soa_entry import SoaEntry

Answerable = Mapping[ClauseRef, str]


def answerable(case: Case) -> Answerable:
    """Return a person's id for every clause that a record names.

    Whoever owns the decision on a control, else a process that names the clause, else a document,
    else the gap item, else anything else that supports it.
    """
    found: dict[ClauseRef, str] = {}
    for ref, owner in _claims(case):
        found.setdefault(ref, owner)
    return MappingProxyType(found)


def _claims(case: Case) -> Iterator[tuple[ClauseRef, str]]:
    graph = case.graph
    documents = [record for record in graph.records if is_document(record)]
    yield from ((entry.control, entry.owner) for entry in graph.all(SoaEntry))
    for record in (*graph.all(Process), *documents):
        yield from ((support.clause, record.owner) for support in record.clauses)
    yield from ((item.clause, item.owner) for item in graph.all(GapItem))
    for record in graph.records:
        yield from ((support.clause, record.owner) for support in record.clauses)
