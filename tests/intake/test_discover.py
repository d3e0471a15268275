"""Which files are records, and what is told about everything else in the folder."""

import os
import socket
from pathlib import Path

import pytest
from told import told

from certfolio.intake.discover import SourceFile, discover, read_bytes
from certfolio.model.problem import Code, Problem, exit_code

FOLDERS = {"risks": "risk", "people": "person"}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


def write(file: Path, data: bytes = b"id: R-1\n") -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def found(content: Path) -> list[str]:
    return [source.path for source in discover(content, FOLDERS)[0]]


def first_lines(content: Path) -> list[str]:
    problems = discover(content, FOLDERS)[1]
    return [told([problem]).partition("\n")[0] for problem in problems]


def test_records_are_found_in_the_order_of_their_paths(content: Path) -> None:
    for name in ("risks/R-2.md", "risks/R-10.yaml", "risks/2025/old.yml", "people/all.json"):
        write(content / name)
    sources, problems = discover(content, FOLDERS)
    assert problems == []
    assert [(source.path, source.kind) for source in sources] == [
        ("content/people/all.json", "person"),
        ("content/risks/2025/old.yml", "risk"),
        ("content/risks/R-10.yaml", "risk"),
        ("content/risks/R-2.md", "risk"),
    ]
    assert sources[3].file.read_bytes() == b"id: R-1\n"


def test_what_else_belongs_into_content(content: Path) -> None:
    for name in ("README.md", "portal.yaml", "files/a.exe", "standards/x.txt", "risks/README.md"):
        write(content / name)
    assert discover(content, FOLDERS) == ([], [])


def test_unknown_folders_and_files(content: Path) -> None:
    write(content / "risk" / "R-1.yaml")
    write(content / "R-1.yaml")
    write(content / "risks" / "R-1.yaml.txt")
    assert told(discover(content, FOLDERS)[1]) == (
        'content/R-1.yaml:1:1: the file "R-1.yaml" does not belong here [folder]\n'
        "  expected: portal.yaml and README.md; records lie in the folders of their type\n"
        "  fix: move the file into the folder of its record type\n"
        'content/risk:1:1: the folder "risk" is not known [folder]\n'
        "  expected: one of the folders files, people, risks, standards\n"
        "  fix: did you mean risks?\n"
        'content/risks/R-1.yaml.txt:1:1: the file "R-1.yaml.txt" is of a kind that holds '
        "no records [folder]\n"
        "  expected: a record in a file ending in .yaml, .yml, .json or .md\n"
        "  fix: did you mean R-1.yaml?"
    )


def test_links_are_never_followed(content: Path, tmp_path: Path) -> None:
    outside = write(tmp_path / "outside" / "R-9.yaml")
    (content / "risks").mkdir()
    (content / "risks" / "file.yaml").symlink_to(outside)
    (content / "risks" / "folder").symlink_to(outside.parent)
    (content / "risks" / "nowhere.yaml").symlink_to(tmp_path / "nothing")
    (content / "people").symlink_to(outside.parent)
    assert found(content) == []
    problems = discover(content, FOLDERS)[1]
    assert [problem.location.path for problem in problems] == [
        "content/people",
        "content/risks/file.yaml",
        "content/risks/folder",
        "content/risks/nowhere.yaml",
    ]
    assert told(problems[:1]) == (
        "content/people:1:1: this is a link [file-link]\n"
        "  expected: the file or folder itself; links are never followed\n"
        "  fix: put a copy of the file in place of the link"
    )
    assert exit_code(problems) == 4


def test_a_loop_of_links_ends(content: Path) -> None:
    (content / "risks").mkdir()
    (content / "risks" / "again").symlink_to(content / "risks")
    assert first_lines(content) == ["content/risks/again:1:1: this is a link [file-link]"]


def test_content_that_is_a_link_or_missing(tmp_path: Path, content: Path) -> None:
    link = tmp_path / "other"
    link.symlink_to(content)
    assert first_lines(link) == ["other:1:1: no folder with records is here [folder]"]
    assert first_lines(tmp_path / "gone") == ["gone:1:1: no folder with records is here [folder]"]


def test_pipes_and_sockets_are_told_and_never_opened(content: Path) -> None:
    (content / "risks").mkdir()
    os.mkfifo(content / "risks" / "R-1.yaml")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.path.relpath(content / "risks" / "R-2.yaml"))
        assert first_lines(content) == [
            f"content/risks/R-{number}.yaml:1:1: this is neither a file nor a folder "
            "(a pipe, a socket or a device) [file-kind]"
            for number in (1, 2)
        ]


@pytest.mark.parametrize(
    "name", [".git", ".DS_Store", "Thumbs.db", "desktop.ini", "~$R-1.yaml", "a.swp", "a.yaml~"]
)
def test_what_programs_leave_behind_is_ignored_with_a_notice(content: Path, name: str) -> None:
    write(content / "risks" / name)
    write(content / name)
    sources, problems = discover(content, FOLDERS)
    assert sources == []
    assert [problem.code for problem in problems] == [Code.IGNORED, Code.IGNORED]
    assert exit_code(problems) == 0


def test_names_that_cannot_be_shown(content: Path) -> None:
    (content / "risks").mkdir()
    (content / "risks" / "a\nb.yaml").write_bytes(b"")
    Path(os.fsdecode(os.fsencode(content) + b"/risks/c\xff.yaml")).write_bytes(b"")
    assert first_lines(content) == [
        "content/risks/a\\nb.yaml:1:1: the name of the file holds a character that cannot be "
        "shown [file-name]",
        "content/risks/c\\udcff.yaml:1:1: the name of the file holds a character that cannot be "
        "shown [file-name]",
    ]


def test_a_file_that_cannot_be_read(content: Path) -> None:
    gone = SourceFile("content/risks/R-1.yaml", content / "risks" / "R-1.yaml", "risk")
    assert told([read_bytes(gone)]) == (
        "content/risks/R-1.yaml:1:1: this cannot be read: No such file or directory "
        "[file-unreadable]\n"
        "  expected: a file that can be read\n"
        "  fix: give the account that builds the portal the right to read it"
    )


def test_a_link_that_took_the_place_of_a_file_is_not_followed(content: Path) -> None:
    target = write(content / "risks" / "R-1.yaml")
    link = content / "risks" / "R-2.yaml"
    link.symlink_to(target)
    assert isinstance(read_bytes(SourceFile("content/risks/R-2.yaml", link, "risk")), Problem)


def test_a_file_that_is_far_too_large_is_not_read_to_its_end(content: Path) -> None:
    file = content / "risks" / "R-1.yaml"
    file.parent.mkdir()
    with file.open("wb") as stream:
        stream.truncate(1 << 40)
    problem = read_bytes(SourceFile("content/risks/R-1.yaml", file, "risk"))
    assert "the file has 1,099,511,627,776 bytes [size]" in told([problem])
