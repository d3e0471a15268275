"""What passes between processes: every input, output and order that two records of them name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from certfolio.records.process import Process


@dataclass(frozen=True, slots=True)
class Passage:
    """Something that goes from one process to another; `what` is None for the bare order."""

    source: str
    target: str
    what: str | None


@dataclass(frozen=True, slots=True)
class Outside:
    """Something that a process gets from, or gives to, somebody who is no process of the map."""

    process: str
    what: str
    party: str | None
    is_input: bool


def passages(processes: Sequence[Process]) -> tuple[Passage, ...]:
    """Return each passage once, whichever of the two processes tells it, in order of the processes.

    The bare order of two processes is only told where nothing is said to pass between them.
    """
    known = {process.id: index for index, process in enumerate(processes)}
    told = {p: None for process in processes for p in _things(process) if _is_inside(p, known)}
    pairs = {(passage.source, passage.target) for passage in told}
    orders = {
        p: None
        for process in processes
        for p in _orders(process)
        if _is_inside(p, known) and (p.source, p.target) not in pairs
    }
    return tuple(
        sorted((*told, *orders), key=lambda p: (known[p.source], known[p.target], p.what or ""))
    )


def outside(processes: Sequence[Process]) -> tuple[Outside, ...]:
    """Return what comes from or goes to somebody outside, as each process tells it."""
    known = {process.id for process in processes}
    found: list[Outside] = []
    for process in processes:
        for flow in process.inputs:
            if flow.process not in known:
                found.append(Outside(process.id, flow.what, flow.party, True))
        for gift in process.outputs:
            if gift.process not in known:
                found.append(Outside(process.id, gift.what, gift.party, False))
    return tuple(found)


def _things(process: Process) -> Iterator[Passage]:
    for flow in process.inputs:
        if flow.process:
            yield Passage(flow.process, process.id, " ".join(flow.what.split()))
    for gift in process.outputs:
        if gift.process:
            yield Passage(process.id, gift.process, " ".join(gift.what.split()))


def _orders(process: Process) -> Iterator[Passage]:
    for id in process.predecessors:
        yield Passage(id, process.id, None)
    for id in process.successors:
        yield Passage(process.id, id, None)


def _is_inside(passage: Passage, known: dict[str, int]) -> bool:
    return passage.source in known and passage.target in known
