"""The command that says what still blocks the audits."""

from collections.abc import Iterable

from invoke.context import Context
from invoke.tasks import task

from certfolio import pipeline
from certfolio.exports import readiness_json
from certfolio.intake.phrase import did_you_mean
from certfolio.linking.graph import RecordGraph
from certfolio.model.problem import ExitCode
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop
from certfolio.model.verdict import Severity
from certfolio.readiness.gate import GATES, GateAnswer
from certfolio.readiness.readiness import Readiness
from certfolio.reporting import readiness_sarif, readiness_text
from certfolio.reporting.report import Report
from certfolio.tasks import option
from certfolio.tasks.ending import Refused, end, ending
from certfolio.tasks.terminal import answer, progress, say
from certfolio.tasks.workspace import workspace

_FORMATS = ("text", "json", "sarif")
_GATES = tuple(gate.name for gate in GATES)
_FAILING = tuple(severity.value for severity in Severity if severity is not Severity.INFO)

_HELP = {
    "as-of": "the day to judge by; a later day shows what lapses until then (default: portal.yaml)",
    "gate": f"only one gate: {', '.join(_GATES)} (default: all)",
    "format": f"how to report: {', '.join(_FORMATS)} (default: text)",
    "by": f"how to group the text: {', '.join(readiness_text.GROUPS)} (default: owner)",
    "fail-on": f"end with 9 when a finding is at least so grave: {', '.join(_FAILING)}",
    "content": option.CONTENT,
    "jobs": option.JOBS,
}


@task(auto_shortflags=False, help=_HELP)
def readiness(
    _context: Context,
    as_of: str | None = None,
    gate: str | None = None,
    format: str = "text",
    by: str = "owner",
    fail_on: str | None = None,
    content: str | None = None,
    jobs: str | None = None,
) -> None:
    """Say what still blocks stage 1, stage 2 and surveillance, who owns it and by when."""
    with ending():
        _known("format", format, _FORMATS)
        _known("by", by, tuple(readiness_text.GROUPS))
        _known("gate", gate, _GATES)
        _known("fail-on", fail_on, _FAILING)
        graph = _graph(content, jobs)
        day, is_clock = option.day_of_judgement(as_of, graph.settings)
        now = pipeline.judge(graph, day)
        gates = tuple(each for each in now.gates if gate in (None, each.gate.name))
        if is_clock:
            say(f"Judged by today's date, {day}.")
        if format == "text":
            answer(readiness_text.report(now, graph, by=by, gates=gates, since=_since(graph, now)))
        else:
            answer(_for_programs(format, graph, now, gates), "utf-8")
        if fail_on is not None and _is_failed(gates, Severity(fail_on)):
            raise end(ExitCode.GATE.value)


def _graph(content: str | None, jobs: str | None) -> RecordGraph:
    place = workspace(content)
    with progress() as stage:
        stage("reading the records")
        checked = pipeline.check(place, option.jobs(jobs))
    if checked.graph is None:
        raise Refused(Report(checked.problems, checked.written))
    return checked.graph


def _since(graph: RecordGraph, now: Readiness) -> Readiness | None:
    """Return the organization's own day of judgement, where the one asked for is later."""
    if graph.settings.as_of is None:
        return None
    own, _ = option.day_of_judgement(None, graph.settings)
    return pipeline.judge(graph, own) if own < now.as_of else None


def _for_programs(
    format: str, graph: RecordGraph, now: Readiness, gates: tuple[GateAnswer, ...]
) -> str:
    if format == "json":
        return readiness_json.export(now).decode()
    return readiness_sarif.report(graph, gates)


def _is_failed(gates: Iterable[GateAnswer], severity: Severity) -> bool:
    return any(each.at_least(severity) for each in gates)


def _known(option_name: str, value: str | None, values: tuple[str, ...]) -> None:
    if value is not None and value not in values:
        raise Stop(
            ExitCode.CONFIGURATION,
            found=f"--{option_name} {shown(value)} is not known",
            expected=f"one of {', '.join(values)}",
            fix=did_you_mean(value, values) or f"write --{option_name} {values[0]}",
        )
