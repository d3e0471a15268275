"""Runs the commands as people do: in a process of its own, with real streams and exit codes."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

GENERATOR = Path(__file__).resolve().parents[2] / "generator"
SCRIPT = "from certfolio.tasks.program import main; main()"
COMMAND = (sys.executable, "-c", SCRIPT)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended and what it wrote."""

    code: int
    output: str
    words: str

    @property
    def last_line(self) -> str:
        return self.words.splitlines()[-1]


def environment(**changes: str) -> dict[str, str]:
    """Return an environment that holds nothing by chance."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return kept | {"PYTHONPATH": str(GENERATOR)} | changes


def certfolio(project: Path, *arguments: str, changes: Mapping[str, str] | None = None) -> Ended:
    """Run the console script in a workspace."""
    return run((*COMMAND, *arguments), project, changes)


def run(command: tuple[str, ...], project: Path, changes: Mapping[str, str] | None = None) -> Ended:
    done = subprocess.run(
        command, cwd=project, env=environment(**(changes or {})), capture_output=True, check=False
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
