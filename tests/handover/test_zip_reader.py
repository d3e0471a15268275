"""Z01 to Z07: whatever is changed in a package, the reader says so and writes nothing."""

import io
import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certfolio.handover import zip_reader
from certfolio.handover.manifest import NAME
from certfolio.handover.verify import verify_folder, verify_zip
from certfolio.handover.zip_layout import ZipFault
from certfolio.handover.zip_reader import read_entries
from handover.made_package import PAGES, end_record, package, renamed, rewritten, with_entry


@pytest.fixture
def made(tmp_path: Path) -> Path:
    return package(tmp_path)


def test_a_package_as_made_is_intact(made: Path) -> None:
    found = verify_zip(made)
    assert found.faults == ()
    assert (found.files, found.octets) == (3, sum(map(len, PAGES.values())))


def test_z01_every_single_bit_that_flips_is_noticed(made: Path) -> None:
    """In the data, the headers, the directory, the manifest and the end record alike."""
    data = made.read_bytes()
    unnoticed = []
    for place in range(len(data)):
        flipped = bytearray(data)
        flipped[place] ^= 1 << (place % 8)
        made.write_bytes(flipped)
        if verify_zip(made).is_intact:
            unnoticed.append(place)
    assert unnoticed == []


def test_z01_the_damaged_file_is_named(made: Path) -> None:
    data = bytearray(made.read_bytes())
    data[data.index(b"%PDF") + 20] ^= 1
    made.write_bytes(data)
    assert verify_zip(made).faults == (
        "portal/files/e-001-1-certificate.pdf is damaged: its contents are not what its header"
        " says",
    )


@pytest.mark.parametrize(
    ("pages", "fault"),
    [
        (
            {**PAGES, "portal/added.html": b"x"},
            '"portal/added.html" is not in the manifest: it was added',
        ),
        (
            {path: data for path, data in PAGES.items() if path != "START-HERE.html"},
            "START-HERE.html is missing",
        ),
        ({**PAGES, "START-HERE.html": b""}, "START-HERE.html was changed"),
        ({**PAGES, "START-HERE.html": b"<!doctype html>"}, "START-HERE.html was changed"),
    ],
)
def test_z02_what_was_added_removed_emptied_or_changed_is_named(
    pages: dict[str, bytes], fault: str, made: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(made) as archive:
        manifest = archive.read(NAME)
    assert verify_zip(package(tmp_path, pages, manifest)).faults == (fault,)


def test_z02_a_renamed_file_is_missing_and_added(made: Path) -> None:
    changed = renamed(made, b"portal/index.html", b"portal/indes.html")
    assert verify_zip(changed).faults == (
        "portal/index.html is missing",
        '"portal/indes.html" is not in the manifest: it was added',
    )


def _twice(data: bytes) -> bytes:
    return data + data


def _second_end(data: bytes) -> bytes:
    return data + data[-22:]


def _longer_comment(data: bytes) -> bytes:
    return data[:-2] + struct.pack("<H", 4) + b"note"


def _gap(data: bytes) -> bytes:
    _number, _size, begins = end_record(data)
    moved = data[:begins] + b"\0" * 8 + data[begins:]
    return moved[:-6] + struct.pack("<L", begins + 8) + moved[-2:]


@pytest.mark.parametrize(
    "change",
    [
        lambda data: b"MZ" + data,
        lambda data: data + b"\0",
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: b"",
        _twice,
        _second_end,
        _longer_comment,
        _gap,
    ],
    ids=["prefix", "suffix", "cut", "half", "empty", "twice", "second-end", "comment", "gap"],
)
def test_z03_every_byte_belongs_to_exactly_one_thing(
    change: Callable[[bytes], bytes], made: Path
) -> None:
    assert not verify_zip(rewritten(made, change)).is_intact


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("START-HERE.html", '"START-HERE.html" is there twice'),
        ("start-here.HTML", '"START-HERE.html" and "start-here.HTML" differ only by case'),
        ("../evil.html", '"../evil.html" leads out of the package or has an empty step in it'),
        ("portal//x.html", '"portal//x.html" leads out of the package or has an empty step in it'),
        ("/etc/passwd", '"/etc/passwd" is an absolute path'),
        ("C:/x.html", '"C:/x.html" is an absolute path'),
        ("portal\\x.html", '"portal\\x.html" separates folders with backslashes'),
        ("portal/con.html", '"portal/con.html" is a name that not every system can hold'),
        ("portal/aux", '"portal/aux" is a name that not every system can hold'),
        ("portal/x.html.", '"portal/x.html." is a name that not every system can hold'),
        ("portal/.DS_Store", '"portal/.DS_Store" is a name that not every system can hold'),
        ("portal/ä.html", '"portal/ä.html" is a name that not every system can hold'),
        ("portal/" + "x" * 180, "is longer than 180 characters"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_z03_z04_names_that_mean_two_files_or_leave_the_folder_are_refused(
    name: str, fault: str, made: Path, tmp_path: Path
) -> None:
    spoiled = with_entry(made, name)
    before = sorted(tmp_path.rglob("*"))
    faults = verify_zip(spoiled).faults
    assert len(faults) == 1 and faults[0].endswith(fault)
    assert sorted(tmp_path.rglob("*")) == before


def test_z04_a_nul_in_a_name_is_refused(made: Path) -> None:
    assert not verify_zip(renamed(made, b"portal/index.html", b"portal/inde\0.html")).is_intact


@pytest.mark.parametrize("mode", [0o120777, 0o040755, 0o060644, 0o010644, 0o104755, 0o100755])
def test_z05_links_folders_devices_and_special_modes_are_refused(mode: int, made: Path) -> None:
    assert verify_zip(with_entry(made, "portal/link", mode=mode)).faults == (
        "portal/link is not a plain file",
    )


def test_z05_folder_entries_and_comments_are_refused(made: Path) -> None:
    assert not verify_zip(with_entry(made, "portal/", b"")).is_intact
    assert verify_zip(with_entry(made, "portal/note", comment=b"hidden")).faults == (
        "portal/note has a comment or marks of its own in the directory",
    )


def test_z06_a_bomb_is_refused_before_anything_is_unpacked(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        entry = zipfile.ZipInfo("portal/zeros.txt", (1980, 1, 1, 0, 0, 0))
        entry.create_system, entry.external_attr = 3, 0o100644 << 16
        entry.compress_type = zipfile.ZIP_DEFLATED
        with archive.open(entry, "w") as writing:
            for _ in range(101):
                writing.write(bytes(1_000_000))
    bomb = tmp_path / "bomb.zip"
    bomb.write_bytes(stream.getvalue())
    assert verify_zip(bomb).faults == (
        '"portal/zeros.txt" unpacks to more than 200 times its size',
    )


def test_z06_overlapping_entries_are_refused(made: Path) -> None:
    """The directory names the same bytes twice; a reader that trusts it unpacks them twice."""

    def overlapped(data: bytes) -> bytes:
        number, size, begins = end_record(data)
        directory = data[begins : begins + size]
        first = directory[: 46 + struct.unpack_from("<H", directory, 28)[0]]
        end = struct.pack(
            "<4s4H2LH", b"PK\5\6", 0, 0, number + 1, number + 1, size + len(first), begins, 0
        )
        return data[:begins] + first + directory + end

    assert not verify_zip(rewritten(made, overlapped)).is_intact


def test_z06_too_many_files_or_bytes_are_refused(made: Path, tmp_path: Path) -> None:
    with made.open("rb") as stream:
        entries = read_entries(stream)
    from dataclasses import replace

    large = replace(entries[0], size=zip_reader.MOST_BYTES + 1, packed=zip_reader.MOST_BYTES)
    assert list(zip_reader.faults_of([large])) == [
        "it would unpack to 20000000001 bytes; 20000000000 are allowed"
    ]
    many = [replace(entries[0], name=f"a{number}") for number in range(zip_reader.MOST_FILES + 1)]
    assert list(zip_reader.faults_of(many)) == ["it holds 200001 files; 200000 are allowed"]


_DIGEST = "0" * 64


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda text: text.replace("  portal/index", "  ../index"), "leads out of the package"),
        (lambda text: text + text.splitlines(keepends=True)[-1], "is named twice"),
        (lambda text: "".join(sorted(text.splitlines(keepends=True), reverse=True)), "not sorted"),
        (lambda text: "\ufeff" + text, "begins with a byte order mark"),
        (lambda text: text.replace("\n", "\r\n"), "carriage returns"),
        (lambda text: text.rstrip("\n"), "its last line is not whole"),
        (lambda text: text.replace(text[:64], text[:32]), "is no digest and path"),
        (lambda text: text.replace(text[:64], text[:64].upper()), "is no digest and path"),
        (lambda text: "MD5 (a) = 00\n" + text, "is no digest and path"),
        (lambda text: text.replace(text[:64], _DIGEST), "was changed"),
        (lambda text: f"{_DIGEST}  {NAME}\n" + text, "it lists itself"),
        (lambda text: "", "it is empty"),
    ],
    ids=[
        "outside",
        "twice",
        "unsorted",
        "bom",
        "crlf",
        "unfinished",
        "short",
        "capitals",
        "md5",
        "wrong",
        "itself",
        "empty",
    ],
)
def test_z07_a_manifest_that_is_not_as_we_write_it_is_refused(
    change: Callable[[str], str], fault: str, made: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(made) as archive:
        manifest = archive.read(NAME).decode()
    changed = package(tmp_path, PAGES, change(manifest).encode())
    assert any(fault in told for told in verify_zip(changed).faults)


def test_a_zip_without_a_manifest_is_no_package(tmp_path: Path) -> None:
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(other, "w") as archive:
        entry = zipfile.ZipInfo("a.txt", (1980, 1, 1, 0, 0, 0))
        entry.create_system, entry.external_attr = 3, 0o100644 << 16
        archive.writestr(entry, "x")
    assert verify_zip(other).faults == (
        "this zip has no manifest-sha256.txt at its top; it is no package of certfolio",
    )


def test_a_package_written_by_another_program_is_told_apart(made: Path) -> None:
    """Explorer and zip add time fields; the same contents in another wrapper are another file."""
    foreign = made.with_name("foreign.zip")
    with zipfile.ZipFile(made) as former, zipfile.ZipFile(foreign, "w") as archive:
        for name in former.namelist():
            with archive.open(zipfile.ZipInfo(name), "w") as writing:
                writing.write(former.read(name))
    with foreign.open("rb") as stream, pytest.raises(ZipFault):
        read_entries(stream)


@given(st.randoms(use_true_random=False), st.integers(1, 40))
def test_whatever_the_bytes_the_reader_ends_in_words(chance: random.Random, changes: int) -> None:
    """Several bytes overwritten, cut out or repeated: a verdict, never another exception."""
    data = bytearray(_package_bytes())
    for _ in range(changes):
        place = chance.randrange(len(data))
        data[place : place + chance.randrange(4)] = chance.randbytes(chance.randrange(4))
    with io.BytesIO(bytes(data)) as stream:
        try:
            for entry in read_entries(stream):
                zip_reader.entry_digest(stream, entry)
        except ZipFault as fault:
            assert str(fault)


_BYTES: list[bytes] = []


def _package_bytes() -> bytes:
    if not _BYTES:
        import tempfile

        with tempfile.TemporaryDirectory() as folder:
            _BYTES.append(package(Path(folder)).read_bytes())
    return _BYTES[0]


def test_an_unpacked_package_is_compared_in_the_same_way(made: Path, tmp_path: Path) -> None:
    unpacked = tmp_path / "unpacked"
    with zipfile.ZipFile(made) as archive:
        archive.extractall(unpacked)
    assert verify_folder(unpacked).is_intact
    (unpacked / "portal" / "index.html").write_text("changed")
    (unpacked / "portal" / "Thumbs.db").write_bytes(b"x")
    (unpacked / "START-HERE.html").unlink()
    (unpacked / "portal" / "link").symlink_to("/etc/passwd")
    assert verify_folder(unpacked).faults == (
        '"portal/link" is no plain file',
        "START-HERE.html is missing",
        '"portal/Thumbs.db" is no part of the package: this computer left it',
        "portal/index.html was changed",
    )
