"""The same content gives the same bytes, whoever builds it, wherever and however."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from socket import gethostname

import pytest

from portal_whole.builds import PROJECT
from portal_whole.shared_portals import EVERYTHING

COMMAND = "from certfolio.tasks.program import main; main()"


@dataclass(frozen=True, slots=True)
class Circumstance:
    """Where and how a build runs; `order` sorts the files for copying."""

    name: str
    user: str
    umask: int
    jobs: int
    is_reversed: bool
    environment: Mapping[str, str]


CIRCUMSTANCES = (
    Circumstance(
        name="one place",
        user="quillfeather",
        umask=0o077,
        jobs=1,
        is_reversed=False,
        environment={
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "C",
            "LANG": "C",
            "PYTHONHASHSEED": "0",
        },
    ),
    Circumstance(
        name="Ähnliche Orte #2 100%",
        user="marrowbone",
        umask=0o022,
        jobs=3,
        is_reversed=True,
        environment={
            "TZ": "America/St_Johns",
            "LC_ALL": "tr_TR.UTF-8",
            "LANG": "de_DE.UTF-8",
            "PYTHONHASHSEED": "4242",
            "PYTHONOPTIMIZE": "1",
        },
    ),
)


@pytest.fixture(scope="module")
def built(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the workspaces of two builds of the sample that ran side by side."""
    folders = [tmp_path_factory.mktemp("same") / c.name for c in CIRCUMSTANCES]
    running = [
        _started(c, sample, folder) for c, folder in zip(CIRCUMSTANCES, folders, strict=True)
    ]
    endings = [(process.communicate()[1], process.returncode) for process in running]
    assert [code for _, code in endings] == [0, 0], endings
    return folders


def test_f20_two_builds_and_the_one_of_this_run_are_the_same(
    built: list[Path], sample: Path
) -> None:
    trees = [tree(folder / "out" / EVERYTHING) for folder in built]

    assert len(trees[0]) > 800
    assert trees[0] == trees[1] == tree(sample / EVERYTHING)


def test_no_byte_says_who_built_it_or_where(built: list[Path]) -> None:
    for folder, circumstance in zip(built, CIRCUMSTANCES, strict=True):
        telling = {str(folder), folder.parent.name, circumstance.user, str(PROJECT)}
        # a short name such as "pc" may stand in any word
        telling |= {str(Path(sys.prefix)), *filter(_is_telling, [gethostname()])}
        found = [
            (path.name, word)
            for path in sorted((folder / "out").rglob("*"))
            if path.is_file()
            for word in telling
            if word.encode() in path.read_bytes()
        ]

        assert found == []


def tree(portal: Path) -> dict[str, str]:
    """Return the digest of every file of a portal by its path."""
    return {
        path.relative_to(portal).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in portal.rglob("*")
        if path.is_file()
    }


def _is_telling(name: str) -> bool:
    return len(name) > 6 and name != "localhost"


def _started(circumstance: Circumstance, sample: Path, folder: Path) -> subprocess.Popen[str]:
    home = folder / circumstance.user
    home.mkdir(parents=True)
    _copy(sample / "content", folder / "content", is_reversed=circumstance.is_reversed)
    names = dict.fromkeys(("USER", "LOGNAME", "USERNAME"), circumstance.user)
    kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT") if key in os.environ}
    environment = kept | names | dict(circumstance.environment)
    environment |= {"HOME": str(home), "PYTHONPATH": str(PROJECT / "generator")}
    arguments = ["--audience", EVERYTHING, "--output", "out", "--jobs", str(circumstance.jobs)]
    return subprocess.Popen(
        [sys.executable, "-c", COMMAND, "build", *arguments],
        cwd=folder,
        env=environment,
        umask=circumstance.umask,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def _copy(source: Path, destination: Path, *, is_reversed: bool) -> None:
    """Copy file by file, as folders list files in the order in which they came."""
    for path in sorted(source.rglob("*"), reverse=is_reversed):
        if path.is_file():
            target = destination / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
