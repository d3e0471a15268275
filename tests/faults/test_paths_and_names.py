"""P01 to P24: every path and name that could lead elsewhere, mean two things or fit nowhere.

The records of all cases lie in one workspace, one record a case, and are checked once.
"""

import os
import socket
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from certfolio.handover.package_name import path_fault
from certfolio.model.problem import ExitCode, Problem, exit_code
from certfolio.pipeline import FilesChanged, check
from certfolio.reporting.text import problem_text
from faults.mini import built, packaged, workspace_of, write_evidence, write_mini
from workspaces import write_record

TEXT = b"The restore test passed.\n"


def nothing(_path: Path) -> None:
    """Let the path lead to nothing."""


def plain(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(TEXT)


def link_out(path: Path) -> None:
    path.symlink_to("/etc/passwd")


def folder_link(path: Path) -> None:
    path.parent.symlink_to("/etc")


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def folder_loop(path: Path) -> None:
    top = path.parent.parent
    top.mkdir()
    path.parent.symlink_to(top)


def hard_link(path: Path) -> None:
    outside = path.parents[2] / "outside.txt"
    outside.write_bytes(TEXT)
    path.hardlink_to(outside)


def pipe(path: Path) -> None:
    os.mkfifo(path)


def socket_file(path: Path) -> None:
    former = Path.cwd()
    os.chdir(path.parent)  # the name of a socket is limited to 108 bytes
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(path.name)
    os.chdir(former)


def folder(path: Path) -> None:
    path.mkdir()


def in_case(name: str) -> Callable[[Path], None]:
    """Write another file beside, whose name differs by a trifle."""

    def write(path: Path) -> None:
        plain(path)
        plain(path.with_name(name))

    return write


@dataclass(frozen=True, slots=True)
class Case:
    """A path in a record, what lies there, and what its author is told; `code` is that of build."""

    id: str
    path: str
    lies: Callable[[Path], None]
    found: str
    code: int = 4
    beside: str | None = None


NFC = unicodedata.normalize("NFC", "Prüfung.txt")
NFD = unicodedata.normalize("NFD", "Prüfung.txt")
SHAPE = "is not a path below content/files: "
UNSEEN = "it holds a character that cannot be seen, U+"
DEVICE = "is the name of a device on Windows"
FORBIDDEN = 'holds one of the characters < > : " | ? *, which Windows refuses'
DROPPED = "starts or ends with a space, or ends with a dot, which Windows drops"
TWINS = "differ only by upper and lower case or by stored accents"

CASES = (
    Case("P01 parents", "../../etc/passwd", nothing, f'"../../etc/passwd" {SHAPE}it leads out'),
    Case("P01 inside", "a/../../b.txt", nothing, f'"a/../../b.txt" {SHAPE}it leads out'),
    Case("P02 absolute", "/etc/passwd", nothing, f"{SHAPE}it does not start at content/files"),
    Case("P02 drive", "C:\\x", nothing, f'"C:\\x" {SHAPE}it names a drive'),
    Case("P02 share", "\\\\host\\share", nothing, f"{SHAPE}it names another computer"),
    Case("P02 slashes", "//host/share", nothing, f"{SHAPE}it names another computer"),
    Case("P02 device path", "\\\\?\\C:\\x", nothing, f"{SHAPE}it names another computer"),
    Case("P02 home", "~root/x", nothing, f"{SHAPE}~ stands for somebody's own folder"),
    Case("P02 address", "file:///etc/passwd", nothing, f"{SHAPE}it is a web or file address"),
    Case("P03 link", "p03.txt", link_out, '"p03.txt" is a link or lies behind one'),
    Case("P04 folder", "p04/passwd", folder_link, '"p04/passwd" is a link or lies behind one'),
    Case("P05 loop", "p05.txt", loop, '"p05.txt" is a link or lies behind one'),
    Case("P05 cycle", "p05/again/a.txt", folder_loop, "is a link or lies behind one"),
    Case("P06 hard link", "p06.txt", hard_link, '"p06.txt" has a second name on this disk', 0),
    Case("P07 pipe", "p07.txt", pipe, '"p07.txt" is not a plain file'),
    Case("P07 socket", "p07-2.txt", socket_file, '"p07-2.txt" is not a plain file'),
    Case("P07 folder", "p07-3.txt", folder, '"p07-3.txt" is a folder'),
    Case("P08 newline", "a\nb.txt", plain, f'"a\\nb.txt" {SHAPE}{UNSEEN}000A'),
    Case("P08 tab", "a\tb.txt", plain, f"{SHAPE}{UNSEEN}0009"),
    Case("P08 escape", "a\x1b[31mb.txt", plain, f'"a\\u001b[31mb.txt" {SHAPE}{UNSEEN}001B'),
    Case("P10 order", "a\u202efdp.txt", plain, f'"a\\u202efdp.txt" {SHAPE}{UNSEEN}202E'),
    Case("P10 zero width", "a\u200bb.txt", plain, f"{SHAPE}{UNSEEN}200B"),
    Case("P10 isolate", "a\u2066b.txt", plain, f"{SHAPE}{UNSEEN}2066"),
    Case("P11 emoji", "🙂.txt", plain, "", 0),
    Case("P11 CJK", "校正証明書.txt", plain, "", 0),
    Case("P11 marks", "e\u0323\u0301.txt", plain, "", 0),
    Case("P13 twins", f"p13/{NFC}", in_case(NFD), TWINS, beside=f"p13/{NFD}"),
    Case("P14 twins", "p14/Report.txt", in_case("report.TXT"), TWINS, beside="p14/report.TXT"),
    *(
        Case(f"P15 {name}", name, plain, f'"{name}" {DEVICE}')
        for name in ("CON.txt", "aux", "COM1", "COM¹.log", "CONIN$", "lpt9.tar.gz")
    ),
    *(Case(f"P16 {name!r}", name, plain, DROPPED) for name in ("a.txt.", "b.txt ", "c./d.txt")),
    *(Case(f"P16 {name!r}", name, plain, FORBIDDEN) for name in ('a"b.txt', "a|b.txt", "a.txt:b")),
    *(Case(f"P16 {name!r}", name, plain, FORBIDDEN) for name in ("<a>.txt", "a*.txt", "a?.txt")),
    Case("P17 deep", "/".join(["folder" * 5] * 6) + "/a.txt", plain, "", 0),
    Case("P18 long", "x" * 252 + ".txt", nothing, "has a name longer than 255 bytes"),
    Case("P18 long in bytes", "ü" * 126 + ".txt", nothing, "has a name longer than 255 bytes"),
    *(
        Case(f"P19 {name}", name, plain, "", 0)
        for name in ("a#b&c%20.txt", "a%2e%2e.txt", "-rf.txt", "it's 'so'.txt", "a+b=c;d.txt")
    ),
    Case("P23 junk", "~$doc.docx", plain, "~ stands for somebody's own folder"),
    Case("P23 system", "Thumbs.db", plain, "is a file that a system or editor leaves behind"),
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the records of all cases, and what lies at their paths."""
    project = write_mini(tmp_path_factory.mktemp("paths") / "work")
    files = project / "content" / "files"
    for number, case in enumerate(CASES):
        case.lies(files / case.path)
        paths = [case.path, *([case.beside] if case.beside else [])]
        write_evidence(project, *paths, id=f"E-{100 + number}")
    return project


@pytest.fixture(scope="module")
def problems(project: Path) -> tuple[Problem, ...]:
    return check(workspace_of(project), 1).problems


@pytest.mark.parametrize(
    ("number", "case"), list(enumerate(CASES)), ids=[case.id for case in CASES]
)
def test_a_path_is_taken_or_its_author_is_told(
    number: int, case: Case, problems: tuple[Problem, ...]
) -> None:
    record = f"content/evidence/E-{100 + number}.json"
    told = [problem for problem in problems if problem.location.path == record]
    assert exit_code(told).value == case.code, told
    if case.found:
        assert any(case.found in problem.found for problem in told), told
    else:
        assert told == []
    assert len(told) == (2 if case.beside else 1 if case.found else 0), told
    # nothing that can steer a terminal, and nothing beyond one line
    assert all(problem_text(problem).splitlines()[0].isprintable() for problem in told)


def test_p04_p05_a_build_of_them_ends_and_discloses_nothing(project: Path) -> None:
    """Nothing of what the links lead to is read, whatever a record says."""
    checked = check(workspace_of(project), 1, has_digests=False)
    assert checked.graph is None
    assert exit_code(checked.problems) is ExitCode.EVIDENCE
    assert "root:" not in "".join(problem_text(problem) for problem in checked.problems)


def test_p09_a_nul_in_a_path_is_no_text(mini: Path) -> None:
    record = mini / "content" / "evidence" / "E-001.json"
    record.write_text(record.read_text().replace("proof.txt", "proof\\u0000.txt"))
    checked = check(workspace_of(mini), 1)
    assert exit_code(checked.problems) is ExitCode.RECORDS
    (problem,) = (problem for problem in checked.problems if not problem.is_notice)
    assert problem.found == "the text holds a NUL character, U+0000"


def test_p12_p24_names_that_are_no_text_and_files_that_nobody_names_stay_outside(
    mini: Path,
) -> None:
    files = mini / "content" / "files"
    plain(files / "unused.txt")
    plain(files / "Pr\udcfcfung.txt")
    plain(files / "a\x1b[31mb.txt")
    checked = check(workspace_of(mini), 1)
    told = [problem_text(problem).splitlines()[0] for problem in checked.problems]
    assert told == [
        'content/files/Pr\\udcfcfung.txt:1:1: notice: "Pr\\udcfcfung.txt" is named by no record'
        " and will not be in the portal [orphan]",
        'content/files/a\\u001b[31mb.txt:1:1: notice: "a\\u001b[31mb.txt" is named by no record'
        " and will not be in the portal [orphan]",
        'content/files/unused.txt:1:1: notice: "unused.txt" is named by no record'
        " and will not be in the portal [orphan]",
    ]
    built(mini, mini / "output" / "internal", say=lambda _stage: None)
    shipped = list((mini / "output" / "internal" / "files").iterdir())
    assert [path.name for path in shipped] == ["e-001-1-proof.txt"]


def test_p11_p17_p19_unusual_names_lead_to_the_very_file_and_fit_everywhere(mini: Path) -> None:
    """The names of the portal are our own: plain, short, and the same on every computer."""
    taken = [case for case in CASES if case.code == 0 and case.lies is plain]
    for number, case in enumerate(taken):
        path = mini / "content" / "files" / case.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"This is {case.id}.\n", encoding="utf-8")
        write_evidence(mini, case.path, id=f"E-{100 + number}")
    portal = mini / "output" / "internal"
    built(mini, portal, say=lambda _stage: None)
    for number, case in enumerate(taken):
        page = BeautifulSoup((portal / f"e-{100 + number}.html").read_text("utf-8"), "html.parser")
        links = {str(link["href"]) for link in page.find_all("a", href=True)}
        (link,) = (link for link in links if link.startswith("files/"))
        assert (portal / unquote(link)).read_text("utf-8") == f"This is {case.id}.\n"
    shipped = [path.relative_to(portal).as_posix() for path in portal.rglob("*") if path.is_file()]
    assert [
        f for path in shipped if path != ".certfolio" and (f := path_fault(f"portal/{path}"))
    ] == []


BAD_IDS = {
    "P20 parents": "../x",
    "P20 folder": "a/b-1",
    "P20 line end": "X-1\n",
    "P20 page": "index",
    "P20 device": "con",
    "P20 device with number": "com1",
    "P20 digits": "R-٠٠١",
    "P20 long": "X-1" + "x" * 10_000,
}


@pytest.mark.parametrize("id", list(BAD_IDS.values()), ids=list(BAD_IDS))
def test_an_id_that_is_no_file_name_is_refused(mini: Path, id: str) -> None:
    record = write_record(mini, "role", "ROLE-001")
    record.write_text(record.read_text().replace('"ROLE-001"', repr(id).replace("'", '"')))
    checked = check(workspace_of(mini), 1)
    assert exit_code(checked.problems) is ExitCode.RECORDS
    assert any("is not an id" in problem.found for problem in checked.problems)


@pytest.mark.parametrize(
    ("first", "second"),
    [("ROLE-001", "Role-001"), ("ROLE-0.1", "ROLE-0-1")],
    ids=["P21 case", "P21 dot and hyphen"],
)
def test_ids_that_are_one_file_name_are_both_named(mini: Path, first: str, second: str) -> None:
    write_record(mini, "role", first)
    write_record(mini, "role", second)
    checked = check(workspace_of(mini), 1)
    assert exit_code(checked.problems) is ExitCode.RECORDS
    (problem,) = (problem for problem in checked.problems if not problem.is_notice)
    assert first in problem.found + problem.location.path
    assert second in problem.found + problem.location.path


@pytest.mark.parametrize("id", ["Matrix-Mini-1", "clause-mini-1-1", "print-mini-1"])
def test_p22_an_id_that_is_the_name_of_another_page_is_refused(mini: Path, id: str) -> None:
    write_record(mini, "role", id)
    for action in (built, packaged):
        with pytest.raises(FilesChanged) as refused:
            action(mini, mini / "output" / "internal", say=lambda _stage: None)
        (problem,) = refused.value.problems
        assert exit_code([problem]) is ExitCode.RECORDS
        assert problem.location.path == f"content/roles/{id}.json"
        assert problem.found == (
            f'a record with the id "{id}" would be the page {id.lower()}.html,'
            " which is there for something else"
        )
    assert list((mini / "output").iterdir()) == [] or not list(
        (mini / "output" / "internal").iterdir()
    )


@pytest.mark.parametrize(
    "name", [".git/config", ".DS_Store", "Thumbs.db", "~$doc.docx", "a.txt.swp"]
)
def test_p23_what_systems_and_editors_leave_behind_never_ships(mini: Path, name: str) -> None:
    plain(mini / "content" / "files" / name)
    checked = check(workspace_of(mini), 1)
    (notice,) = checked.problems
    assert notice.is_notice
    assert notice.found.endswith("is left behind by a program")
