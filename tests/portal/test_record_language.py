"""The words of records say in which language they are, and stay where they are."""

from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from certfolio.host.render import render
from certfolio.language.language import language
from certfolio.portal.edition import Edition
from certfolio.portal.pages import pages
from certfolio.portal.site import site
from portal.editions import small_edition
from portal.rendering import THEME, rendered

ARABIC, HEBREW = "سجل تقييم الموردين", "הערכת ספקים"


@pytest.mark.parametrize(("lang", "title"), [("ar", ARABIC), ("he", HEBREW)])
def test_a_right_to_left_title_is_isolated_and_says_its_language(
    lang: str, title: str, edition: Edition, tmp_path: Path
) -> None:
    records = tuple(
        replace(record, title=title, lang=lang) if record.id == "DOC-001" else record
        for record in edition.graph.records
    )
    html = rendered(small_edition(records), tmp_path)
    for page in ("doc-001.html", "people.html", "clause-iso-9001-2015-7-1-5-1.html"):
        soup = BeautifulSoup(html[page], "html.parser")
        assert soup.html["lang"] == "en"
        named = [bdi for bdi in soup.select("main bdi") if bdi.get_text() == title]
        assert named, page
        assert {bdi.get("lang") for bdi in named} == {lang}, page


def test_english_records_in_a_portal_of_another_language_are_english(
    edition: Edition, tmp_path: Path
) -> None:
    records = tuple(replace(record, lang=None) for record in edition.graph.records)
    german = replace(small_edition(records), language=language("de"))
    render(pages(german), [THEME], tmp_path, site(german), german.language)
    soup = BeautifulSoup((tmp_path / "doc-001.html").read_text(encoding="utf-8"), "html.parser")
    assert soup.html["lang"] == "de"
    assert soup.h1.bdi["lang"] == "en"
    assert soup.select_one(".prose")["lang"] == "en"
    assert soup.select_one("time").get_text() != soup.select_one("time")["datetime"]
    # the names of fields and the choices of closed lists are ours
    assert not soup.select("dt [lang], .badge[lang]")


def test_records_in_the_language_of_the_portal_say_nothing(
    edition: Edition, tmp_path: Path
) -> None:
    records = tuple(replace(record, lang=None) for record in edition.graph.records)
    page = rendered(small_edition(records), tmp_path)["doc-001.html"]
    assert " lang=" not in page.replace('<html lang="en">', "")
