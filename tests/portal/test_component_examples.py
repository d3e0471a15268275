"""Every component has examples, and each of them renders as plain text in valid markup."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from html5lib import HTMLParser

from certfolio.host.component_pages import EXAMPLES, component_files, components
from certfolio.host.theme_bytes import theme_bytes
from certfolio.portal import address
from portal.rendering import STYLES


@pytest.fixture(scope="module")
def pages(theme: Path) -> dict[str, BeautifulSoup]:
    files = component_files(theme)
    return {
        path: BeautifulSoup(text, "html.parser")
        for path, text in files.items()
        if path.endswith(".html")
    }


def test_every_component_has_a_file_of_examples_and_every_file_a_component(theme: Path) -> None:
    written = {path.stem for path in (theme / "templates" / "components").glob("*.html")}

    assert {path.stem for path in (theme / EXAMPLES).glob("*.yaml")} == written


def test_every_component_says_what_it_is_for_and_what_not(theme: Path) -> None:
    shown = components(theme)
    assert len({component.name for component in shown}) == len(shown)
    for component in shown:
        assert component.use and component.avoid, component.file
        assert component.examples, component.file
        names = [example.name for example in component.examples]
        assert len(set(names)) == len(names), component.file


def test_every_example_shows_something_of_its_component(theme: Path) -> None:
    for component in components(theme):
        for example in component.examples:
            place = f"{component.file}: {example.name}"
            assert f"components/{component.file}.html" in example.template, place
            assert BeautifulSoup(example.html, "html.parser").get_text(strip=True), place


def test_hostile_values_stay_text(pages: dict[str, BeautifulSoup]) -> None:
    said = 0
    for path, tree in pages.items():
        assert not tree.select("script, [onclick], [onerror], [onfocus], [style]"), path
        assert not tree.select("img[src=x]"), path
        said += "<script>alert(1)</script>" in tree.get_text()

    assert said > 8


def test_every_page_of_components_is_valid_as_a_strict_parser_reads_it(theme: Path) -> None:
    for path, text in component_files(theme).items():
        if path.endswith(".html"):
            HTMLParser(strict=True).parse(text)


def test_ids_are_unique_and_every_link_leads_somewhere(pages: dict[str, BeautifulSoup]) -> None:
    for path, tree in pages.items():
        ids = [str(element["id"]) for element in tree.select("[id]")]
        assert len(ids) == len(set(ids)), path
        for link in tree.select("a[href], link[href]"):
            file, _, fragment = str(link["href"]).partition("#")
            # the search box leads to pages that every portal has
            elsewhere = {*STYLES, "theme/icon.svg", address.SEARCH, address.EXHIBITS}
            assert not file or file in pages.keys() | elsewhere, f"{path}: {link}"
            assert file or fragment in ids, f"{path}: {link}"


def test_examples_are_no_part_of_a_portal(theme: Path, portal: dict[str, str]) -> None:
    """Neither their pages nor their words: a changed example is the same build."""
    assert not any(path.startswith("components") for path in portal)
    assert not any("Components of certfolio" in html for html in portal.values())
    for path in theme_bytes([theme]):
        assert not re.match(rb"examples/", path[:20])
