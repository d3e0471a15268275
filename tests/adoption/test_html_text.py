"""A web page is read for its title and its text, and becomes Markdown that says the same."""

from dataclasses import fields

import pytest
from bs4 import BeautifulSoup

from certfolio.adoption.html_text import read_html
from certfolio.intake.markdown.render import render
from intake.markdown.markdown_oracle import Structure, structure

_PAGE = """<!doctype html>
<html><head><title> Guide  to "visitors" </title><style>p { color: red }</style></head>
<body>
<h1>Guide &amp; more</h1>
<p>Some <b>bold</b> and <i>slanted</i> words, a|b *star* _line_ &lt;tag&gt; 1 &lt; 2 # [x](y)</p>
<div>loose words <span>in a span</span><p>a paragraph</p>and a tail<br>in two lines</div>
<ul><li>one<ul><li>deep <code>a|b`c</code></li><li><p>first</p><p>second</p></li></ul></li>
<li>two</li></ul>
<ol start="3"><li>three</li><li>four</li></ol>
<table><thead><tr><th>A</th><th>B | C</th></tr></thead>
<tbody><tr><td>1</td><td>2</td></tr><tr><td><b>x</b></td><td>&amp;amp;</td></tr></tbody></table>
<pre>some code
  *kept* ```
</pre>
<blockquote><p>said once</p><p>said twice</p></blockquote>
<hr>
<p>1. is no list</p><p>- nor is this</p><p>+ nor this</p><p># no heading</p><p>===</p>
<p>2024) is a year</p><p>a~~b~~ &amp;copy; &copy; *[HTML]: a word</p>
<h2>Links</h2>
<p><a href="other.md">beside</a> <a href="javascript:alert(1)">harm</a>
<a href="https://example.org/x">outside</a> <img src="plan.png" alt="the plan"></p>
<script>alert(1)</script><!-- not for readers -->
</body></html>"""


@pytest.mark.parametrize("field", [field.name for field in fields(Structure)])
def test_the_text_says_all_that_the_page_says(field: str) -> None:
    shown = BeautifulSoup(_PAGE, "html.parser")
    for tag in shown(["script", "style", "head"]):
        tag.decompose()
    picture = shown.find("img")
    assert picture is not None
    picture.replace_with("the plan")

    ours = structure(render(read_html(_PAGE.encode()).markdown).html)

    assert getattr(ours, field) == getattr(structure(str(shown)), field)


def test_the_title_is_that_of_the_page_then_its_first_heading() -> None:
    assert read_html(_PAGE.encode()).title == 'Guide to "visitors"'
    assert read_html(b"<h1>Only <i>this</i></h1>").title == "Only this"
    assert read_html(b"<p>Words</p>").title is None


def test_links_are_kept_where_they_do_no_harm() -> None:
    text = read_html(_PAGE.encode()).markdown

    assert "[beside](other.md) harm [outside](https://example.org/x) the plan\n" in text
    assert "javascript" not in text


def test_a_declared_encoding_is_followed() -> None:
    page = '<meta charset="iso-8859-1"><p>Prüfung für Gäste</p>'

    assert read_html(page.encode("latin-1")).markdown == "Prüfung für Gäste\n"


def test_cells_over_several_columns_and_tables_in_lists_lose_no_word() -> None:
    page = (
        "<ul><li>before<table><tr><td>inner</td></tr></table></li></ul><table>"
        "<caption>Numbers</caption><tr><td colspan=2>wide</td></tr><tr><td>1<br>2</td>"
        "<td><ul><li>u</li><li>v</li></ul></td></tr></table>"
    )

    assert read_html(page.encode()).markdown == (
        "- before\n\n  | inner |\n  | --- |\n\nNumbers\n\n"
        "| wide |  |\n| --- | --- |\n| 1 2 | u v |\n"
    )


def test_a_page_without_words_is_an_empty_text() -> None:
    assert read_html(b"<html><body><script>1</script> <p> </p></body></html>").markdown == ""


def test_tags_nested_without_reason_are_refused() -> None:
    with pytest.raises(RecursionError):
        read_html(b"<div>" * 50_000 + b"deep")
