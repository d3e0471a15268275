"""Headings come in steps, so that assistive technology can walk them."""

import pytest

from certfolio.intake.markdown.render import render
from certfolio.model.prose import Heading


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ([1, 2, 3], [2, 3, 4]),
        ([3, 3, 4], [2, 2, 3]),
        ([1, 4, 2], [2, 3, 3]),
        ([3, 1, 2], [2, 2, 3]),
        ([1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 6]),
        ([2, 6, 1], [2, 3, 2]),
    ],
)
def test_the_first_heading_is_h2_and_no_level_is_skipped(
    written: list[int], shown: list[int]
) -> None:
    text = "\n\n".join(f"{'#' * level} Part" for level in written)

    prose = render(text)

    assert [heading.level for heading in prose.outline] == shown
    assert all(f"<h{level} " in prose.html and f"</h{level}>" in prose.html for level in shown)


def test_an_entry_says_level_words_and_anchor() -> None:
    assert render("# The *scope* of [it](x.md) & all\n").outline == (
        Heading(level=2, text="The scope of it & all", anchor="t-the-scope-of-it--all"),
    )


def test_a_heading_without_words_still_has_an_anchor() -> None:
    assert render("# 🎉\n").outline == (Heading(level=2, text="🎉", anchor="t-section"),)


def test_html_headings_count_as_well() -> None:
    assert render("<h4>Raw</h4>\n\n# Next\n").outline == (
        Heading(level=2, text="Raw", anchor="t-raw"),
        Heading(level=2, text="Next", anchor="t-next"),
    )


def test_the_alignment_of_a_column_survives() -> None:
    html = render("| a | b |\n|:-:|--:|\n| 1 | 2 |\n").html

    assert '<th class="align-center">a</th>' in html
    assert '<td class="align-right">2</td>' in html


def test_a_bar_in_code_does_not_split_a_cell() -> None:
    html = render("| a | b |\n|---|---|\n| `x \\| y` | 2 |\n").html

    assert "<td><code>x | y</code></td>" in html
