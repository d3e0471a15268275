"""The command that shows exactly what an audience would get, before anybody gets it."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from threading import Event

from invoke.context import Context
from invoke.tasks import task

from certfolio import pipeline
from certfolio.pipeline import Checked, Order, Rehearsal, Workspace
from certfolio.reporting import text
from certfolio.reporting.report import Report
from certfolio.tasks import option
from certfolio.tasks.build import left_out
from certfolio.tasks.ending import Refused, ending
from certfolio.tasks.preview_server import Preview, chosen_port, listening
from certfolio.tasks.terminal import progress, say
from certfolio.tasks.workspace import workspace

_HELP = {
    "audience": "whose edition to look at, as declared in portal.yaml (default: auditor)",
    "as-of": "the day to judge by: a date or the word today (default: as portal.yaml says)",
    "content": option.CONTENT,
    "lang": option.LANG,
    "port": "port of this computer (default: 8000; 0 takes a free one)",
    "jobs": option.JOBS,
}


@task(auto_shortflags=False, help=_HELP)
def preview(
    _context: Context,
    *,
    audience: str = "auditor",
    as_of: str | None = None,
    content: str | None = None,
    lang: str | None = None,
    port: str = "8000",
    jobs: str | None = None,
) -> None:
    """Show to this computer only, byte for byte, what an audience would get; publish nothing."""
    with ending(lambda: "Nothing was published."), ExitStack() as lent:
        place, number = workspace(content), chosen_port(port)
        with progress() as stage:
            checked = _checked(place, option.jobs(jobs), stage)
            assert checked.graph is not None
            settings = checked.graph.settings
            day, is_clock = option.day_of_judgement(as_of, settings)
            language = option.language(lang, settings, place.themes)
            order = Order(option.audience(audience, settings), day, Path(), language)
            notices = pipeline.notices(checked, order.audience)
            rehearsal = pipeline.rehearsal(place, checked, order, stage)
            shown = lent.enter_context(rehearsal)
        for notice in notices:
            say(text.problem_text(notice))
        if is_clock:
            say(f"Judged by today's date, {day}.")
        for line in left_out(order.audience):
            say(line)
        _show(shown, number, audience)


def _checked(place: Workspace, jobs: int, stage: Callable[[str], None]) -> Checked:
    stage("reading the records")
    checked = pipeline.check(place, jobs, has_digests=False)
    if checked.graph is None:
        raise Refused(Report(checked.problems, checked.written))
    return checked


def _show(shown: Rehearsal, port: int, audience: str) -> None:
    """Serve until somebody ends it; a short wait again and again lets Ctrl-C through everywhere."""
    with listening(port, Preview(shown.folder, is_live=False)) as server:
        say(
            f"What {audience} would get, build {shown.edition.build_id}, is at {server.address}"
            " (Ctrl-C ends it)."
        )
        never = Event()
        while not never.wait(0.5):
            pass
