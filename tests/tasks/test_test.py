"""invoke test runs pytest, and says what is left out where a program is not installed."""

from pathlib import Path

import pytest
from command import Ended, certfolio

INSTALL = "apt-get install chromium firefox-esr"
FETCH = "npm install --no-save --no-package-lock --prefix .cache/npm axe-core@1.2.3 vnu-jar@4.5"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "tests").mkdir()
    (tmp_path / "pytest.ini").write_text(
        "[pytest]\naddopts = -q\nmarkers =\n  browser: x\n  checker: x\n"
    )
    (tmp_path / "tests" / "test_small.py").write_text(
        "import pytest\n"
        "def test_true(): assert True\n"
        "def test_false(): assert False\n"
        "@pytest.mark.browser\n"
        "def test_page(): assert False\n"
        "@pytest.mark.checker\n"
        "def test_html(): assert True\n"
    )
    (tmp_path / "tests" / "browser").mkdir()
    (tmp_path / "tests" / "browser" / "npm.txt").write_text("axe-core@1.2.3\nvnu-jar@4.5\n")
    return tmp_path


def outcome(
    checkout: Path, *arguments: str, browsers: bool = True, fetched: bool = True, **changes: str
) -> Ended:
    """Run it where all programs are, or no browsers, or no packages of npm."""
    programs = checkout / "programs"
    programs.mkdir()
    for name, version in (("axe-core", "1.2.3"), ("vnu-jar", "4.5")) if fetched else ():
        package = checkout / ".cache" / "npm" / "node_modules" / name
        package.mkdir(parents=True)
        (package / "package.json").write_text(f'{{"version": "{version}"}}')
    for name in ("java", "chromium", "firefox-esr") if browsers else ("java",):
        (programs / name).write_text("#!/bin/sh\n")
        (programs / name).chmod(0o755)
    return certfolio(checkout, "test", *arguments, changes={"PATH": str(programs), **changes})


def test_a_test_that_fails(checkout: Path) -> None:
    ended = outcome(checkout)
    assert ended.code == 1
    assert "2 failed, 2 passed" in ended.output
    assert ended.words == ""


def test_one_test_picked_by_name(checkout: Path) -> None:
    ended = outcome(checkout, "--only", "true")
    assert (ended.code, ended.words) == (0, "")
    assert "1 passed" in ended.output


def test_one_test_picked_by_its_place(checkout: Path) -> None:
    ended = outcome(checkout, "--only", "tests/test_small.py::test_true")
    assert ended.code == 0
    assert "1 passed" in ended.output


def test_a_name_that_no_test_has(checkout: Path) -> None:
    ended = outcome(checkout, "--only", "zebra")
    assert ended.code == 2
    assert ended.words == (
        'no test fits "zebra"\n'
        "  expected: a path below tests/, or a part of a test's name\n"
        "  fix: write for example --only tests/intake or --only yaml\n"
    )


def test_without_browsers_their_tests_are_left_out_and_one_line_says_so(checkout: Path) -> None:
    ended = outcome(checkout, browsers=False)
    assert ended.code == 1
    assert "1 failed, 2 passed" in ended.output
    assert ended.words == f"The browser tests are left out; to run them: {INSTALL}\n"


def test_where_every_test_must_run_missing_browsers_are_a_fault(checkout: Path) -> None:
    ended = outcome(checkout, browsers=False, CI="true")
    assert (ended.code, ended.output) == (6, "")
    assert ended.words == (
        "chromium and firefox-esr cannot be found, and CI is to run every test\n"
        "  expected: the programs chromium and firefox-esr\n"
        f"  fix: {INSTALL}\n"
    )


def test_without_the_checkers_of_npm_their_tests_are_left_out_and_the_last_line_says_so(
    checkout: Path,
) -> None:
    ended = outcome(checkout, fetched=False)
    assert "2 failed, 1 passed" in ended.output
    assert (
        ended.words == f"The checks of accessibility and HTML are left out; to run them: {FETCH}\n"
    )


def test_where_every_test_must_run_missing_checkers_are_a_fault(checkout: Path) -> None:
    ended = outcome(checkout, fetched=False, CI="true")
    assert (ended.code, ended.output) == (6, "")
    assert ended.words == (
        "axe-core@1.2.3 and vnu-jar@4.5 cannot be found, and CI is to run every test\n"
        "  expected: Java and the packages of tests/browser/npm.txt\n"
        f"  fix: {FETCH}\n"
    )


def test_a_folder_without_tests(tmp_path: Path) -> None:
    ended = certfolio(tmp_path, "test")
    assert ended.code == 2
    assert ended.words.startswith("there is no folder tests here\n")
