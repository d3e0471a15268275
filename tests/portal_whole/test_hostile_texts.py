"""Hostile text in any field of any record comes out as the text it is, and as nothing else.

A page gives every text back unchanged. The theme writes a carriage return as a reference, so
nothing but what the content reader itself makes of a file stands between author and reader.
"""

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from certfolio.exports.table import as_written
from certfolio.model.problem import Code
from certfolio.pipeline import check
from certfolio.records.record_type import RecordType
from certfolio.records.record_types import BY_NAME, RECORD_TYPES
from portal_whole.builds import publish, workspace
from portal_whole.hostile_content import (
    FILE,
    Registers,
    few_registers,
    hostile_registers,
    packed,
    record,
    saying_all,
    texts_in,
    write_content,
)
from portal_whole.hostile_texts import OWN, RIGHT_TO_LEFT, all_texts, is_storable, naughty
from portal_whole.page_tree import found_by_rules, tree_of

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
ACTIVE = "script, style, img, svg, iframe, object, embed, form, input, base, video, audio, math"

every_type = pytest.mark.parametrize("row", RECORD_TYPES, ids=lambda row: row.name)


@pytest.fixture(scope="module")
def registers() -> Registers:
    """Return what the hostile portal was made of."""
    return hostile_registers(filter(is_storable, all_texts()))


@pytest.fixture(scope="module")
def said(hostile: Path) -> Mapping[str, Any]:
    """Return the records of exports/portal.json by their ids."""
    data = json.loads((hostile / "exports" / "portal.json").read_text("utf-8"))
    return {entry["id"]: entry for entry in data["records"]}


def page_of(portal: Path, id: str) -> BeautifulSoup:
    return tree_of(portal / f"{id.lower()}.html")


def body_of(tree: BeautifulSoup) -> Tag:
    """Return the body without what is ours: search box, tools of tables, scripts, icons, drawings.

    Text cannot pass for one of these: it keeps neither class nor id. The head holds one style,
    which says what stands on every sheet.
    """
    assert tree.body is not None
    assert len(tree.select("style")) == 1
    for own in tree.select("body > script, .search-box, .tools, svg.icon, .picture svg"):
        own.decompose()
    return tree.body


@every_type
def test_the_page_gives_every_text_back(
    row: RecordType, hostile: Path, registers: Registers
) -> None:
    for written in registers[row.name]:
        main = page_of(hostile, written["id"]).main
        assert main is not None
        shown = {tag.get_text() for tag in main.find_all(True)}
        lost = [text for text in texts_in(written, row) if text not in shown]
        assert lost == [], written["id"]


def test_what_the_rules_say_of_it_is_text_as_well(hostile: Path) -> None:
    pages = (*hostile.glob("readiness*.html"), *hostile.glob("rule*.html"), hostile / "due.html")
    assert len(pages) > 100
    for page in pages:
        assert body_of(tree_of(page)).select(ACTIVE) == [], page.name


@every_type
def test_no_text_becomes_markup(row: RecordType, hostile: Path, registers: Registers) -> None:
    """The page is made of the same elements, in the same order, as one with plain words."""
    plain, others = registers[row.name][1], saying_all(registers[row.name])
    expected = elements(page_of(hostile, plain["id"]))

    assert others

    assert body_of(page_of(hostile, plain["id"])).select(ACTIVE) == []
    for written in others:
        assert elements(page_of(hostile, written["id"])) == expected, written["id"]


@every_type
def test_programs_get_every_text_too(
    row: RecordType, registers: Registers, said: Mapping[str, Any]
) -> None:
    for written in registers[row.name]:
        kept = set(_strings(said[written["id"]]))
        titles = {file.get("title") for file in written.get("files", ())}
        assert set(texts_in(written, row)) - titles <= kept, written["id"]


def test_no_cell_of_a_table_starts_a_formula(hostile: Path) -> None:
    tables = sorted((hostile / "exports").glob("*.csv"))

    assert len(tables) == 7
    for table in tables:
        text = table.read_bytes().decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline="")))
        assert [cell[:20] for row in rows for cell in row if cell.startswith(FORMULA)] == []
        assert len({len(row) for row in rows}) == 1


def test_whoever_reads_a_table_back_gets_the_titles_as_they_were(
    hostile: Path, registers: Registers
) -> None:
    text = (hostile / "exports" / "evidence.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    titles = {row["id"]: as_written(row["title"]) for row in rows}

    assert titles == {written["id"]: written["title"] for written in registers["evidence"]}


def test_right_to_left_text_keeps_to_itself(hostile: Path) -> None:
    """Whatever holds it is set apart, so that what stands beside it keeps its order."""
    loose = []
    for page in sorted(hostile.glob("*.html")):
        html = page.read_text("utf-8")
        if not any(text in html for text in RIGHT_TO_LEFT):
            continue
        tree = BeautifulSoup(html, "html.parser")
        for string in tree.body.find_all(string=_holds_right_to_left):  # type: ignore[union-attr]
            if not any(map(_is_set_apart, string.parents)):
                loose.append((page.name, string.parent.name, string[:60]))

    assert loose == []


@pytest.mark.usefixtures("shared_data")
def test_what_a_title_cannot_be_is_told(tmp_path: Path) -> None:
    """Nothing at all is too short; what nobody can see is no title. Everything else is."""
    refused = refusals(tmp_path, naughty(), _gap_item_called)

    assert Counter(refused.values()) == {Code.LENGTH: 1, Code.FORMAT: 7}
    assert [text for text, code in refused.items() if code is Code.LENGTH] == [""]
    assert not any(
        letter.isalnum() for text, code in refused.items() if code is Code.FORMAT for letter in text
    )


@pytest.mark.usefixtures("shared_data")
def test_a_text_may_be_anything_but_nothing(tmp_path: Path) -> None:
    assert refusals(tmp_path, naughty(), _gap_item_saying) == {"": Code.LENGTH}


@pytest.mark.parametrize("escape", [r"\u0000", r"\ud800", r"x\udfff", r"\udc00\ud800"])
def test_what_is_no_character_is_refused(escape: str, tmp_path: Path) -> None:
    written = json.dumps({"records": [_gap_item_saying("STAND-IN", 1)]})
    content = write_content(tmp_path / "content", few_registers())
    place = content / "gap-items" / "records.json"
    place.parent.mkdir()
    place.write_text(written.replace("STAND-IN", escape), "utf-8")
    (problem,) = check(workspace(content), 1).problems

    assert problem.code is Code.CHARACTER
    assert problem.location.path == "content/gap-items/records.json"


def test_settings_are_text_as_well(tmp_path: Path) -> None:
    """The portal's own title, scope and watermark stand on every page."""
    text = "".join(packed(text for text in OWN if len(text) < 100))
    content = write_content(
        tmp_path / "content",
        few_registers(),
        title=text,
        certification_body=text,
        standards=[{"standard": "iso-9001-2015", "certificate_scope": text}],
        audiences=[{"name": "all", "ceiling": "restricted", "watermark": text}],
    )
    publish(content, ["all"], tmp_path / "out")
    start = tree_of(tmp_path / "out" / "all" / "index.html")

    assert body_of(start).select(ACTIVE) == []
    for selector in (
        ".banner-title bdi",
        ".watermark",
        ".imprint strong",
        "h1 bdi",
        ".panel > p[dir]",
    ):
        found = start.select_one(selector)
        assert found is not None and found.get_text() == text, selector


def test_a_file_cannot_be_called_by_something_invisible(tmp_path: Path) -> None:
    """The title of a file is the text of its link."""
    registers = few_registers()
    (exhibit,) = registers["evidence"]
    exhibit["files"] = [{"path": FILE, "title": " \u3164"}]
    content = write_content(tmp_path / "content", registers)
    (problem,) = check(workspace(content), 1).problems

    assert problem.code is Code.FORMAT
    assert problem.location.pointer == "/records/0/files/0/title"


def elements(tree: Tag) -> list[tuple[str, tuple[str, ...]]]:
    """Return every element with the names of its attributes.

    What the rules find is left out: it differs from record to record, whatever their texts.
    """
    found = {id(tag) for part in found_by_rules(tree) for tag in (part, *part.find_all(True))}
    return [
        (tag.name, tuple(sorted(tag.attrs))) for tag in tree.find_all(True) if id(tag) not in found
    ]


def refusals(
    folder: Path, texts: tuple[str, ...], make: Callable[[str, int], dict[str, Any]]
) -> dict[str, Code]:
    """Return which texts are refused, each in a record of its own, and by which code."""
    made = [make(text, number) for number, text in enumerate(texts, 1)]
    found: dict[str, Code] = {}
    # a file stops at a hundred faults
    for start in range(0, len(made), 90):
        content = folder / str(start)
        write_content(content, few_registers() | {"gap-item": made[start : start + 90]})
        for problem in check(workspace(content), 1).problems:
            index = int(problem.location.pointer.split("/")[2])
            found[texts[start + index]] = problem.code
    return found


def _gap_item_called(text: str, number: int) -> dict[str, Any]:
    return record(BY_NAME["gap-item"], number, lambda: "Plain") | {"title": text}


def _gap_item_saying(text: str, number: int) -> dict[str, Any]:
    return record(BY_NAME["gap-item"], number, lambda: "Plain") | {"situation": text}


def _holds_right_to_left(string: str | None) -> bool:
    return string is not None and any(text in string for text in RIGHT_TO_LEFT)


def _is_set_apart(tag: Tag) -> bool:
    return tag.name == "bdi" or tag.get("dir") == "auto"


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)
