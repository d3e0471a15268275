"""A map of controls and documents is read as spreadsheets write it, and followed to the letter."""

import pytest

from certfolio.adoption.control_map import MapRow, read_map
from certfolio.adoption.placing import Placed, place
from certfolio.model.stop import Stop
from made import known_standards

_PATHS = ["forms/a.docx", "forms/b.docx", "policies/quality.md"]


@pytest.mark.parametrize(
    "text",
    [
        "control,documents\nA.5.1,a.md; b.md\n4.1,\n",
        "\ufeffControl ; Documents\r\nA.5.1;a.md;b.md\r\n4.1;\r\n",
        "documents,control\n a.md;b.md ,A.5.1\n,4.1\n",
        'control;documents\nA.5.1;"a.md; b.md;"\n4.1\n\n',
        "control,note,documents\nA.5.1,,a.md,b.md\n4.1,,\n",
    ],
)
def test_dialects_of_spreadsheets(text: str) -> None:
    rows = read_map("map.csv", text.encode())

    assert [(row.control, row.documents) for row in rows] == [
        ("A.5.1", ("a.md", "b.md")),
        ("4.1", ()),
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "map.csv is empty\n"),
        (
            b"controls,documents\n",
            'map.csv:1: no column is called control; there are "controls", "documents"\n'
            "  expected: a CSV file in UTF-8 whose first line is control,documents\n"
            "  fix: rename controls to control",
        ),
        (b"x,y\n", "fix: call the column control"),
        (b'control,documents\n4.1,"a.md\n', "map.csv:2: the line cannot be read: "),
        ("control,documents\n4.1,Prüfung.md\n".encode("latin-1"), "0xFC at byte offset 24"),
        ("control,documents\n".encode("utf-16"), "the file is UTF-16"),
    ],
)
def test_what_is_no_map_is_told(data: bytes, words: str) -> None:
    with pytest.raises(Stop) as stopped:
        read_map("map.csv", data)

    assert words in str(stopped.value)
    assert stopped.value.exit_code == 2


def _placed(*rows: tuple[str, str]) -> Placed:
    catalogue = known_standards().catalogues["iso-27001-2022"]
    listed = [
        MapRow(line, control, tuple(name for name in names.split(";") if name))
        for line, (control, names) in enumerate(rows, start=2)
    ]
    return place(listed, catalogue, _PATHS, "map.csv")


def test_documents_get_their_clauses_in_the_order_of_the_standard() -> None:
    placed = _placed(
        ("A.5.10", "policies/quality.md"),
        ("iso-27001-2022:A.5.9", "./policies/quality.md;forms/a.docx"),
        ("4.1", "policies/quality.md"),
    )

    assert {path: [ref.number for ref in refs] for path, refs in placed.clauses.items()} == {
        "policies/quality.md": ["4.1", "A.5.9", "A.5.10"],
        "forms/a.docx": ["A.5.9"],
    }
    assert (placed.rows, placed.linked_rows, placed.links) == (3, 3, 4)


def test_rows_that_come_to_nothing_are_told() -> None:
    placed = _placed(
        ("4.2", ""),
        ("A.5.99", "forms/a.docx"),
        ("9.9", ""),
        ("A.5.1", "policies/qualty.md"),
        ("A.5.2", "elsewhere/thing.pdf"),
    )

    assert [str(ref) for ref in placed.empty] == ["iso-27001-2022:4.2"]
    assert placed.unknown == (
        'line 3: ISO 27001:2022 has no clause "A.5.99", named for forms/a.docx;'
        " did you mean A.5.9?",
        'line 4: ISO 27001:2022 has no clause "9.9", and the row names no document; remove the row',
    )
    assert placed.absent == (
        'line 5: A.5.1 names "policies/qualty.md"; did you mean policies/quality.md?',
        'line 6: A.5.2 names "elsewhere/thing.pdf"; add it to the folder, or correct the map',
    )
    assert placed.clauses == {}


def test_a_name_stored_with_separate_accents_is_found_and_a_refused_file_is_called_so() -> None:
    catalogue = known_standards().catalogues["iso-27001-2022"]
    rows = [MapRow(2, "A.5.1", ("Prüfung.md", "fake.pdf"))]

    placed = place(rows, catalogue, ["Pru\u0308fung.md"], "map.csv", ["fake.pdf"])

    assert list(placed.clauses) == ["Pru\u0308fung.md"]
    assert placed.absent == ('line 2: A.5.1 names "fake.pdf"; it was refused',)


def test_folders_headings_and_repeated_rows_are_followed_with_a_remark() -> None:
    placed = _placed(("A.5.1", "forms/"), ("7.5", "policies/quality.md"), ("A.5.1", "forms/a.docx"))

    assert placed.remarks == (
        "line 2: A.5.1 names the folder forms/; each of its 2 documents is linked",
        "line 3: 7.5 is a heading that asks for nothing itself; the matrix has no row for it",
        "line 4 names A.5.1 again, after line 2; the documents of both count",
    )
    assert set(placed.clauses) == {"forms/a.docx", "forms/b.docx", "policies/quality.md"}


@pytest.mark.parametrize(
    "name", ["../secret.md", "forms/../../x.md", "/etc/passwd", "~/x.md", "..\\x.md", ".."]
)
def test_a_way_out_of_the_folder_stops_everything(name: str) -> None:
    with pytest.raises(Stop) as stopped:
        _placed(("A.5.1", name))

    assert stopped.value.exit_code == 4
    assert "leads out of the folder of documents" in str(stopped.value)
