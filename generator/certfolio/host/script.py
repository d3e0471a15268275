"""Puts the theme's scripts into the pages that use them, and their digests into the policy."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import TemplateNotFound
from markupsafe import Markup

FOLDER = "scripts"


def script_globals(themes: Sequence[Path]) -> dict[str, Callable[..., str]]:
    """Return the two functions that templates know.

    `script("page.js")` is the text of a script of the first theme that has it, to stand inside a
    script element; `script_policy(["page.js"])` is what `script-src` of the page has to say so
    that these scripts run and no other does.
    """

    @cache
    def text(name: str) -> str:
        for theme in themes:
            file = theme / FOLDER / name
            if file.is_file():
                return _harmless(file.read_text(encoding="utf-8"), name)
        raise TemplateNotFound(f"{FOLDER}/{name}")

    def script(name: str) -> Markup:
        return Markup(text(name))  # noqa: S704 - our own file, which cannot end its element

    def script_policy(names: Iterable[str]) -> Markup:
        digests = [b64encode(sha256(text(name).encode()).digest()).decode() for name in names]
        sources = " ".join(f"'sha256-{digest}'" for digest in digests)
        return Markup(sources or "'none'")  # noqa: S704 - digits and letters

    return {"script": script, "script_policy": script_policy}


def _harmless(text: str, name: str) -> str:
    """Refuse a text that would end or change the element it stands in."""
    lowered = text.lower()
    if "</script" in lowered or "<!--" in lowered or "\r" in text:
        raise ValueError(f"{FOLDER}/{name} holds </script, <!-- or a carriage return")
    return text
