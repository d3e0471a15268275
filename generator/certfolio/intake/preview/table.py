"""Shows the first rows of a table of separated values, where it can be told what separates them."""

import csv
import io
import re
from collections import Counter
from typing import BinaryIO

from certfolio.intake.preview.decoded import decoded
from certfolio.intake.preview.text import UNKNOWN, first_lines
from certfolio.model.message import Message, say
from certfolio.model.preview import NoPreview, TablePreview, TextPreview

_READ = 65_536
_ROWS = 16
_COLUMNS = 12
_CELL = 80
_LOOKED_AT = 50
_ALIKE = 0.9
_SEPARATORS: tuple[tuple[str, Message], ...] = (
    (";", say("semicolons")),
    (",", say("commas")),
    ("\t", say("tabs")),
    ("|", say("bars")),
)
# a sign before a number is a number
_FORMULA = re.compile(r"[=@]|[+-](?![0-9.,\s]|$)")

_Rows = list[list[str]]


def table_preview(handle: BinaryIO) -> TablePreview | TextPreview | NoPreview:
    """Return the first rows of a table, or why they are not shown.

    What holds no separator at all is a text of single values.
    """
    read = decoded(handle, _READ)
    if read is None:
        return UNKNOWN
    if not any(sign in read.text for sign, _ in _SEPARATORS):
        return first_lines(read)
    found = _best(read.text, read.is_cut)
    if found is None:
        return NoPreview(say("Not shown here: it cannot be told what separates its columns."))
    rows, said = found
    return TablePreview(
        rows=tuple(tuple(map(_short, row[:_COLUMNS])) for row in rows[:_ROWS]),
        encoding=read.encoding,
        separator=said,
        is_cut=read.is_cut or len(rows) > _ROWS or max(map(len, rows)) > _COLUMNS,
        has_formulas=any(_FORMULA.match(cell) for row in rows for cell in row),
    )


def _best(text: str, is_cut: bool) -> tuple[_Rows, Message] | None:
    """Choose the separator by which nearly all rows have the same number of columns."""
    best: tuple[int, _Rows, Message] | None = None
    for sign, said in _SEPARATORS:
        rows = _rows(text, sign, is_cut)
        (width, often), *_ = Counter(map(len, rows)).most_common(1) or [(0, 0)]
        is_table = width > 1 and often >= len(rows) * _ALIKE
        if is_table and (best is None or width > best[0]):
            best = width, rows, said
    return None if best is None else best[1:]


def _rows(text: str, sign: str, is_cut: bool) -> _Rows:
    rows: _Rows = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign):
            if row:
                rows.append(row)
            if len(rows) > _LOOKED_AT:
                return rows
    except csv.Error:
        return []
    return rows[:-1] if is_cut else rows


def _short(cell: str) -> str:
    plain = " ".join(cell.split())
    return plain if len(plain) <= _CELL else f"{plain[:_CELL]}…"
