"""The command that publishes a portal."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from certfolio import pipeline
from certfolio.handover.publish import repaired_target
from certfolio.pipeline import Built, FilesChanged, Order, Workspace
from certfolio.records.portal_settings import Audience
from certfolio.reporting import text
from certfolio.reporting.report import Report
from certfolio.tasks import option
from certfolio.tasks.ending import Refused, ending
from certfolio.tasks.terminal import progress, say
from certfolio.tasks.workspace import workspace

_HELP = {
    "audience": "for whom to publish, as declared in portal.yaml (default: internal)",
    "as-of": "the day to judge by: a date or the word today (default: as portal.yaml says)",
    "content": option.CONTENT,
    "output": "folder to publish to, one folder an audience in it (default: output)",
    "lang": option.LANG,
    "jobs": option.JOBS,
}


@task(auto_shortflags=False, help=_HELP)
def build(
    _context: Context,
    *,
    audience: str = "internal",
    as_of: str | None = None,
    content: str | None = None,
    output: str = "output",
    lang: str | None = None,
    jobs: str | None = None,
) -> None:
    """Publish the portal that one audience sees, all of it or nothing."""
    target = option.folder(output) / audience
    with ending(lambda: unchanged(target)):
        place = workspace(content)
        publish(place, Wish(audience, as_of, target, option.jobs(jobs), lang))


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person asks for, before the settings say what it means."""

    audience: str
    as_of: str | None
    target: Path
    jobs: int
    lang: str | None = None


def publish(place: Workspace, wish: Wish) -> None:
    """Check, build and say what was published.

    Raise Refused where the content has problems, and whatever the pipeline raises.
    """
    # before reading begins: nobody waits to be refused, and it is told even if the build then fails
    places = {"content": place.content, "project": place.project}
    for repair in repaired_target(wish.target, wish.audience, **places):
        say(f"Repaired after an interrupted build: {repair}.")
    with progress() as stage:
        lines = _publish(place, wish, stage)
    for line in lines:
        say(line)


def _publish(place: Workspace, wish: Wish, stage: Callable[[str], None]) -> list[str]:
    stage("reading the records")
    checked = pipeline.check(place, wish.jobs, has_digests=False)
    report = Report(checked.problems, checked.written)
    if checked.graph is None:
        raise Refused(report)
    settings = checked.graph.settings
    day, is_clock = option.day_of_judgement(wish.as_of, settings)
    language = option.language(wish.lang, settings, place.themes)
    note = option.language_note(wish.lang, settings, place.themes)
    order = Order(option.audience(wish.audience, settings), day, wish.target, language)
    told = pipeline.notices(checked, order.audience)
    report = Report((*checked.problems, *told), checked.written)
    try:
        built = pipeline.build(place, checked, order, stage)
    except FilesChanged as changed:
        raise Refused(Report(changed.problems, checked.written)) from changed
    return [
        *([text.report(report).rstrip("\n")] if report.problems else []),
        *([note] if note else []),
        *([f"Judged by today's date, {day}."] if is_clock else []),
        *(f"Repaired after an interrupted build: {repair}." for repair in built.repairs),
        f"{text.counted(report.records, 'record')} read, {built.shown} for {wish.audience}.",
        *left_out(order.audience),
        _published(built, wish),
    ]


def left_out(audience: Audience) -> list[str]:
    """Name what an audience does not get whatever its level, as nobody may have written it down."""
    if not audience.leaves_out:
        return []
    return [f"Left out for {audience.name}: {', '.join(audience.leaves_out)}."]


def unchanged(target: Path) -> str:
    """Return the last line of a build that failed."""
    if target.is_dir():
        return f"Nothing was published; {target.as_posix()} is as it was."
    return "Nothing was published."


def _published(built: Built, wish: Wish) -> str:
    parts = (
        text.counted(built.shown, "record"),
        text.counted(built.pages, "page"),
        text.counted(built.files, "file"),
        f"build {built.build_id}",
    )
    return f"Published {wish.target.as_posix()}/index.html: {', '.join(parts)}."
