"""The command that writes registers as tables, without a portal around them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from certfolio import pipeline
from certfolio.intake.phrase import did_you_mean
from certfolio.model.problem import ExitCode
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop
from certfolio.pipeline import TABLE_NAMES, Order
from certfolio.reporting import text
from certfolio.reporting.report import Report
from certfolio.tasks import option
from certfolio.tasks.ending import Refused, ending
from certfolio.tasks.terminal import progress, say
from certfolio.tasks.workspace import workspace

_HELP = {
    "to": "folder for the tables: new, empty, or one that held exports for the same audience",
    "audience": "for whom, as declared in portal.yaml (default: internal)",
    "table": f"only this one; may be given several times: {', '.join(TABLE_NAMES)} (default: all)",
    "as-of": "the day to judge by: a date or the word today (default: as portal.yaml says)",
    "content": option.CONTENT,
    "lang": option.LANG,
    "jobs": option.JOBS,
}


@task(auto_shortflags=False, iterable=["table"], help=_HELP)
def export(
    _context: Context,
    to: str,
    *,
    audience: str = "internal",
    table: Sequence[str] | None = None,
    as_of: str | None = None,
    content: str | None = None,
    lang: str | None = None,
    jobs: str | None = None,
) -> None:
    """Write the registers that an audience may see as CSV and as one Excel workbook."""
    folder = option.folder(to)
    with ending(lambda: f"Nothing was written; what lies in {folder.as_posix()} is as it was."):
        names = _names(table or ())
        place = workspace(content)
        with progress() as stage:
            stage("reading the records")
            checked = pipeline.check(place, option.jobs(jobs), has_digests=False)
            if checked.graph is None:
                raise Refused(Report(checked.problems, checked.written))
            settings = checked.graph.settings
            day, is_clock = option.day_of_judgement(as_of, settings)
            order = Order(
                audience=option.audience(audience, settings),
                as_of=day,
                target=folder,
                language=option.language(lang, settings, place.themes),
            )
            made = pipeline.export(place, checked, order, names, stage)
        if is_clock:
            say(f"Judged by today's date, {day}.")
        _tell(folder, audience, made)


def _names(given: Sequence[str]) -> tuple[str, ...]:
    for name in given:
        if name not in TABLE_NAMES:
            raise Stop(
                ExitCode.CONFIGURATION,
                found=f"there is no table {shown(name)}",
                expected=f"one of {', '.join(TABLE_NAMES)}",
                fix=did_you_mean(name, TABLE_NAMES) or "write --table with one of these",
            )
    return tuple(given) or TABLE_NAMES


def _tell(folder: Path, audience: str, made: Mapping[str, int]) -> None:
    say(f"{text.counted(len(made), 'table')} for {audience} in {folder.as_posix()}:")
    for name in made:
        say(f"  {name}")
    say(
        "Links in the workbook lead to the pages of the portal when it lies in the portal's"
        " folder exports/."
    )
