"""Whatever is done to a file, looking into it ends, stays within its limits and says the same."""

import zipfile
import zlib
from io import BytesIO

import pytest
from evidence_samples import (
    docx,
    encrypted_office,
    encrypted_zip,
    exif,
    jpeg,
    pdf,
    png,
    pptx,
    relations,
    xlsx,
    zipped,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from certfolio.evidence_scan import budget
from certfolio.evidence_scan.finding import Weight
from certfolio.evidence_scan.scan import OWN_KINDS, SCANS, scan

MAIL = b"From: a@b.example\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\nx\n--B--\n"
VALID = {
    "a.docx": docx(
        '<w:ins w:author="Ada"/>', word___rels__x_DOT_xml_DOT_rels=relations(("a", "b"))
    ),
    "a.xlsx": xlsx('<sheet name="A" state="hidden"/>', '<row hidden="1"/>'),
    "a.pptx": pptx('show="0"'),
    "a.pdf": pdf("<< /S /JavaScript >>", packed="<< /S /Launch >>", info="/Author (x)"),
    "a.png": png(2, 2, (b"tEXt", b"Author\0Ada")),
    "a.jpg": jpeg((0xE1, exif(artist="Ada", serial="1234567", has_position=True))),
    "a.gif": b"GIF89a\x02\0\x02\0\0\0\0!\xfe\x03abc\0;",
    "a.webp": b"RIFF\x20\0\0\0WEBPVP8X\x0a\0\0\0" + b"\0" * 14,
    "a.eml": MAIL,
    "a.csv": b"a,b\n=1+1,2\n",
    "a.txt": b"Password: hunter2x!",
    "a.zip": zipped({"a.txt": "x", "b.zip": zipped({"c.exe": "MZ"})}),
    "b.zip": encrypted_zip(),
    "b.docx": encrypted_office(),
}


@given(
    name=some.sampled_from(sorted(VALID)),
    changes=some.lists(some.tuples(some.integers(0, 4000), some.binary(max_size=6)), max_size=6),
    cut=some.integers(0, 4000) | some.none(),
)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_change_to_a_file_stops_the_scan(
    name: str, changes: list[tuple[int, bytes]], cut: int | None
) -> None:
    data = bytearray(VALID[name])
    for place, new in changes:
        at = place % (len(data) + 1)
        data[at : at + len(new)] = new
    damaged = bytes(data[:cut])
    found = scan(name, damaged)
    assert found == scan(name, damaged)
    assert all(str(finding.said).isprintable() for finding in found)
    assert all(finding.inside.isprintable() for finding in found)


@given(name=some.sampled_from(sorted(VALID)), data=some.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_no_contents_stop_the_scan(name: str, data: bytes) -> None:
    for start in (b"", VALID[name][:8], VALID[name]):
        scan(name, start + data)


def kinds(name: str, data: bytes) -> list[str]:
    return [finding.kind.name for finding in scan(name, data)]


def test_an_office_file_that_unpacks_beyond_its_budget_is_not_looked_at_to_its_end() -> None:
    sheet = b'<x hidden="1">' + b"<row/>" * 6_000_000
    parts = {f"xl/worksheets/sheet{n}.xml": sheet for n in range(5)}
    data = zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b"", **parts})
    assert "limit" in kinds("a.xlsx", data)


def test_a_list_of_a_million_entries_is_not_opened() -> None:
    data = zipped({"a.txt": "x"}) + b"PK\x01\x02" * 1_000_000
    assert [str(f.said) for f in scan("a.zip", data)] == ["It has too many parts."]


def test_archives_in_archives_are_followed_only_so_far() -> None:
    data = zipped({"deep.txt": "-----BEGIN PRIVATE KEY-----"})
    for _ in range(budget.DEPTH_LIMIT):
        data = zipped({"inner.zip": data})
    assert "secret-key" not in kinds("a.zip", data)
    assert "zip-nested" in kinds("a.zip", data)


def test_an_archive_that_holds_itself_ends() -> None:
    inner = zipped({f"{n}.zip": b"PK\x03\x04" + b"x" * 1000 for n in range(50)})
    assert "zip-nested" in kinds("a.zip", zipped({f"{n}.zip": inner for n in range(50)}))


def test_a_packing_that_asks_for_memory_without_measure_is_left_alone() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", "-----BEGIN PRIVATE KEY-----")
    assert kinds("a.zip", buffer.getvalue()) == ["unreadable"]


def test_a_pdf_whose_objects_unpack_to_gigabytes_is_not_looked_at_to_its_end() -> None:
    packed = zlib.compress(b"\0" * 32_000_000)
    stream = b"1 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\n" + packed + b"endstream\n"
    assert "limit" in kinds("a.pdf", b"%PDF-1.7\n" + stream * 6)


@pytest.mark.parametrize(
    "data",
    [
        b"Content-Type: multipart/mixed; boundary=A\n\n" * 200,
        b"".join(
            b"Content-Type: multipart/mixed; boundary=B%d\n\n--B%d\n" % (n, n) for n in range(500)
        ),
    ],
)
def test_letters_in_letters_without_end_are_not_opened(data: bytes) -> None:
    assert "limit" in kinds("a.eml", data)


def test_every_kind_of_finding_has_a_name_of_its_own_and_says_what_to_do() -> None:
    every = [*OWN_KINDS, *(kind for each in SCANS for kind in each.kinds)]
    assert len({kind.name for kind in every}) == len(every)
    assert {kind.weight for kind in every} == set(Weight)
    for kind in every:
        assert kind.name.replace("-", "").isalpha()
        assert kind.means.endswith(".")
        assert kind.advice.endswith(".")
