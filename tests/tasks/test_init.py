"""certfolio init starts a workspace that can be checked and built at once."""

import json
import sys
from pathlib import Path

import pytest
from command import certfolio, files, run

from certfolio.tasks.editor import editor_settings

STARTED = {
    ".gitignore",
    "README.md",
    "content/organization/ORG-001.yaml",
    "content/people/P-001.yaml",
    "content/portal.yaml",
    "content/sites/SITE-001.yaml",
    "tasks.py",
}


def test_a_workspace_of_ones_own(tmp_path: Path) -> None:
    ended = certfolio(tmp_path, "init", "mine")
    mine = tmp_path / "mine"
    assert (ended.code, ended.output) == (0, "")
    assert ended.words == (
        "Started a workspace in mine.\nGo there with: cd mine. Then type: certfolio build\n"
    )
    assert set(files(mine)) == STARTED
    assert certfolio(mine, "check").output == "3 records read: no problem.\n"
    built = certfolio(mine, "build")
    assert built.code == 0
    assert "Judged by today's date, " in built.words
    assert "Published output/internal/index.html: 3 records, " in built.words


def test_invoke_finds_the_same_commands_there(tmp_path: Path) -> None:
    certfolio(tmp_path, "init", "mine")
    ended = run((sys.executable, "-m", "invoke", "check"), tmp_path / "mine")
    assert (ended.code, ended.output) == (0, "3 records read: no problem.\n")


def test_schemas_for_editors(tmp_path: Path, project: Path) -> None:
    ended = certfolio(tmp_path, "init", "mine", "--with-schema")
    mine = tmp_path / "mine"
    assert ended.code == 0
    assert files(mine / "schema") == files(project / "schema")
    first = (mine / "content" / "people" / "P-001.yaml").read_text(encoding="utf-8")
    assert first.startswith("# yaml-language-server: $schema=../../schema/person.schema.json\n")
    settings = (mine / "content" / "portal.yaml").read_text(encoding="utf-8")
    assert settings.startswith("# yaml-language-server: $schema=../schema/portal.schema.json\n")
    mapped = json.loads((mine / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert all((mine / schema).is_file() for schema in mapped["yaml.schemas"])
    assert certfolio(mine, "check").code == 0
    assert certfolio(mine, "new", "risk").code == 0
    risk = (mine / "content" / "risks" / "R-001.yaml").read_text(encoding="utf-8")
    assert risk.startswith("# yaml-language-server: $schema=../../schema/risk.schema.json\n")


def test_a_theme_of_ones_own(tmp_path: Path) -> None:
    certfolio(tmp_path, "init", "mine", "--with-theme")
    assert set(files(tmp_path / "mine")) == STARTED | {"theme/README.md"}
    ended = certfolio(tmp_path / "mine", "build")
    assert ended.code == 0, ended.words
    assert not list((tmp_path / "mine" / "output").rglob("README.md"))


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert certfolio(tmp_path, "init", "mine").code == 0


@pytest.mark.parametrize("name", [".git", "thesis.txt"])
def test_a_folder_that_holds_something(tmp_path: Path, name: str) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / name).touch()
    ended = certfolio(tmp_path, "init", "mine")
    assert ended.code == 2
    assert ended.words == (
        '"mine" is not empty\n'
        "  expected: a folder that is new or empty\n"
        "  fix: name another folder\n"
    )
    assert set(files(tmp_path / "mine")) == {name}


def test_a_file_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    ended = certfolio(tmp_path, "init", "mine")
    assert (ended.code, ended.words.splitlines()[0]) == (2, '"mine" is a file')


def test_the_checkout_maps_its_schemas_like_a_new_workspace(project: Path) -> None:
    written = (project / ".vscode" / "settings.json").read_text(encoding="utf-8")
    assert written == editor_settings(), "write what editor_settings() returns to that file"
