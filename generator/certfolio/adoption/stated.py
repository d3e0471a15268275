"""Reads version and approval out of a document's text, where they are plainly stated."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from certfolio.intake.format_date import advise_date, is_date
from certfolio.model.ordering import natural_key

_LABELS = {
    "version": "version|document version|revision",
    "approved_by": "approved by|approver",
    "approved_on": "approved on|approval date|date of approval|date approved",
    "effective_on": "effective on|effective from|effective date|valid from",
    "next_review": "next review|next review date|next review on|review due",
}
_FIELD = {label: field for field, labels in _LABELS.items() for label in labels.split("|")}
_VERSION = re.compile(r"[vV]?\.?\s*([0-9]+(?:\.[0-9]+){0,3}[a-z]?)")
_RULE = re.compile(r"[\s:|-]+")

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """What a text says of itself; None for what it leaves open.

    `approved_by` is the id of a known person. `approver` is the name that stands there, known or
    not; `earliest` the oldest date in its table of versions.
    """

    version: str | None = None
    approved_by: str | None = None
    approved_on: date | None = None
    effective_on: date | None = None
    next_review: date | None = None
    approver: str | None = None
    earliest: date | None = None

    @property
    def is_approved(self) -> bool:
        return self.approved_by is not None and self.approved_on is not None

    @property
    def is_effective(self) -> bool:
        return self.is_approved and None not in (self.effective_on, self.next_review)


def stated(text: str, people: Mapping[str, str]) -> Stated:
    """Return what the text states; `people` are the ids of known persons by name in lower case.

    Read are lines such as `Approved by: …`, tables of two columns, and a table of versions. What
    is said twice and differently, a date that is not one, and TBD count as not said.
    """
    rows = list(_rows(text))
    said = _said(text, rows)
    versions = _versions(rows)
    newest = max(versions, key=lambda row: natural_key(row.get("version", "")), default={})
    approver, approved_on = said.get("approved_by"), _day(said.get("approved_on"))
    if approver is None or approved_on is None:
        from_table = newest.get("approved_by"), _day(newest.get("approved_on"))
        approver, approved_on = from_table if None not in from_table else (approver, approved_on)
    dates = [day for row in versions if (day := _day(row.get("approved_on"))) is not None]
    return Stated(
        version=_version(said.get("version")) or _version(newest.get("version")),
        approved_by=people.get((approver or "").casefold()),
        approved_on=approved_on,
        effective_on=_day(said.get("effective_on")),
        next_review=_day(said.get("next_review")),
        approver=approver or newest.get("approved_by"),
        earliest=min(dates, default=None),
    )


def _rows(text: str) -> Iterator[list[Row]]:
    """Yield every table of the text as its rows, the line below the header left out."""
    table: list[Row] = []
    for line in [*text.splitlines(), ""]:
        if line.lstrip().startswith("|"):
            if not _RULE.fullmatch(line):
                table.append(tuple(_plain(cell) for cell in line.strip().strip("|").split("|")))
        elif table:
            yield table
            table = []


def _said(text: str, tables: list[list[Row]]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    pairs = [row for table in tables for row in table if len(row) == 2]
    lines = (line.partition(":") for line in text.splitlines() if not line.startswith("|"))
    pairs += [(_plain(label), _plain(value)) for label, colon, value in lines if colon]
    for label, value in pairs:
        field = _FIELD.get(label.lower().rstrip(":").strip())
        if field is not None and value:
            found.setdefault(field, set()).add(value)
    return {field: values.pop() for field, values in found.items() if len(values) == 1}


def _versions(tables: list[list[Row]]) -> list[dict[str, str]]:
    """Return the rows of the first table of versions; its date is that of the approval."""
    for header, *rows in tables:
        names = [_column(cell) for cell in header]
        if len(header) > 2 and "version" in names and "approved_on" in names:
            return [dict(zip(names, row, strict=False)) for row in rows]
    return []


def _column(cell: str) -> str:
    name = cell.lower()
    return "approved_on" if name == "date" else _FIELD.get(name, name)


def _plain(cell: str) -> str:
    return cell.replace("*", "").replace("`", "").replace("__", "").strip(" \t>#-")


def _version(value: str | None) -> str | None:
    match = _VERSION.fullmatch(value or "")
    return match[1] if match else None


def _day(value: str | None) -> date | None:
    if not value:
        return None
    text = value if is_date(value) else advise_date(value).value
    return date.fromisoformat(text) if text is not None and is_date(text) else None
