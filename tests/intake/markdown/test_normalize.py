"""Markdown as authors write it keeps its meaning, example by example and at random."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_oracle import oracle_html, structure

from certfolio.intake.markdown.normalize import normalize
from certfolio.intake.markdown.render import render

_EXAMPLES = {
    "a list nested by two spaces": ("- a\n  - b\n- c\n", "-   a\n    -   b\n-   c\n"),
    "a list nested by three spaces": ("1. a\n   - b\n", "1.  a\n    -   b\n"),
    "a list below a paragraph": ("For:\n- a\n- b\n", "For:\n\n-   a\n-   b\n"),
    "a table below a paragraph": (
        "For:\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        "For:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    ),
    "a table without outer bars": ("a | b\n--|--\n1 | 2\n", "| a | b |\n| --|-- |\n| 1 | 2 |\n"),
    "a fence in an item": (
        "- a\n  ```sh\n  x\n\n    - y\n  ```\n",
        "-   a\n\n    <pre><code>x&#10;&#10;  - y&#10;</code></pre>\n",
    ),
    "code keeps its tabs": ("```\na:\n\tb\n```\n", "<pre><code>a:&#10;&#9;b&#10;</code></pre>\n"),
    "bullets that change begin another list": ("- a\n* b\n", "-   a\n\n<!-- -->\n\n-   b\n"),
    "numbers that start late": ("7. a\n8. b\n", "7.  a\n8.  b\n"),
    "numbers with a bracket": ("2) a\n", "2.  a\n"),
    "a loose list": ("- a\n\n- b\n", "-   a\n\n-   b\n"),
    "an item that goes on unindented": ("- a\nb\n", "-   a\n    b\n"),
    "tasks": ("- [ ] a\n- [x] b\n", "-   ☐ a\n-   ☑ b\n"),
    "a comment": ("a\n\n<!-- b\n\nc -->\n\nd\n", "a\n\n<!-- -->\n\nd\n"),
    "rules": ("***\n- - -\n", "---\n\n---\n"),
    "an underlined heading": ("a\nb\n===\n", "# a b\n"),
    "a hash that is no heading": ("#1 risk\n", "\\#1 risk\n"),
    "a number in running text": ("born in\n1980. Then\n", "born in\n1980\\. Then\n"),
    "a sharp": ("## C#\n", "## C\\#\n"),
    "a quote": ("> a\nb\n> - c\n", "> a\n> b\n>\n> -   c\n"),
    "an alert": ("> [!NOTE]\n> a\n", "> **Note**\n>\n> a\n"),
    "a footnote": ("x[^1]\n\n[^1]: a\n    - b\n      - c\n", None),
    "a line break by backslash": ("a\\\nb\n", "a  \nb\n"),
    "a mark for a table of contents": ("[TOC]\n\n# a\n", "# a\n"),
}


@pytest.mark.parametrize(
    ("text", "expected"), [pair for pair in _EXAMPLES.values() if pair[1]], ids=str
)
def test_examples_word_for_word(text: str, expected: str) -> None:
    assert normalize(text) == expected


# What CommonMark has no words for is written out for the oracle.
_WRITTEN_OUT = {"[!NOTE]": "**Note**\n>", "[TOC]": "", "[ ]": "☐", "[x]": "☑"}


@pytest.mark.parametrize("text", [text for text, _ in _EXAMPLES.values() if "[^" not in text])
def test_examples_mean_what_commonmark_says(text: str) -> None:
    for_oracle = text
    for sign, words in _WRITTEN_OUT.items():
        for_oracle = for_oracle.replace(sign, words)

    assert structure(render(text).html) == structure(oracle_html(for_oracle))


def test_a_footnote_holds_nested_lists() -> None:
    html = render(_EXAMPLES["a footnote"][0]).html

    nested = structure(html).lists[0].items[0].lists[0]
    assert (nested.items[0].text, nested.items[0].lists[0].items[0].text) == ("b", "c")


def test_an_admonition_holds_nested_lists() -> None:
    html = render('!!! note "Mind"\n    - a\n      - b\n\nafter\n').html

    assert '<div class="admonition note">\n<p class="admonition-title">Mind</p>' in html
    assert structure(html).lists[0].items[0].lists[0].items[0].text == "b"
    assert html.endswith("</div>\n<p>after</p>")


def test_definitions_keep_their_paragraphs() -> None:
    html = render("Asset\n:   a thing\n\n    of value\n:   a person\n\nRisk\n: a chance\n").html

    assert html.count("<dt>") == 2
    assert html.count("<dd>") == 3
    assert "<p>of value</p>" in html


def test_an_abbreviation_is_explained() -> None:
    assert (
        '<abbr title="Chief Officer">CO</abbr>' in render("The CO\n\n*[CO]: Chief Officer\n").html
    )


_word = st.sampled_from(["alpha", "beta gamma", "**bold** text", "`code`", "C#", "a_b_c", "3.5 x"])


@st.composite
def _nested_list(draw: st.DrawFn, depth: int = 0) -> list[str]:
    bullet = draw(st.sampled_from(["-", "*", "+", "1.", "1)", "7."]))
    step = draw(st.sampled_from([2, 3, 4]))
    is_loose = draw(st.booleans())
    lines: list[str] = []
    for place in range(draw(st.integers(1, 3))):
        sign = bullet if bullet in "-*+" else f"{int(bullet[:-1]) + place}{bullet[-1]}"
        # Content begins behind the sign: an indent of two is too little below a number.
        indent = " " * max(step, len(sign) + 1)
        lines.append(f"{sign} {draw(_word)}")
        if draw(st.booleans()):
            lines.append(draw(st.sampled_from([indent, ""])) + "goes on")
        if depth < 3 and draw(st.booleans()):
            lines += [indent + line if line else "" for line in draw(_nested_list(depth + 1))]
        if is_loose:
            lines.append("")
    return lines


@given(_nested_list(), st.sampled_from(["", "A paragraph:\n", "A paragraph:\n\n", "# A title\n"]))
def test_random_nested_lists_agree_with_the_oracle(lines: list[str], above: str) -> None:
    text = above + "\n".join(lines) + "\n"

    assert structure(render(text).html) == structure(oracle_html(text))
