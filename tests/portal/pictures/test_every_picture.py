"""Every picture in every edition: well formed, inside its frame, nothing on top of anything."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from html5lib import HTMLParser

from certfolio.audience.see import see
from certfolio.host.environment import theme_environment
from certfolio.model.classification import Classification
from certfolio.portal.pictures.fitting import SIZE, SMALL, width_of
from certfolio.portal.pictures.picture import Box, Dot, Drawing, Line, Picture, Words
from certfolio.portal.pictures.placed import all_pictures
from certfolio.portal.pictures.process_map import process_map
from certfolio.records.part import Period
from certfolio.records.portal_settings import Audience, PlannedDates
from portal.editions import AS_OF, small_edition
from portal.pictures.picture_editions import HOSTILE, all_editions, hundreds
from portal.rendering import THEME

NAMES = ("empty", "bare", "small", "silent", "hundreds", "hostile")


@pytest.fixture(scope="module")
def drawn() -> Mapping[str, tuple[Picture, ...]]:
    return {name: all_pictures(edition) for name, edition in all_editions().items()}


def written(pictures: tuple[Picture, ...]) -> str:
    macro = (
        '{% from "pictures/picture.html" import picture %}'
        "{% for one in view %}{{ picture(one) }}{% endfor %}"
    )
    return theme_environment([THEME]).from_string(macro).render(view=pictures)


def drawings(pictures: tuple[Picture, ...]) -> Iterator[tuple[Picture, Drawing]]:
    for picture in pictures:
        for drawing in picture.drawings:
            yield picture, drawing


@pytest.mark.parametrize("name", NAMES)
def test_every_svg_is_well_formed_and_the_page_valid(
    name: str, drawn: Mapping[str, tuple[Picture, ...]]
) -> None:
    html = written(drawn[name])
    for svg in re.findall(r"<svg.*?</svg>", html, re.DOTALL):
        ElementTree.fromstring(svg)
    HTMLParser(strict=True).parse(f"<!doctype html><title>x</title><h1>x</h1>{html}")
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert "style=" not in html


@pytest.mark.parametrize("name", NAMES)
def test_everything_lies_inside_the_frame(
    name: str, drawn: Mapping[str, tuple[Picture, ...]]
) -> None:
    for picture, drawing in drawings(drawn[name]):
        for mark in drawing.marks:
            for shape in mark.shapes:
                for x, y in _corners(shape):
                    assert -0.5 <= x <= drawing.width + 0.5, (picture.name, shape)
                    assert -0.5 <= y <= drawing.height + 0.5, (picture.name, shape)


@pytest.mark.parametrize("name", NAMES)
def test_no_words_lie_on_other_words(name: str, drawn: Mapping[str, tuple[Picture, ...]]) -> None:
    for picture, drawing in drawings(drawn[name]):
        level = [s for m in drawing.marks for s in m.shapes if isinstance(s, Words) and not s.turn]
        for one, other in combinations(level, 2):
            if abs(one.y - other.y) < 9:
                (a, b), (c, d) = _extent(one), _extent(other)
                assert b <= c + 1 or d <= a + 1, (picture.name, one, other)


@pytest.mark.parametrize("name", NAMES)
def test_every_picture_has_a_caption_and_a_table_with_as_many_cells_as_columns(
    name: str, drawn: Mapping[str, tuple[Picture, ...]]
) -> None:
    for picture in drawn[name]:
        assert picture.caption.endswith(".")
        assert picture.table.rows
        assert {len(row) for row in picture.table.rows} == {len(picture.table.columns)}
    assert len({picture.name for picture in drawn[name]}) == len(drawn[name])


def test_an_edition_without_records_draws_only_the_path(
    drawn: Mapping[str, tuple[Picture, ...]],
) -> None:
    assert [picture.name for picture in drawn["empty"]] == ["steps"]


def test_long_titles_are_cut_in_the_drawing_and_whole_in_tooltip_and_table(
    drawn: Mapping[str, tuple[Picture, ...]],
) -> None:
    for _, drawing in drawings(drawn["hostile"]):
        for mark in drawing.marks:
            assert all(len(s.text) < 90 for s in mark.shapes if isinstance(s, Words))
    html = written(drawn["hostile"])
    assert html.count(HOSTILE[0]) > 2
    assert "<script" not in html


def test_without_readiness_no_word_of_the_rules_is_drawn(
    drawn: Mapping[str, tuple[Picture, ...]],
) -> None:
    html = written(drawn["silent"])
    for word in ("by the rules", "blocker", "nothing open", "Waived", "readiness"):
        assert word not in html


def test_the_same_records_in_another_order_of_reading_are_the_same_picture() -> None:
    assert written(all_pictures(hundreds(30))) == written(all_pictures(hundreds(30)))


def test_hidden_records_leave_no_trace() -> None:
    """What an audience may not see changes nothing: the picture is that of a smaller content."""
    audience = Audience(name="staff", ceiling=Classification.INTERNAL)
    records = hundreds(12).graph.records
    hidden = {record.id for record in records[::3]}
    levels = tuple(
        replace(
            record,
            classification=Classification.RESTRICTED
            if record.id in hidden
            else Classification.PUBLIC,
        )
        for record in records
    )
    seen = see(small_edition(levels).graph, audience)
    assert {record.id for record in seen.records}.isdisjoint(hidden)
    html = written(all_pictures(small_edition(seen.records)))
    for id in hidden:
        assert not re.search(rf"\b{id}\b", html), id


def test_one_date_only_and_dates_far_apart_are_drawn() -> None:
    edition = small_edition()
    for planned in (
        PlannedDates(),
        PlannedDates(stage_1=AS_OF, stage_2=AS_OF, decision=AS_OF),
        PlannedDates(stage_1=AS_OF.replace(year=1900), stage_2=AS_OF.replace(year=9999)),
    ):
        settings = replace(
            edition.graph.settings,
            planned=planned,
            audit_period=Period(begins=AS_OF.replace(year=1), ends=AS_OF),
        )
        graph = replace(edition.graph, settings=settings)
        pictures = all_pictures(replace(edition, graph=graph))
        for picture, drawing in drawings(pictures):
            for mark in drawing.marks:
                for shape in mark.shapes:
                    assert all(0 <= x <= drawing.width for x, _ in _corners(shape)), picture.name


def test_no_line_of_the_process_map_crosses_a_box() -> None:
    edition = hundreds(24)
    (drawing,) = process_map(edition).drawings
    shapes = [shape for mark in drawing.marks for shape in mark.shapes]
    boxes = [s for s in shapes if isinstance(s, Box) and s.style == "card"]
    lines = [s for s in shapes if isinstance(s, Line)]
    assert len(lines) > 30
    for line in lines:
        for (x1, y1), (x2, y2) in pairwise(line.points):
            assert x1 == x2 or y1 == y2
            for box in boxes:
                outside = (
                    max(x1, x2) <= box.x
                    or min(x1, x2) >= box.x + box.width
                    or max(y1, y2) <= box.y + 0.2
                    or min(y1, y2) >= box.y + box.height - 0.2
                )
                assert outside, (line, box)


def _corners(shape: object) -> Iterator[tuple[float, float]]:
    if isinstance(shape, Box):
        yield shape.x, shape.y
        yield shape.x + shape.width, shape.y + shape.height
    elif isinstance(shape, Dot):
        yield shape.x - shape.radius, shape.y - shape.radius
        yield shape.x + shape.radius, shape.y + shape.radius
    elif isinstance(shape, Line):
        yield from shape.points
    elif isinstance(shape, Words) and not shape.turn:
        begin, end = _extent(shape)
        yield begin, shape.y
        yield end, shape.y


def _extent(words: Words) -> tuple[float, float]:
    small = any(style in words.style for style in ("fine", "tick", "letter"))
    # the estimate is on the wide side
    width = width_of(words.text, SMALL if small else SIZE) * 0.95
    begin = {"start": 0.0, "middle": width / 2, "end": width}[words.anchor]
    return words.x - begin, words.x - begin + width
