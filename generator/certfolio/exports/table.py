"""Writes tables as CSV that spreadsheets open as they are meant."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from certfolio.exports.content import ExportContent

_SIGNS = "=+\\-@＝＋－＠"
# where a spreadsheet may see a cell begin: where one does, and behind what other countries' Excel
# takes for the end of a cell or, as it then knows no quotes either, of a line
_BEGINS = re.compile(rf"(?:\A|(?<=[;\t\r\n]))(?=[ ']*[{_SIGNS}])|\A(?='*[\t\r\n])")
_ADDED = re.compile(rf"(?:\A|(?<=[;\t\r\n]))'(?=[ ']*[{_SIGNS}])|\A'(?='*[\t\r\n])")

Cell = str | int | date | None
Row = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """A register as rows: `exports/<name>.csv`, and a sheet of the workbook under its title.

    The names of the columns are for programs and the same in every language. `rows` yields each
    line with a cell for every column; the column `page` names a page of the portal.
    """

    name: str
    title: str
    columns: tuple[str, ...]
    rows: Callable[[ExportContent], Iterable[Row]]

    def csv(self, content: ExportContent) -> bytes:
        return csv_bytes(self.columns, self.rows(content))


def csv_bytes(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> bytes:
    """Return UTF-8 with a byte order mark, commas and CRLF, as spreadsheets expect it.

    A text that a spreadsheet would take for a formula, its own apostrophes left aside, gets one
    apostrophe in front, and so does what stands behind a semicolon, tab or line break in it, where
    Excel begins a new cell in countries that write decimal commas. `as_written` takes them off.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_shown(row[column]) for column in columns])
    return text.getvalue().encode("utf-8-sig", "surrogatepass")


def joined(values: Iterable[object]) -> str:
    """Return several values in one cell, separated by a semicolon and a space."""
    return "; ".join(str(value) for value in values)


def as_written(cell: str) -> str:
    """Return the text that a cell of our tables was written from."""
    return _ADDED.sub("", cell)


def _shown(value: Cell) -> str:
    text = "" if value is None else str(value)
    return _BEGINS.sub("'", text) if isinstance(value, str) else text
