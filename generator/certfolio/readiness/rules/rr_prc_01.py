"""Does every process say who, what, with what, how well and with which risks?

Auditors follow a process from what goes in to what comes out and ask its owner how it is run. A
description that leaves out resources, responsibilities or risks leaves that question open.
Where no declared standard asks for described processes, the gap weighs less.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.demand import demanding
from certfolio.readiness.keyed_clause import refs_below
from certfolio.readiness.rule import Rule
from certfolio.records.process import Process

_DESCRIBED = "process description"
_PARTS = 6


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
    missing = list(_missing(process))
    if not missing:
        return RULE.met(
            process,
            say(
                "{process} names its owner, inputs, outputs, criteria or indicators, resources, "
                "responsibilities and risks.",
                process=process.id,
            ),
        )
    is_demanded = any(serves(process, catalogue.id) for catalogue in demanding(case, _DESCRIBED))
    answer = RULE.gap if len(missing) == _PARTS else RULE.partly_met
    return answer(
        process,
        say("{process} names {missing}.", process=process.id, missing=Listing(missing)),
        severity=Severity.MAJOR if is_demanded else Severity.MINOR,
    )


def _missing(process: Process) -> Iterator[Message]:
    if not process.inputs:
        yield say("no inputs")
    if not process.outputs:
        yield say("no outputs")
    if not process.criteria and not process.indicators:
        yield say("no criteria or indicators")
    if not process.resources:
        yield say("no resources")
    if not process.responsibilities:
        yield say("no responsibilities")
    if not process.risks:
        yield say("no risks")


RULE = Rule(
    id="RR-PRC-01",
    severity=Severity.MAJOR,
    source="4.4; 8.1",
    needs=("processes",),
    text=__doc__,
    check=check,
)
