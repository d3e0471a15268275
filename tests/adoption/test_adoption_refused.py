"""What cannot be adopted is told with what to do, and the content stays as it was."""

from pathlib import Path

import pytest

from adoption.new_organization import office_file, run, tree, workspace_in, write

_GIVEN = ("--standard", "iso-27001-2022", "--classification", "internal")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    workspace_in(tmp_path)
    write(tmp_path / "papers" / "a.md", "# A procedure\n")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ("nowhere", *_GIVEN),
            "there is no folder nowhere\n  expected: a folder with documents\n"
            "  fix: correct the path of the folder\n",
        ),
        (
            ("empty", *_GIVEN),
            "empty holds no document\n"
            "  expected: Markdown, PDF, Word, Excel, text or HTML files\n"
            "  fix: name the folder that holds the documents\n",
        ),
        (
            ("papers", "--standard", "iso-27001", "--classification", "internal"),
            'the standard "iso-27001" is not among those of the portal\n'
            "  expected: iso-27001-2022\n  fix: did you mean iso-27001-2022?\n",
        ),
        (
            ("papers", "--standard", "iso-9001-2015", "--classification", "internal"),
            "  fix: add - standard: iso-9001-2015 below standards: in content/portal.yaml\n",
        ),
        (
            ("papers", "--standard", "iso-27001-2022"),
            "no classification is said\n  expected: one of public, internal, confidential,"
            " restricted: who may see the documents; there is no default\n"
            "  fix: write --classification internal, or a higher level\n",
        ),
        (
            ("papers", "--standard", "iso-27001-2022", "--classification", "intern"),
            '--classification "intern" is no level\n',
        ),
        (("papers",), "no standard is named\n"),
        (
            ("--help",),
            '"--help" stands where the folder belongs\n'
            "  expected: adopt FOLDER --standard ID --classification LEVEL\n"
            "  fix: write the folder first; --help adopt lists the options\n",
        ),
        (
            ("papers", *_GIVEN, "--owner", "P-009"),
            'no person has the id "P-009"\n'
            "  expected: the id of a record in content/people, who answers for the documents\n",
        ),
        (
            ("papers", *_GIVEN, "--map", "gone.csv"),
            "the map gone.csv cannot be read: No such file or directory\n"
            "  expected: a CSV file with the columns control and documents\n"
            "  fix: correct the path behind --map\n",
        ),
        (
            (".", *_GIVEN),
            ". holds the records, or lies among them\n",
        ),
        (("content/people", *_GIVEN), "content/people holds the records, or lies among them\n"),
    ],
)
def test_a_wrong_call_is_told_and_writes_nothing(
    place: Path, arguments: tuple[str, ...], words: str
) -> None:
    (place / "empty").mkdir()
    before = tree(place)

    said = run(place, "adopt", *arguments)

    assert words in said.stderr
    assert said.stderr.endswith("Nothing was written.\n")
    assert said.stdout == ""
    assert said.returncode == 2
    assert tree(place) == before


def test_content_with_problems_is_to_be_repaired_first(place: Path) -> None:
    write(place / "content" / "people" / "P-003.yaml", "id: P-003\n")

    said = run(place, "adopt", "papers", *_GIVEN)

    assert said.returncode == 3
    assert "content/people/P-003.yaml" in said.stderr
    assert not (place / "content" / "files").exists()


def test_a_map_that_leads_out_of_the_folder_stops_everything(place: Path) -> None:
    write(place / "map.csv", "control,documents\nA.5.1,../content/portal.yaml\n")

    said = run(place, "adopt", "papers", *_GIVEN, "--map", "map.csv")

    assert said.returncode == 4
    assert said.stderr == (
        'map.csv:2: "../content/portal.yaml" leads out of the folder of documents\n'
        "  expected: paths from the folder downwards, such as policies/quality.md\n"
        "  fix: correct the path in the map\n"
        "Nothing was written.\n"
    )
    assert not (place / "content" / "files").exists()


def test_unsafe_files_stay_outside_and_the_others_are_adopted(place: Path) -> None:
    papers = place / "papers"
    write(place / "secret.md", "# Secret\n")
    (papers / "link.md").symlink_to(place / "secret.md")
    (papers / "linked").symlink_to(place / "content")
    write(papers / "fake.pdf", "<html><script>x</script>")
    write(papers / "macros.docm", b"PK\x03\x04")
    office_file(papers / "hidden.docx", "word", "x", None, "word/vbaProject.bin")
    write(papers / "empty.md", b"")
    write(papers / "Twin.md", "# One\n")
    write(papers / "twin.md", "# Two\n")
    write(papers / "deep.html", b"<div>" * 50_000)

    said = run(place, "adopt", "papers", *_GIVEN)

    assert said.returncode == 4
    assert "Refused (9)\n" in said.stdout
    for line in (
        'link.md: "link.md" is a link or lies behind one;',
        'linked: "linked" is a link or lies behind one;',
        'fake.pdf: "fake.pdf" is a web page or other markup;',
        'macros.docm: "macros.docm" is a kind of file that can hold macros;',
        'hidden.docx: "hidden.docx" holds macros;',
        'empty.md: "empty.md" is empty;',
        'Twin.md: "Twin.md" and "twin.md" differ only by upper and lower case',
        'deep.html: "deep.html" nests its tags too deeply; print it to a PDF,',
    ):
        assert f"  {line}" in said.stdout
    assert said.stdout.endswith(
        "1 record written, pointing at 1 file in content/files/adopted/papers."
        " 9 files refused, see above.\n"
    )
    assert list(tree(place / "content" / "files")) == ["adopted/papers/a.md"]


def test_a_file_that_is_there_already_is_never_overwritten(place: Path) -> None:
    target = place / "content" / "files" / "adopted" / "papers" / "a.md"
    write(target, "# Another text\n")
    write(place / "papers" / "b.md", "# B procedure\n")

    said = run(place, "adopt", "papers", *_GIVEN)

    assert said.returncode == 4
    assert target.read_text("utf-8") == "# Another text\n"
    assert (
        '  a.md: "content/files/adopted/papers/a.md" is there already and is another file;'
        " give the new version another name, or replace the file and its sha256: by hand\n"
    ) in said.stdout
    assert said.stdout.endswith("papers. 1 file refused, see above.\n")


def test_nothing_is_written_over_a_link(place: Path) -> None:
    (place / "content" / "files").mkdir()
    (place / "elsewhere").mkdir()
    (place / "content" / "files" / "adopted").symlink_to(place / "elsewhere")

    said = run(place, "adopt", "papers", *_GIVEN)

    assert said.returncode == 4
    assert said.stderr == (
        "content/files/adopted is a link\n  expected: plain folders below content\n"
        "  fix: put a folder in place of the link\nNothing was written.\n"
    )
    assert list((place / "elsewhere").iterdir()) == []


def test_a_failure_half_way_leaves_nothing_behind(place: Path) -> None:
    write(place / "content" / "files" / "adopted", "a file where a folder is wanted\n")
    before = tree(place)

    said = run(place, "adopt", "papers", *_GIVEN)

    assert said.returncode == 6
    assert said.stderr.endswith("Nothing was written.\n")
    assert "Traceback" not in said.stderr
    assert tree(place) == before
