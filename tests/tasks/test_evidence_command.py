"""invoke evidence.scan says in plain words what files carry, and changes none."""

import json
from pathlib import Path

import pytest
from command import certfolio, files

from evidence_scan.evidence_samples import zipped
from workspaces import write_record, write_settings, write_workspace

TOKEN = "ghp_" + "a1B2" * 9
WORKBOOK = zipped({"[Content_Types].xml": "", "xl/workbook.xml": "<x/>", "xl/vbaProject.bin": "x"})
MACRO_REASON = "The auditor recalculates with the macro"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return write_workspace(tmp_path)


def put(project: Path, name: str, data: bytes, id: str = "E-002", **entry: str) -> None:
    (project / "content" / "files" / name).write_bytes(data)
    write_record(project, "evidence", id, status="collected", files=[{"path": name} | entry])


def test_where_nothing_is_found_one_line_says_so(workspace: Path) -> None:
    ended = certfolio(workspace, "evidence.scan")
    assert (ended.code, ended.words) == (0, "")
    assert ended.output == "Looked into 1 file: 1 with nothing found. Nothing was changed.\n"


def test_what_was_found_stands_by_file_and_what_it_means_below(workspace: Path) -> None:
    put(workspace, "notes.txt", f"Prüfung {TOKEN}".encode("latin-1"))
    before = files(workspace / "content")
    ended = certfolio(workspace, "evidence.scan")
    assert (ended.code, ended.words) == (4, "")
    assert ended.output == (
        "content/files/notes.txt (E-002)\n"
        "  unsafe  Keys and tokens: Found by the rule: GitHub token.\n"
        "  note    Encoding of a text: It is not UTF-8, most likely Windows-1252 or Latin-1.\n"
        "\n"
        "What it means, and what to do\n"
        "  Keys and tokens [secret-key]\n"
        "    Whoever gets the file may be able to use the key in your name.\n"
        "    fix: Make the key invalid, take it out of the file, and record the digest anew.\n"
        "  Encoding of a text [text-encoding]\n"
        "    Browsers and editors may show wrong letters, as the file does not say how to read"
        " it.\n"
        "    fix: Save it as UTF-8, if it is not an original that must stay as it is.\n"
        "\n"
        "Looked into 2 files: 1 unsafe, 1 with nothing found. Nothing was changed.\n"
    )
    assert files(workspace / "content") == before


def test_files_that_a_build_refuses_are_looked_into_all_the_same(workspace: Path) -> None:
    put(workspace, "report.pdf", b"<html>")
    ended = certfolio(workspace, "evidence.scan")
    assert ended.code == 4
    assert '"report.pdf" is a web page or other markup.' in ended.output


def test_a_file_that_is_not_there_is_said(workspace: Path) -> None:
    write_record(workspace, "evidence", "E-002", status="collected", files=[{"path": "no.txt"}])
    ended = certfolio(workspace, "evidence.scan")
    assert ended.code == 4
    assert '"no.txt" is not there.' in ended.output


def test_one_record_can_be_looked_into_alone(workspace: Path) -> None:
    put(workspace, "notes.txt", TOKEN.encode())
    assert certfolio(workspace, "evidence.scan", "--record", "E-001").code == 0
    ended = certfolio(workspace, "evidence.scan", "--record", "E-003")
    assert (ended.code, ended.output) == (2, "")
    assert ended.words.startswith('--record "E-003" is not known')


def test_programs_get_the_same_as_json(workspace: Path) -> None:
    put(workspace, "notes.txt", TOKEN.encode())
    ended = certfolio(workspace, "evidence.scan", "--format", "json")
    assert ended.code == 4
    answer = json.loads(ended.output)
    assert (answer["files"], answer["unsafe"]) == (2, 1)
    (finding,) = answer["scanned"][0]["findings"]
    assert (finding["kind"], finding["weight"]) == ("secret-key", "unsafe")
    assert TOKEN not in ended.output


def test_records_that_cannot_be_read_are_not_passed_over_in_silence(workspace: Path) -> None:
    write_record(workspace, "evidence", "E-002", status="no such state")
    ended = certfolio(workspace, "evidence.scan")
    assert ended.code == 3
    assert "Some records could not be read" in ended.words


def test_macros_stop_a_build_unless_the_record_gives_a_reason(workspace: Path) -> None:
    put(workspace, "sheet.xlsm", WORKBOOK)
    refused = certfolio(workspace, "build")
    assert refused.code == 4
    assert "is a kind of file that can hold macros" in refused.words
    put(workspace, "sheet.xlsm", WORKBOOK, macros_allowed=MACRO_REASON)
    assert certfolio(workspace, "build").code == 0
    page = (workspace / "output" / "internal" / "e-002.html").read_text("utf-8")
    assert "This file holds macros, which are programs." in page
    assert MACRO_REASON in page
    shipped = workspace / "output" / "internal" / "files" / "e-002-1-sheet.xlsm"
    assert shipped.read_bytes() == WORKBOOK
    ended = certfolio(workspace, "evidence.scan")
    assert ended.code == 0
    assert "look    Macros that the record allows: It holds macros." in ended.output


def test_the_page_is_made_for_whoever_sees_everything_and_asks_for_it(workspace: Path) -> None:
    put(workspace, "notes.txt", TOKEN.encode())
    audiences = [
        {"name": "internal", "ceiling": "internal"},
        {"name": "management", "ceiling": "restricted", "shows": ["evidence-scan"]},
    ]
    write_settings(workspace, audiences=audiences)
    for audience, is_made in (("internal", False), ("management", True)):
        assert certfolio(workspace, "build", "--audience", audience).code == 0
        page = workspace / "output" / audience / "evidence-scan.html"
        assert page.exists() is is_made
        everything = b"".join(files(workspace / "output" / audience).values())
        assert (b"Found by the rule" in everything) is is_made
    assert "Found by the rule: GitHub token." in page.read_text("utf-8")


def test_an_audience_that_does_not_see_everything_cannot_ask_for_it(workspace: Path) -> None:
    audiences = [{"name": "internal", "ceiling": "internal", "shows": ["evidence-scan"]}]
    write_settings(workspace, audiences=audiences)
    ended = certfolio(workspace, "check")
    assert ended.code == 2
    assert (
        'the audience "internal" would show evidence-scan, and sees files up to internal only'
        in ended.output
    )


def test_a_reason_for_macros_that_nothing_needs_is_told(workspace: Path) -> None:
    put(workspace, "notes.txt", b"plain", macros_allowed=MACRO_REASON)
    ended = certfolio(workspace, "check")
    assert ended.code == 0
    assert '"notes.txt" is of no kind that can hold macros [rule]' in ended.output
    assert "fix: take the line macros_allowed out" in ended.output


def test_a_package_with_an_unsafe_file_is_made_and_says_so(workspace: Path) -> None:
    put(workspace, "notes.txt", TOKEN.encode())
    ended = certfolio(workspace, "package", "--audience", "internal")
    assert ended.code == 0
    assert ended.last_line == (
        'Unsafe to hand over: "notes.txt". Ask invoke evidence.scan why before you send it.'
    )
