"""A real set of ISO 27001 documents is adopted by a new organization, and nothing is lost."""

import csv
import json
import re
import subprocess
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from adoption.new_organization import checked, run, tree, workspace_in
from certfolio import pipeline
from certfolio.linking.graph import RecordGraph
from certfolio.model.problem import Code
from certfolio.pipeline import Order
from certfolio.portal import address
from certfolio.records.controlled_document import ControlledDocument
from certfolio.records.policy import Policy
from intake.markdown.markdown_oracle import Listing, oracle_html, structure

SET = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "isms-policies"
MAP = SET / "control-document-map.csv"
STANDARD = "iso-27001-2022"
PLACE = "adopted/isms-policies"

pytestmark = pytest.mark.shared_data


@dataclass(frozen=True)
class Adopted:
    """The workspace after the adoption, what was said, and the published portal."""

    folder: Path
    said: subprocess.CompletedProcess[str]
    graph: RecordGraph
    notices: tuple[str, ...]
    portal: Path

    @property
    def records(self) -> dict[str, ControlledDocument]:
        """The adopted records by the path of their document in the set."""
        return {
            record.files[0].path.removeprefix(f"{PLACE}/"): record
            for record in self.graph.records
            if isinstance(record, ControlledDocument)
        }

    def page(self, record: ControlledDocument) -> BeautifulSoup:
        html = (self.portal / address.record(record.id)).read_text(encoding="utf-8")
        return BeautifulSoup(html, "html.parser")


def _command(*more: str) -> list[str]:
    given = ("--standard", STANDARD, "--map", str(MAP), "--classification", "internal")
    return ["adopt", str(SET), *given, *more]


@pytest.fixture(scope="module")
def adopted(tmp_path_factory: pytest.TempPathFactory) -> Adopted:
    folder = tmp_path_factory.mktemp("Larkrise")
    place = workspace_in(folder)
    said = run(folder, *_command("--report", "report.txt"))
    assert said.stderr == ""
    assert said.returncode == 0
    result = checked(place)
    assert result.graph is not None
    order = Order(
        result.graph.settings.audiences[0], date(2026, 10, 5), folder / "out" / "internal"
    )
    pipeline.build(place, result, order, lambda _: None)
    notices = tuple(p.found for p in result.problems if p.code is Code.BROKEN_LINK)
    return Adopted(folder, said, result.graph, notices, order.target)


def _rows() -> list[tuple[str, list[str]]]:
    with MAP.open(encoding="utf-8", newline="") as file:
        return [
            (row["control"], [name.strip() for name in row["documents"].split(";") if name.strip()])
            for row in csv.DictReader(file)
        ]


def _documents() -> list[str]:
    files = (path for path in SET.rglob("*") if path.is_file() and path != MAP)
    return sorted(path.relative_to(SET).as_posix() for path in files)


def _matrix(adopted: Adopted) -> dict[str, dict[str, str]]:
    with (adopted.portal / "exports" / "matrix.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["clause"]: row for row in csv.DictReader(file)}


def _ids_for(adopted: Adopted, names: list[str]) -> set[str]:
    """Return the records of named documents; a folder stands for all that lie in it."""
    return {
        record.id
        for path, record in adopted.records.items()
        if any(path == name or (name.endswith("/") and path.startswith(name)) for name in names)
    }


def test_every_document_of_the_folder_is_one_record_and_one_page(adopted: Adopted) -> None:
    assert len(_documents()) == 93
    assert sorted(adopted.records) == _documents()
    kinds = Counter(isinstance(record, Policy) for record in adopted.records.values())
    assert kinds == {True: 26, False: 67}

    shown = Counter(
        str(link["href"])
        for record in adopted.records.values()
        for link in adopted.page(record).select("main a[href^='files/']")
    )
    shipped = {f"files/{path.name}" for path in (adopted.portal / "files").iterdir()}
    assert len(shipped) == 93
    assert shown == dict.fromkeys(shipped, 1)


def test_the_originals_and_their_copies_are_the_same_bytes(adopted: Adopted) -> None:
    originals = {path: (SET / path).read_bytes() for path in _documents()}

    assert tree(adopted.folder / "content" / "files" / PLACE) == originals
    assert sorted(originals.values()) == sorted(tree(adopted.portal / "files").values())


def test_every_record_is_an_honest_draft(adopted: Adopted) -> None:
    records = list(adopted.records.values())

    assert {record.status for record in records} == {"draft"}
    assert {record.approved_on for record in records} == {None}
    assert {record.approved_by for record in records} == {None}
    assert {record.owner for record in records} == {"P-001"}
    assert {record.retention for record in records} == {"Not stated in the document"}
    assert Counter(record.version for record in records) == {
        "1.0": 50,
        "1.1": 1,
        "not stated": 42,
    }


def _text(adopted: Adopted, record: ControlledDocument) -> Tag:
    """Return the part of a record's page that holds the text of its document."""
    page = adopted.page(record)
    prose = page.select_one("main .prose")
    assert prose is not None, record.id
    # numbers of headings are the portal's, not the text's
    for number in prose.select(".heading-number"):
        number.decompose()
    return prose


def _listings(lists: tuple[Listing, ...]) -> int:
    return sum(1 + sum(_listings(item.lists) for item in listing.items) for listing in lists)


def test_every_page_shows_the_headings_lists_and_tables_of_its_document(adopted: Adopted) -> None:
    seen: Counter[str] = Counter()
    for path, record in adopted.records.items():
        if not path.endswith(".md"):
            continue
        text = (SET / path).read_text(encoding="utf-8")
        ours, meant = structure(str(_text(adopted, record))), structure(oracle_html(text))
        assert ours == meant, path
        seen["pages"] += 1
        seen["headings"] += len(meant.headings)
        seen["lists"] += _listings(meant.lists)
        seen["tables"] += len(meant.tables)

    assert seen == {"pages": 92, "headings": 553, "lists": 259, "tables": 113}


def test_plain_text_is_shown_as_it_is(adopted: Adopted) -> None:
    shown = _text(adopted, adopted.records["SOURCE.txt"]).find("pre")

    assert shown is not None
    assert shown.get_text() == (SET / "SOURCE.txt").read_text(encoding="utf-8")


def test_every_mapped_row_is_its_links_in_the_matrix_and_nothing_else_is(adopted: Adopted) -> None:
    rows = [(control, names) for control, names in _rows() if names]
    matrix = _matrix(adopted)
    assert len(rows) == 113

    named = {control: _ids_for(adopted, names) for control, names in rows}
    assert all(named.values())
    listed = {
        control: set(row["other_documents"].split("; "))
        for control, row in matrix.items()
        if row["other_documents"]
    }
    assert listed == named
    assert sum(map(len, named.values())) == 144
    assert {row["effective_documents"] for row in matrix.values()} == {""}


def test_the_links_of_the_matrix_are_on_its_page_and_in_the_data(adopted: Adopted) -> None:
    html = (adopted.portal / address.matrix(STANDARD)).read_text(encoding="utf-8")
    table = BeautifulSoup(html, "html.parser").select_one("main table.matrix")
    assert table is not None
    on_page = Counter(
        str(link["href"]) for link in table.find_all("a", href=re.compile("^(pol|doc)-"))
    )
    expected = Counter(
        address.record(id) for _control, names in _rows() for id in _ids_for(adopted, names)
    )
    assert on_page == expected

    data: Any = json.loads((adopted.portal / "exports" / "portal.json").read_text(encoding="utf-8"))
    said = Counter(
        address.record(record["id"])
        for record in data["records"]
        for _support in record.get("clauses", [])
    )
    assert said == expected


def test_rows_without_a_document_are_gaps_where_the_standard_has_the_clause(
    adopted: Adopted,
) -> None:
    without = [control for control, names in _rows() if not names]
    matrix = _matrix(adopted)

    assert len(without) == 12
    known = [control for control in without if control in matrix]
    assert known == [
        "6.3",
        "A.5.8",
        "A.7.11",
        "A.7.12",
        "A.7.13",
        "A.8.6",
        "A.8.9",
        "A.8.11",
        "A.8.12",
        "A.8.18",
    ]
    assert {matrix[control]["state"] for control in known} == {"gap"}
    assert {matrix[control]["other_documents"] for control in known} == {""}
    # the last two lines of the map hold versions of a change log, not controls
    assert sorted(set(without) - set(known)) == ["1.0", "1.1"]


def test_links_that_lead_to_nothing_are_told_and_cannot_be_clicked(adopted: Adopted) -> None:
    assert len(adopted.notices) == 5
    unresolved = [
        (record.id, words.get_text())
        for record in adopted.records.values()
        for words in _text(adopted, record).select(".unresolved")
    ]
    assert len(unresolved) == 5
    for record in adopted.records.values():
        for link in adopted.page(record).find_all("a", href=True):
            target, _, _place = str(link["href"]).partition("#")
            is_outside = target.startswith(("https://", "http://", "mailto:"))
            assert is_outside or not target or (adopted.portal / target).is_file(), link


def test_links_between_the_documents_lead_to_their_pages(adopted: Adopted) -> None:
    policy = adopted.records["policies/access_control_policy.md"]
    supplier = adopted.records["policies/supplier_security_policy.md"]
    link = _text(adopted, policy).find("a", string="Supplier Security Policy")

    assert isinstance(link, Tag)
    assert link["href"] == address.record(supplier.id)
    working = sum(
        len(_text(adopted, record).find_all("a", href=re.compile(r"^(pol|doc)-\d+\.html")))
        for record in adopted.records.values()
    )
    assert working == 104


def test_the_report_counts_and_names_what_it_could_not_place(adopted: Adopted) -> None:
    said = adopted.said.stdout

    assert (adopted.folder / "report.txt").read_text(encoding="utf-8") == said
    assert said.startswith(
        "93 documents found for ISO 27001:2022:"
        " 26 policies and 67 other documents to be recorded, 0 recorded before.\n"
        "control-document-map.csv: 125 rows, 113 of them with 144 links to documents,"
        " 12 without a document; 2 of all with a control that is unknown.\n"
        "Owner P-001, classification internal,"
        " created 2026-10-05 where no text gives an earlier date.\n"
    )
    for line in (
        'line 125: ISO 27001:2022 has no clause "1.0", and the row names no document;'
        " remove the row",
        "line 68: A.5.37 names the folder procedures/; each of its 9 documents is linked",
        "DOC-017  checks/a05_36_policy_review_check.md: A05 36 policy review check (from its file"
        ' name); work instruction, as its title says "check"',
        "approvers that the texts name and no person record has as its title: CEO (7),"
        " ISMS Owner (44)",
        'policies/cloud_security_policy.md: the link "../statement_of_applicability.md" in the text'
        " of POL-008 leads to nothing;"
        " correct it, or name the file it means in the files: of a record",
    ):
        assert f"  {line}\n" in said
    assert "Controls without a document: gaps in the matrix (10)\n" in said
    assert "Documents in no row of the map (49)\n" in said
    assert said.endswith(
        "93 records written, pointing at 93 files in content/files/adopted/isms-policies.\n"
    )


def test_adopting_again_changes_nothing_and_says_so(adopted: Adopted) -> None:
    before = tree(adopted.folder / "content")

    again = run(adopted.folder, *_command())

    assert again.returncode == 0
    assert tree(adopted.folder / "content") == before
    assert "0 policies and 0 other documents to be recorded, 93 recorded before." in again.stdout
    assert again.stdout.endswith("Nothing was written: there is nothing new to adopt.\n")


def test_a_dry_run_says_the_same_and_writes_nothing(adopted: Adopted, tmp_path: Path) -> None:
    workspace_in(tmp_path)
    before = tree(tmp_path)

    said = run(tmp_path, *_command("--dry-run"))

    assert tree(tmp_path) == before
    last = "Nothing was written (--dry-run).\n"
    assert said.stdout.splitlines()[:-1] == adopted.said.stdout.splitlines()[:-1]
    assert said.stdout.endswith(last)
