"""Files on the pages of their records: previews, weights, and how to check a file."""

from dataclasses import replace
from pathlib import Path

from bs4 import BeautifulSoup

from certfolio.model.message import say
from certfolio.model.preview import (
    DocumentPreview,
    NoPreview,
    PicturePreview,
    Preview,
    TablePreview,
    TextPreview,
)
from certfolio.portal.edition import Edition
from certfolio.records.evidence import Evidence
from certfolio.records.part import FileEntry
from portal.editions import small_edition
from portal.rendering import rendered, words

HOSTILE = "</pre><script>alert(1)</script>=cmd|' /C calc'!A0"


def showing(*previews: Preview) -> Edition:
    """Return an edition in which E-001 has a file with each of these previews."""
    edition = small_edition()
    record = edition.graph.record("E-001")
    assert isinstance(record, Evidence)
    entries = tuple(FileEntry(path=f"x/{n}.bin", title=f"File {n}") for n in range(len(previews)))
    records = tuple(
        replace(record, files=entries) if r.id == "E-001" else r for r in edition.graph.records
    )
    whole = small_edition(records)
    files = dict(whole.files)
    for entry, preview in zip(entries, previews, strict=True):
        key = ("E-001", entry.path)
        files[key] = replace(files[key], preview=preview)
    return replace(whole, files=files)


def page(edition: Edition, folder: Path) -> BeautifulSoup:
    return BeautifulSoup(rendered(edition, folder)["e-001.html"], "html.parser")


def text(said: str) -> TextPreview:
    return TextPreview(said, say("UTF-8"), is_cut=True, is_altered=False)


def test_each_kind_of_preview_is_shown(tmp_path: Path) -> None:
    rows = (("a", HOSTILE), ("=1", "2"))
    shown = page(
        showing(
            PicturePreview(640, 480),
            text(HOSTILE),
            TablePreview(rows, say("UTF-8"), say("commas"), False, True),
            DocumentPreview(),
            NoPreview(say("Not shown here: it holds scripts or actions.")),
        ),
        tmp_path,
    )
    picture, note, table, document, none = shown.select(".files > li")
    assert picture.img["width"] == "640" and picture.img["alt"] == "Picture: File 0"
    assert note.pre.get_text() == HOSTILE
    assert [cell.get_text() for cell in table.select("tbody td")] == ["a", HOSTILE, "=1", "2"]
    assert "begin like formulas" in table.get_text()
    assert document.iframe["name"] == document.select_one("details a")["target"] == "preview-4"
    assert document.details.get("open") is None
    assert "it holds scripts or actions" in none.get_text()
    assert shown.select(".page script") == []


def test_only_a_page_with_a_frame_allows_frames(tmp_path: Path) -> None:
    for name, preview in (("a", DocumentPreview()), ("b", text("x"))):
        (tmp_path / name).mkdir()
        policy = str(page(showing(preview), tmp_path / name).head.meta["content"])  # type: ignore[index,union-attr]
        assert ("frame-src 'self'; object-src 'self'" in policy) == (name == "a")


def test_a_page_stays_light_however_much_there_is_to_show(tmp_path: Path) -> None:
    edition = showing(*[text("<" * 6_000)] * 12)
    html = rendered(edition, tmp_path)["e-001.html"]
    assert "Not shown here, so that this page stays light: open the file." in html
    assert len(html.encode()) < 60_000


def test_it_says_how_to_check_a_file_on_every_system(tmp_path: Path) -> None:
    said = words(page(showing(text("x")), tmp_path).select_one(".verify").get_text(" "))  # type: ignore[union-attr]
    assert "certutil -hashfile files\\e-001-1-0.bin SHA256" in said
    assert "sha256sum files/e-001-1-0.bin" in said


def test_nothing_to_check_without_files(tmp_path: Path) -> None:
    shown = page(showing(), tmp_path)
    assert "No file is handed over with this exhibit." in shown.get_text()
    assert shown.select(".verify") == []
