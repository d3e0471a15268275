"""Files below content/files: what is refused, and that a copy is exactly what was hashed."""

import hashlib
import os
import socket
from io import BytesIO
from pathlib import Path

import pytest

from certfolio.intake.attachment import (
    Attachment,
    Fingerprint,
    fingerprint,
    inspect,
    read_steadily,
    total_fault,
)
from certfolio.intake.attachment_fault import FileFault
from certfolio.intake.attachment_handle import Unopened, opened
from certfolio.model.problem import Code, ExitCode

PDF = b"%PDF-1.7\n" + b"x" * 3_000_000


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "files"
    (folder / "calibration").mkdir(parents=True)
    (folder / "calibration" / "caliper.pdf").write_bytes(PDF)
    (tmp_path / "secret.pdf").write_bytes(PDF)
    return folder


def faults(root: Path, relative: str) -> list[FileFault]:
    result = inspect(root, relative)
    assert isinstance(result, list), result
    return result


def only(root: Path, relative: str) -> FileFault:
    (fault,) = faults(root, relative)
    return fault


def codes(root: Path, relative: str) -> list[str]:
    return [fault.code.value for fault in faults(root, relative)]


def test_a_good_file_is_known_by_path_size_and_type(root: Path) -> None:
    result = inspect(root, "calibration/caliper.pdf")
    assert isinstance(result, Attachment)
    assert (result.path, result.size) == ("calibration/caliper.pdf", len(PDF))
    assert result.file_type.label == "PDF document"
    assert result.notices == ()


def test_e01_a_missing_file_is_named_with_what_was_probably_meant(root: Path) -> None:
    fault = only(root, "calibration/Caliper.PDF")
    assert fault == FileFault(
        Code.FILE_MISSING,
        '"calibration/Caliper.PDF" is not there',
        "a file below content/files, spelled as it is on the disk",
        'did you mean "calibration/caliper.pdf"?',
    )
    assert only(root, "calibration/calliper.pdf").fix == 'did you mean "calibration/caliper.pdf"?'
    assert only(root, "nothing-like-it.docx").fix == "add the file, or correct its path"
    assert fault.code.exit_code is ExitCode.EVIDENCE


def test_e01_a_missing_folder_of_files_is_a_missing_file(tmp_path: Path) -> None:
    assert codes(tmp_path / "nowhere", "a.pdf") == ["file-missing"]


@pytest.mark.parametrize("by_handle", [True, False])
@pytest.mark.parametrize(
    ("relative", "code"),
    [
        ("link.pdf", "file-link"),
        ("loop.pdf", "file-link"),
        ("folder-link/secret.pdf", "file-link"),
        ("calibration", "file-kind"),
        ("pipe.pdf", "file-kind"),
        ("socket.pdf", "file-kind"),
        ("calibration/caliper.pdf/page.pdf", "file-kind"),
        ("absent/caliper.pdf", "file-missing"),
    ],
)
def test_p03_p04_p05_p07_links_pipes_and_folders_are_refused_without_blocking(
    by_handle: bool, relative: str, code: str, root: Path, tmp_path: Path
) -> None:
    (root / "link.pdf").symlink_to(tmp_path / "secret.pdf")
    (root / "loop.pdf").symlink_to("loop.pdf")
    (root / "folder-link").symlink_to(tmp_path)
    os.mkfifo(root / "pipe.pdf")
    former = Path.cwd()
    os.chdir(root)  # the name of a socket is limited to 108 bytes
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.pdf")
    os.chdir(former)
    with pytest.raises(Unopened) as failure, opened(root, relative, by_handle=by_handle):
        pass
    assert failure.value.fault.code.value == code


@pytest.mark.parametrize("by_handle", [True, False])
def test_both_ways_of_opening_give_the_same_bytes(by_handle: bool, root: Path) -> None:
    with opened(root, "calibration/caliper.pdf", by_handle=by_handle) as handle:
        assert handle.read() == PDF


def test_a_link_is_told_in_words(root: Path, tmp_path: Path) -> None:
    (root / "link.pdf").symlink_to(tmp_path / "secret.pdf")
    fault = only(root, "link.pdf")
    assert fault.found == '"link.pdf" is a link or lies behind one'
    assert fault.expected == "a plain file in plain folders below content/files"
    assert fault.fix == "put a copy of the file itself there"


def test_p06_a_hard_link_is_worth_a_notice_only(root: Path) -> None:
    os.link(root / "calibration" / "caliper.pdf", root / "again.pdf")
    result = inspect(root, "again.pdf")
    assert isinstance(result, Attachment)
    (notice,) = result.notices
    assert notice.is_notice
    assert notice.found == '"again.pdf" has a second name on this disk'


def test_e05_an_empty_file_proves_nothing(root: Path) -> None:
    (root / "empty.pdf").touch()
    fault = only(root, "empty.pdf")
    assert (fault.code, fault.found) == (Code.FILE_EMPTY, '"empty.pdf" is empty')


def test_e06_e07_a_huge_sparse_file_is_refused_by_its_size_alone(root: Path) -> None:
    with (root / "huge.pdf").open("wb") as file:
        file.truncate(1 << 40)
    fault = only(root, "huge.pdf")
    assert fault.code is Code.FILE_SIZE
    assert fault.found == '"huge.pdf" has 1099511.7 MB'
    assert fault.expected == "at most 200.0 MB for one file"


def test_e08_the_total_names_the_ten_biggest() -> None:
    sizes = {f"{number:02}.pdf": number * 1_000_000 for number in range(1, 13)}
    assert total_fault(sizes, limit=78_000_000) is None
    fault = total_fault(sizes, limit=77_999_999)
    assert fault is not None
    assert fault.found == (
        'all files together have 78.0 MB; the biggest are "12.pdf" 12.0 MB, "11.pdf" 11.0 MB,'
        ' "10.pdf" 10.0 MB, "09.pdf" 9.0 MB, "08.pdf" 8.0 MB, "07.pdf" 7.0 MB, "06.pdf" 6.0 MB,'
        ' "05.pdf" 5.0 MB, "04.pdf" 4.0 MB, "03.pdf" 3.0 MB'
    )


def test_e03_e04_a_copy_is_what_was_hashed(root: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.pdf"
    result = fingerprint(root, "calibration/caliper.pdf", copy)
    assert result == Fingerprint(hashlib.sha256(PDF).hexdigest(), len(PDF))
    assert copy.read_bytes() == PDF
    assert fingerprint(root, "calibration/caliper.pdf") == result


def test_a_fault_leaves_no_copy(root: Path, tmp_path: Path) -> None:
    (root / "page.pdf").write_text("<html>")
    for relative in ("page.pdf", "absent.pdf", "../secret.pdf"):
        assert isinstance(fingerprint(root, relative, tmp_path / "copy"), list)
        assert not (tmp_path / "copy").exists()


def test_a_copy_never_overwrites(root: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("kept")
    with pytest.raises(FileExistsError):
        fingerprint(root, "calibration/caliper.pdf", tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "kept"


def test_a_full_disk_is_an_operating_system_error(root: Path) -> None:
    with pytest.raises(OSError, match="No space left"), Path("/dev/full").open("wb") as full:
        read_steadily(root, "calibration/caliper.pdf", Unseekable(full.fileno()))


class Unseekable:
    """Writes straight to a descriptor that cannot start over."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def write(self, data: bytes) -> None:
        os.write(self._descriptor, data)

    def seek(self, offset: int) -> None: ...

    def truncate(self) -> None: ...


class Meddling(BytesIO):
    """Does something to the file while it is being read."""

    def __init__(self, *deeds: object) -> None:
        super().__init__()
        self.deeds = list(deeds)

    def write(self, data: object) -> int:
        if self.deeds:
            deed = self.deeds.pop(0)
            assert callable(deed)
            deed()
        return super().write(data)  # type: ignore[arg-type]


def test_e03_a_file_that_changes_once_while_it_is_read_is_read_again(root: Path) -> None:
    path = root / "calibration" / "caliper.pdf"
    sink = Meddling(lambda: path.write_bytes(b"%PDF-2.0 second"))
    result = read_steadily(root, "calibration/caliper.pdf", sink)
    assert result == Fingerprint(hashlib.sha256(b"%PDF-2.0 second").hexdigest(), 15)
    assert sink.getvalue() == b"%PDF-2.0 second"


def test_e03_a_file_that_keeps_changing_is_given_up(root: Path) -> None:
    path = root / "calibration" / "caliper.pdf"

    def grow() -> None:
        with path.open("ab") as file:
            file.write(b"more")

    result = read_steadily(root, "calibration/caliper.pdf", Meddling(*[grow] * 20))
    assert result == [
        FileFault(
            Code.FILE_CHANGED,
            '"calibration/caliper.pdf" changed while it was read',
            "a file that nothing writes to during the build",
            "close the program that writes to it, then build again",
        )
    ]


def test_e04_a_file_replaced_by_another_of_the_same_size_and_time_is_noticed(root: Path) -> None:
    path = root / "calibration" / "caliper.pdf"
    status = path.stat()

    def replace() -> None:
        other = root / "other.pdf"
        other.write_bytes(PDF[:-1] + b"y")
        os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
        other.replace(path)

    sink = Meddling(replace)
    result = read_steadily(root, "calibration/caliper.pdf", sink)
    assert result == Fingerprint(hashlib.sha256(PDF[:-1] + b"y").hexdigest(), len(PDF))
    assert sink.getvalue()[-1:] == b"y"


def test_p04_a_file_swapped_for_a_link_while_it_is_read_is_refused(
    root: Path, tmp_path: Path
) -> None:
    path = root / "calibration" / "caliper.pdf"

    def swap() -> None:
        path.unlink()
        path.symlink_to(tmp_path / "secret.pdf")

    result = read_steadily(root, "calibration/caliper.pdf", Meddling(swap))
    assert isinstance(result, list)
    assert [fault.code for fault in result] == [Code.FILE_LINK]


def test_e25_the_same_bytes_under_two_names_are_fine(root: Path) -> None:
    (root / "twin.pdf").write_bytes(PDF)
    assert fingerprint(root, "twin.pdf") == fingerprint(root, "calibration/caliper.pdf")
