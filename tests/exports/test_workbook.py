"""The workbook is texts, numbers and dates; nothing in it calculates or leads out by itself."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from exports_content import content, sample
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from certfolio.exports.content import ExportContent
from certfolio.exports.table import Table
from certfolio.exports.tables import TABLES
from certfolio.exports.workbook import export, workbook_of
from made import made


def opened(of: ExportContent) -> Workbook:
    return load_workbook(io.BytesIO(export(of)))


def test_every_table_is_a_sheet_with_its_rows() -> None:
    of = sample()
    book = opened(of)
    assert book.sheetnames == [table.title for table in TABLES]
    for table in TABLES:
        sheet = book[table.title]
        rows = list(table.rows(of))
        assert rows, table.name
        assert [cell.value for cell in sheet[1]] == list(table.columns)
        assert sheet.max_row == len(rows) + 1
        for row, line in zip(rows, sheet.iter_rows(min_row=2), strict=True):
            told = [None if row[column] == "" else row[column] for column in table.columns]
            shown = [c.value.date() if c.is_date and c.value else c.value for c in line]
            assert shown == told


def test_heads_stay_in_sight_and_columns_can_be_filtered() -> None:
    for sheet in opened(sample()):
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.print_title_rows == "$1:$1"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "=1+1",
            "+1",
            "-1",
            "@SUM(1)",
            "\tx",
            "=cmd|' /C calc'!A0",
            '=HYPERLINK("http://x")',
            "＝1",
        ),
        *(
            "http://host.invalid/",
            "mailto:a@host.invalid",
            "internal:Sheet!A1",
            "1e5",
            "2026-10-05",
        ),
    ],
)
def test_x13_a_text_is_never_a_formula_or_a_link(text: str) -> None:
    book = opened(content(made("action", "ACT-001", title=text)))
    cell = book["Action list"]["B2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_no_part_of_the_workbook_holds_a_formula_or_an_outside_address() -> None:
    of = content(made("action", "ACT-001", title='=HYPERLINK("http://host.invalid/","x")'))
    with zipfile.ZipFile(io.BytesIO(export(of))) as parts:
        assert not [name for name in parts.namelist() if "externalLink" in name]
        for name in parts.namelist():
            data = parts.read(name)
            assert b"<f>" not in data and b"<f " not in data, name
            if name.endswith(".rels"):
                assert b"host.invalid" not in data


def test_the_page_column_leads_to_the_page() -> None:
    sheet = opened(sample())["Evidence index"]
    cell = sheet.cell(2, sheet.max_column)
    assert (cell.value, cell.hyperlink.target) == ("e-001.html", "..\\e-001.html")


def test_x14_what_a_cell_or_xml_cannot_hold_is_cut_or_replaced_and_says_so() -> None:
    long = made("action", "ACT-001", title="x", description="ä" * 40_000)
    odd = replace(made("action", "ACT-002"), title="a\x0bb\x1fc")
    sheet = opened(content(long, odd))["Action list"]
    assert sheet["C2"].value.endswith(" … (cut; see the portal)")
    assert len(sheet["C2"].value) < 32_768
    assert sheet["B3"].value == "a�b�c"


def test_the_same_content_gives_the_same_bytes() -> None:
    assert export(sample()) == export(sample())


def test_nothing_but_the_edition_is_in_it() -> None:
    """No machine, user or moment; the properties are the portal's own."""
    book = opened(sample())
    assert book.properties.creator in (None, "")
    assert book.properties.created.isoformat() == "2026-10-05T00:00:00"
    assert book.properties.description == "Portal 0123456789ab, edition for internal"


def test_days_are_real_dates_and_numbers_are_numbers() -> None:
    book = opened(sample())
    evidence, matrix = book["Evidence index"], book["Clause matrix"]
    columns = [cell.value for cell in evidence[1]]
    dated = evidence.cell(2, columns.index("dated") + 1)
    assert (dated.is_date, dated.number_format, dated.value.date()) == (
        *(True, "yyyy-mm-dd"),
        date(2026, 8, 30),
    )
    columns = [cell.value for cell in matrix[1]]
    proofs = matrix.cell(2, columns.index("proofs_12_months") + 1)
    assert proofs.data_type == "n"


def test_every_table_ends_with_the_page_it_tells_of() -> None:
    book = opened(sample())
    for table in TABLES:
        sheet = book[table.title]
        cell = sheet.cell(2, sheet.max_column)
        assert sheet.cell(1, sheet.max_column).value == "page", table.name
        assert cell.hyperlink.target == f"..\\{cell.value}", table.name


def test_x14_names_of_sheets_are_as_excel_wants_them() -> None:
    for table in TABLES:
        assert 0 < len(table.title) <= 31 and not set(table.title) & set("[]:*?/\\'")


def test_x14_more_links_than_excel_takes_become_texts() -> None:
    """65,530 are the most that a sheet may have; behind them the name of the page stays."""
    row = {"a": "x", "page": "e-001.html"}
    many = Table("t", "T", ("a", "page"), lambda _content: (row for _ in range(65_002)))
    with zipfile.ZipFile(io.BytesIO(workbook_of((many,), sample()))) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml")
    assert sheet.count(b"<hyperlink ") == 65_000


def test_a_register_without_a_line_has_its_head_and_filters() -> None:
    sheet = opened(content(made("action", "ACT-001")))["Audit programme"]
    assert (sheet.max_row, sheet.auto_filter.ref) == (1, "A1:Q1")
