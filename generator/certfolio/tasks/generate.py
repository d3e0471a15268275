"""The command that makes an invented organization of any size."""

import re
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from certfolio.generation.organization import organization
from certfolio.generation.write import expect_empty, write
from certfolio.intake.schema import load_schemas
from certfolio.model.problem import ExitCode
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop
from certfolio.standards.catalogue import Standards
from certfolio.standards.load import load_standards
from certfolio.tasks import option
from certfolio.tasks.ending import ending
from certfolio.tasks.terminal import say
from certfolio.tasks.workspace import shipped

_NUMBER = re.compile("[0-9]{1,6}")
_HELP = {
    "folder": "a folder that is new or empty; content/ is made in it",
    "records": "how many records there are to be (default: 1000)",
    "seed": "a number; the same one makes the same organization (default: 1)",
}


@task(positional=["folder"], auto_shortflags=False, help=_HELP)
def generate(_context: Context, *, folder: str, records: str = "1000", seed: str = "1") -> None:
    """Make an invented organization with records of every type, to try things out at any size."""
    with ending():
        place = option.folder(folder)
        expect_empty(place)
        wanted, start = whole_number("records", records), whole_number("seed", seed)
        files = organization(wanted, start, shipped_standards(place))
        write(files, place / "content")
        say(f"Made an organization in {folder}: {len(files)} files in {folder}/content.")
        say(f"Go there with: cd {folder}. Then type: certfolio build")


def shipped_standards(empty: Path) -> Standards:
    """Return the catalogues that belong to this program; an empty folder adds none."""
    return load_standards(empty, load_schemas(shipped("schema")))[0]


def whole_number(name: str, given: str) -> int:
    """Return the number that a person wrote behind a flag."""
    if _NUMBER.fullmatch(given):
        return int(given)
    raise Stop(
        ExitCode.CONFIGURATION,
        found=f"--{name} {shown(given)} is not a number",
        expected="a whole number from 0 to 999999",
        fix=f"write --{name} 1000",
    )
