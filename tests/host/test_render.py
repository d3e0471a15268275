"""Rendering: what a template sees, what is written, and no trap of Pelican that bites."""

import gc
import locale
import logging
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from certfolio.host.failure import RenderFailed
from certfolio.host.render import render
from certfolio.model.page import Page
from certfolio.model.problem import ExitCode


@dataclass(frozen=True, slots=True)
class View:
    title: str


@dataclass(frozen=True, slots=True)
class Site:
    name: str


SITE = Site("Example")
BASE = "<!doctype html>\n<title>{% block title %}{% endblock %}</title>\n"
RECORD = """{% extends "base.html" %}
{% block title %}{{ view.title }} of {{ site.name }} at {{ page.path }}{% endblock %}
"""


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    folder = tmp_path / "theme"
    (folder / "templates").mkdir(parents=True)
    (folder / "static" / "fonts").mkdir(parents=True)
    (folder / "styles").mkdir()
    template(folder, "base.html", BASE)
    template(folder, "record.html", RECORD)
    (folder / "styles" / "style.css").write_text("a{}")
    (folder / "static" / "fonts" / "body.woff2").write_bytes(b"wOF2")
    return folder


@pytest.fixture
def staging(tmp_path: Path) -> Path:
    folder = tmp_path / "staging"
    folder.mkdir()
    return folder


def template(theme: Path, name: str, text: str) -> None:
    (theme / "templates").mkdir(parents=True, exist_ok=True)
    (theme / "templates" / name).write_text(text, encoding="utf-8")


def page(
    path: str = "e-042.html", title: str = "Calibration", template: str = "record.html"
) -> Page:
    return Page(path, template, View(title))


def files(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def test_pages_and_static_files_are_all_that_is_written(theme: Path, staging: Path) -> None:
    render([page(), page("register/risks.html")], [theme], staging, SITE)
    assert files(staging) == [
        "e-042.html",
        "register/risks.html",
        "theme/fonts/body.woff2",
        "theme/style.css",
    ]
    assert (staging / "e-042.html").read_text() == (
        "<!doctype html>\n<title>Calibration of Example at e-042.html</title>\n"
    )


def test_no_pages_at_all_is_an_empty_portal_and_no_failure(theme: Path, staging: Path) -> None:
    render([], [theme], staging, SITE)
    assert "e-042.html" not in files(staging)


def test_a_template_sees_view_site_and_page_and_no_setting_of_pelican(
    theme: Path, staging: Path
) -> None:
    names = "SITEURL, SITENAME, PLUGINS, OUTPUT_PATH, localsiteurl, output_file, articles, lipsum"
    seen = "".join(f"{{% if {name} is defined %}}{name}{{% endif %}}" for name in names.split(", "))
    template(theme, "names.html", f"[{seen}]")
    render([page(template="names.html")], [theme], staging, SITE)
    assert (staging / "e-042.html").read_text() == "[]"


def test_text_is_escaped_and_never_run_as_a_template(theme: Path, staging: Path) -> None:
    render([page(title='<script>alert(1)</script> {{ 7*7 }} "quoted"')], [theme], staging, SITE)
    assert (
        "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} &#34;quoted&#34;"
        in (staging / "e-042.html").read_text()
    )


def test_carriage_returns_survive_as_references_and_lines_end_the_same_everywhere(
    theme: Path, staging: Path
) -> None:
    render([page(title="one\r\ntwo<\rthree Prüfung 校正")], [theme], staging, SITE)
    written = (staging / "e-042.html").read_bytes()
    assert "one&#13;\ntwo&lt;&#13;three Prüfung 校正".encode() in written
    assert b"\r" not in written


def test_the_same_pages_twice_in_one_process_give_the_same_bytes(
    theme: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        render([page(), page("b.html")], [theme], folder, SITE)
        gc.collect()
    assert [path.read_bytes() for path in sorted(first.glob("*.html"))] == [
        path.read_bytes() for path in sorted(second.glob("*.html"))
    ]


def test_an_earlier_theme_replaces_single_templates_and_static_files(
    theme: Path, staging: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    template(own, "record.html", '{% extends "base.html" %}{% block title %}Ours{% endblock %}')
    (own / "styles").mkdir()
    (own / "styles" / "style.css").write_text("b{}")
    render([page()], [own, theme], staging, SITE)
    assert "<title>Ours</title>" in (staging / "e-042.html").read_text()
    assert (staging / "theme" / "style.css").read_text() == "b{}\n"
    assert (staging / "theme" / "fonts" / "body.woff2").exists()


def test_a_missing_template_fails_and_the_simple_theme_of_pelican_never_steps_in(
    theme: Path, staging: Path
) -> None:
    for name in ("article.html", "!simple/article.html", "nowhere.html"):
        with pytest.raises(RenderFailed) as failure:
            render([page(f"{len(name)}.html", template=name)], [theme], staging, SITE)
        assert failure.value.messages == (
            f"template {name} is missing from the theme (while rendering page {len(name)}.html)",
        )
        assert failure.value.exit_code is ExitCode.CRASH


def test_a_misspelled_name_fails_with_template_line_and_page(theme: Path, staging: Path) -> None:
    template(theme, "record.html", "<p>\n{{ view.titel }}</p>")
    with pytest.raises(RenderFailed) as failure:
        render([page()], [theme], staging, SITE)
    assert failure.value.messages == (
        "templates/record.html:2: 'test_render.View object' has no attribute 'titel'"
        " (while rendering page e-042.html)",
    )
    assert failure.value.exit_code is ExitCode.CRASH


def test_a_fault_in_the_overriding_theme_is_its_authors_to_repair(
    theme: Path, staging: Path, tmp_path: Path
) -> None:
    template(tmp_path / "own", "record.html", "<p>\n\n{% if %}")
    with pytest.raises(RenderFailed) as failure:
        render([page()], [tmp_path / "own", theme], staging, SITE)
    assert failure.value.exit_code is ExitCode.CONFIGURATION
    assert failure.value.messages[0].startswith("templates/record.html:3: Expected an expression")
    assert failure.value.fix == (
        "repair the named template of your theme, or take it away to use the one shipped"
    )


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (["a.html", "a.html"], "pages 'a.html' and 'a.html' would be the same file"),
        (["a.html", "A.html"], "pages 'a.html' and 'A.html' would be the same file"),
        (["../a.html"], "page '../a.html' does not have a portable file name"),
        (["/a.html"], "page '/a.html' does not have a portable file name"),
        (["a/b/c.html"], "page 'a/b/c.html' does not have a portable file name"),
        (["con.html"], "page 'con.html' does not have a portable file name"),
        (["a b.html"], "page 'a b.html' does not have a portable file name"),
        (["ä.html"], "page 'ä.html' does not have a portable file name"),
        (["a.html\n"], "page 'a.html\\n' does not have a portable file name"),
        (["a.js"], "page 'a.js' does not have a portable file name"),
        (["x" * 176 + ".html"], f"page '{'x' * 176}.html' does not have a portable file name"),
    ],
)
def test_pages_that_would_clash_or_cannot_be_stored_are_refused(
    paths: list[str], message: str, theme: Path, staging: Path
) -> None:
    with pytest.raises(RenderFailed) as failure:
        render([page(path) for path in paths], [theme], staging, SITE)
    assert failure.value.messages == (message,)
    assert files(staging) == []


def test_a_page_never_overwrites_a_file_that_is_there(theme: Path, staging: Path) -> None:
    (staging / "e-042.html").write_text("evidence")
    with pytest.raises(FileExistsError):
        render([page()], [theme], staging, SITE)
    assert (staging / "e-042.html").read_text() == "evidence"


def test_unrelated_files_in_the_folder_stay(theme: Path, staging: Path) -> None:
    (staging / "keep.txt").write_text("kept")
    render([page()], [theme], staging, SITE)
    assert (staging / "keep.txt").read_text() == "kept"


def test_script_files_and_links_in_the_theme_are_refused_all_at_once(
    theme: Path, staging: Path
) -> None:
    (theme / "static" / "search.JS").write_text("")
    (theme / "static" / "linked.css").symlink_to("/etc/hostname")
    with pytest.raises(RenderFailed) as failure:
        render([page()], [theme], staging, SITE)
    assert failure.value.messages == (
        "static/linked.css of the theme is not a plain file",
        "static/search.JS of the theme is a script file; scripts belong into the pages",
    )


def test_hidden_files_of_the_theme_stay_out(theme: Path, staging: Path) -> None:
    (theme / "static" / ".DS_Store").write_text("")
    (theme / "static" / ".git").mkdir()
    (theme / "static" / ".git" / "config").write_text("")
    render([page()], [theme], staging, SITE)
    assert files(staging) == ["e-042.html", "theme/fonts/body.woff2", "theme/style.css"]


def test_what_pelican_only_logs_fails_the_run_and_does_so_every_time(
    theme: Path, staging: Path
) -> None:
    from pelican.plugins import signals

    def complain(_sender: object) -> None:
        logging.getLogger("pelican.somewhere").warning("a file could not be copied")

    signals.finalized.connect(complain)
    try:
        for run in range(3):
            with pytest.raises(RenderFailed) as failure:
                render([page(f"{run}.html")], [theme], staging, SITE)
            assert failure.value.messages == ("a file could not be copied",)
    finally:
        signals.finalized.disconnect(complain)


def test_an_error_inside_a_view_is_not_swallowed(theme: Path, staging: Path) -> None:
    class Broken:
        @property
        def title(self) -> str:
            raise ValueError("our own bug")

    with pytest.raises(ValueError, match="our own bug") as failure:
        render([Page("a.html", "record.html", Broken())], [theme], staging, SITE)
    assert failure.value.__notes__ == ["while rendering page a.html"]


def test_the_process_is_as_it_was_afterwards(
    theme: Path, staging: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def state() -> tuple[object, ...]:
        root = logging.getLogger()
        return (
            logging.getLoggerClass(),
            type(root),
            root.level,
            list(root.handlers),
            root.manager.disable,
            locale.setlocale(locale.LC_ALL),
            list(sys.path),
        )

    before = state()
    render([page()], [theme], staging, SITE)
    assert state() == before
    assert capsys.readouterr() == ("", "")


def test_logging_switched_off_by_the_caller_hides_no_failure(theme: Path, staging: Path) -> None:
    from pelican.plugins import signals

    def complain(_sender: object) -> None:
        logging.getLogger("pelican.somewhere").warning("hidden?")

    signals.finalized.connect(complain)
    logging.disable(logging.CRITICAL)
    try:
        with pytest.raises(RenderFailed):
            render([page()], [theme], staging, SITE)
    finally:
        logging.disable(logging.NOTSET)
        signals.finalized.disconnect(complain)


def test_pelican_is_not_imported_before_pages_are_rendered() -> None:
    code = "import sys, certfolio.host.render; sys.exit('pelican' in sys.modules)"
    generator = Path(__file__).parents[2] / "generator"
    finished = subprocess.run([sys.executable, "-c", code], cwd=generator, check=False)
    assert finished.returncode == 0


def test_a_first_import_leaves_the_loggers_of_others_alone() -> None:
    code = (
        "import logging\n"
        "from certfolio.host.containment import contained\n"
        "with contained(): pass\n"
        "print(type(logging.getLogger()).__name__, type(logging.getLogger('new')).__name__)\n"
        "strange = [n for n, l in logging.root.manager.loggerDict.items()"
        " if type(l).__name__ == 'FatalLogger' and not n.startswith('pelican')]\n"
        "print(strange)\n"
    )
    generator = Path(__file__).parents[2] / "generator"
    finished = subprocess.run(
        [sys.executable, "-c", code], cwd=generator, check=True, capture_output=True, text=True
    )
    assert finished.stdout == "RootLogger Logger\n[]\n"
