"""invoke export writes the tables of an edition, the same as in its portal and nothing else."""

from pathlib import Path

import pytest
from command import Ended, certfolio, files

from faults.mini import write_evidence, write_mini
from workspaces import write_record

TABLES = ("actions", "audits", "documents", "evidence", "matrix", "soa", "training")
ALL = sorted([*(f"{name}.csv" for name in TABLES), "registers.xlsx"])
UNCHANGED = "Nothing was written; what lies in tables is as it was."


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return write_mini(tmp_path / "workspace")


def exported(workspace: Path, *arguments: str, to: str = "tables") -> Ended:
    return certfolio(workspace, "export", "--audience", "internal", "--to", to, *arguments)


def written(workspace: Path) -> dict[str, bytes]:
    found = files(workspace / "tables")
    assert found.pop(".certfolio") == b"exports internal\n"
    return found


def test_the_tables_are_those_of_the_portal_byte_by_byte(workspace: Path) -> None:
    assert exported(workspace).code == 0
    assert certfolio(workspace, "build", "--audience", "internal").code == 0
    portal = files(workspace / "output" / "internal" / "exports")
    assert sorted(written(workspace)) == ALL
    assert written(workspace) == {name: portal[name] for name in ALL}


def test_only_the_tables_that_are_asked_for_are_written(workspace: Path) -> None:
    ended = exported(workspace, "--table", "matrix", "--table", "registers")
    assert ended.code == 0
    assert sorted(written(workspace)) == ["matrix.csv", "registers.xlsx"]
    assert ended.words.startswith("2 tables for internal in tables:\n  matrix.csv\n")


def test_what_the_audience_may_not_see_is_in_no_table(workspace: Path) -> None:
    (workspace / "content" / "files" / "secret.txt").write_text("Canary 7f3a\n")
    hidden = {"title": "Canary 7f3a", "classification": "restricted"}
    write_evidence(workspace, "secret.txt", id="E-009", **hidden)
    assert exported(workspace).code == 0
    assert not [name for name, data in written(workspace).items() if b"7f3a" in data]


def test_tables_are_replaced_together(workspace: Path) -> None:
    assert exported(workspace).code == 0
    assert exported(workspace, "--table", "soa").code == 0
    assert sorted(written(workspace)) == ["soa.csv"]


@pytest.mark.parametrize("to", ["content", "content/tables", ".", ".."])
def test_a_folder_that_holds_anything_else_is_refused(to: str, workspace: Path) -> None:
    before = files(workspace)
    assert exported(workspace, to=to).code == 2
    assert files(workspace) == before


def test_files_of_somebody_else_and_portals_stay(workspace: Path) -> None:
    (workspace / "tables").mkdir()
    (workspace / "tables" / "mine.csv").write_text("mine")
    ended = exported(workspace)
    assert (ended.code, ended.last_line) == (2, UNCHANGED)
    assert "holds files that are no exports of ours" in ended.words
    assert certfolio(workspace, "build", "--audience", "internal").code == 0
    before = files(workspace / "output")
    assert exported(workspace, to="output/internal").code == 2
    assert files(workspace / "output") == before


def test_tables_for_one_audience_do_not_replace_those_for_another(workspace: Path) -> None:
    assert exported(workspace).code == 0
    ended = certfolio(workspace, "export", "--audience", "other", "--to", "tables")
    assert (ended.code, ended.last_line) == (5, UNCHANGED)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--table", "matrx"), 2, "did you mean matrix?"),
        (("--as-of", "2026-02-30"), 2, "is not a date"),
    ],
)
def test_a_wrong_call_writes_nothing(
    arguments: tuple[str, ...], code: int, words: str, workspace: Path
) -> None:
    ended = exported(workspace, *arguments)
    assert (ended.code, words in ended.words, ended.last_line) == (code, True, UNCHANGED)
    assert not (workspace / "tables").exists()


def test_an_audience_that_nobody_declared_ends_with_2(workspace: Path) -> None:
    ended = certfolio(workspace, "export", "--audience", "nobody", "--to", "tables")
    assert (ended.code, 'the audience "nobody" is not declared' in ended.words) == (2, True)


def test_broken_records_end_with_3_and_missing_files_with_4(workspace: Path) -> None:
    (workspace / "content" / "files" / "proof.txt").unlink()
    assert exported(workspace).code == 4
    write_record(workspace, "site", "SITE-001", title="")
    assert exported(workspace).code == 3
    assert not (workspace / "tables").exists()
