"""A page for each process: what goes in, what comes out, and the processes on either side."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.card import Card, card
from certfolio.portal.edition import Edition
from certfolio.portal.field import reader
from certfolio.portal.link import RecordLink, record_link
from certfolio.portal.value import Field
from certfolio.records.process import Process, ProcessInput, ProcessOutput

_FIRST = ("kind", "purpose")
_SHOWN = frozenset((*_FIRST, "inputs", "outputs", "predecessors", "successors"))


@dataclass(frozen=True, slots=True)
class Flow:
    """Something that enters or leaves a process, and from or to whom."""

    what: str
    process: RecordLink | None
    party: str | None


@dataclass(frozen=True, slots=True)
class ProcessView:
    """A process between those before and after it."""

    title: str
    card: Card
    first: tuple[Field, ...]
    inputs: tuple[Flow, ...]
    outputs: tuple[Flow, ...]
    predecessors: tuple[RecordLink, ...]
    successors: tuple[RecordLink, ...]


def pages(edition: Edition) -> Iterator[Page]:
    for process in edition.graph.all(Process):
        view = ProcessView(
            title=f"{process.id} {process.title}",
            card=card(edition, process, _SHOWN),
            first=reader(edition, process).chosen(_FIRST),
            inputs=tuple(_flow(edition, flow) for flow in process.inputs),
            outputs=tuple(_flow(edition, flow) for flow in process.outputs),
            predecessors=tuple(record_link(edition, id) for id in process.predecessors),
            successors=tuple(record_link(edition, id) for id in process.successors),
        )
        yield Page(address.record(process.id), "process.html", view)


def _flow(edition: Edition, flow: ProcessInput | ProcessOutput) -> Flow:
    process = record_link(edition, flow.process) if flow.process else None
    return Flow(flow.what, process, flow.party)
