"""The command that shows the portal in a browser while its records are written."""

from collections.abc import Iterator

from invoke.context import Context
from invoke.tasks import task
from watchfiles import watch

from certfolio.pipeline import Workspace
from certfolio.tasks import option
from certfolio.tasks.build import Wish, publish, unchanged
from certfolio.tasks.ending import Refused, ending, told
from certfolio.tasks.preview_server import Preview, chosen_port, listening
from certfolio.tasks.terminal import say
from certfolio.tasks.workspace import workspace

_HELP = {
    "audience": "for whom to publish, as declared in portal.yaml (default: internal)",
    "as-of": "the day to judge by: a date or the word today (default: as portal.yaml says)",
    "content": option.CONTENT,
    "output": "folder to publish to, one folder an audience in it (default: output)",
    "lang": option.LANG,
    "port": "port of this computer (default: 8000; 0 takes a free one)",
    "jobs": option.JOBS,
}


@task(auto_shortflags=False, help=_HELP)
def serve(
    _context: Context,
    *,
    audience: str = "internal",
    as_of: str | None = None,
    content: str | None = None,
    output: str = "output",
    lang: str | None = None,
    port: str = "8000",
    jobs: str | None = None,
) -> None:
    """Build, show the portal to this computer only, and build again after every change."""
    target = option.folder(output) / audience
    with ending():
        place = workspace(content)
        wish = Wish(audience, as_of, target, option.jobs(jobs), lang)
        preview = Preview(target)
        with listening(chosen_port(port), preview) as server:
            # the first round comes when nothing changed yet, so that no change is missed
            for has_changed in _rounds(place):
                is_first = preview.state == 0
                if is_first or has_changed:
                    _build(place, wish, preview, is_first=is_first)
                if is_first:
                    say(f"The portal is at {server.address} (Ctrl-C ends it).")


def _build(place: Workspace, wish: Wish, preview: Preview, *, is_first: bool) -> None:
    """Publish, or show what is wrong beside the portal as it was."""
    try:
        publish(place, wish)
        preview.built("")
    except Exception as error:
        if is_first and not isinstance(error, Refused):
            raise
        words, _code = told(error)
        say(f"{words}\n{unchanged(wish.target)}")
        preview.built(words)


def _rounds(place: Workspace) -> Iterator[bool]:
    """Yield a few times a second whether anything changed since the time before."""
    folders = [path for path in (place.content, place.schema, *place.themes) if path.is_dir()]
    watched = watch(*folders, debounce=400, rust_timeout=300, yield_on_timeout=True)
    return (bool(changes) for changes in watched)
