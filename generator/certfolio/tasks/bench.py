"""The command that measures how the stages grow with the number of records."""

import gc
import platform
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import process_time

from invoke.context import Context
from invoke.tasks import task

from certfolio import pipeline
from certfolio.generation.organization import organization
from certfolio.generation.stock import AS_OF
from certfolio.generation.write import write
from certfolio.linking.graph import RecordGraph
from certfolio.pipeline import Order, Workspace
from certfolio.readiness.case import Case
from certfolio.readiness.evaluate import evaluate
from certfolio.readiness.rule_table import RULES
from certfolio.reporting.text import counted
from certfolio.standards.expectation import load_expectations
from certfolio.tasks.ending import ending
from certfolio.tasks.generate import shipped_standards, whole_number
from certfolio.tasks.terminal import answer, progress
from certfolio.tasks.workspace import shipped

_SLOWEST = 5
_READING = "read, validate, link"
_COVERING = "cover every clause"
_JUDGING = f"all {len(RULES)} rules"
_BUILDING = "pages, render, check"
_HELP = {
    "records": "sizes to measure, with commas between (default: 1000,3000,10000)",
    "seed": "the organization to measure with (default: 1)",
    "runs": "how often each stage is measured (default: 3)",
    "build": "measure publishing a portal too, once for each size",
}

Times = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """The seconds of processor time that each stage, and each rule, took at one size."""

    records: int
    stages: Mapping[str, Times]
    rules: Mapping[str, Times]


@task(auto_shortflags=False, help=_HELP)
def bench(
    _context: Context,
    records: str = "1000,3000,10000",
    seed: str = "1",
    runs: str = "3",
    build: bool = False,
) -> None:
    """Measure reading, judging and each rule at several sizes; no result is right or wrong."""
    with ending():
        sizes = [whole_number("records", size.strip()) for size in records.split(",")]
        start, times = whole_number("seed", seed), max(1, whole_number("runs", runs))
        with progress() as stage:
            measured = []
            for size in sizes:
                stage(f"measuring {size} records")
                measured.append(_measure(size, start, times, has_build=build))
        answer("\n".join(_report(measured, start, times)) + "\n")


def _measure(size: int, seed: int, runs: int, *, has_build: bool) -> Measured:
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        write(organization(size, seed, shipped_standards(project)), project / "content")
        place = Workspace(project, project / "content", shipped("schema"), (shipped("theme"),))
        reading = _times(runs, lambda: pipeline.check(place, 1))
        checked = pipeline.check(place, 1)
        assert checked.graph is not None, "a generated organization has no problem"
        stages = {_READING: reading, **_judging(checked.graph, runs)}
        if has_build:
            audience = checked.graph.settings.audiences[0]
            order = Order(audience, AS_OF, project / "output")
            stages[_BUILDING] = _times(
                1, lambda: pipeline.build(place, checked, order, lambda _stage: None)
            )
        return Measured(checked.written, stages, _rules(checked.graph, runs))


def _judging(graph: RecordGraph, runs: int) -> dict[str, Times]:
    expectations = load_expectations()
    case = Case(graph, AS_OF, expectations)
    return {
        _COVERING: _times(runs, lambda: Case(graph, AS_OF, expectations)),
        _JUDGING: _times(runs, lambda: evaluate(case, RULES)),
    }


def _rules(graph: RecordGraph, runs: int) -> dict[str, Times]:
    case = Case(graph, AS_OF, load_expectations())
    return {rule.id: _times(runs, partial(evaluate, case, (rule,))) for rule in RULES}


def _times(runs: int, work: Callable[[], object]) -> Times:
    times = []
    for _ in range(runs):
        gc.collect()
        begin = process_time()
        work()
        times.append(process_time() - begin)
    return tuple(times)


def _report(measured: list[Measured], seed: int, runs: int) -> Iterator[str]:
    yield f"Seconds of processor time, best (median) of {counted(runs, 'run')}, seed {seed}."
    yield f"{platform.python_implementation()} {platform.python_version()}, one process."
    yield "The growth is that of the best time; the records grow as its heading says."
    yield ""
    yield _line(
        "", [f"{each.records:,} records" for each in measured], _growth_of_records(measured)
    )
    for name in measured[0].stages:
        yield _row(name, [each.stages[name] for each in measured])
    yield ""
    yield f"The slowest {_SLOWEST} rules at {measured[-1].records:,} records:"
    last = measured[-1].rules
    for id in sorted(last, key=lambda id: (-min(last[id]), id))[:_SLOWEST]:
        yield _row(id, [each.rules[id] for each in measured])


def _growth_of_records(measured: list[Measured]) -> str:
    sizes = [each.records for each in measured]
    return _growth([float(size) for size in sizes])


def _row(name: str, times: list[Times]) -> str:
    cells = [f"{min(each):.3f} ({median(each):.3f})" for each in times]
    return _line(name, cells, _growth([min(each) for each in times]))


def _growth(values: list[float]) -> str:
    """Return how often each value holds the one before."""
    pairs = pairwise(values)
    return " ".join(f"x{later / max(earlier, 1e-6):.1f}" for earlier, later in pairs)


def _line(name: str, cells: list[str], growth: str) -> str:
    return f"{name:22}{''.join(f'{cell:>18}' for cell in cells)}   {growth}".rstrip()
