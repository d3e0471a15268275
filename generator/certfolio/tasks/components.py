"""The command that shows the design system to those who change it."""

from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from certfolio.host.component_pages import component_files
from certfolio.tasks.ending import ending
from certfolio.tasks.terminal import say
from certfolio.tasks.workspace import shipped

_TARGET = Path("output") / "components"


@task(auto_shortflags=False)
def components(_context: Context) -> None:
    """Show every component of the theme with its examples in output/components."""
    with ending():
        files = component_files(shipped("theme"))
        for path, text in files.items():
            place = _TARGET / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, "utf-8")
        shown = sum(path.endswith(".html") for path in files) - 1
        say(f"{shown} components: {(_TARGET / 'index.html').as_posix()}")
