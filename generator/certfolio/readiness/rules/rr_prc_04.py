"""Does every operating process have a figure, taken in its last period?

A process without a figure cannot be steered, and one whose figure is months old is not. An
objective that belongs to the process counts as its figure.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.interval import PROMISED, lapses_on
from certfolio.readiness.rule import Rule
from certfolio.records.objective import Objective
from certfolio.records.process import Process


@dataclass(frozen=True, slots=True)
class _Figure:
    name: str
    interval: str
    last: date | None

    def is_current(self, as_of: date) -> bool:
        return self.last is not None and lapses_on(self.last, self.interval) >= as_of

    @property
    def told(self) -> Message:
        return (
            say(
                "“{name}”, measured {interval}, has its last value of {last}",
                name=self.name,
                interval=PROMISED[self.interval],
                last=self.last,
            )
            if self.last
            else say(
                "“{name}”, measured {interval}, has no value",
                name=self.name,
                interval=PROMISED[self.interval],
            )
        )


def check(case: Case) -> Iterator[ReadinessFinding]:
    objectives: dict[str, list[Objective]] = {}
    for objective in case.graph.all(Objective):
        if objective.process is not None and objective.status != "dropped":
            objectives.setdefault(objective.process, []).append(objective)
    operating = [p for p in case.graph.all(Process) if p.status in {"operating", "changing"}]
    if not operating:
        yield RULE.not_assessed(
            "portal", say("No process is in operation, so none can be measured.")
        )
    for process in operating:
        yield _judged(case, process, _figures(case, process, objectives.get(process.id, [])))


def _figures(case: Case, process: Process, objectives: list[Objective]) -> list[_Figure]:
    own = [
        _Figure(i.name, i.interval, _last(case, [value.on for value in i.values]))
        for i in process.indicators
    ]
    return own + [
        _Figure(o.title, o.interval, _last(case, [value.on for value in o.measurements]))
        for o in objectives
    ]


def _last(case: Case, days: list[date]) -> date | None:
    return max((day for day in days if day <= case.as_of), default=None)


def _judged(case: Case, process: Process, figures: list[_Figure]) -> ReadinessFinding:
    if not figures:
        return RULE.gap(
            process,
            say("{process} has no indicator, and no objective belongs to it.", process=process.id),
        )
    current = [figure for figure in figures if figure.is_current(case.as_of)]
    old = [figure for figure in figures if not figure.is_current(case.as_of)]
    if not old:
        return RULE.met(
            process,
            say(
                "At {process}, {current}.",
                process=process.id,
                current=Listing([figure.told for figure in current]),
            ),
        )
    answer = RULE.partly_met if current else RULE.gap
    return answer(
        process,
        say(
            "At {process}, {old}.", process=process.id, old=Listing([figure.told for figure in old])
        ),
    )


RULE = Rule(
    id="RR-PRC-04",
    severity=Severity.MINOR,
    source="9001 4.4.1; 9.1",
    needs=("indicators of processes", "objectives with their process"),
    text=__doc__,
    check=check,
)
