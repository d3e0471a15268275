"""Every way in which something above the level of an audience could get out, by its number."""

import re
import zipfile
from dataclasses import replace
from getpass import getuser
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from certfolio.audience.see import see
from certfolio.evidence_scan.scan import scan
from certfolio.intake.collect import portable_names
from certfolio.model.classification import Classification
from certfolio.model.problem import ExitCode
from certfolio.model.stop import Stop
from certfolio.pipeline import notices
from certfolio.records.portal_settings import Audience
from made import graph_of, made
from portal_whole.builds import PROJECT, checked, publish
from portal_whole.canary_content import CANARY
from portal_whole.handed_over import Searched, Twice
from portal_whole.test_same_bytes import tree
from portal_whole.wrapped import FORMS, forms_of
from workspaces import AS_OF, write_record, write_settings, write_workspace

_TAG = re.compile("<[^<>]*>")
_WANTED = forms_of(CANARY)
STAFF = Audience(name="staff", ceiling=Classification.INTERNAL)


def test_l01_a_hidden_record_has_no_page(canaries: Searched, twice: Twice) -> None:
    assert [page.name for page in canaries.portal.glob(f"*{CANARY}*")] == []
    assert twice.same("*.html") and twice.differs("*.html")
    assert tree(twice.whole).keys() == tree(twice.reduced).keys()


def test_l02_the_search_knows_no_word_of_it(canaries: Searched, twice: Twice) -> None:
    assert CANARY not in canaries.page("search.html").lower()
    assert twice.same("search.html") and twice.differs("search.html")


@pytest.mark.parametrize("pattern", ["matrix*.html", "pictures.html", "exports/matrix.csv"])
def test_l03_cells_sums_and_pictures_are_made_without_it(pattern: str, twice: Twice) -> None:
    assert twice.same(pattern) and twice.differs(pattern)


@pytest.mark.parametrize("pattern", ["index.html", "about.html", "register-*.html", "due.html"])
def test_l04_nothing_counts_what_is_hidden(pattern: str, twice: Twice) -> None:
    assert twice.same(pattern) and twice.differs(pattern)


@pytest.mark.parametrize("pattern", ["people.html", "p-*.html", "doc-*.html", "exhibits.html"])
def test_l05_lists_of_links_neighbours_and_owners_are_made_without_it(
    pattern: str, twice: Twice
) -> None:
    assert twice.same(pattern) and twice.differs(pattern)


def test_l06_a_reference_to_it_is_neutral_text(canaries: Searched) -> None:
    page = canaries.page("act-003.html")
    assert "not part of this edition" in page
    text = canaries.page("doc-007.html")
    assert text.count('<span class="unresolved">there</span>') == 3
    assert canaries.places_of([b"documents/plain.md"]) != []
    assert CANARY not in canaries.page("exports/portal.json").lower()


def test_l07_a_text_that_names_it_is_told_to_whoever_builds(tmp_path: Path) -> None:
    content = small(tmp_path)
    write_record(tmp_path, "action", "ACT-002", description="Because of R-002.", sources=["R-001"])
    result = checked(content)
    (told,) = notices(result, audience_of(content, "internal"))
    assert told.location.path == "content/actions/ACT-002.json"
    assert told.location.pointer == "/description"
    assert "R-002" not in f"{told.found}{told.expected}{told.fix}"
    assert "P-001, who owns ACT-002, should look" in told.fix
    publish(content, ["internal"], tmp_path / "output")
    assert "Because of R-002." in (tmp_path / "output/internal/act-002.html").read_text("utf-8")


def test_l08_the_higher_level_of_record_and_file_counts(canaries: Searched) -> None:
    shown = {path.name for path in (canaries.portal / "files").iterdir()}
    assert all(name.endswith("-proof.txt") for name in shown)
    assert {"doc-003-1-proof.txt", "e-003-1-proof.txt", "pol-003-1-proof.txt"} <= shown


def test_l09_shared_evidence_goes_by_its_own_level() -> None:
    graph = graph_of(
        made("action", "ACT-001", links=[{"to": "E-001", "why": "a"}, {"to": "E-002", "why": "b"}]),
        made("action", "ACT-002", classification="restricted", links=[{"to": "E-001", "why": "c"}]),
        made("evidence", "E-001", files=[{"path": "open.pdf"}]),
        made("evidence", "E-002", classification="restricted", files=[{"path": "closed.pdf"}]),
    )
    seen = see(graph, STAFF)
    assert [record.id for record in seen.records] == ["ACT-001", "E-001", "P-001"]
    assert [link.source for link in seen.links_to("E-001")] == ["ACT-001"]


def test_l10_tables_for_spreadsheets_are_made_without_it(canaries: Searched, twice: Twice) -> None:
    for form in FORMS:
        places = canaries.places_of(_WANTED[form])
        assert [name for name in places if "exports/" in name] == []
    assert twice.same("exports/*.csv") and twice.same("exports/registers.xlsx")
    assert twice.differs("exports/registers.xlsx")


def test_l11_data_for_programs_is_made_without_it_and_there_is_no_feed(twice: Twice) -> None:
    assert twice.same("exports/*.json") and twice.differs("exports/portal.json")
    kinds = {Path(name).suffix for name in tree(twice.whole) if not name.startswith("files/")}
    assert kinds <= {"", ".html", ".css", ".json", ".csv", ".xlsx", ".ics", ".svg", ".png", ".txt"}


def test_l12_no_comment_or_attribute_says_it(canaries: Searched) -> None:
    pages = list(canaries.portal.glob("*.html"))
    assert [page.name for page in pages if "<!--" in page.read_text("utf-8")] == []
    assert canaries.places_of(_WANTED["as it is"]) == []


def test_l13_no_digest_or_size_of_a_hidden_file_is_told(canaries: Searched) -> None:
    hidden = [path for path in (canaries.content / "files").rglob(f"*{CANARY}*") if path.is_file()]
    digests = {sha256(path.read_bytes()) for path in hidden}
    said = [form for d in digests for form in (d.hexdigest().encode(), d.digest())]
    assert hidden != []
    assert canaries.places_of(said) == []


def test_l14_gaps_between_ids_are_accepted_and_files_are_numbered_anew() -> None:
    """An id is a citation that never changes; that one is missing may be seen, and that is said."""
    files = [{"path": "closed.pdf", "classification": "restricted"}, {"path": "open.pdf"}]
    graph = graph_of(made("evidence", "E-001", files=files), made("evidence", "E-003"))
    seen = see(graph, STAFF)
    assert dict(portable_names(seen.records)) == {("E-001", "open.pdf"): "e-001-1-open.pdf"}
    assert "Gaps between ids" in (PROJECT / "generator" / "README.md").read_text("utf-8")


def test_l15_no_history_and_no_log_goes_along(canaries: Searched) -> None:
    names = {name.lower() for name, _ in canaries.pieces}
    assert [name for name in names if name.endswith((".log", ".git", ".orig", ".bak"))] == []
    assert [name for name in names if ".git" in name or ".cache" in name] == []
    assert {path.name for path in canaries.package.parent.iterdir()} == {
        canaries.package.name,
        f"{canaries.package.name}.sha256",
    }


def test_l16_no_page_of_an_earlier_build_stays(tmp_path: Path) -> None:
    content = small(tmp_path)
    write_record(tmp_path, "site", "SITE-002", title="Larkmoor plant")
    publish(content, ["internal"], tmp_path / "output")
    assert (tmp_path / "output/internal/site-002.html").is_file()
    write_record(tmp_path, "site", "SITE-002", title="Larkmoor plant", classification="restricted")
    publish(content, ["internal"], tmp_path / "output")
    assert not (tmp_path / "output/internal/site-002.html").exists()
    assert told_anywhere(tmp_path / "output", b"Larkmoor") == []


def test_l17_nothing_is_kept_between_builds_for_two_audiences(twice: Twice) -> None:
    """The one with everything was built first, in the same process and the same workspace."""
    assert tree(twice.whole) == tree(twice.reduced)


def test_l18_archives_say_nothing_but_their_contents(canaries: Searched) -> None:
    portal = canaries.portal / "exports" / "registers.xlsx"
    for place in (canaries.package, portal):
        with zipfile.ZipFile(place) as archive:
            entries = archive.infolist()
            assert archive.comment == b""
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        assert {(entry.extra, entry.comment) for entry in entries} == {(b"", b"")}
        assert len({(entry.create_system, entry.external_attr) for entry in entries}) == 1
    data = canaries.package.read_bytes()
    with zipfile.ZipFile(canaries.package) as archive:
        end = 0
        for entry in archive.infolist():
            assert entry.header_offset == end
            end += 30 + len(entry.filename.encode()) + entry.compress_size
        assert data[end : end + 4] == b"PK\x01\x02"


def test_l19_no_user_no_folder_and_no_computer_is_named(canaries: Searched) -> None:
    telling = {str(canaries.content.parent), str(PROJECT), str(Path.home()), "/tmp/"}
    telling |= {name for name in (getuser(),) if len(name) > 6}
    assert canaries.places_of(word.encode() for word in telling if len(word) > 4) == []


def test_l20_what_files_carry_besides_is_told_and_the_file_is_left_as_it_is(
    tmp_path: Path,
) -> None:
    data = b"%PDF-1.7\n1 0 obj\n<< /Author (Maria Quillfeather) >>\nendobj\n%%EOF\n"
    found = scan("minutes.pdf", data)
    assert any("Quillfeather" in str(finding.said) for finding in found)
    content = small(tmp_path)
    (content / "files" / "proof.txt").write_bytes(b"The restore test passed.\n\xff\xfe")
    publish(content, ["internal"], tmp_path / "output")
    copied = (tmp_path / "output/internal/files/e-001-1-proof.txt").read_bytes()
    assert copied == b"The restore test passed.\n\xff\xfe"


def test_l21_two_editions_differ_in_what_the_higher_one_may_see(twice: Twice) -> None:
    low, high = (
        {record["id"]: record for record in twice.data(portal)["records"]}
        for portal in (twice.whole, twice.everything)
    )
    assert low.keys() < high.keys()
    assert [id for id, record in low.items() if not within(record, high[id])] == []


def test_l22_a_record_that_was_open_for_a_time_leaves_no_trace(tmp_path: Path) -> None:
    content, trees = small(tmp_path), []
    for level in ("restricted", "public", "restricted"):
        write_record(tmp_path, "site", "SITE-002", title="Larkmoor plant", classification=level)
        publish(content, ["internal"], tmp_path / "output")
        trees.append(tree(tmp_path / "output" / "internal"))
    assert trees[0] == trees[2] != trees[1]
    assert "site-002.html" in trees[1]
    assert told_anywhere(tmp_path / "output", b"Larkmoor") == []


def test_l23_names_in_texts_are_a_limit_that_is_said_and_noticed(tmp_path: Path) -> None:
    content = small(tmp_path)
    write_record(
        tmp_path, "person", "P-002", title="Maria Quillfeather", classification="restricted"
    )
    write_record(tmp_path, "action", "ACT-002", description="Ask Maria Quillfeather.", sources=[])
    (told,) = notices(checked(content), audience_of(content, "internal"))
    assert "the title of a record of the type person" in told.found
    readme = " ".join((PROJECT / "content" / "README.md").read_text("utf-8").split())
    assert "classify by what a text says, not only by what a record is" in readme


def test_l24_a_portal_never_takes_the_place_of_another_audience_s(tmp_path: Path) -> None:
    content = small(tmp_path)
    publish(content, ["internal"], tmp_path / "output")
    place = tmp_path / "output" / "management"
    (tmp_path / "output" / "internal").rename(place)
    before = tree(place)
    with pytest.raises(Stop) as stopped:
        publish(content, ["management"], tmp_path / "output")
    assert stopped.value.exit_code is ExitCode.DISCLOSURE
    assert tree(place) == before


@pytest.mark.parametrize("pattern", ["print-*.html", "*.html"])
def test_l25_what_is_folded_printed_or_out_of_sight_is_filtered_too(
    pattern: str, canaries: Searched, twice: Twice
) -> None:
    assert twice.same(pattern)
    names = [name for name in canaries.places_of(_WANTED["as it is"]) if Path(name).match(pattern)]
    assert names == []


def test_l26_the_portal_is_the_same_where_nothing_hidden_exists(twice: Twice) -> None:
    """For drawn organizations and for the sample: see test_non_interference."""
    assert tree(twice.whole) == tree(twice.reduced) != tree(twice.everything)


def small(project: Path) -> Path:
    """Write a workspace; R-002 is restricted, and `internal` sees up to internal."""
    content = write_workspace(project) / "content"
    write_settings(project, as_of=AS_OF)
    return content


def audience_of(content: Path, name: str) -> Audience:
    graph = checked(content).graph
    assert graph is not None
    (wanted,) = (known for known in graph.settings.audiences if known.name == name)
    return replace(wanted)


def told_anywhere(folder: Path, word: bytes) -> list[str]:
    return [p.name for p in folder.rglob("*") if p.is_file() and word in p.read_bytes()]


def within(low: Any, high: Any) -> bool:
    """Whether the one says no more than the other.

    A reference that is hidden says withheld, and a link to it in a text has only its words.
    """
    if isinstance(low, dict) and isinstance(high, dict):
        return all(name in high and within(value, high[name]) for name, value in low.items())
    if isinstance(low, list) and isinstance(high, list):
        return all(any(within(item, other) for other in high) for item in low)
    if isinstance(low, str) and isinstance(high, str) and "<" in low:
        return _TAG.sub("", low) == _TAG.sub("", high)
    return low in (high, "withheld")
