"""Headings get numbers: in steps, once, and never beside the author's own."""

import pytest

from certfolio.intake.markdown.numbering import numbers, with_numbers
from certfolio.intake.markdown.render import render


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No heading.", ()),
        ("# One", ("1",)),
        ("# A\n\n## B\n\n## C\n\n# D\n\n## E", ("1", "1.1", "1.2", "2", "2.1")),
        ("# A\n\n## B\n\n### C\n\n## D\n\n### E", ("1", "1.1", "1.1.1", "1.2", "1.2.1")),
        ("# 1 Purpose\n\n# 2 Scope", ()),
        ("# 1. Purpose\n\n## 1.1 Why", ()),
        ("# Purpose\n\n# 2) Scope", ()),
        ("# § 3 Pflichten", ()),
        ("# A.5 Controls", ()),
        ("# IV. Rules", ()),
        ("# A sensor", ("1",)),
        ("# I measure", ("1",)),
    ],
)
def test_numbers_follow_the_outline(text: str, expected: tuple[str, ...]) -> None:
    assert numbers(render(text).outline) == expected


def test_numbers_are_written_and_anchors_stay() -> None:
    prose = render("# Purpose & more\n\nText.\n\n## Who <b>")
    html = with_numbers(prose.html, numbers(prose.outline))
    assert 'id="t-purpose--more"><span class="heading-number">1</span> Purpose &amp; more' in html
    assert '<span class="heading-number">1.1</span> Who' in html
    assert with_numbers(prose.html, ()) == prose.html
