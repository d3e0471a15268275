"""Makes small evidence files of four kinds: a table, a text, a picture and a printable page."""

import struct
import zlib
from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType

from certfolio.generation.word import RESULTS


def table(chance: Random, title: str) -> bytes:
    """Return a log of values as CSV."""
    rows = [
        f"{number},{chance.randint(1, 400) / 10},{chance.choice(('passed', 'passed', 'repeated'))}"
        for number in range(1, chance.randint(8, 40))
    ]
    return "\r\n".join([f"# {title}", "number,value,result", *rows, ""]).encode()


def text(chance: Random, title: str) -> bytes:
    """Return a note of a few lines."""
    lines = [f"- {chance.choice(RESULTS)}" for _ in range(chance.randint(4, 14))]
    return "\n".join([title, "=" * len(title), "", *lines, ""]).encode()


def picture(chance: Random, _title: str) -> bytes:
    """Return a bar chart as a grey PNG, not compressed, so that every zlib writes the same."""
    width, height = 48, 24
    bars = [chance.randint(2, height) for _ in range(width // 4)]
    rows = b"".join(
        b"\0" + bytes(40 if bars[x // 4] > height - y and x % 4 else 230 for x in range(width))
        for y in range(height)
    )
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = (_chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(rows, 0)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def page(chance: Random, title: str) -> bytes:
    """Return a PDF of one page with a title and a few lines."""
    lines = [title, *(chance.choice(RESULTS) for _ in range(chance.randint(5, 20)))]
    shown = " ".join(f"({_escaped(line)}) Tj T*" for line in lines)
    stream = f"BT /F1 11 Tf 16 TL 60 780 Td {shown} ET".encode("latin-1", "replace")
    return _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )


MAKERS: Mapping[str, Callable[[Random, str], bytes]] = MappingProxyType(
    {"csv": table, "txt": text, "png": picture, "pdf": page}
)


def _chunk(kind: bytes, data: bytes) -> bytes:
    checked = kind + data
    return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))


def _pdf(*objects: bytes) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    entries = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, entries)
    ending = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(data))
    return data + table + ending


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
