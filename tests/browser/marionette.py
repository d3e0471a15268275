"""Drives Debian's Firefox by Marionette, the protocol it has built in: JSON over a socket."""

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from browser.chromium import INTRANET

_SECONDS = 60
_ARGUMENTS = ("--headless", "--no-remote", "--marionette", "--remote-allow-system-access")
# port 0: the system chooses, and Firefox writes down which
_PREFERENCES = {
    "marionette.port": 0,
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.localDomains": INTRANET,
    "network.proxy.type": 0,
    "dom.security.https_first": False,
    "toolkit.telemetry.enabled": False,
}


class Firefox:
    """A running Firefox with one window."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=_SECONDS)
        self._stream = self._socket.makefile("rb")
        self._number = 0
        self._received()
        self.order("WebDriver:NewSession", {})

    def close(self) -> None:
        self._stream.close()
        self._socket.close()

    def order(self, name: str, parameters: dict[str, Any]) -> Any:
        """Give one command and return its answer."""
        self._number += 1
        message = json.dumps([0, self._number, name, parameters]).encode()
        self._socket.sendall(b"%d:%b" % (len(message), message))
        _kind, _number, error, result = self._received()
        assert error is None, error
        return result

    def open(self, address: str) -> None:
        self.order("WebDriver:Navigate", {"url": address})

    def run(self, script: str) -> Any:
        """Run a script in the page and return what it returns."""
        return self.order("WebDriver:ExecuteScript", {"script": script, "args": []})["value"]

    def run_inside(self, script: str) -> Any:
        """Run a script in the browser itself, which sees its console."""
        self.order("Marionette:SetContext", {"value": "chrome"})
        try:
            return self.run(script)
        finally:
            self.order("Marionette:SetContext", {"value": "content"})

    def _received(self) -> Any:
        length = b""
        while (character := self._stream.read(1)) != b":":
            length += character
        return json.loads(self._stream.read(int(length)))


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """Lend a Firefox with a fresh profile."""
    program = shutil.which("firefox-esr")
    if program is None:
        pytest.fail("firefox-esr cannot be found; to install it: apt-get install firefox-esr")
    lines = (f'user_pref("{k}", {json.dumps(v)});' for k, v in _PREFERENCES.items())
    (profile / "user.js").write_text("\n".join(lines), "utf-8")
    process = subprocess.Popen(
        [program, *_ARGUMENTS, "--profile", str(profile)],
        env={"HOME": str(profile), "PATH": "/usr/bin:/bin", "MOZ_HEADLESS": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        client = Firefox(_port(profile, process))
        yield client
        client.close()
    finally:
        process.terminate()
        process.wait(_SECONDS)


def _port(profile: Path, process: "subprocess.Popen[bytes]") -> int:
    told = profile / "MarionetteActivePort"
    for _ in range(_SECONDS * 10):
        if told.exists() and told.read_text("ascii").strip():
            return int(told.read_text("ascii"))
        assert process.poll() is None, "Firefox ended before it could be driven"
        time.sleep(0.1)
    pytest.fail("Firefox did not say on which port it listens")
