"""Writes tables as CSV that spreadsheets open as they are meant."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from certfolio.exports.content import ExportContent

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

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
    apostrophe in front; whoever reads the table back takes that one off again.
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


def _shown(value: Cell) -> str:
    text = "" if value is None else str(value)
    # apostrophes the author wrote count too, or taking one off again would take theirs
    is_formula = isinstance(value, str) and text.lstrip("'").startswith(_FORMULA)
    return f"'{text}" if is_formula else text
