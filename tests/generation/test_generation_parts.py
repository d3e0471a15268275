"""The parts of generated organizations: YAML, evidence files, the folder they are written to."""

import zlib
from pathlib import Path
from random import Random

import pytest
import yaml

from certfolio.generation.evidence_file import MAKERS, page, picture
from certfolio.generation.write import expect_empty, write
from certfolio.generation.yaml_text import yaml_text
from certfolio.intake.attachment_type import FileType, judge
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop


def test_yaml_says_what_was_given() -> None:
    value = {
        "text": 'a "word": # and\nmore é',
        "number": 3,
        "is_so": True,
        "list": ["a", "b"],
        "empty": [],
        "rows": [{"to": "A-1", "inner": {"deep": 1}}, {"rows": [{"a": "b"}], "c": "d"}],
        "mapping": {"begins": "2026-01-01"},
    }
    assert yaml.safe_load(yaml_text(value)) == value


@pytest.mark.parametrize("suffix", MAKERS)
def test_files_are_what_their_suffix_says(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"proof.{suffix}"
    file.write_bytes(MAKERS[suffix](Random(1), "Release of castings (line 3)"))
    with file.open("rb") as handle:
        assert isinstance(judge(file.name, handle), FileType)


def test_the_table_of_a_pdf_leads_to_its_objects() -> None:
    data = page(Random(1), "A title with (brackets)")
    start = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    table = data[start:].split(b"\n")
    assert table[0] == b"xref"
    for number in range(1, 6):
        place = int(table[2 + number].split()[0])
        assert data[place:].startswith(b"%d 0 obj" % number)


def test_a_picture_has_the_pixels_it_promises() -> None:
    data = picture(Random(1), "")
    begin = data.index(b"IDAT")
    size = int.from_bytes(data[begin - 4 : begin], "big")
    assert len(zlib.decompress(data[begin + 4 : begin + 4 + size])) == 24 * 49


def test_a_folder_that_holds_something_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("kept", encoding="utf-8")
    with pytest.raises(Stop) as told:
        expect_empty(tmp_path)
    assert str(told.value).splitlines() == [
        f"{shown(str(tmp_path))} is not empty",
        "  expected: a folder that is new or empty",
        "  fix: name another folder",
    ]


def test_nothing_is_ever_replaced(tmp_path: Path) -> None:
    write({"a/b.txt": b"first"}, tmp_path)
    with pytest.raises(FileExistsError):
        write({"a/b.txt": b"second"}, tmp_path)
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"first"
