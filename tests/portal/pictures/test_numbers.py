"""What a picture draws and what its table says are the same numbers."""

from certfolio.portal.pictures.action_ageing import action_ageing
from certfolio.portal.pictures.audit_coverage import audit_coverage
from certfolio.portal.pictures.heat_map import heat_map
from certfolio.portal.pictures.objective_trend import objective_trends
from certfolio.portal.pictures.picture import Box, Dot, Drawing, Mark, Words
from certfolio.portal.pictures.process_map import process_map
from certfolio.portal.pictures.risk_matrix import risk_matrix
from certfolio.portal.pictures.validity_timeline import validity_timeline
from portal.editions import QUALITY, small_edition
from portal.pictures.picture_editions import hundreds


def linked(drawing: Drawing, shape: type) -> list[Mark]:
    return [m for m in drawing.marks if m.href and any(isinstance(s, shape) for s in m.shapes)]


def styles(mark: Mark, kind: type) -> list[str]:
    return [shape.style for shape in mark.shapes if isinstance(shape, kind)]


def test_the_squares_of_the_heat_map_are_counted_by_family() -> None:
    edition = small_edition()
    picture = heat_map(edition, edition.graph.standards.catalogues[QUALITY])
    squares = linked(picture.drawings[0], Box)
    tops = [styles(mark, Box)[0] for mark in squares]
    bottoms = [styles(mark, Box)[1] for mark in squares]
    columns = list(zip(*picture.table.rows, strict=True))
    assert sum(columns[1]) == len(squares)
    for place, (looks, style) in enumerate(
        [
            (tops, "solid"),
            (tops, "hatched"),
            (tops, "open"),
            (bottoms, "solid"),
            (bottoms, "hatched"),
            (bottoms, "dotted"),
            (bottoms, "open"),
            (tops, "none"),
            (tops, "unknown"),
        ]
    ):
        assert sum(columns[place + 2]) == looks.count(style), (place, style)


def test_documented_only_is_never_drawn_as_operated() -> None:
    edition = small_edition()
    picture = heat_map(edition, edition.graph.standards.catalogues[QUALITY])
    (mark,) = [m for m in linked(picture.drawings[0], Box) if (m.says or "").startswith("7.5.3 ")]
    assert styles(mark, Box) == ["open", "open"] or styles(mark, Box)[1] == "open"


def test_days_beside_the_bars_are_those_of_the_table() -> None:
    picture = action_ageing(hundreds(40))
    days = {row[0].id: row[5] for row in picture.table.rows}  # type: ignore[union-attr]
    bars = linked(picture.drawings[0], Box)
    assert len(bars) == 30
    for mark in bars:
        id, _, _ = (mark.says or "").partition(" ")
        (said,) = [s.text for s in mark.shapes if isinstance(s, Words) and s.style == "fine"]
        assert said.startswith(f"{days[id]} day")
    assert picture.left is not None


def test_every_risk_is_in_its_cell_or_counted_there() -> None:
    picture = risk_matrix(hundreds(40))
    for drawing in picture.drawings:
        named = len(linked(drawing, Words))
        texts = [s.text for m in drawing.marks for s in m.shapes if isinstance(s, Words)]
        more = sum(int(text[1:].split()[0]) for text in texts if text.startswith("+"))
        assert f" {named + more} are rated" in drawing.says


def test_every_measured_value_is_a_dot_and_a_row() -> None:
    picture = objective_trends(small_edition())
    dots = [
        shape
        for drawing in picture.drawings
        for mark in drawing.marks
        for shape in mark.shapes
        if isinstance(shape, Dot)
    ]
    assert len(dots) == len([row for row in picture.table.rows if row[3] is not None])


def test_what_is_not_drawn_is_said_and_in_the_table() -> None:
    picture = validity_timeline(hundreds(100))
    bars = linked(picture.drawings[0], Box)
    counting = [row for row in picture.table.rows if row[1] == "counts as proof"]
    assert f"{len(counting) - len(bars)} more that count" in (picture.left or "")
    assert f"{len(picture.table.rows) - len(counting)} that do not" in (picture.left or "")


def test_an_audit_cell_says_what_the_table_says() -> None:
    picture = audit_coverage(small_edition())
    said = {str(cell) for row in picture.table.rows for cell in row[2:-1]}
    panel = picture.drawings[0]
    cells = [m.says for m in panel.marks if styles(m, Box)]
    assert cells
    assert {(text or "").rpartition(": ")[2] for text in cells} <= said


def test_a_map_with_too_many_lines_says_so_and_keeps_them_in_the_table() -> None:
    picture = process_map(hundreds(200))
    assert picture.left is not None
    assert len(picture.table.rows) > 90


def test_a_circle_of_processes_is_drawn() -> None:
    picture = process_map(hundreds(6))
    assert picture.drawings
