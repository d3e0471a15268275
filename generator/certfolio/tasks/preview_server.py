"""Serves one published portal to this computer only, each page in its latest state."""

import mimetypes
import os
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from certfolio.model.problem import ExitCode
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop
from certfolio.tasks.reload import STATE_ADDRESS, live

_PORT = re.compile("[0-9]{1,5}")
_LOOPBACK = "127.0.0.1"
_START = "index.html"


@dataclass(slots=True)
class Preview:
    """The folder that is served, how many builds were tried, and what the last one said.

    Pages that are `is_live` reload themselves; others come byte for byte as they lie there.
    """

    folder: Path
    is_live: bool = True
    state: int = 0
    problems: str = ""

    def built(self, problems: str) -> None:
        """Note how a build ended; open pages then reload."""
        self.problems = problems
        self.state += 1


class PreviewServer(ThreadingHTTPServer):
    """Listens on the loopback address; raise Stop where the port is taken."""

    daemon_threads = True
    # on Windows, reuse would let two servers have one port
    allow_reuse_address = os.name != "nt"

    def __init__(self, port: int, preview: Preview) -> None:
        self.preview = preview
        try:
            super().__init__((_LOOPBACK, port), _Handler)
        except OSError as error:
            raise Stop(
                ExitCode.ENVIRONMENT,
                found=f"port {port} of this computer cannot be had: {error.strerror}",
                expected="a port that no other program uses",
                fix=f"write --port {port + 1}, or end the other program",
            ) from error

    def handle_error(self, _request: object, _client_address: object) -> None:
        """Say nothing: a browser went away, or asked in the moment the portals change places."""

    @property
    def hosts(self) -> tuple[str, str]:
        """Return the names a browser may call us by; others are pages from elsewhere asking."""
        return f"{_LOOPBACK}:{self.server_port}", f"localhost:{self.server_port}"

    @property
    def address(self) -> str:
        return f"http://{_LOOPBACK}:{self.server_port}/"


@contextmanager
def listening(port: int, preview: Preview) -> Iterator[PreviewServer]:
    """Serve the folder in a thread of its own until the block ends."""
    with PreviewServer(port, preview) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()


def chosen_port(given: str) -> int:
    """Return the port that a person asks for; raise Stop where it is none."""
    if _PORT.fullmatch(given) and int(given) < 65536:
        return int(given)
    raise Stop(
        ExitCode.CONFIGURATION,
        found=f"--port {shown(given)} is not a port",
        expected="a whole number from 0 to 65535",
        fix="write --port 8000",
    )


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    server_version = "certfolio"
    sys_version = ""

    def do_GET(self) -> None:
        self._answer(has_body=True)

    def do_HEAD(self) -> None:
        self._answer(has_body=False)

    def log_message(self, format: str, *_values: object) -> None:
        """Say nothing: only builds are worth a line."""

    def _answer(self, *, has_body: bool) -> None:
        preview = self.server.preview
        path = unquote(urlsplit(self.path).path)
        if self.headers.get("Host") not in self.server.hosts:
            self._send(HTTPStatus.FORBIDDEN, "text/plain", b"ask for localhost\n", has_body)
        elif path == STATE_ADDRESS and preview.is_live:
            self._send(HTTPStatus.OK, "text/plain", str(preview.state).encode(), has_body)
        elif (file := _file(preview.folder, path)) is not None:
            self._send(HTTPStatus.OK, *_content(file, preview), has_body)
        elif preview.problems and path == "/":
            page = live(None, preview.state, preview.problems).encode()
            self._send(HTTPStatus.OK, "text/html", page, has_body)
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"there is no such file\n", has_body)

    def _send(self, status: HTTPStatus, kind: str, body: bytes, has_body: bool) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if "text/" in kind else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if has_body:
            self.wfile.write(body)


def _file(folder: Path, path: str) -> Path | None:
    """Return the file of the portal an address names, None where it leads elsewhere."""
    parts = (path.lstrip("/") or _START).split("/")
    if any(part in {"", ".", ".."} or part.startswith(".") or "\\" in part for part in parts):
        return None
    if any("\0" in part or ":" in part for part in parts):
        return None
    file = folder.joinpath(*parts)
    is_inside = file.resolve().is_relative_to(folder.resolve())
    return file if is_inside and file.is_file() else None


def _content(file: Path, preview: Preview) -> tuple[str, bytes]:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    data = file.read_bytes()
    if kind == "text/html" and preview.is_live:
        data = live(data.decode("utf-8"), preview.state, preview.problems).encode()
    return kind, data
