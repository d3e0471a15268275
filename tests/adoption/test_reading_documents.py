"""What is read out of documents: titles, sorts, versions and approvals, and nothing invented."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from adoption.new_organization import office_file
from certfolio.adoption.guess import guess
from certfolio.adoption.office_title import office_title
from certfolio.adoption.stated import Stated, stated

_PEOPLE = {"mara ellison": "P-001"}


def _title(file: Path) -> str | None:
    with file.open("rb") as handle:
        return office_title(handle)


def test_the_title_of_an_office_document_is_read(tmp_path: Path) -> None:
    office_file(tmp_path / "a.docx", "word", "Visitors &amp; guests")
    assert _title(tmp_path / "a.docx") == "Visitors & guests"


@pytest.mark.parametrize(
    "properties",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa">]><x xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>&a;</dc:title></x>",
        '<!DOCTYPE x SYSTEM "http://192.0.2.1/x"><x/>',
        "<x",
        "<x/>",
        f"<x>{' ' * 70_000}</x>",
    ],
)
def test_properties_that_are_not_to_be_trusted_give_no_title(
    tmp_path: Path, properties: str
) -> None:
    office_file(tmp_path / "a.docx", "word", "", properties)
    assert _title(tmp_path / "a.docx") is None


def test_a_file_without_properties_has_no_title() -> None:
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w"):
        pass
    assert office_title(empty) is None
    assert office_title(io.BytesIO(b"PK\x03\x04 and nothing")) is None


@pytest.mark.parametrize(
    ("path", "title", "sort", "because"),
    [
        ("a.md", "Access Control Policy", "policy", 'its title says "policy"'),
        ("checks/b.md", "Policy review check", "work instruction", 'its title says "check"'),
        ("a.md", "Continuity Plan (policy of 2024)", "plan", 'its title says "plan"'),
        ("forms/nda_template.md", "Agreement", "form", 'its file name says "template"'),
        ("Policies/quality.md", "Quality", "policy", 'its folder says "policies"'),
        ("x/risks_register.xlsx", "Risks", "form", 'its file name says "register"'),
        ("guide.txt", "Visitors", "work instruction", 'its file name says "guide"'),
        ("notes.md", "Notes", "procedure", "nothing in its name says what it is"),
        ("a.md", "Policyholders", "procedure", "nothing in its name says what it is"),
    ],
)
def test_the_sort_is_guessed_from_names(path: str, title: str, sort: str, because: str) -> None:
    found = guess(path, title)
    assert (found.sort, found.because) == (sort, because)


def test_a_table_of_versions_with_a_date_and_a_known_person_is_an_approval() -> None:
    text = (
        "| Version | Date | Owner | Approver | Changes |\n|---|---|---|---|---|\n"
        "| 1.9 | 2024-02-01 | CTO | Mara Ellison | First |\n"
        "| 1.10 | 3 March 2025 | CTO | **Mara Ellison** | Second |\n"
    )
    assert stated(text, _PEOPLE) == Stated(
        version="1.10",
        approved_by="P-001",
        approved_on=date(2025, 3, 3),
        approver="Mara Ellison",
        earliest=date(2024, 2, 1),
    )


def test_lines_and_two_column_tables_state_the_rest() -> None:
    text = (
        "**Version:** v2.1\n\n| Approved by | mara ellison |\n|---|---|\n"
        "| Approved on | 12.01.2026 |\n| Effective date | 2026-02-01 |\n\nNext review: 2027-01-31\n"
    )
    said = stated(text, _PEOPLE)

    assert said.is_effective
    assert (said.version, said.approved_on) == ("2.1", date(2026, 1, 12))
    assert (said.effective_on, said.next_review) == (date(2026, 2, 1), date(2027, 1, 31))


@pytest.mark.parametrize(
    "text",
    [
        "| Version | Date | Approver |\n|---|---|---|\n| 1.0 | TBD | Mara Ellison |\n",
        "| Version | Date | Approver |\n|---|---|---|\n| 1.0 | 2026-01-02 | CEO |\n",
        "Approved by: Mara Ellison\n",
        "Approved by: Mara Ellison\nApproved on: 05/06/2024\n",
        "Approved by: Mara Ellison\nApproved on: 2024-02-30\n",
        "Approved by: Mara Ellison\nApproved by: Jonah Pryce\nApproved on: 2024-02-03\n",
        "Access is approved by the CTO: see the list.\n",
        "Minutes approved by: Mara Ellison\nApproved on: 2024-02-03\n",
    ],
)
def test_nothing_is_made_up(text: str) -> None:
    assert not stated(text, _PEOPLE).is_approved


def test_an_approver_nobody_knows_is_remembered_by_name() -> None:
    text = "| Version | Date | Approver |\n|---|---|---|\n| 1.0 | TBD | CEO |\n"
    assert stated(text, _PEOPLE) == Stated(version="1.0", approver="CEO")
