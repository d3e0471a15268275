"""Real policy documents read as an independent CommonMark renderer reads them."""

from dataclasses import fields
from pathlib import Path

import pytest
from inertness import faults
from markdown import markdown
from markdown_oracle import Structure, oracle_html, structure

from certfolio.intake.markdown.normalize import normalize
from certfolio.intake.markdown.render import render

_SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "data" / "isms-policies"
_DOCUMENTS = sorted(_SHARED.rglob("*.md"))
_EXTENSIONS = ["tables", "fenced_code", "sane_lists"]


def _named(path: Path) -> str:
    return path.relative_to(_SHARED).as_posix()


@pytest.mark.parametrize("path", _DOCUMENTS, ids=_named)
def test_every_list_heading_table_and_code_block_is_the_one_the_author_meant(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    ours, meant = structure(render(text).html), structure(oracle_html(text))

    for field in fields(Structure):
        assert getattr(ours, field.name) == getattr(meant, field.name), field.name


@pytest.mark.parametrize("path", _DOCUMENTS, ids=_named)
def test_every_document_is_inert(path: Path) -> None:
    assert faults(render(path.read_text(encoding="utf-8")).html) == []


def _damaged(path: Path, extensions: list[str]) -> bool:
    text = path.read_text(encoding="utf-8")
    plain, meant = structure(markdown(text, extensions=extensions)), structure(oracle_html(text))
    return (plain.lists, plain.tables, plain.code) != (meant.lists, meant.tables, meant.code)


def test_plain_python_markdown_would_damage_a_quarter_of_them() -> None:
    damaged = [_named(path) for path in _DOCUMENTS if _damaged(path, _EXTENSIONS)]

    assert len(_DOCUMENTS) == 92
    assert len(damaged) == 25
    assert "policies/access_control_policy.md" in damaged


def test_python_markdown_without_extensions_would_damage_more_than_half() -> None:
    assert sum(_damaged(path, []) for path in _DOCUMENTS) == 51


@pytest.mark.parametrize("path", _DOCUMENTS, ids=_named)
def test_normalizing_twice_changes_no_meaning(path: Path) -> None:
    once = normalize(path.read_text(encoding="utf-8"))

    assert structure(render(once).html) == structure(oracle_html(path.read_text(encoding="utf-8")))
