"""invoke preview shows what an audience would get, byte for byte, and leaves nothing behind."""

import re
import signal
import subprocess
import threading
import zipfile
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from command import COMMAND, certfolio, environment, files

from workspaces import write_record


def read(address: str) -> bytes:
    with urlopen(address, timeout=10) as answer:
        return bytes(answer.read())


def test_every_file_of_the_package_is_shown_as_it_is_and_then_gone(workspace: Path) -> None:
    assert certfolio(workspace, "package", "--audience", "internal").code == 0
    (package,) = (workspace / "output" / "packages").glob("*.zip")
    before = files(workspace)
    scratch = workspace.parent / "scratch"
    scratch.mkdir()
    command = (*COMMAND, "preview", "--audience", "internal", "--port", "0")
    with subprocess.Popen(
        command,
        cwd=workspace,
        env=environment() | {"TMPDIR": str(scratch)},
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        # a command that says nothing more would keep the tests waiting for ever
        watchdog = threading.Timer(120, process.kill)
        watchdog.start()
        try:
            assert process.stderr is not None
            line = next(each for each in process.stderr if "would get" in each)
            found = re.fullmatch(
                r"What internal would get, build ([0-9a-f]{12}), is at (\S+) \(Ctrl-C ends it\).\n",
                line,
            )
            assert found is not None
            build_id, address = found.groups()
            assert build_id in package.name
            with zipfile.ZipFile(package) as archive:
                inside = [name for name in archive.namelist() if name.startswith("portal/")]
                assert len(inside) > 100
                for name in inside:
                    path = name.removeprefix("portal/")
                    assert read(address + quote(path)) == archive.read(name), path
            with pytest.raises(HTTPError, match="404"):
                read(f"{address}.certfolio-state")
            (lent,) = scratch.iterdir()
            assert lent.stat().st_mode & 0o077 == 0
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=60) == 130
            assert process.stderr.read() == "Interrupted.\nNothing was published.\n"
        finally:
            watchdog.cancel()
            process.kill()
    assert list(scratch.iterdir()) == []
    assert files(workspace) == before


def test_problems_end_it_and_nothing_is_shown(workspace: Path) -> None:
    write_record(workspace, "site", "SITE-001", status="shut")
    ended = certfolio(workspace, "preview", "--audience", "internal", "--port", "0")
    assert ended.code == 3
    assert ended.words.endswith("Nothing was published.\n")
