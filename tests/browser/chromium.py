"""Starts Debian's Chromium and notes everything that a page says or asks for."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

INTRANET = "intranet.example"
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # whoever asks for any other name learns that there is none; a proxy would ask for us
    "--no-proxy-server",
    f"--host-resolver-rules=MAP {INTRANET} 127.0.0.1, MAP * ~NOTFOUND",
    "--disable-features=HttpsUpgrades",
)


@dataclass(slots=True)
class Watched:
    """A page, and everything about it that ought not to happen."""

    page: Page
    complaints: list[str] = field(default_factory=list)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Lend a browser with a fresh profile."""
    program = shutil.which("chromium")
    if program is None:
        pytest.fail("chromium cannot be found; to install it: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield browser
        browser.close()


@contextmanager
def watched(browser: Browser, home: str = "file:", **options: Any) -> Iterator[Watched]:
    """Lend a page in a context of its own; it tells of whatever it asks for that is not at home.

    There is no network, but for pages whose home is a server.
    """
    context = browser.new_context(offline=home == "file:", **options)
    context.set_default_timeout(20_000)
    seen = Watched(context.new_page())
    _watch(context, seen, home)
    yield seen
    context.close()


def _watch(context: BrowserContext, seen: Watched, home: str) -> None:
    def say(kind: str) -> Any:
        return lambda what: seen.complaints.append(f"{seen.page.url}: {kind}: {what}")

    def asked(request: Any) -> None:
        if not request.url.startswith(home):
            seen.complaints.append(f"{seen.page.url}: asks for {request.url}")

    def dialog(shown: Any) -> None:
        seen.complaints.append(f"{seen.page.url}: a dialog says {shown.message}")
        shown.dismiss()

    context.on("request", asked)

    def failed(request: Any) -> None:
        # the tab's icon and pictures further down come after the page: whoever goes on sooner
        # does not wait for them; one that is missing or refused fails in another way
        is_late = request.resource_type == "image" or request.url.endswith("/icon.svg")
        if not (is_late and request.failure == "net::ERR_ABORTED"):
            say("did not load")(request.url)

    context.on("requestfailed", failed)
    context.on("console", lambda message: say(message.type)(message.text))
    context.on("weberror", lambda error: say("error")(error.error))
    seen.page.on("dialog", dialog)
    seen.page.on("popup", lambda popup: say("popup")(popup.url))
