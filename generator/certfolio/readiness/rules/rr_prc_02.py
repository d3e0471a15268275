"""Does every input come from somewhere and every output go to somebody?

The sequence of processes is where work is lost: an input that nobody supplies, an output that
nobody waits for, a process that no other one knows. Auditors draw the map and look for loose ends.
"""

from collections.abc import Iterator, Mapping

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.records.process import Process

_IN_USE = frozenset({"operating", "changing"})


def check(case: Case) -> Iterator[ReadinessFinding]:
    processes = case.graph.all(Process)
    by_id = {process.id: process for process in processes}
    joined = _joined(processes)
    in_use = [process for process in processes if process.status in _IN_USE]
    if not in_use:
        yield RULE.not_assessed(
            "portal", say("No process is in operation, so none can be followed.")
        )
    for process in in_use:
        yield _judged(process, by_id, is_alone=len(in_use) > 1 and process.id not in joined)


def _neighbours(process: Process) -> list[str]:
    ends = [given.process for given in process.inputs] + [made.process for made in process.outputs]
    named = [end for end in ends if end is not None]
    return [*named, *process.predecessors, *process.successors]


def _joined(processes: tuple[Process, ...]) -> frozenset[str]:
    pairs = [(process.id, other) for process in processes for other in _neighbours(process)]
    return frozenset(id for pair in pairs for id in pair)


def _judged(process: Process, by_id: Mapping[str, Process], is_alone: bool) -> ReadinessFinding:
    faults = [
        say("no source is named for the input “{what}”", what=given.what)
        for given in process.inputs
        if given.process is None and given.party is None
    ]
    faults += [
        say("no receiver is named for the output “{what}”", what=made.what)
        for made in process.outputs
        if made.process is None and made.party is None
    ]
    faults += [
        say("the neighbour {other} is retired", other=other)
        for other in sorted(set(_neighbours(process)))
        if other in by_id and by_id[other].status == "retired"
    ]
    if is_alone:
        faults.append(say("no other process is connected"))
    if not faults:
        return RULE.met(
            process,
            say(
                "Every input of {process} has a source and every output a receiver.",
                process=process.id,
            ),
        )
    return RULE.gap(
        process, say("At {process}, {faults}.", process=process.id, faults=Listing(faults))
    )


RULE = Rule(
    id="RR-PRC-02",
    severity=Severity.MINOR,
    source="9001 4.4.1",
    needs=("inputs, outputs and neighbours of processes",),
    text=__doc__,
    check=check,
)
