"""exports/registers.xlsx: every table as a sheet, to sort and filter in a spreadsheet program."""

import io
import re
from collections.abc import Iterable
from datetime import date, datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from certfolio.exports.content import ExportContent
from certfolio.exports.table import Cell, Table
from certfolio.exports.tables import TABLES

_LONGEST_CELL = 32_767
_MOST_LINKS = 65_000
_CUT = " … (cut; see the portal)"
_WIDEST, _NARROWEST = 60, 9
# no program may take a text for something to calculate, to follow or to count
_PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
    "default_date_format": "yyyy-mm-dd",
}
# what XML 1.0 cannot hold (section 2.2)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def export(content: ExportContent) -> bytes:
    """Return every table as a sheet of one workbook."""
    return workbook_of(TABLES, content)


def workbook_of(tables: Iterable[Table], content: ExportContent) -> bytes:
    """Return a workbook of texts, numbers and real dates; not one formula is in it.

    Heads stay in sight, every column can be filtered, the last one leads to the record's page.
    A text longer than a cell can hold is cut and says so. The same content gives the same bytes.
    """
    stream = io.BytesIO()
    with Workbook(stream, _PLAIN) as book:
        midnight = datetime(content.as_of.year, content.as_of.month, content.as_of.day)  # noqa: DTZ001
        book.set_properties(
            {
                "title": content.graph.settings.title,
                "comments": f"Portal {content.build_id}, edition for {content.audience.name}",
                "created": midnight,
            }
        )
        head = book.add_format({"bold": True, "bg_color": "#E9EDF1", "bottom": 1})
        plain = book.add_format({"valign": "top"})
        for table in tables:
            _sheet(book.add_worksheet(table.title), table, content, head, plain)
    return stream.getvalue()


def _sheet(
    sheet: Worksheet, table: Table, content: ExportContent, head: Format, plain: Format
) -> None:
    rows = [[row[column] for column in table.columns] for row in table.rows(content)]
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column, head)
        sheet.set_column(place, place, _width(column, [row[place] for row in rows]), plain)
    links = table.columns.index("page") if "page" in table.columns else None
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            _cell(sheet, number, place, cell, is_link=place == links and number <= _MOST_LINKS)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)


def _cell(sheet: Worksheet, number: int, place: int, cell: Cell, *, is_link: bool) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, date):
        sheet.write_datetime(number, place, cell)
    elif isinstance(cell, int):
        sheet.write_number(number, place, cell)
    elif is_link:
        # the workbook lies in exports/, the pages lie one folder above it
        sheet.write_url(number, place, f"external:../{cell}", string=cell)
    else:
        sheet.write_string(number, place, _text(cell))


def _text(value: str) -> str:
    clean = _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", value)
    if len(clean.encode("utf-16-le")) // 2 <= _LONGEST_CELL:
        return clean
    room = (_LONGEST_CELL - len(_CUT)) // 2
    return clean[:room] + _CUT


def _width(column: str, cells: list[Cell]) -> int:
    longest = max((len(str(cell)) for cell in (column, *cells) if cell is not None), default=0)
    return max(_NARROWEST, min(_WIDEST, longest + 2))
