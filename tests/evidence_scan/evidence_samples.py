"""Makes small files of every kind that evidence comes in, with what a test wants to lie in them."""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SLIDE = "http://schemas.openxmlformats.org/presentationml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def docx(body: str = "", **parts: str) -> bytes:
    """Return a Word document with this body; `parts` are further parts, `__` for a slash."""
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return zipped(
        {"[Content_Types].xml": "<Types/>", "word/document.xml": document} | _named(parts)
    )


def xlsx(workbook: str = "", sheet: str = "", **parts: str) -> bytes:
    book = f'<workbook xmlns="{SHEET}"><sheets>{workbook}</sheets></workbook>'
    cells = f'<worksheet xmlns="{SHEET}">{sheet}</worksheet>'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": book,
            "xl/worksheets/sheet1.xml": cells,
        }
        | _named(parts)
    )


def pptx(attributes: str = "", **parts: str) -> bytes:
    slide = f'<p:sld xmlns:p="{SLIDE}" {attributes}/>'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "ppt/presentation.xml": f'<p:presentation xmlns:p="{SLIDE}"/>',
            "ppt/slides/slide1.xml": slide,
        }
        | _named(parts)
    )


def relations(*rows: tuple[str, str]) -> str:
    """Return a list of external relations, each a kind and a target."""
    inner = "".join(
        f'<Relationship Id="r{number}" Type="{RELATION}/{kind}" Target="{target}"'
        ' TargetMode="External"/>'
        for number, (kind, target) in enumerate(rows)
    )
    return f"<Relationships>{inner}</Relationships>"


def _named(parts: Mapping[str, str]) -> dict[str, bytes | str]:
    return {name.replace("__", "/").replace("_DOT_", "."): text for name, text in parts.items()}


def pdf(
    *objects: str, packed: str = "", info: str = "", trailer: str = "", states: int = 1
) -> bytes:
    """Return something shaped like a PDF; `packed` lies in an object stream."""
    pieces = ["%PDF-1.7"]
    pieces += [f"{number} 0 obj\n{text}\nendobj" for number, text in enumerate(objects, start=1)]
    data = "\n".join(pieces).encode("latin-1") + b"\n"
    if packed:
        inner = zlib.compress(packed.encode())
        head = f"90 0 obj\n<< /Type /ObjStm /Filter /FlateDecode /Length {len(inner)} >>\nstream\n"
        data += head.encode() + inner + b"\nendstream\nendobj\n"
    if info:
        data += f"91 0 obj\n<< {info} >>\nendobj\n".encode("latin-1")
    end = f"trailer\n<< /Root 1 0 R {trailer} >>\nstartxref\n0\n%%EOF\n".encode()
    return data + end * states


def png(
    width: int = 2, height: int = 2, *chunks: tuple[bytes, bytes], ending: bool = True
) -> bytes:
    parts = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), *chunks]
    parts += [(b"IEND", b"")] if ending else []
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )


def jpeg(*segments: tuple[int, bytes], ending: bytes = b"\xff\xd9") -> bytes:
    frame = (0xC0, struct.pack(">BHHB", 8, 2, 2, 1) + b"\x01\x11\x00")
    body = b"".join(
        b"\xff" + bytes([marker]) + struct.pack(">H", len(content) + 2) + content
        for marker, content in (*segments, frame, (0xDA, b"\x01\x01\x00\x00\x3f\x00"))
    )
    return b"\xff\xd8" + body + b"\x12\x34" + ending


def exif(
    *, artist: str = "", serial: str = "", has_position: bool = False, has_preview: bool = False
) -> bytes:
    """Return a block of EXIF in little-endian order, with the mark that begins it in a JPEG."""
    below = [(0xA431, 2, serial.encode() + b"\0")] if serial else []
    gps = [(2, 5, struct.pack("<6I", 51, 1, 30, 1, 0, 1))] if has_position else []
    main = [(0x013B, 2, artist.encode() + b"\0")] if artist else []
    data = bytearray(b"II*\0\x08\0\0\0")
    pointers = [tag for tag, entries in ((0x8769, below), (0x8825, gps)) if entries]
    at = 8 + 2 + 12 * (len(main) + len(pointers)) + 4
    tail = bytearray()
    rows = []
    for tag, kind, value in main:
        rows.append(_entry(tag, kind, value, at + len(tail), tail))
    for tag, entries in ((0x8769, below), (0x8825, gps)):
        if entries:
            place = at + len(tail)
            inner_at = place + 2 + 12 * len(entries) + 4
            inner_tail = bytearray()
            inner = [_entry(t, k, v, inner_at + len(inner_tail), inner_tail) for t, k, v in entries]
            tail += struct.pack("<H", len(inner)) + b"".join(inner) + b"\0\0\0\0" + inner_tail
            rows.append(struct.pack("<HHII", tag, 4, 1, place))
    following = at + len(tail) if has_preview else 0
    data += struct.pack("<H", len(rows)) + b"".join(rows) + struct.pack("<I", following) + tail
    if has_preview:
        data += struct.pack("<HHHIII", 1, 0x0201, 4, 1, 0, 0)
    return b"Exif\0\0" + bytes(data)


def _entry(tag: int, kind: int, value: bytes, at: int, tail: bytearray) -> bytes:
    count = len(value) // {2: 1, 5: 8}[kind]
    if len(value) <= 4:
        return struct.pack("<HHI", tag, kind, count) + value.ljust(4, b"\0")
    tail += value
    return struct.pack("<HHII", tag, kind, count, at)


def encrypted_office() -> bytes:
    """Return a container as Office writes it around a document under a password."""
    names = ("Root Entry", "EncryptionInfo", "EncryptedPackage")
    entries = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in names)
    return bytes.fromhex("d0cf11e0a1b11ae1").ljust(512, b"\0") + entries


def encrypted_zip() -> bytes:
    """Return a zip whose entry says that it is encrypted."""
    data = bytearray(zipped({"plan.txt": "secret plan"}))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def bomb() -> bytes:
    """Return a zip of 300 kB that unpacks to 300 MB."""
    return zipped({"zeros.bin": b"\0" * 300_000_000})
