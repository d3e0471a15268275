"""Whatever a body holds, the page around it stays whole and nothing in it runs or loads."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from inertness import faults

from certfolio.intake.markdown.links import resolve_links
from certfolio.intake.markdown.render import render
from certfolio.intake.markdown.sanitize import sanitize

_UNSAFE_ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "&#106;avascript:alert(1)",
    "java&#9;script:alert(1)",
    "&#1;javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "ms-msdt:/id",
    "search-ms:query=x",
    "//host/share",
    "\\\\host\\share",
    "/\\host/share",
    "C:\\secret.txt",
]


@pytest.mark.parametrize("address", _UNSAFE_ADDRESSES)
def test_a_link_to_an_unsafe_address_becomes_its_words_and_is_reported(address: str) -> None:
    prose = render(f'before <a href="{address}">words</a> after')

    assert prose.html == "<p>before words after</p>"
    assert len(prose.removed) == 1
    assert prose.removed[0].startswith('a link to "')
    assert prose.links == ()


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:image/svg+xml,x", "//host/x.png"])
def test_an_image_from_an_unsafe_address_becomes_its_words_and_is_reported(address: str) -> None:
    prose = render(f"![the plan]({address})")

    assert prose.html == "<p>the plan</p>"
    assert prose.removed == (f'an image from "{address}"',)


def test_a_remote_image_becomes_its_words_and_is_reported() -> None:
    prose = render("![the plan](https://example.org/plan.png)")

    assert prose.html == "<p>the plan</p>"
    assert prose.removed == ('a remote image "https://example.org/plan.png"',)


@pytest.mark.parametrize(
    ("html", "removed"),
    [
        ("<script>x</script>", "a <script>"),
        ("<style>x</style>", "a <style>"),
        ("<iframe src=x></iframe>", "an <iframe>"),
        ("<form action=x><input name=y></form>", "a <form>"),
        ("<object data=x></object>", "an <object>"),
        ("<embed src=x>", "an <embed>"),
        ("<svg onload=x></svg>", "an <svg>"),
        ("<math></math>", "a <math>"),
        ("<link rel=stylesheet href=x>", "a <link>"),
        ("<meta http-equiv=refresh content=0>", "a <meta>"),
        ("<base href=x>", "a <base>"),
    ],
)
def test_an_unsafe_element_goes_and_is_reported(html: str, removed: str) -> None:
    for body in (f"{html}\n\nafter", f"before {html} after", f"- a\n\n  {html}\n"):
        prose = render(body)

        assert faults(prose.html) == []
        assert prose.removed[0] == removed


def test_an_event_handler_goes_and_is_reported() -> None:
    prose = render('<b onclick="x()">bold</b>')

    assert (prose.html, prose.removed) == ("<p><b>bold</b></p>", ("an onclick attribute",))


@pytest.mark.parametrize(
    "text",
    [
        "{{ 7*7 }}",
        "{% include 'x' %}",
        "{{ config }}",
        "${x}",
        "{filename}x.md",
        "{static}/x",
        "{attach}x",
        "|filename|x.md",
        "Save_as: ../out/x.html",
        "Template: x",
        "Status: hidden",
        "{# remark #}",
    ],
)
def test_what_looks_like_a_command_stays_text(text: str) -> None:
    assert render(text).html == f"<p>{text}</p>"
    assert render(f"## Title {text}").outline[0].text == f"Title {text}"
    assert f"</strong>{text}" in render(f"**bold**{text}").html


def test_a_placeholder_in_angle_brackets_stays_readable() -> None:
    assert render("Owner: <your name>").html == "<p>Owner: &lt;your name&gt;</p>"


def test_ids_never_clash_with_those_of_the_page() -> None:
    prose = render("# Search\n\n<a id=search></a><a name=search></a>\n\n## Search\n")

    assert [heading.anchor for heading in prose.outline] == ["t-search", "t-search-1"]
    assert faults(prose.html) == []


def test_classes_of_the_page_cannot_be_borrowed() -> None:
    html = render('<div class="banner">x</div>\n\n# T {.banner}\n\n<p id=main class=x>y</p>').html

    assert "banner" not in html
    assert "main" not in html


def test_a_link_to_the_outside_hands_nothing_over() -> None:
    assert 'rel="noopener noreferrer"' in render("[x](https://example.org)").html
    assert 'rel="noopener noreferrer"' in render("see https://example.org.").html


def test_unbalanced_markup_does_not_leave_its_frame() -> None:
    prose = render("</div></article></body><b><table><td>x</table>\n\n**a\n\n</p>\n")

    assert faults(prose.html) == []
    assert prose.html.count("<div") == prose.html.count("</div>")


_MUTATIONS = [
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<xmp><p title='</xmp><img src onerror=alert(1)>'>",
    "<textarea><img title='</textarea><img src onerror=alert(1)>'>",
    '<a href="x" title="<b>&quot;>">y</a>',
    "<listing>&lt;img src onerror=alert(1)&gt;</listing>",
    "<!--><img src onerror=alert(1)>-->",
    "<table><a href=javascript:1><td><a href=x>y",
]


@pytest.mark.parametrize("html", _MUTATIONS)
def test_mutating_samples_are_inert_and_stable(html: str) -> None:
    assert faults(render(html).html) == []
    once = sanitize(html)[0]
    assert sanitize(once) == (once, ())


_SPACES = [" ", "    ", "\n", "\n\n", "\x00", "\x02", "\x1f", "\u2028"]
_PUNCTUATION = ["<", ">", '"', "'", "&", "/", "=", "`", "[", "](", ")", "!", "*", "_", "|", "\\"]
_MARKDOWN = ["- ", "1. ", "> ", "#", "```\n", "|---|", ": ", "[^1]:", "[^1]", "{#x}", "{.y}", "~~"]
_ADDRESSES = ["a", "javascript:", "data:x", "//h", "https://x.y", "&#106;", "!!! note\n"]
_HTML = ["<script>", "<b>", "<svg>", "<style>", "<a href=", "<img src=", " onerror=x", " id=q"]
_MORE_HTML = ["<!--", "-->", "<div>", "</div>", "<p>", "</p>", "<table>", "<td>", "</a>", "<h1>"]
_signs = st.sampled_from(
    [*_SPACES, *_PUNCTUATION, *_MARKDOWN, *_ADDRESSES, *_HTML, *_MORE_HTML],
)
_soup = st.lists(_signs, max_size=25).map("".join)


@given(_soup | st.text())
@example("*[a]: b\n\na")
def test_no_text_gets_anything_through(text: str) -> None:
    prose = render(text)

    assert faults(prose.html) == []
    assert faults(resolve_links(prose, lambda link: None)) == []


@given(_soup | st.text())
def test_sanitizing_twice_is_sanitizing_once(text: str) -> None:
    once = sanitize(text)[0]

    assert sanitize(once) == (once, ())
    assert sanitize(render(text).html)[1] == ()
