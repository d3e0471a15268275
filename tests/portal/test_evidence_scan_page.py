"""The page that says what files carry, and the warning beside a file with macros."""

from dataclasses import replace
from pathlib import Path

from bs4 import BeautifulSoup

from certfolio.evidence_scan.files import ScannedFile
from certfolio.evidence_scan.scan import scan
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.records.evidence import Evidence
from portal.editions import small_edition
from portal.rendering import rendered, words

REASON = "The auditor recalculates <b>with</b> the macro"


def carrying(*files: tuple[str, bytes]) -> Edition:
    """Return the small edition as if E-001 had files with these contents."""
    edition = small_edition()
    keys = [key for key in edition.files if key[0] == "E-001"]
    carried = {
        key: ScannedFile(*key, len(data), scan(name, data))
        for key, (name, data) in zip(keys, files, strict=False)
    }
    return replace(edition, carried=carried)


def test_a_page_says_what_was_found_what_it_means_and_what_to_do(tmp_path: Path) -> None:
    edition = carrying(("a.pdf", b"%PDF-1.7\n<< /S /JavaScript >>\n%%EOF"))
    soup = BeautifulSoup(rendered(edition, tmp_path)[address.EVIDENCE_SCAN], "html.parser")
    text = words(soup.get_text(" "))
    assert "1 file was looked into. 1 is unsafe." in text
    row = soup.select_one("tbody tr")
    assert row is not None
    assert "unsafe JavaScript in a PDF : It holds JavaScript." in words(row.get_text(" "))
    meaning = soup.select_one("tr#kind-pdf-javascript")
    assert meaning is not None
    assert "Print it to a new PDF" in meaning.get_text()
    assert soup.select_one(f'nav a[href="{address.EVIDENCE_SCAN}"]') is not None


def test_files_in_which_nothing_was_found_make_no_table(tmp_path: Path) -> None:
    page = rendered(carrying(("a.txt", b"plain")), tmp_path)[address.EVIDENCE_SCAN]
    assert "<table" not in page
    assert "1 file was looked into." in page


def test_nobody_who_did_not_ask_for_it_gets_the_page_or_a_link_to_it(tmp_path: Path) -> None:
    made = rendered(small_edition(), tmp_path)
    assert address.EVIDENCE_SCAN not in made
    assert not any(address.EVIDENCE_SCAN in page for page in made.values())


def test_a_file_with_macros_is_shown_with_a_warning_and_the_reason(tmp_path: Path) -> None:
    edition = small_edition()
    record = edition.graph.record("E-001")
    assert isinstance(record, Evidence)
    entry = replace(record.files[0], path="sheet.xlsm", macros_allowed=REASON)
    graph = replace(
        edition.graph,
        records=tuple(
            replace(record, files=(entry,)) if each is record else each
            for each in edition.graph.records
        ),
    )
    file = replace(next(iter(edition.files.values())), name="sheet.xlsm")
    shown = replace(edition, graph=graph, files={**edition.files, ("E-001", "sheet.xlsm"): file})
    made = rendered(shown, tmp_path)
    warning = BeautifulSoup(made["e-001.html"], "html.parser").select_one("p.warning")
    assert warning is not None
    assert words(warning.get_text(" ")).startswith("This file holds macros, which are programs.")
    assert warning.bdi is not None and warning.bdi.get_text() == REASON
    assert "holds macros" in made[address.EVIDENCE]
