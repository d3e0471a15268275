"""The command that reads everything and reports what is wrong."""

from invoke.context import Context
from invoke.tasks import task

from certfolio import pipeline
from certfolio.intake.phrase import did_you_mean
from certfolio.model.problem import ExitCode, exit_code
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop
from certfolio.reporting.report import Report
from certfolio.reporting.reporters import REPORTERS
from certfolio.tasks import option
from certfolio.tasks.ending import end, ending
from certfolio.tasks.terminal import answer, progress
from certfolio.tasks.workspace import workspace

_HELP = {
    "content": option.CONTENT,
    "format": f"how to report: {', '.join(REPORTERS)} (default: text)",
    "jobs": option.JOBS,
}


@task(auto_shortflags=False, help=_HELP)
def check(
    _context: Context, content: str | None = None, format: str = "text", jobs: str | None = None
) -> None:
    """Report every problem of every record and file, and write nothing."""
    with ending():
        if format not in REPORTERS:
            raise _unknown(format)
        place = workspace(content)
        with progress() as stage:
            stage("reading the records")
            checked = pipeline.check(place, option.jobs(jobs))
        report = REPORTERS[format](Report(checked.problems, checked.written))
        answer(report, None if format == "text" else "utf-8")
        code = exit_code(checked.problems)
        if code is not ExitCode.DONE:
            raise end(code.value)


def _unknown(name: str) -> Stop:
    return Stop(
        ExitCode.CONFIGURATION,
        found=f"--format {shown(name)} is not a way to report",
        expected=f"one of {', '.join(REPORTERS)}",
        fix=did_you_mean(name, REPORTERS) or "write --format text",
    )
