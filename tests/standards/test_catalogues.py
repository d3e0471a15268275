"""The shipped catalogues, and those of a workspace."""

import json
from pathlib import Path

import pytest

from certfolio.standards.catalogue import Standards
from certfolio.standards.joined import join
from certfolio.standards.load import load_standards
from made import PROJECT, clause, known_standards, schemas

COUNTS = {
    "iso-9001-2015": (65, 0, 27),
    "iso-9001-2026": (65, 0, 27),
    "iso-14001-2015": (32, 0, 16),
    "iso-14001-2026": (35, 0, 17),
    "iso-20000-1-2018": (61, 0, 35),
    "iso-22301-2019": (46, 0, 18),
    "iso-27001-2022": (30, 93, 14),
    "iso-42001-2023": (32, 38, 17),
    "iso-45001-2018": (40, 0, 18),
    "iso-50001-2018": (36, 0, 17),
}


@pytest.mark.parametrize("standard", COUNTS)
def test_a_catalogue_has_the_clauses_of_its_edition(standard: str) -> None:
    clauses = known_standards().catalogues[standard].clauses
    found = (
        sum(one.kind == "requirement" for one in clauses),
        sum(one.kind == "control" for one in clauses),
        sum(one.kind != "control" and one.documented_information is not None for one in clauses),
    )
    assert found == COUNTS[standard]


def test_all_ten_catalogues_ship_in_counting_order() -> None:
    assert list(known_standards().catalogues) == [
        "iso-9001-2015",
        "iso-9001-2026",
        "iso-14001-2015",
        "iso-14001-2026",
        "iso-20000-1-2018",
        "iso-22301-2019",
        "iso-27001-2022",
        "iso-42001-2023",
        "iso-45001-2018",
        "iso-50001-2018",
    ]


def test_a_catalogue_is_called_what_people_call_it() -> None:
    catalogues = known_standards().catalogues
    assert catalogues["iso-9001-2015"].name == "ISO 9001:2015"
    assert catalogues["iso-20000-1-2018"].name == "ISO 20000-1:2018"


def test_standards_join_on_the_key_and_never_on_the_bare_number() -> None:
    """10.1 and 10.2 changed places: nonconformity is 10.2 in 9001:2015 and 10.1 in 22301."""
    lines = join(known_standards().only(("iso-9001-2015", "iso-22301-2019")))
    joined = {str(one.ref): line for line in lines for one in line.clauses}
    nonconformity = {str(one.ref) for one in joined["iso-22301-2019:10.1"].clauses}
    assert "iso-9001-2015:10.1" not in nonconformity
    assert any(ref.startswith("iso-9001-2015:10.2") for ref in nonconformity)


def test_joining_loses_no_clause_and_shows_none_twice() -> None:
    standards = known_standards().only(("iso-9001-2015", "iso-27001-2022", "iso-45001-2018"))
    joined = [one.ref for line in join(standards) for one in line.clauses]
    demanded = [one.ref for each in standards.catalogues.values() for one in each.demands]
    assert sorted(joined, key=str) == sorted(demanded, key=str)


def test_joined_lines_keep_the_order_of_the_first_standard() -> None:
    standards = known_standards().only(("iso-9001-2015", "iso-27001-2022"))
    first = [
        one.ref
        for line in join(standards)
        for one in line.clauses
        if one.ref.standard == "iso-9001-2015"
    ]
    assert first == [one.ref for one in standards.catalogues["iso-9001-2015"].demands]


def test_a_clause_of_a_workspace_replaces_the_shipped_one_and_the_rest_stays(
    tmp_path: Path,
) -> None:
    own = _catalogue("iso-9001-2015", [_clause("4.1", "Our licensed title", parent=None)])
    standards, problems = _load(tmp_path, own)
    assert problems == []
    assert _title(standards, "iso-9001-2015:4.1") == "Our licensed title"
    assert len(standards.catalogues["iso-9001-2015"].clauses) == 91
    shipped = known_standards().catalogues["iso-9001-2015"].digest
    assert standards.catalogues["iso-9001-2015"].digest != shipped


def test_any_other_framework_can_be_added(tmp_path: Path) -> None:
    own = _catalogue("house-rules-1", [_clause("1", "Be kind", parent=None)])
    standards, problems = _load(tmp_path, own)
    assert problems == []
    assert standards.catalogues["house-rules-1"].name == "Our title"
    assert _title(standards, "house-rules-1:1") == "Be kind"


def test_what_contradicts_itself_in_a_catalogue_is_told_at_its_place(tmp_path: Path) -> None:
    own = _catalogue("house-1", [_clause("1", "A", None), _clause("1", "B", parent="7")])
    standards, problems = _load(tmp_path, own)
    assert [(problem.found, problem.location.pointer) for problem in problems] == [
        ('the clause "1" stands here a second time', "/clauses/1/ref"),
        ('the parent "7" is not in this catalogue', "/clauses/1/parent"),
    ]
    assert "house-1" not in standards.catalogues


def test_a_catalogue_is_judged_by_its_schema(tmp_path: Path) -> None:
    broken = _catalogue("house-1", [_clause("1", "A", None) | {"kind": "rule"}])
    _, problems = _load(tmp_path, broken)
    assert [problem.location.pointer for problem in problems] == ["/clauses/0/kind"]


def test_no_module_names_a_standard() -> None:
    """Rules, pages and exports read the catalogue; a standard's name in code is a special case."""
    named = [
        str(file.relative_to(PROJECT))
        for file in sorted((PROJECT / "generator").rglob("*.py"))
        if any(
            line.strip().startswith(("if ", "elif ", "return ")) and f'"{standard}' in line
            for line in file.read_text("utf-8").splitlines()
            for standard in COUNTS
        )
    ]
    assert named == []


def test_a_clause_number_is_text() -> None:
    assert clause("iso-9001-2015:8.10") != clause("iso-9001-2015:8.1")
    numbers = ["8.10", "A.5.10", "8.9", "10.1", "A.5.9", "8.1"]
    ordered = sorted((clause(f"x-1:{n}") for n in numbers), key=lambda ref: ref.sort_key)
    assert [ref.number for ref in ordered] == ["8.1", "8.9", "8.10", "10.1", "A.5.9", "A.5.10"]


def _load(folder: Path, catalogue: dict[str, object]) -> tuple[Standards, list]:  # type: ignore[type-arg]
    place = folder / "content" / "standards"
    place.mkdir(parents=True)
    (place / "own.json").write_text(json.dumps(catalogue), "utf-8")
    return load_standards(place, schemas())


def _title(standards: Standards, ref: str) -> str:
    found = standards.clause(clause(ref))
    assert found is not None
    return found.title


def _catalogue(id: str, clauses: list[dict[str, object]]) -> dict[str, object]:
    return {
        "id": id,
        "title": "Our title",
        "edition": "1",
        "status_at_2026_11": "current",
        "clauses": clauses,
    }


def _clause(ref: str, title: str, parent: str | None) -> dict[str, object]:
    return {
        "ref": ref,
        "title": title,
        "parent": parent,
        "kind": "requirement",
        "harmonized": False,
        "hs_key": None,
        "title_source": "standard",
        "documented_information": None,
        "documented_information_condition": None,
        "documented_information_note": None,
    }
