"""The console script and invoke offer the same commands, flags and codes."""

import re
import sys
from pathlib import Path

import pytest
from command import COMMAND, certfolio, run

from certfolio import __version__
from certfolio.tasks import namespace

INVOKE = (sys.executable, "-m", "invoke")
COMMANDS = sorted(namespace.task_names)


def test_both_list_the_same_commands(project: Path) -> None:
    listed = run((*INVOKE, "--list"), project).output
    ours = certfolio(project, "--list").output
    names = re.findall(r"^  (\S+)  ", listed, re.MULTILINE)
    assert sorted(names) == COMMANDS
    assert re.findall(r"^  (\S+)  ", ours, re.MULTILINE) == names


@pytest.mark.parametrize("name", COMMANDS)
def test_every_flag_is_explained(name: str) -> None:
    task = namespace[name]
    for argument in task.get_arguments():
        assert argument.help, f"{name} --{argument.name}"
        assert all(len(nick) > 1 for nick in argument.names), "no flag of one letter"


def test_both_give_the_same_help(project: Path) -> None:
    listed = run((*INVOKE, "--help", "build"), project).output
    ours = certfolio(project, "--help", "build").output
    assert listed.splitlines()[1:] == ours.splitlines()[1:]


def test_both_end_with_the_same_code(workspace: Path, project: Path) -> None:
    (workspace / "content" / "files" / "proof.txt").unlink()
    (workspace / "tasks.py").write_bytes(
        (project / "generator/certfolio/tasks/starter/tasks.txt").read_bytes()
    )
    ours, theirs = certfolio(workspace, "check"), run((*INVOKE, "check"), workspace)
    assert ours == theirs
    assert ours.code == 4


def test_the_version(tmp_path: Path) -> None:
    assert certfolio(tmp_path, "--version").output == f"certfolio {__version__}\n"


def test_a_reader_of_the_list_who_has_gone_away(tmp_path: Path) -> None:
    line = '{ sleep 0.1; "$0" -c "$1" --list; echo $? >code; } | true'
    ended = run(("sh", "-c", line, COMMAND[0], COMMAND[2]), tmp_path)
    assert ended.words == ""
    assert (tmp_path / "code").read_text() == "0\n"


def test_a_command_line_nobody_can_read(tmp_path: Path) -> None:
    ended = certfolio(tmp_path, "publish")
    assert (ended.code, ended.output) == (1, "")
    assert ended.words == "No idea what 'publish' is!\n"
