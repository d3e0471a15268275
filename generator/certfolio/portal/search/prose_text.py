"""Takes the words out of a record's own text; what is HTML in it was made safe before."""

import re
from html import unescape

_REST_OF_TAG = r"""(?:"[^"]*"|'[^']*'|[^"'>])*>"""
_TAG = re.compile(f"<{_REST_OF_TAG}")
_IN_WORDS = re.compile(
    rf"</?(?:a|abbr|b|code|del|em|i|ins|kbd|mark|s|span|strong|sub|sup|u)\b{_REST_OF_TAG}"
)
_BLANKS = re.compile(r"\s+")


def plain_text(html: str) -> str:
    """Return the text of safe HTML on one line; blocks are parted by a blank."""
    return one_line(unescape(_TAG.sub(" ", _IN_WORDS.sub("", html))))


def one_line(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()
