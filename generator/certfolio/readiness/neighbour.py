"""Finds the records that a record is linked with, whoever of the two names the other."""

from certfolio.linking.graph import RecordGraph
from certfolio.records.record import Record


def neighbours(graph: RecordGraph, id: str) -> tuple[Record, ...]:
    """Return the records that name this one, then those that it names, each once."""
    ids = [link.source for link in graph.links_to(id)]
    ids += [link.target for link in graph.links_from(id)]
    return tuple(graph.record(other) for other in dict.fromkeys(ids))
