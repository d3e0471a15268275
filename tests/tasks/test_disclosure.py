"""What would disclose something above its audience is not published and not sealed: exit code 5."""

import re
from pathlib import Path

import pytest
from command import certfolio, files

from workspaces import write_record


@pytest.fixture
def leaking(workspace: Path, project: Path) -> Path:
    """Return a workspace with a portal, and a template of its own that now names hidden R-002."""
    assert certfolio(workspace, "build").code == 0
    shipped = (project / "theme" / "templates" / "about.html").read_text("utf-8")
    own = workspace / "theme" / "templates" / "about.html"
    own.parent.mkdir(parents=True)
    own.write_text(shipped.replace("<h1>", "<h1>&#82;-002 "), "utf-8")
    return workspace


@pytest.mark.parametrize(
    ("command", "last"),
    [
        ("build", "Nothing was published; output/internal is as it was."),
        ("package", "No package was made; what lies in output/packages is as it was."),
        ("preview", "Nothing was published."),
    ],
)
def test_a_leak_ends_it_and_everything_is_as_it_was(command: str, last: str, leaking: Path) -> None:
    before = files(leaking)
    ended = certfolio(leaking, command, "--audience", "internal")
    assert ended.code == 5
    assert re.fullmatch(
        "what was about to be handed over discloses what its audience does not see:"
        r" about\.html, line \d+: the id of a record of the type risk",
        ended.words.splitlines()[0],
    )
    assert ended.last_line == last
    assert "R-002" not in ended.words + ended.output
    assert files(leaking) == before


def test_whoever_may_see_it_is_not_stopped(leaking: Path) -> None:
    assert certfolio(leaking, "build", "--audience", "management").code == 0


def test_a_hidden_title_that_is_a_visible_one_with_its_day_stops_nothing(workspace: Path) -> None:
    """Pages cite a record by its title and day; minutes are often called by just that."""
    risk = {"status": "identified", "criteria": "DOC-001", "actions": ["ACT-001"]}
    title, day = "Fire in the pressing shop at night", "2026-03-02"
    write_record(workspace, "risk", "R-001", **risk, title=title, updated=day)
    hidden = {**risk, "classification": "restricted", "title": f"{title}, {day}"}
    write_record(workspace, "risk", "R-002", **hidden)
    ended = certfolio(workspace, "build", "--audience", "internal")
    assert ended.code == 0, ended.words
