"""Writes tables as CSV that spreadsheets open as they are meant."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Cell = str | int | date | None


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
