"""Finds the processes that use a supplier, whichever of the two names the other."""

from collections.abc import Iterator, Mapping

from certfolio.readiness.case import Case
from certfolio.records.process import Process
from certfolio.records.supplier import Supplier


def supplier_use(case: Case) -> Mapping[str, tuple[str, ...]]:
    """Return the processes of each supplier that are in operation, by the supplier's id."""
    found: dict[str, dict[str, None]] = {}
    for supplier, process in _uses(case):
        found.setdefault(supplier, {})[process] = None
    return {supplier: tuple(processes) for supplier, processes in found.items()}


def _uses(case: Case) -> Iterator[tuple[str, str]]:
    running = [p for p in case.graph.all(Process) if p.status in {"operating", "changing"}]
    ids = {process.id for process in running}
    for supplier in case.graph.all(Supplier):
        yield from ((supplier.id, process) for process in supplier.processes if process in ids)
    for process in running:
        yield from ((part.supplier, process.id) for part in process.outsourced if part.supplier)
