"""Reads a table that says which documents stand for which control."""

import csv
import io
from dataclasses import dataclass

from certfolio.intake.phrase import did_you_mean
from certfolio.intake.text import to_text
from certfolio.model.problem import ExitCode, Problem
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop

_COLUMNS = ("control", "documents")
_EXPECTED = "a CSV file in UTF-8 whose first line is control,documents"


@dataclass(frozen=True, slots=True)
class MapRow:
    """One line of the map: a control and the documents named for it."""

    line: int
    control: str
    documents: tuple[str, ...]


def read_map(name: str, data: bytes) -> tuple[MapRow, ...]:
    """Return the rows of a map; cells are parted by commas or semicolons, documents by semicolons.

    Raise Stop for a file that is no such table.
    """
    text = to_text(name, data)
    if isinstance(text, Problem):
        raise _wrong(f"{text.location}: {text.found}", text.fix)
    header, _, _ = text.lstrip("\n").partition("\n")
    delimiter = ";" if header.count(";") > header.count(",") else ","
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    try:
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise _wrong(
            f"{name}:{reader.line_num}: the line cannot be read: {error}",
            "put cells that hold quotation marks or line breaks in quotation marks",
        ) from error
    if not rows:
        raise _wrong(f"{name} is empty", "write control,documents and a line for each control")
    names = [cell.strip().lower() for cell in rows[0][1]]
    control, documents = (_index(name, names, column) for column in _COLUMNS)
    is_last = documents == len(names) - 1
    return tuple(
        MapRow(
            line,
            row[control].strip() if control < len(row) else "",
            _documents(row[documents:] if is_last else row[documents : documents + 1]),
        )
        for line, row in rows[1:]
    )


def _index(name: str, names: list[str], column: str) -> int:
    if column in names:
        return names.index(column)
    near = did_you_mean(column, names)
    raise _wrong(
        f"{name}:1: no column is called {column}; there are {', '.join(map(shown, names))}",
        f"rename {near.removeprefix('did you mean ').rstrip('?')} to {column}"
        if near
        else f"call the column {column}",
    )


def _documents(cells: list[str]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(name.strip() for cell in cells for name in cell.split(";") if name.strip())
    )


def _wrong(found: str, fix: str) -> Stop:
    return Stop(ExitCode.CONFIGURATION, found=found, expected=_EXPECTED, fix=fix)
