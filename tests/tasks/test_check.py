"""invoke check reports every problem on standard output and ends with its code."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from command import COMMAND, certfolio, environment, files

from workspaces import write_json, write_record, write_settings

WRONG = """\
content/risks/R-001.json:4:13: /status: "open" cannot be chosen here [choice]
  expected: one of identified, evaluated, treated, accepted, closed
  fix: write one of these
"""


def write_wrong_risk(workspace: Path) -> None:
    write_record(workspace, "risk", "R-001", status="open", actions=[], criteria="DOC-001")


def test_a_workspace_without_a_problem(workspace: Path) -> None:
    ended = certfolio(workspace, "check")
    assert (ended.code, ended.output, ended.words) == (0, "8 records read: no problem.\n", "")


def test_problems_are_told_word_for_word_on_standard_output(workspace: Path) -> None:
    write_wrong_risk(workspace)
    ended = certfolio(workspace, "check")
    assert ended.code == 3
    assert ended.output == f"{WRONG}8 records read: 1 problem.\n"
    assert ended.words == ""


def test_nothing_is_written(workspace: Path) -> None:
    before = files(workspace)
    certfolio(workspace, "check")
    assert files(workspace) == before


def test_only_files_at_fault(workspace: Path) -> None:
    (workspace / "content" / "files" / "proof.txt").unlink()
    ended = certfolio(workspace, "check")
    assert ended.code == 4
    assert '"proof.txt" is not there [file-missing]' in ended.output


def test_records_at_fault_go_before_files(workspace: Path) -> None:
    (workspace / "content" / "files" / "proof.txt").unlink()
    write_wrong_risk(workspace)
    assert certfolio(workspace, "check").code == 3


def test_a_fault_of_the_settings_goes_before_records(workspace: Path) -> None:
    write_wrong_risk(workspace)
    write_settings(workspace, titel="x")
    assert certfolio(workspace, "check").code == 2


def test_a_broken_schema_is_a_fault_of_the_set_up(workspace: Path) -> None:
    write_json(workspace / "schema" / "risk.schema.json", {"type": "sting"})
    ended = certfolio(workspace, "check")
    assert ended.code == 2
    assert "schema/risk.schema.json:2:11: /type:" in ended.output


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_machine_output_stands_alone(workspace: Path, form: str) -> None:
    write_wrong_risk(workspace)
    ended = certfolio(workspace, "check", "--format", form)
    assert ended.code == 3
    assert "R-001.json" in json.dumps(json.loads(ended.output))
    assert ended.words == ""


def test_machine_output_is_utf_8_under_any_locale(workspace: Path) -> None:
    write_record(workspace, "risk", "R-001", status="geprüft", actions=[], criteria="DOC-001")
    ended = certfolio(
        workspace, "check", "--format", "json", changes={"PYTHONIOENCODING": "latin-1"}
    )
    assert "geprüft" in json.loads(ended.output)["problems"][0]["found"]


def test_words_are_escaped_where_the_terminal_knows_too_few_letters(workspace: Path) -> None:
    write_record(workspace, "risk", "R-001", status="geprüft", actions=[], criteria="DOC-001")
    ended = certfolio(workspace, "check", changes={"PYTHONIOENCODING": "ascii"})
    assert ended.code == 3
    assert '"gepr\\xfcft" cannot be chosen here' in ended.output


def test_annotations_for_a_code_host(workspace: Path) -> None:
    write_wrong_risk(workspace)
    ended = certfolio(workspace, "check", "--format", "github")
    assert ended.output.startswith("::error file=content/risks/R-001.json,line=4,col=13,")


def test_an_unknown_format(workspace: Path) -> None:
    ended = certfolio(workspace, "check", "--format", "jsno")
    assert ended.code == 2
    assert ended.output == ""
    assert ended.words == (
        '--format "jsno" is not a way to report\n'
        "  expected: one of text, json, sarif, github\n"
        "  fix: did you mean json?\n"
    )


def test_a_folder_without_content(tmp_path: Path) -> None:
    ended = certfolio(tmp_path, "check")
    assert ended.code == 2
    assert ended.words == (
        "there is no folder content here\n"
        "  expected: a folder with portal.yaml and the folders of the records\n"
        "  fix: go to your workspace, name the folder with --content, or run certfolio init\n"
    )


def test_the_content_may_lie_elsewhere(workspace: Path, tmp_path: Path) -> None:
    ended = certfolio(tmp_path, "check", "--content", "workspace/content", "--jobs", "1")
    assert (ended.code, ended.output) == (0, "8 records read: no problem.\n")


def test_a_reader_who_has_gone_away_is_no_fault(workspace: Path) -> None:
    write_wrong_risk(workspace)
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        (*COMMAND, "check"),
        cwd=workspace,
        env=environment(),
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (3, b"")


def test_closed_streams_are_no_fault(workspace: Path) -> None:
    line = 'exec "$0" -c "$1" check >&- 2>&-'
    done = subprocess.run(
        ("sh", "-c", line, COMMAND[0], COMMAND[2]), cwd=workspace, env=environment(), check=False
    )
    assert done.returncode == 0


def test_a_report_that_cannot_be_written(workspace: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            (*COMMAND, "check"),
            cwd=workspace,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 6
    assert done.stderr.decode() == (
        "standard output could not be written: No space left on device\n"
        "  expected: a terminal, program or file that takes the whole report\n"
        "  fix: free some space, or send the report elsewhere\n"
    )
