"""Recognizes what a line of Markdown begins, by the rules of CommonMark and GitHub."""

import re
from dataclasses import dataclass

_BLOCK_TAGS = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details"
    "|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h1|h2|h3|h4|h5|h6"
    "|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|meta|nav|noframes|object|ol"
    "|optgroup|option|p|param|search|section|source|summary|table|tbody|td|tfoot|th|thead|title"
    "|tr|track|ul"
)
# No text holds this sign: Python-Markdown keeps it to itself and removes it from its input.
LAZY = "\x02"
FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
HEADING = re.compile(r" {0,3}(#{1,6})(?:\s+(.*))?$")
RULE = re.compile(r" {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*$")
QUOTE = re.compile(r" {0,3}> ?")
HTML = re.compile(rf" {{0,3}}</?(?:{_BLOCK_TAGS})(?=\s|/?>|$)", re.IGNORECASE)
VERBATIM = re.compile(r" {0,3}<(pre|script|style|textarea)(?=\s|>|$)", re.IGNORECASE)
COMMENT = re.compile(r" {0,3}<(!--|\?|![A-Za-z]|!\[CDATA\[)")
COMMENT_ENDS = {"!--": "-->", "?": "?>", "![CDATA[": "]]>"}
FOOTNOTE = re.compile(r" {0,3}(\[\^[^\]\s]+\]:)\s*(.*)$")
DEFINITION = re.compile(r" {0,3}(:) {1,3}(?=\S)(.*)$")
ADMONITION = re.compile(r"!!! +[\w-]+(?: +[\w-]+)*(?: +\"[^\"]*\")?\s*$")
_STARTS = (
    *(FENCE, HEADING, RULE, QUOTE, HTML, VERBATIM, COMMENT),
    *(FOOTNOTE, DEFINITION, ADMONITION),
)
_DELIMITERS = re.compile(r" {0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_MARKER = re.compile(r"( {0,3})(?:([-+*])|(\d{1,9})([.)]))(?:( +)(.*)|\s*)$")
_CODE = re.compile(r"(?<![`\\])(`+)(?!`).+?(?<!`)\1(?!`)")
_PIPE = re.compile(r"(?<!\\)\|")
_PREFIX = re.compile(r"[ \t]*(?:(?:[-+*>]|\d{1,9}[.)])[ \t]+)*")


@dataclass(frozen=True, slots=True)
class Marker:
    """The start of a list item: its sign tells lists apart, its content begins at its width."""

    sign: str
    number: int | None
    width: int
    rest: str


def marker(line: str) -> Marker | None:
    """Return the list marker a line begins with, if it begins with one."""
    match = _MARKER.match(line)
    if match is None or RULE.match(line):
        return None
    indent, bullet, number, delimiter, gap, rest = match.groups()
    start = len(indent) + len(bullet or number + delimiter)
    if not rest:
        return Marker(bullet or delimiter, _number(number), start + 1, "")
    # Five spaces or more: one belongs to the marker, the others make code.
    width = start + (len(gap) if len(gap) < 5 else 1)
    return Marker(bullet or delimiter, _number(number), width, line[width:])


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def lazy(line: str) -> str:
    """Mark a line that only goes on with the paragraph above it, whatever it looks like."""
    return LAZY + line.lstrip(f"{LAZY} ")


def indent_of(line: str) -> int:
    """Return how many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def interrupts(line: str) -> bool:
    """Say whether the line ends the paragraph above it without a blank line between them."""
    starts = (
        FENCE,
        HEADING,
        RULE,
        QUOTE,
        HTML,
        VERBATIM,
        COMMENT,
        FOOTNOTE,
        DEFINITION,
        ADMONITION,
    )
    if any(start.match(line) for start in starts):
        return True
    found = marker(line)
    return found is not None and bool(found.rest) and found.number in (None, 1)


def begins_block(line: str) -> bool:
    """Say whether the line begins a block of its own wherever it stands."""
    return interrupts(line) or marker(line) is not None


def begins_table(line: str, below: str) -> bool:
    """Say whether the two lines are the head of a table: as many cells as delimiters."""
    if "|" not in line + below or indent_of(line) > 3 or not _DELIMITERS.match(below):
        return False
    return cells(line) == cells(below)


def is_running_text(line: str) -> bool:
    """Say whether the line, below one of a paragraph, can only be more of it."""
    if not line.strip() or indent_of(line) > 3 or UNDERLINE.match(line):
        return False
    return not begins_block(line)


def with_plain_pipes_in_code(row: str) -> str:
    """Return the row of a table with `|` for each escaped one in code, where a backslash shows."""
    return _CODE.sub(lambda code: code[0].replace("\\|", "|"), row)


def continues_table(line: str) -> bool:
    """Say whether the line is one more row, pipes or not."""
    return bool(line.strip(f"{LAZY} ")) and indent_of(line) < 4 and not begins_block(line)


def cells(row: str) -> int:
    """Return how many cells a row of a table has."""
    inner = row.strip()
    inner = inner[1:] if inner.startswith("|") else inner
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return len(_PIPE.split(inner))


def expanded(line: str) -> str:
    """Return the line with the tabs before its content as spaces; tabs within stay."""
    prefix = _PREFIX.match(line)
    end = prefix.end() if prefix else 0
    return line[:end].expandtabs(4) + line[end:] if "\t" in line[:end] else line
