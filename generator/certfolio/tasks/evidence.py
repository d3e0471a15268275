"""The commands about files of evidence: so far `evidence.scan`."""

from collections.abc import Sequence

from invoke.context import Context
from invoke.tasks import task

from certfolio import pipeline
from certfolio.evidence_scan.finding import Weight
from certfolio.intake.phrase import did_you_mean
from certfolio.model.problem import ExitCode, exit_code
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop
from certfolio.reporting import evidence_scan_json, evidence_scan_text
from certfolio.tasks import option
from certfolio.tasks.ending import end, ending
from certfolio.tasks.terminal import answer, progress, say
from certfolio.tasks.workspace import workspace

_FORMATS = {"text": evidence_scan_text.report, "json": evidence_scan_json.report}

_HELP = {
    "content": option.CONTENT,
    "format": f"how to report: {', '.join(_FORMATS)} (default: text)",
    "record": "only the files of the record with this id (default: all)",
    "jobs": option.JOBS,
}


@task(auto_shortflags=False, help=_HELP)
def scan(
    _context: Context,
    content: str | None = None,
    format: str = "text",
    record: str | None = None,
    jobs: str | None = None,
) -> None:
    """Say what files carry besides what one sees, and change none; end with 4 if one is unsafe."""
    with ending():
        if format not in _FORMATS:
            raise _unknown("--format", format, tuple(_FORMATS))
        place = workspace(content)
        with progress() as stage:
            stage("looking into the files")
            scanned = pipeline.scan(place, option.jobs(jobs), record)
        ids = tuple(each.id for each in scanned.records)
        if record is not None and record not in ids:
            raise _unknown("--record", record, ids)
        answer(_FORMATS[format](scanned.files), None if format == "text" else "utf-8")
        if scanned.problems:
            say(
                "Some records could not be read, and their files were not looked into: invoke check"
            )
        if any(file.weight is Weight.UNSAFE for file in scanned.files):
            raise end(ExitCode.EVIDENCE.value)
        if scanned.problems:
            raise end(exit_code(scanned.problems).value)


def _unknown(flag: str, value: str, known: Sequence[str]) -> Stop:
    expected = f"one of {', '.join(known)}" if len(known) < 10 else "the id of a record"
    return Stop(
        ExitCode.CONFIGURATION,
        found=f"{flag} {shown(value)} is not known",
        expected=expected,
        fix=did_you_mean(value, known) or f"write {flag} {next(iter(known), '')}".rstrip(),
    )
