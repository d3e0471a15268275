"""Links lead to where the author pointed, or stay as words that cannot be clicked."""

import pytest

from certfolio.intake.markdown.links import resolve_links
from certfolio.intake.markdown.render import render
from certfolio.model.prose import ProseLink


def test_links_to_other_files_are_listed_in_the_order_of_the_text() -> None:
    prose = render(
        "[One *two*](a.md#x) ![plan](p.png)\n\n[r] [out](https://x.y)\n\n[r]: /b%20c.md\n"
    )

    assert prose.links == (
        ProseLink("a.md#x", is_image=False, text="One two"),
        ProseLink("p.png", is_image=True, text="plan"),
        ProseLink("/b%20c.md", is_image=False, text="r"),
    )


def test_a_found_target_replaces_the_address() -> None:
    prose = render('[policy](../p.md "Title") ![plan](p.png)')
    targets = {"../p.md": "policy-1.html#a&b", "p.png": "files/p.png"}

    html = resolve_links(prose, lambda link: targets[link.href])

    assert html == (
        '<p><a href="policy-1.html#a&amp;b" title="Title">policy</a>'
        ' <img alt="plan" src="files/p.png"></p>'
    )


def test_a_missing_target_leaves_words_that_cannot_be_clicked() -> None:
    prose = render("[the **policy**](p.md) ![a <plan>](p.png)")

    assert resolve_links(prose, lambda link: None) == (
        '<p><span class="unresolved">the <strong>policy</strong></span>'
        ' <span class="unresolved">a &lt;plan&gt;</span></p>'
    )


def test_each_link_is_asked_for_by_itself() -> None:
    prose = render("[a](x.md) [![b](x.md)](x.md) [c](x.md)")
    asked: list[ProseLink] = []

    def target(link: ProseLink) -> str | None:
        asked.append(link)
        return None if len(asked) == 1 else f"{len(asked)}.html"

    html = resolve_links(prose, target)

    assert tuple(asked) == prose.links
    assert html == (
        '<p><span class="unresolved">a</span> <a href="2.html"><img alt="b" src="3.html"></a>'
        ' <a href="4.html">c</a></p>'
    )


@pytest.mark.parametrize(
    ("heading", "fragment"),
    [
        ("1. Scope & purpose", "1-scope--purpose"),
        ("Scope and purpose", "Scope-and-purpose"),
        ("Prüfung der Übung", "prüfung-der-übung"),
        ("Prüfung", "pr%C3%BCfung"),
        ("A.5.15 `Access` control", "a515-access-control"),
        ("snake_case, dots... and (brackets)", "snake_case-dots-and-brackets"),
        ("T-shirts", "t-shirts"),
        ("With its own {#own-id}", "own-id"),
    ],
)
def test_a_table_of_contents_keeps_working(heading: str, fragment: str) -> None:
    prose = render(f"[go](#{fragment})\n\n## {heading}\n")

    assert f'<a href="#{prose.outline[0].anchor}">go</a>' in prose.html


def test_a_second_heading_of_the_same_words_has_its_own_anchor() -> None:
    prose = render("[go](#scope-1)\n\n# Scope\n\n# Scope\n")

    assert [heading.anchor for heading in prose.outline] == ["t-scope", "t-scope-1"]
    assert '<a href="#t-scope-1">go</a>' in prose.html


def test_a_link_to_no_heading_of_the_text_cannot_be_clicked() -> None:
    assert render("[go](#nowhere)").html == '<p><span class="unresolved">go</span></p>'


def test_footnotes_lead_there_and_back() -> None:
    html = render("fact[^a]\n\n[^a]: source\n").html

    assert '<sup id="t-fnref:a"><a class="footnote-ref" href="#t-fn:a">1</a></sup>' in html
    assert '<li id="t-fn:a">' in html
    assert 'href="#t-fnref:a"' in html
