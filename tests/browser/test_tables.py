"""Registers and matrices as tools: sorted, filtered, grouped, sent by address, copied, printed."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, Page

from browser.chromium import Watched, watched
from certfolio.model.ordering import natural_key

pytestmark = pytest.mark.browser

SOA = "register-soa-entry.html"
MATRIX = "matrix-iso-9001-2015.html"
ROWS = ".tool-table tbody tr:not(.heading-row, .empty-row)"
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def plain(browser: Browser) -> Iterator[Watched]:
    with watched(browser, java_script_enabled=False) as page:
        yield page


def opened(page: Page, portal: Path, name: str, view: str = "") -> Page:
    page.goto("about:blank")
    page.goto((portal / name).as_uri() + view)
    return page


def column(page: Page, number: int) -> list[str]:
    cells = page.locator(f"{ROWS} > :nth-child({number})").all_inner_texts()
    return [" ".join(cell.split()) for cell in cells]


def ids(page: Page) -> list[str]:
    return [re.split(r"\s", cell)[0] for cell in column(page, 1)]


def sort_by(page: Page, head: str) -> str | None:
    page.locator(".tool-table thead button", has_text=head).click()
    return page.locator(".tool-table thead th", has_text=head).get_attribute("aria-sort")


def choose(page: Page, facet: str, value: str) -> None:
    page.evaluate(
        "([facet, value]) => [...document.querySelectorAll(`[data-facet=${facet}]`)]"
        ".find((box) => box.value === value).click()",
        [facet, value],
    )


def view_of(page: Page) -> dict[str, list[str]]:
    return parse_qs(page.url.partition("#?")[2])


def test_every_table_sorts_by_every_column_both_ways(portal: Path, seen: Watched) -> None:
    page = opened(seen.page, portal, "register-risk.html")
    natural = ids(page)
    assert natural == sorted(natural, key=natural_key)
    for head in page.locator(".tool-table thead button").all():
        assert [head.click(), head.evaluate("b => b.parentElement.ariaSort")][1] == "ascending"
        assert [head.click(), head.evaluate("b => b.parentElement.ariaSort")][1] == "descending"
        assert sorted(ids(page)) == sorted(natural)
        head.click()
        assert ids(page) == natural
    assert seen.complaints == []


def test_controls_ids_and_days_sort_as_people_count(portal: Path, page: Page) -> None:
    opened(page, portal, SOA)
    assert sort_by(page, "Control") == "ascending"
    assert ids(page)[8:10] == ["A.5.9", "A.5.10"]
    opened(page, portal, "evidence.html", "#?sort=-dated")
    days = column(page, 3)
    assert days == sorted(days, reverse=True)
    opened(page, portal, "evidence.html", "#?sort=-valid_until")
    until = column(page, 4)
    said = [day for day in until if day]
    # what names no day comes last, whichever way
    assert until == [*sorted(said, reverse=True), *[""] * (len(until) - len(said))]


def test_facets_combine_and_count_what_the_others_leave(portal: Path, page: Page) -> None:
    opened(page, portal, SOA)
    everything = len(ids(page))
    choose(page, "family", "A.8")
    family = len(ids(page))
    choose(page, "family", "A.5")
    assert len(ids(page)) > family
    choose(page, "decision", "not-applicable")
    left = len(ids(page))
    assert page.locator(".tools-count").inner_text() == f"{left} of {everything} rows"
    chosen = page.locator("li:has([data-facet=decision][value=applicable]) .tools-facet-amount")
    assert int(chosen.text_content() or "") + left == int(
        page.evaluate(
            "document.querySelector('.tools-clear').click(),"
            "[...document.querySelectorAll('[data-facet=family]')]"
            ".filter((b) => ['A.5', 'A.8'].includes(b.value))"
            ".map((b) => +b.closest('li').querySelector('.tools-facet-amount').textContent)"
            ".reduce((a, b) => a + b)"
        )
    )


def test_a_view_survives_its_address_and_the_back_button(portal: Path, page: Page) -> None:
    opened(page, portal, "evidence.html")
    choose(page, "status", "accepted")
    choose(page, "family", "7")
    sort_by(page, "Date")
    page.locator(".tools-text").fill("a & b=#%")
    page.wait_for_timeout(400)
    page.locator(".tools-text").fill("calibration")
    page.wait_for_timeout(400)
    expected, link = ids(page), page.url
    assert view_of(page) == {
        "q": ["calibration"],
        "status": ["accepted"],
        "family": ["7"],
        "sort": ["dated"],
    }
    with_other = page.context.new_page()
    with_other.goto(link)
    assert ids(with_other) == expected
    assert with_other.locator(".chip").count() == 3
    page.go_back()
    assert view_of(page).get("q") is None
    page.go_back()
    assert view_of(page).get("sort") is None
    assert page.locator("[aria-sort]").count() == 0


def test_other_fragments_stay_places_on_the_page(portal: Path, page: Page) -> None:
    opened(page, portal, "evidence.html", "#?status=accepted")
    shown = ids(page)
    page.evaluate("location.hash = 'main'")
    assert ids(page) == shown
    opened(page, portal, "evidence.html", "#?status=nothing-like-it&sort=unknown&page=9&group=x")
    assert page.locator(ROWS).count() > 100


def test_by_keyboard_alone(portal: Path, seen: Watched) -> None:
    page = opened(seen.page, portal, MATRIX)
    page.locator(".tools-text").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator(".chip").count() == 1
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('summary')")
    assert page.locator(".tools-facet[open]").count() == 0
    page.locator(".chip").focus()
    page.keyboard.press("Enter")
    assert page.locator(".chip").count() == 0
    page.locator(".tool-table thead button").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("[aria-sort=ascending]").count() == 1
    assert seen.complaints == []


def saved(page: Page) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        page.locator(".tools-save").click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def test_what_is_shown_is_saved_as_csv(portal: Path, page: Page) -> None:
    opened(page, portal, "register-risk.html", "#?kind=risk&without=actions&sort=-id")
    name, octets = saved(page)
    assert re.fullmatch(r"register-risk_[A-Za-z0-9-]+_[0-9a-f]{12}\.csv", name)
    assert octets.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(octets[3:].decode(), newline=""))
    assert octets.count(b"\r\n") == len(rows) + 1
    assert head[:2] == ["Risk or opportunity", "Status"]
    assert "Actions" not in head
    assert [row[0].split()[0] for row in rows] == ids(page)


def test_hostile_words_are_saved_without_running_anywhere(hostile: Path, seen: Watched) -> None:
    page = opened(seen.page, hostile, "register-risk.html")
    _, octets = saved(page)
    rows = list(csv.reader(io.StringIO(octets[3:].decode(), newline="")))
    assert len({len(row) for row in rows}) == 1
    assert not [c for row in rows for c in row if c.startswith(("=", "@", "\t", "＝", "+"))]
    for register in ("evidence.html", "register-document.html", "people.html"):
        opened(page, hostile, register)
        for facet in ("owner", "department", "approved_by"):
            boxes = page.locator(f"[data-facet={facet}]")
            for box in boxes.all()[:3]:
                value = box.input_value()
                choose(page, facet, value)
                assert ids(opened(page, hostile, register, "#" + page.url.partition("#")[2]))
        assert not page.evaluate(TOO_WIDE)
    assert seen.complaints == []


def test_what_is_shown_is_copied_for_a_spreadsheet(portal: Path, page: Page) -> None:
    opened(page, portal, "register-risk.html", "#?kind=risk")
    page.evaluate(
        "() => { const set = DataTransfer.prototype.setData;"
        " DataTransfer.prototype.setData = function (type, text) {"
        " window.copied = text; return set.call(this, type, text); }; }"
    )
    page.locator(".tools-copy").click()
    lines = str(page.evaluate("window.copied")).split("\r\n")
    assert [line.split("\t")[0].split()[0] for line in lines[1:]] == ids(page)
    assert len({line.count("\t") for line in lines}) == 1
    assert page.locator(".tools-count").inner_text().startswith("copied")


def test_columns_can_be_hidden(portal: Path, page: Page) -> None:
    opened(page, portal, "register-risk.html", "#?without=status")
    assert not page.locator(".tool-table thead th").nth(1).is_visible()
    assert not page.locator(f"{ROWS} > :nth-child(2)").first.is_visible()
    assert page.locator(f"{ROWS} > :nth-child(3)").first.is_visible()


def test_the_matrix_groups_unfolds_and_shows_gaps_only(portal: Path, seen: Watched) -> None:
    page = opened(seen.page, portal, MATRIX)
    clauses = ids(page)
    assert page.locator(".tool-table .heading-row").count() > 5
    page.locator("[data-only]").click()
    gaps = ids(page)
    assert gaps
    assert page.locator(".gap-row").count() == len(gaps) < len(clauses)
    page.locator("[data-only]").click()
    page.locator(".tools-group").select_option("process")
    assert set(ids(page)) == set(clauses)
    heads = page.locator(".tool-table .heading-row").all_inner_texts()
    assert sum(int(re.findall(r"\((\d+)\)$", head)[0]) for head in heads) == len(ids(page))
    head, *rows = csv.reader(io.StringIO(saved(page)[1][3:].decode(), newline=""))
    assert head[:2] == ["Process", "Clause"]
    assert [row[1].split()[0] for row in rows] == ids(page)
    assert [row[0] for row in rows if row[0] != "no process named"] != []
    page.locator(".tools-unfold").click()
    assert page.locator(".reasons:not([open])").count() == 0
    assert page.locator(".why").first.is_visible()
    page.locator(".tools-unfold").click()
    assert page.locator(".reasons[open]").count() == 0
    assert seen.complaints == []


def test_long_lists_of_a_matrix_come_back_when_they_are_looked_at_printed_or_saved(
    portal: Path, tmp_path: Path, seen: Watched
) -> None:
    whole = opened(seen.page, portal, MATRIX)
    reasons = whole.locator(".why").count()
    expected = saved(whole)[1]
    text = (portal / MATRIX).read_text(encoding="utf-8")
    # with this little at once every list counts as long
    short = re.sub(r'"atOnce": *\d+', '"atOnce": 1', text)
    (tmp_path / MATRIX).write_text(re.sub(r'"page": *\d+', '"page": 1000', short), encoding="utf-8")
    page = opened(seen.page, tmp_path, MATRIX)
    assert page.locator(".why").count() == 0
    assert saved(page)[1] == expected
    first = page.locator(".reasons").first
    first.locator("summary").click()
    first.locator(".why").first.wait_for()
    first.locator("summary").click()
    page.wait_for_function("!document.querySelector('.why')")
    page.locator(".tools-group").select_option("process")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".reasons:not(:has(.why))").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.locator(".tools-unfold").click()
    assert page.locator(".reasons:not(:has(.why))").count() == 0
    page.locator(".tools-clear").click()
    assert page.locator(".why").count() == reasons
    page.locator(".tools-unfold").click()
    assert page.locator(".why").count() == 0


def test_from_a_clause_to_an_exhibit_in_two_clicks(portal: Path, page: Page) -> None:
    opened(page, portal, MATRIX)
    row = page.locator(f"{ROWS}:has(td:nth-child(3) .reasons)").first
    row.locator("td:nth-child(3) summary").click()
    row.locator("td:nth-child(3) a.record").first.click()
    assert re.search(r"/e-[0-9]+\.html$", page.url)


@pytest.mark.parametrize("name", [SOA, MATRIX, "matrix.html", "evidence.html", "people.html"])
def test_without_script_every_row_is_there_and_no_control(
    name: str, portal: Path, plain: Watched, page: Page
) -> None:
    without = opened(plain.page, portal, name)
    with_script = opened(page, portal, name)
    assert column(without, 1) == column(with_script, 1)
    assert not without.locator(".tools, .pager").first.is_visible()
    assert without.locator(".tool-table button").count() == 0
    assert with_script.locator(".tools").is_visible()


def test_paper_says_which_filters_are_on_and_how_many_rows_are_left_out(
    portal: Path, page: Page
) -> None:
    opened(page, portal, MATRIX, "#?family=7")
    page.emulate_media(media="print")
    shown = page.locator(".tools-shown").inner_text()
    assert re.search(r"\d+ of \d+ rows, \d+ left out", shown)
    assert "Clause: 7 Support" in shown
    assert not page.locator(".tools-text").is_visible()
    assert page.locator(".why").first.is_visible()
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_tools_fit_on_any_screen_with_every_list_open(
    width: int, portal: Path, browser: Browser
) -> None:
    with watched(browser, viewport={"width": width, "height": 700}) as seen:
        for name in ("evidence.html", MATRIX, "people.html", SOA):
            page = opened(seen.page, portal, name)
            for summary in page.locator(".tools-facet > summary").all():
                summary.click()
                assert not page.evaluate(TOO_WIDE), f"{name}: {summary.inner_text()}"
