"""The second look at a finished portal: what may not be in it, in words."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from certfolio.handover.check_pages import check_pages

POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'


def write(folder: Path, path: str, body: str, head: str = POLICY) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(
        f'<!doctype html><html lang="en"><head>{head}<title>x</title></head>'
        f"<body>{body}</body></html>",
        encoding="utf-8",
    )


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    write(tmp_path, "e-1.html", '<main id="main"><h2 id="größe">Size</h2></main>')
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "e-1-1-plan.pdf").write_bytes(b"%PDF")
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "style.css").write_text("a{}")
    return tmp_path


def test_a_sound_portal_gives_no_word(portal: Path) -> None:
    digest = "'sha256-jU33VZGOUpcC/9WeqBhjRxs37HCxxVN8tZ5qH5orxWA='"
    policy = f'<meta http-equiv="Content-Security-Policy" content="script-src {digest}">'
    head = policy + '<link rel="stylesheet" href="theme/style.css">'
    body = """<a id="top" href="#top">up</a> <a href="e-1.html?status=open#gr%C3%B6%C3%9Fe">to</a>
    <a href="files/e-1-1-plan.pdf#page=3">file</a> <a href="https://example.org/a?b#c">outside</a>
    <a href="mailto:quality@example.org">mail</a> <a href="register/risks.html">register</a>
    <img alt="" src="data:image/png;base64,AAAA">
    <script>var a = "<a href='nowhere.html'>";
    </script> text
    <script type="application/json">{"href": "nowhere.html"}</script>
    <svg><use href="#top"></use></svg> <!-- <a href="nowhere.html"> -->"""
    write(portal, "index.html", body, head)
    write(portal, "register/risks.html", '<a href="../index.html#top">up</a>')
    assert check_pages(portal, ["index.html", "e-1.html", "register/risks.html"]) == []


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ('<a href="e-2.html">x</a>', "the link 'e-2.html' leads to no file"),
        ('<a href="E-1.html">x</a>', "the link 'E-1.html' leads to no file"),
        ('<a href="files/">x</a>', "the link 'files/' leads to no file"),
        ('<a href="/e-1.html">x</a>', "the link '/e-1.html' leads to no file"),
        ('<a href="../e-1.html">x</a>', "the link '../e-1.html' leads to no file"),
        ('<img src="a.png" alt="">', "the link 'a.png' leads to no file"),
        ('<img srcset="e-1.html 1x, b.png 2x">', "the link 'b.png' leads to no file"),
        (
            '<a href="e-1.html#nowhere">x</a>',
            "the link e-1.html#nowhere names a place that does not exist",
        ),
        (
            '<a href="#nowhere">x</a>',
            "the link index.html#nowhere names a place that does not exist",
        ),
        ('<p id="a"></p><p id="a"></p>', "the id 'a' is used twice"),
        ('<p id=""></p>', "the id '' is empty"),
        ('<script src="e-1.html"></script>', "a script is loaded from 'e-1.html'"),
        (
            "<p><script> alert(1)</script>",
            "a script begins 'alert(1)' and is not in the content security policy",
        ),
        (
            '<script type="module">alert(1)</script>',
            "a script begins 'alert(1)' and is not in the content security policy",
        ),
        ('<p onclick="x()">', "a p element has the attribute onclick"),
        ('<p ONCLICK="x()">', "a p element has the attribute onclick"),
        ('<p style="color:red">', "a p element has a style attribute"),
        ('<a href="javascript:alert(1)">', "a a element leads to 'javascript:alert(1)'"),
        ('<a href=" java&#10;script:x">', "a a element leads to 'javascript:x'"),
        ('<a href="&#1;javascript:x">', "a a element leads to 'javascript:x'"),
        ('<a href="data:text/html,x">', "a a element leads to 'data:text/html,x'"),
        ('<a href="file:///etc/passwd">', "a a element leads to 'file:///etc/passwd'"),
        ('<a href="//host/share">', "a a element leads to '//host/share'"),
        ('<a href="\\\\host\\share">', "a a element leads to '\\\\\\\\host\\\\share'"),
        ('<img src="http://host/x.png">', "a img element would load 'http://host/x.png'"),
        ('<img src="//host/x.png">', "a img element would load '//host/x.png'"),
        ('<img src="data:image/svg+xml,x">', "a img element would load 'data:image/svg+xml,x'"),
        ('<link href="https://host/x.css">', "a link element would load 'https://host/x.css'"),
        ('<form action="https://host/">', "a form element would load 'https://host/'"),
        ('<base href="e-1.html">', "a base element is not allowed"),
        ('<object data="e-1.html">', "a object element is not allowed"),
        ('<iframe src="e-1.html"></iframe>', "a frame may have a name and a title only"),
        ('<iframe srcdoc="&lt;b&gt;"></iframe>', "a frame may have a name and a title only"),
        (
            '<a href="e-1.html" target="preview-1">x</a>',
            "only a PDF of the portal may be shown in a frame,"
            " not {'href': 'e-1.html', 'target': 'preview-1'}",
        ),
        (
            '<a href="files/e-1-1-plan.pdf" target="_top">x</a>',
            "only a PDF of the portal may be shown in a frame,"
            " not {'href': 'files/e-1-1-plan.pdf', 'target': '_top'}",
        ),
        (
            '<iframe src="//host/files/x.pdf"></iframe>',
            "a iframe element would load '//host/files/x.pdf'",
        ),
        (
            "<style>p{background:red}</style>",
            "a style begins 'p{background:red}' and is not in the content security policy",
        ),
        (
            '<meta http-equiv="Refresh" content="0">',
            "a page that leads elsewhere by itself is not allowed",
        ),
        ('<a href="e-1.html" href="x">', "a tag has two attributes called href"),
    ],
)
def test_whatever_must_not_be_in_a_page_is_named(portal: Path, body: str, complaint: str) -> None:
    write(portal, "index.html", body)
    assert f"index.html: {complaint}" in check_pages(portal)


def test_a_frame_may_show_a_pdf_that_is_there(portal: Path) -> None:
    frame = '<a href="files/{}" target="preview-1">Load</a><iframe name="preview-1" title="x">'
    write(portal, "index.html", frame.format("e-1-1-plan.pdf") + "</iframe>")
    assert check_pages(portal) == []
    write(portal, "index.html", frame.format("e-2-1-plan.pdf") + "</iframe>")
    assert check_pages(portal) == ["index.html: the link 'files/e-2-1-plan.pdf' leads to no file"]


def test_a_script_is_not_admitted_by_what_the_policy_says_of_styles(portal: Path) -> None:
    digest = "'sha256-jU33VZGOUpcC/9WeqBhjRxs37HCxxVN8tZ5qH5orxWA='"
    head = f'<meta http-equiv="Content-Security-Policy" content="style-src {digest}">'
    script = """<script>var a = "<a href='nowhere.html'>";
    </script>"""
    write(portal, "index.html", script, head)
    (complaint,) = check_pages(portal)
    assert complaint.endswith("and is not in the content security policy")


@pytest.mark.parametrize(
    "head", ["", '<meta charset="utf-8">' + POLICY, '<meta http-equiv="Content-Security-Policy">']
)
def test_the_policy_comes_first(portal: Path, head: str) -> None:
    write(portal, "index.html", "", head)
    assert check_pages(portal) == [
        "index.html: the head does not begin with its content security policy"
    ]


def test_script_files_are_found_wherever_they_lie(portal: Path) -> None:
    (portal / "files" / "search.JS").touch()
    assert check_pages(portal) == ["files/search.JS: a portal holds no script files"]


def test_stylesheets_load_only_what_is_there(portal: Path) -> None:
    (portal / "theme" / "style.css").write_text(
        '@import "base.css"; @import url("http://host/a.css"); a{background:url(//host/a.png)}'
        "b{background:url(body.woff2#x)} c{background:url(data:image/png;base64,AA)}"
        "/* url(http://commented) */ @import 'layer.css' layer(base);"
    )
    (portal / "theme" / "body.woff2").touch()
    (portal / "theme" / "layer.css").touch()
    assert check_pages(portal) == [
        "theme/style.css: the stylesheet names 'base.css', which is no file",
        "theme/style.css: the stylesheet would load 'http://host/a.css'",
        "theme/style.css: the stylesheet would load '//host/a.png'",
    ]


def test_reading_in_parallel_finds_the_same(portal: Path) -> None:
    for number in range(200):
        write(portal, f"r-{number:03}.html", f'<a href="r-{number + 1:03}.html#main">next</a>')
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        assert check_pages(portal, executor=executor) == check_pages(portal)
    assert len(check_pages(portal)) == 200


def test_pages_are_exactly_those_asked_for(portal: Path) -> None:
    assert check_pages(portal, ["index.html"]) == [
        "e-1.html: this page was not asked for",
        "index.html: this page is missing",
    ]
