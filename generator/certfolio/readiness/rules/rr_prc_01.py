"""Does every process say who, what, with what, how well and with which risks?

Auditors follow a process from what goes in to what comes out and ask its owner how it is run. A
description that leaves out resources, responsibilities or risks leaves that question open.
Where no declared standard asks for described processes, the gap weighs less.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.demand import demanding
from certfolio.readiness.keyed_clause import refs_below
from certfolio.readiness.rule import Rule
from certfolio.records.process import Process

_DESCRIBED = "process description"


def check(case: Case) -> Iterator[ReadinessFinding]:
    processes = case.graph.all(Process)
    if not processes:
        yield from _nothing_described(case)
    for process in processes:
        if process.status == "planned":
            yield RULE.not_applicable(
                process, say("{process} is planned and not operated yet.", process=process.id)
            )
        elif process.status != "retired":
            yield _judged(case, process)


def _nothing_described(case: Case) -> Iterator[ReadinessFinding]:
    asking = demanding(case, _DESCRIBED)
    for catalogue in asking:
        yield RULE.gap(
            catalogue,
            say("No process is described, and {standard} asks for them.", standard=catalogue.name),
            clauses=refs_below(catalogue, "4.4"),
        )
    if not asking:
        yield RULE.not_assessed("portal", say("No process is described."))


def _judged(case: Case, process: Process) -> ReadinessFinding:
    parts = {
        "inputs": process.inputs,
        "outputs": process.outputs,
        "criteria or indicators": process.criteria + process.indicators,
        "resources": process.resources,
        "responsibilities": process.responsibilities,
        "risks": process.risks,
    }
    missing = [say("no {name}", name=name) for name, entries in parts.items() if not entries]
    if not missing:
        return RULE.met(
            process,
            say("{process} names its owner, {parts}.", process=process.id, parts=Listing(parts)),
        )
    is_demanded = any(serves(process, catalogue.id) for catalogue in demanding(case, _DESCRIBED))
    answer = RULE.gap if len(missing) == len(parts) else RULE.partly_met
    return answer(
        process,
        say("{process} names {missing}.", process=process.id, missing=Listing(missing)),
        severity=Severity.MAJOR if is_demanded else Severity.MINOR,
    )


RULE = Rule(
    id="RR-PRC-01",
    severity=Severity.MAJOR,
    source="4.4; 8.1",
    needs=("processes",),
    text=__doc__,
    check=check,
)
