"""A folder of every kind of file: documents become records, the rest is told, nothing is lost."""

import subprocess
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from adoption.new_organization import checked, office_file, run, tree, workspace_in, write
from certfolio import pipeline
from certfolio.linking.graph import RecordGraph
from certfolio.pipeline import Order
from certfolio.records.controlled_document import ControlledDocument

_PNG = b"\x89PNG\r\n\x1a\n rest"
_QUALITY = """\
# Quality policy

![The plan](pictures/plan.png) and [the numbers](numbers.csv), [visitors](Visitors.docx),
[rules](Rules.html#hours) and [nothing](gone.md).

| Version | Date | Approved by |
|---|---|---|
| 1.0 | 2024-05-06 | Jonah Pryce |
| 2.0 | 2025-05-06 | Mara Ellison |
"""
_RULES = """<!doctype html><title>Rules of the house</title><h1>Rules</h1><h2>Hours</h2>
<ul><li>Seven<ul><li>to nine</li></ul></li></ul><table><tr><th>Day</th></tr><tr><td>Monday</td></tr>
</table><p>See <a href="Quality%20policy.md#quality-policy">the policy</a>.</p><script>x</script>"""
_MAP = "control;documents\n5.2;Quality policy.md\n7.5.3;Visitors.docx\nA.7.2;Rules.html\n"


def _folder(root: Path) -> Path:
    folder = root / "Old papers"
    write(folder / "Quality policy.md", _QUALITY)
    write(folder / "pictures" / "plan.png", _PNG)
    write(folder / "pictures" / "unused.png", _PNG)
    write(folder / "numbers.csv", "a,b\n1,2\n")
    office_file(folder / "Visitors.docx", "word", "Visitors' guide")
    office_file(folder / "lists" / "phone_list.xlsx", "xl", "")
    write(folder / "report.pdf", b"%PDF-1.7 and more")
    write(folder / "notes.txt", "Prüfung\n".encode("latin-1"))
    write(folder / "Rules.html", _RULES)
    write(folder / ".DS_Store", b"junk")
    return folder


@dataclass(frozen=True)
class Mixed:
    folder: Path
    said: subprocess.CompletedProcess[str]
    graph: RecordGraph
    portal: Path

    def record(self, title: str) -> ControlledDocument:
        found = [record for record in self.graph.records if record.title == title]
        assert len(found) == 1
        assert isinstance(found[0], ControlledDocument)
        return found[0]


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Mixed:
    folder = tmp_path_factory.mktemp("mixed")
    place = workspace_in(folder)
    write(folder / "map.csv", _MAP)
    said = run(folder, *_command(_folder(folder), "--map", "map.csv", "--owner", "P-002"))
    result = checked(place)
    assert result.graph is not None, result.problems
    audience = result.graph.settings.audiences[0]
    order = Order(audience, date(2026, 10, 5), folder / "out" / "internal")
    pipeline.build(place, result, order, lambda _: None)
    return Mixed(folder, said, result.graph, order.target)


def _command(folder: Path, *more: str) -> tuple[str, ...]:
    return (
        "adopt", str(folder), "--standard", "iso-27001-2022", "--classification", "internal", *more,
    )  # fmt: skip


def test_each_document_becomes_a_record_with_the_best_title_there_is(mixed: Mixed) -> None:
    assert mixed.said.stderr == ""
    assert mixed.said.returncode == 0
    titles = {
        record.title: (record.id, tuple(entry.path for entry in record.files))
        for record in mixed.graph.records
        if isinstance(record, ControlledDocument)
    }
    place = "adopted/Old papers"
    assert titles == {
        "Quality policy": (
            "POL-001",
            (f"{place}/Quality policy.md", f"{place}/pictures/plan.png", f"{place}/numbers.csv"),
        ),
        "Rules of the house": ("DOC-001", ()),
        "Visitors' guide": ("DOC-002", (f"{place}/Visitors.docx",)),
        "Phone list": ("DOC-003", (f"{place}/lists/phone_list.xlsx",)),
        "Notes": ("DOC-004", (f"{place}/notes.txt",)),
        "Report": ("DOC-005", (f"{place}/report.pdf",)),
    }


def test_an_approval_that_the_text_states_is_recorded_and_told(mixed: Mixed) -> None:
    policy = mixed.record("Quality policy")

    assert (policy.status, policy.version, policy.approved_by) == ("approved", "2.0", "P-001")
    assert str(policy.approved_on) == "2025-05-06"
    assert str(policy.created) == "2024-05-06"
    assert policy.owner == "P-002"
    assert (
        "Approval data read from the texts; please compare (1)\n"
        "  POL-001  Quality policy.md: approved, approved_by P-001, approved_on 2025-05-06\n"
    ) in mixed.said.stdout


def test_pictures_and_files_that_a_document_names_go_along(mixed: Mixed) -> None:
    page = BeautifulSoup((mixed.portal / "pol-001.html").read_text("utf-8"), "html.parser")
    picture = page.select_one(".prose img")

    assert picture is not None
    assert (mixed.portal / str(picture["src"])).read_bytes() == _PNG
    assert [link.get_text() for link in page.select(".prose a")] == ["the numbers", "visitors"]
    assert [words.get_text() for words in page.select(".prose .unresolved")] == ["rules", "nothing"]


def test_a_web_page_is_kept_as_text_and_its_file_stays_out(mixed: Mixed) -> None:
    page = BeautifulSoup((mixed.portal / "doc-001.html").read_text("utf-8"), "html.parser")
    text = page.select_one(".prose")

    assert text is not None
    assert [heading.get_text() for heading in text.find_all(["h2", "h3"])] == [
        "1 Rules",
        "1.1 Hours",
    ]
    assert [cell.get_text() for cell in text.find_all(["th", "td"])] == ["Day", "Monday"]
    assert text.select_one("li li") is not None
    link = text.find("a")
    assert link is not None
    assert str(link["href"]) == "pol-001.html#t-quality-policy"  # type: ignore[index]
    assert not list(mixed.folder.glob("content/files/**/*.html"))
    record = mixed.record("Rules of the house")
    assert record.location == (
        "Text of the web page adopted/Old papers/Rules.html, which lies outside the portal"
    )
    assert [str(support.clause) for support in record.clauses] == ["iso-27001-2022:A.7.2"]


def test_what_cannot_be_shown_or_placed_is_told(mixed: Mixed) -> None:
    for line in (
        "DOC-004  notes.txt: the byte 0xFC at byte offset 2 is not UTF-8 (in Windows-1252 it would"
        ' be "ü"): save the file as UTF-8 (most editors: Save with Encoding, UTF-8)',
        "DOC-001  Rules.html: headings, lists and tables were turned into Markdown; print the page"
        " to a PDF and add that file where its looks matter",
        "pictures/unused.png: PNG picture; give it to a record as evidence, or name it in the"
        " files: of a document",
        ".DS_Store",
        'Quality policy.md: the link "gone.md" in the text of POL-001 leads to nothing; correct it,'
        " or name the file it means in the files: of a record",
    ):
        assert f"  {line}\n" in mixed.said.stdout
    assert mixed.said.stdout.endswith(
        "6 records written, pointing at 7 files in content/files/adopted/Old papers.\n"
    )


def test_a_second_adoption_adds_only_what_is_new(mixed: Mixed, tmp_path: Path) -> None:
    workspace_in(tmp_path)
    folder = _folder(tmp_path)
    run(tmp_path, *_command(folder))
    before = tree(tmp_path / "content")
    write(folder / "Visiting plan.md", "# Visiting plan\n")
    write(tmp_path / "map.csv", "control,documents\n5.2,Quality policy.md;Visiting plan.md\n")

    said = run(tmp_path, *_command(folder, "--map", "map.csv"))

    after = tree(tmp_path / "content")
    assert sorted(set(after) - set(before)) == [
        "documents/DOC-006-visiting-plan.yaml",
        "files/adopted/Old papers/Visiting plan.md",
    ]
    assert {path: after[path] for path in before} == before
    assert (
        "  POL-001  Quality policy.md; the map now also names it for iso-27001-2022:5.2:"
        " add that to its clauses:\n"
    ) in said.stdout
    assert said.stdout.endswith(
        "1 record written, pointing at 1 file in content/files/adopted/Old papers.\n"
    )


def test_a_table_that_the_map_names_is_a_document(tmp_path: Path) -> None:
    place = workspace_in(tmp_path)
    write(tmp_path / "map.csv", "control,documents\nA.5.9,asset_register.csv\n")
    write(tmp_path / "papers" / "asset_register.csv", "asset,owner\n")

    said = run(tmp_path, *_command(tmp_path / "papers", "--map", "map.csv"))

    assert said.returncode == 0
    graph = checked(place).graph
    assert graph is not None
    register = graph.record("DOC-001")
    assert (register.title, register.prose) == ("Asset register", None)
    assert [str(support.clause) for support in register.clauses] == ["iso-27001-2022:A.5.9"]


def test_a_folder_inside_content_files_is_adopted_where_it_lies(tmp_path: Path) -> None:
    place = workspace_in(tmp_path)
    folder = tmp_path / "content" / "files" / "handbook"
    write(folder / "a.md", "# A procedure\n")

    said = run(tmp_path, *_command(folder))

    assert said.returncode == 0
    assert sorted(path for path in tree(tmp_path) if path.endswith("a.md")) == [
        "content/files/handbook/a.md"
    ]
    graph = checked(place).graph
    assert graph is not None
    assert graph.record("DOC-001").title == "A procedure"


def test_the_bytes_do_not_depend_on_the_hash_seed_or_the_zone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trees, words = [], []
    for number, zone in enumerate(("UTC", "Pacific/Auckland")):
        root = tmp_path / str(number)
        workspace_in(root)
        monkeypatch.setenv("PYTHONHASHSEED", str(number + 1))
        monkeypatch.setenv("TZ", zone)
        words.append(run(root, *_command(_folder(root))).stdout)
        trees.append(tree(root))

    assert trees[0] == trees[1]
    assert words[0] == words[1]
