"""invoke serve builds again after every change and keeps the portal while something is wrong."""

import re
import signal
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.request import urlopen

import pytest
from command import COMMAND, certfolio, environment

from workspaces import write_record


def told_until(stream: IO[str], expected: str) -> str:
    """Read what is said until a line fits; return that line."""
    for line in stream:
        if re.search(expected, line):
            return line
    raise AssertionError(f"the command ended without saying {expected!r}")


@contextmanager
def serving(workspace: Path) -> Iterator[tuple["subprocess.Popen[str]", IO[str]]]:
    command = (*COMMAND, "serve", "--port", "0")
    with subprocess.Popen(
        command, cwd=workspace, env=environment(), stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        # a command that says nothing more would keep the tests waiting for ever
        watchdog = threading.Timer(120, process.kill)
        watchdog.start()
        try:
            yield process, process.stderr
        finally:
            watchdog.cancel()
            process.kill()


def page(address: str) -> str:
    with urlopen(address, timeout=10) as answer:
        return str(answer.read().decode())


def test_a_change_is_built_a_mistake_is_shown_and_ctrl_c_ends_it(workspace: Path) -> None:
    with serving(workspace) as (process, words):
        line = told_until(words, "The portal is at")
        address = line.split()[4]
        assert line == f"The portal is at {address} (Ctrl-C ends it).\n"
        assert page(f"{address}.certfolio-state") == "1"

        write_record(workspace, "site", "SITE-001", title="Harbour plant")
        told_until(words, "^Published ")
        while page(f"{address}.certfolio-state") == "1":
            pass
        assert "Harbour plant" in page(f"{address}site-001.html")

        write_record(workspace, "site", "SITE-001", title="Hill plant", status="shut")
        told_until(words, "^Nothing was published; output/internal is as it was")
        while page(f"{address}.certfolio-state") == "2":
            pass
        shown = page(f"{address}site-001.html")
        assert "Harbour plant" in shown
        assert "/status: &quot;shut&quot; cannot be chosen here [choice]" in shown
        published = workspace / "output" / "internal" / "site-001.html"
        assert "data-state=" not in published.read_text(encoding="utf-8")

        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        assert words.read() == "Interrupted.\n"


def test_problems_at_the_start_are_shown_too(workspace: Path) -> None:
    write_record(workspace, "site", "SITE-001", status="shut")
    with serving(workspace) as (_process, words):
        address = told_until(words, "The portal is at").split()[4]
        assert "[choice]" in page(address)


def test_a_port_that_is_taken(workspace: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        ended = certfolio(workspace, "serve", "--port", port)
    assert ended.code == 6
    assert ended.words.startswith(f"port {port} of this computer cannot be had: ")
    assert not (workspace / "output").exists()


@pytest.mark.parametrize("port", ["http", "65536", "-1", ""])
def test_a_port_that_is_none(workspace: Path, port: str) -> None:
    ended = certfolio(workspace, "serve", f"--port={port}")
    assert ended.code == 2
    assert ended.words == (
        f'--port "{port}" is not a port\n'
        "  expected: a whole number from 0 to 65535\n"
        "  fix: write --port 8000\n"
    )


def test_an_audience_nobody_declared_ends_it(workspace: Path) -> None:
    ended = certfolio(workspace, "serve", "--port", "0", "--audience", "nobody")
    assert ended.code == 2
    assert ended.words.startswith('the audience "nobody" is not declared')
