"""Collections of hostile texts, used as bodies, come out inert and report what was removed."""

import json
from pathlib import Path

import pytest
from inertness import faults

from certfolio.intake.markdown.budget import render_all
from certfolio.intake.markdown.render import render
from certfolio.model.prose import Prose

_DATA = Path(__file__).resolve().parents[3].parent / "shared" / "data"
_STRINGS: list[str] = json.loads(
    (_DATA / "naughty-strings" / "blns.json").read_text(encoding="utf-8")
)
_CHEATSHEET = _DATA / "payloads" / "svg-cheatsheet" / "README.md"


def test_a_collection_of_svg_attacks_is_inert() -> None:
    prose = render(_CHEATSHEET.read_text(encoding="utf-8"))

    assert faults(prose.html) == []


def test_the_attacks_without_their_fences_are_inert_too() -> None:
    text = _CHEATSHEET.read_text(encoding="utf-8").replace("```", "")

    prose = render(text)

    assert faults(prose.html) == []
    assert {"an <svg>", "a <script>"} <= set(prose.removed)


@pytest.mark.parametrize("text", _STRINGS, ids=range(len(_STRINGS)))
def test_each_naughty_string_is_inert(text: str) -> None:
    for body in (text, f"- {text}", f"| a | b |\n|---|---|\n| {text} | b |", f"[x]({text})"):
        assert faults(render(body).html) == []


def test_all_naughty_strings_together_are_rendered_within_the_budget() -> None:
    result = render_all({"all": "\n\n".join(_STRINGS)}, jobs=1)["all"]

    assert isinstance(result, Prose)
    assert faults(result.html) == []
