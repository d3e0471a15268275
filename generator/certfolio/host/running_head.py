"""Writes what stands at the edge of every printed sheet, and lets the policy admit it.

Only a style sheet can fill the margins of a sheet, and what fills them differs from page to page.
"""

from base64 import b64encode
from hashlib import sha256

from markupsafe import Markup

_LONGEST = 110


def running_head(**texts: str) -> Markup:
    """Return the custom properties that print.css puts into the margins, one for each text."""
    rows = (f"--running-{name}:{_quoted(text)}" for name, text in texts.items())
    return Markup(f":root{{{';'.join(rows)}}}")  # noqa: S704 - every other character is escaped


def style_policy(style: str) -> Markup:
    """Return what `style-src` has to say so that this style counts."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return Markup(f"'sha256-{digest}'")  # noqa: S704 - digits and letters


def _quoted(text: str) -> str:
    """Write a string of CSS in which nothing can end it or the element around it."""
    plain = " ".join(Markup(text).unescape().split())  # noqa: S704 - it is escaped below
    if len(plain) > _LONGEST:
        plain = f"{plain[: _LONGEST - 1]}…"
    return '"' + "".join(c if c.isalnum() or c in " .,:;·-–…" else _escaped(c) for c in plain) + '"'


def _escaped(character: str) -> str:
    return f"\\{ord(character):x} "
