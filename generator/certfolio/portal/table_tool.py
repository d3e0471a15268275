"""A table as a tool: what the script of tables needs to sort, filter and group its rows.

The rows themselves are on the page; this holds only the order of each column and the facets.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from certfolio.portal.edition import Edition
from certfolio.portal.facet import Facet
from certfolio.portal.sort_key import SortKey, ranks

R = TypeVar("R")

AT_ONCE = 1000
"""So many rows a browser lays out at once; longer tables come in chunks and are paged."""

CHUNK = 100


@dataclass(frozen=True, slots=True)
class Column:
    """A column by the key that it has in the address, its head, and the order of its cells."""

    key: str
    label: str
    ranks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows that stand together, the first and the last counted from one."""

    first: int
    last: int
    rows: Sequence[object]


@dataclass(frozen=True, slots=True)
class TableTool:
    """Columns and facets of one table; `only` names a facet and the one value people ask for."""

    file: str
    amount: int
    columns: tuple[Column, ...]
    facets: tuple[Facet, ...]
    headings: str | None = None
    only: "Only | None" = None
    unfolds: bool = False

    @property
    def is_long(self) -> bool:
        return self.amount > AT_ONCE

    @property
    def data(self) -> dict[str, object]:
        """Return what the script reads: for every row its rank in each column and its facets."""
        return {
            "file": self.file,
            "atOnce": AT_ONCE,
            "page": CHUNK,
            "columns": [column.key for column in self.columns],
            "ranks": [column.ranks for column in self.columns],
            "facets": {
                facet.name: [row[0] if len(row) == 1 else row for row in facet.rows]
                for facet in self.facets
            },
        }

    @property
    def only_amount(self) -> int:
        """How many rows the switch leaves."""
        choices = (
            choice
            for facet in self.facets
            if self.only is not None and facet.name == self.only.facet
            for choice in facet.choices
        )
        return sum(c.amount for c in choices if self.only is not None and c.key == self.only.key)

    def chunks(self, rows: Sequence[object]) -> Iterator[Chunk]:
        """Cut the rows of a long table into pieces that a browser lays out one at a time."""
        step = CHUNK if self.is_long else max(len(rows), 1)
        for begin in range(0, len(rows), step):
            piece = rows[begin : begin + step]
            yield Chunk(begin + 1, begin + len(piece), piece)


@dataclass(frozen=True, slots=True)
class Only:
    """A switch that leaves the rows with one value of a facet."""

    facet: str
    key: str
    label: str


def column(key: str, label: str, keys: Iterable[SortKey | None]) -> Column:
    return Column(key, label, ranks(tuple(keys)))


def table_tool(
    edition: Edition,
    name: str,
    columns: Sequence[Column],
    facets: Iterable[Facet],
    *,
    headings: str | None = None,
    only: Only | None = None,
    unfolds: bool = False,
) -> TableTool:
    """Make the tool of a table; facets that tell nothing are left out.

    `name` begins the name of downloads, which also says the audience and the portal. `headings`
    is what the headings between rows are called, where there are any.
    """
    telling = tuple(facet for facet in facets if facet.is_telling)
    return TableTool(
        file=f"{name}_{_portable(edition.audience.name)}_{edition.build_id}",
        amount=len(columns[0].ranks),
        columns=tuple(columns),
        facets=telling,
        headings=headings,
        only=only if any(only and f.name == only.facet for f in telling) else None,
        unfolds=unfolds,
    )


def _portable(text: str) -> str:
    """Keep what every file system takes."""
    kept = "".join(c if c.isascii() and c.isalnum() else "-" for c in text)
    return "-".join(filter(None, kept.split("-")))
