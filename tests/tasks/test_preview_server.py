"""The preview shows one folder to this computer, and nothing beside it."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from certfolio.model.problem import ExitCode
from certfolio.model.stop import Stop
from certfolio.tasks.preview_server import Preview, PreviewServer

PAGE = '<html><head><meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
PAGE += "</head><body><p>ä</p></body></html>"


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    folder = tmp_path / "output" / "internal"
    (folder / "files").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "files" / "a b.pdf").write_bytes(b"%PDF-1.7")
    (folder / ".certfolio").write_text("portal internal\n")
    (tmp_path / "output" / "internal-secret.html").write_text("not for you")
    return Preview(folder)


@contextmanager
def listening(preview: Preview) -> Iterator[PreviewServer]:
    with PreviewServer(0, preview) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


def asked(
    server: PreviewServer, path: str, host: str | None = None, method: str = "GET"
) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", server.server_port)
    connection.request(method, path, headers={"Host": host or server.hosts[0]})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def test_pages_come_with_the_script_and_stay_as_they_are_on_disk(preview: Preview) -> None:
    with listening(preview) as server:
        response, body = asked(server, "/")
        again = asked(server, "/index.html?a=b", host=f"localhost:{server.server_port}")
    assert response.status == 200
    assert response.getheader("Content-Type") == "text/html; charset=utf-8"
    assert response.getheader("Cache-Control") == "no-store"
    assert b'<script data-state="0">' in body
    assert "<p>ä</p>".encode() in body
    assert again[1] == body
    assert (preview.folder / "index.html").read_text(encoding="utf-8") == PAGE


def test_other_files_come_as_they_are(preview: Preview) -> None:
    with listening(preview) as server:
        response, body = asked(server, "/files/a%20b.pdf")
        head = asked(server, "/files/a%20b.pdf", method="HEAD")
    assert (response.getheader("Content-Type"), body) == ("application/pdf", b"%PDF-1.7")
    assert response.getheader("X-Content-Type-Options") == "nosniff"
    assert (head[0].getheader("Content-Length"), head[1]) == ("8", b"")


@pytest.mark.parametrize(
    "path",
    [
        "/../internal-secret.html",
        "/..%2finternal-secret.html",
        "/%2e%2e/internal-secret.html",
        "/files/../../internal-secret.html",
        "/files/..%5c..%5cinternal-secret.html",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/C:/Windows/win.ini",
        "/.certfolio",
        "/files",
        "/files/",
        "/link.html",
        "/a%00b.html",
        "/no-such-page.html",
    ],
)
def test_nothing_outside_the_portal_can_be_reached(preview: Preview, path: str) -> None:
    (preview.folder / "link.html").symlink_to(preview.folder.parent / "internal-secret.html")
    with listening(preview) as server:
        response, body = asked(server, path)
    assert (response.status, body) == (404, b"there is no such file\n")


def test_pages_from_elsewhere_cannot_ask_under_a_name_of_their_own(preview: Preview) -> None:
    with listening(preview) as server:
        response, body = asked(server, "/", host="rebound.example")
    assert (response.status, body) == (403, b"ask for localhost\n")


def test_only_this_computer_is_answered(preview: Preview) -> None:
    with listening(preview) as server:
        assert server.server_address[0] == "127.0.0.1"


def test_every_build_gives_a_new_state(preview: Preview) -> None:
    with listening(preview) as server:
        preview.built("R-1.yaml:1:1: wrong")
        assert asked(server, "/.certfolio-state")[1] == b"1"
        assert b"<pre>R-1.yaml:1:1: wrong</pre>" in asked(server, "/")[1]
        preview.built("")
        assert asked(server, "/.certfolio-state")[1] == b"2"
        assert b"<pre>" not in asked(server, "/")[1]


def test_before_the_first_portal_the_start_page_shows_the_problems(tmp_path: Path) -> None:
    preview = Preview(tmp_path / "nothing")
    preview.built("portal.yaml:1:1: wrong")
    with listening(preview) as server:
        response, body = asked(server, "/")
        other = asked(server, "/risks.html")[0]
    assert (response.status, other.status) == (200, 404)
    assert b"<pre>portal.yaml:1:1: wrong</pre>" in body


def test_a_port_that_is_taken(preview: Preview) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(Stop) as stopped:
            PreviewServer(port, preview)
    assert stopped.value.exit_code is ExitCode.ENVIRONMENT
    assert stopped.value.found.startswith(f"port {port} of this computer cannot be had: ")
    assert stopped.value.fix == f"write --port {port + 1}, or end the other program"
