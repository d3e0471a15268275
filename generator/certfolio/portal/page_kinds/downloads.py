"""Downloads: every table and file for programs, with what it holds, its rows, size and format."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from certfolio.exports.content import ExportContent
from certfolio.exports.exports import exports
from certfolio.exports.tables import TABLES
from certfolio.model.message import Message, say
from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.assemble import export_content
from certfolio.portal.edition import Edition

_FORMATS: Mapping[str, Message] = {
    "json": say("JSON, for programs"),
    "csv": say("CSV, opens in any spreadsheet"),
    "xlsx": say("Excel workbook"),
    "ics": say("Calendar file"),
}
_EVENT = b"BEGIN:VEVENT"


@dataclass(frozen=True, slots=True)
class DownloadRow:
    """A file of `exports/`; `size` in bytes."""

    href: str
    name: str
    holds: str
    rows: int
    size: int
    format: str


@dataclass(frozen=True, slots=True)
class DownloadsView:
    """Everything that can be taken along as data."""

    title: str
    rows: tuple[DownloadRow, ...]


def pages(edition: Edition) -> Iterator[Page]:
    view = DownloadsView(say("Downloads"), tuple(_rows(edition)))
    yield Page(address.DOWNLOAD_PAGE, "downloads.html", view)


def _rows(edition: Edition) -> Iterator[DownloadRow]:
    content = export_content(edition)
    made = exports(content)
    amounts = _amounts(edition, content, made)
    more = () if edition.readiness is None else address.READINESS_DOWNLOADS
    for href, holds in (*address.DOWNLOADS, *more):
        name = href.rpartition("/")[2]
        yield DownloadRow(
            href=href,
            name=name,
            holds=holds,
            rows=amounts[href],
            size=len(made[href]),
            format=_FORMATS[name.rpartition(".")[2]],
        )


def _amounts(
    edition: Edition, content: ExportContent, made: Mapping[str, bytes]
) -> Mapping[str, int]:
    """Count the entries of each file: rows, records, findings, dates."""
    tables = {f"exports/{table.name}.csv": sum(1 for _ in table.rows(content)) for table in TABLES}
    found = edition.readiness.findings if edition.readiness else ()
    return {
        **tables,
        "exports/portal.json": len(edition.graph.records),
        "exports/registers.xlsx": sum(tables.values()),
        "exports/readiness.json": len(found),
        address.CALENDAR: made.get(address.CALENDAR, b"").count(_EVENT),
    }
