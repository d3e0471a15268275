"""In a package of several volumes each page says honestly where a file lies."""

from dataclasses import replace
from pathlib import Path

from bs4 import BeautifulSoup

from certfolio.model.prose import ProseLink
from certfolio.portal.edition import Edition
from certfolio.portal.prose_link import target_of
from certfolio.portal.volume import Volume
from certfolio.records.evidence import Evidence
from portal.editions import small_edition
from portal.rendering import rendered, words

NAMES = ("whole-volume-1-of-2.zip", "whole-volume-2-of-2.zip")


def volume(number: int) -> Edition:
    """Return the small edition with all its files in the second volume."""
    edition = small_edition()
    held = {file.path: 2 for file in edition.files.values()}
    return replace(edition, volume=Volume(number, NAMES, held))


def pages(edition: Edition, folder: Path) -> dict[str, BeautifulSoup]:
    folder.mkdir(exist_ok=True)
    return {
        name: BeautifulSoup(html, "html.parser") for name, html in rendered(edition, folder).items()
    }


def links(page: BeautifulSoup) -> set[str]:
    found = {str(a["href"]) for a in page.select("a[href]")}
    return found | {str(img["src"]) for img in page.select("img[src]")}


def test_no_page_leads_to_a_file_of_another_volume_and_all_lead_to_their_own(
    tmp_path: Path,
) -> None:
    first = pages(volume(1), tmp_path / "1")
    second = pages(volume(2), tmp_path / "2")
    assert first.keys() == second.keys()
    assert not [n for n, page in first.items() if any("files/" in a for a in links(page))]
    assert [n for n, page in second.items() if any("files/" in a for a in links(page))]


def test_the_exhibit_names_the_volume_and_its_zip_and_keeps_the_digest(tmp_path: Path) -> None:
    page = pages(volume(1), tmp_path)["e-001.html"]
    (note, *_rest) = page.select(".elsewhere")
    assert words(note.get_text(" ")).startswith(
        "In volume 2 of 2: whole-volume-2-of-2.zip Unpack that"
    )
    shown = page.select_one(".files .digest")
    assert shown is not None and len(shown.text) == 64
    assert not page.select("iframe, .verify")


def test_every_page_says_which_volume_it_belongs_to(tmp_path: Path) -> None:
    for name, page in pages(volume(2), tmp_path).items():
        banner = page.select_one(".banner-facts")
        assert banner is not None and "Volume 2 of 2" in banner.text, name


def test_a_package_of_one_piece_speaks_of_no_volume(tmp_path: Path) -> None:
    assert not [n for n, html in rendered(small_edition(), tmp_path).items() if "olume" in html]


def test_a_picture_of_a_text_is_shown_in_its_volume_and_stays_words_elsewhere() -> None:
    edition = volume(1)
    assert edition.volume is not None
    record = edition.graph.record("E-001")
    assert isinstance(record, Evidence)
    picture = ProseLink(f"../files/{record.files[0].path}", True, "the certificate")
    assert target_of(edition, record, picture) is None
    own = replace(edition, volume=replace(edition.volume, number=2))
    assert str(target_of(own, record, picture)).startswith("files/")
