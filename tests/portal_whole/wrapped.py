"""Says a word in every form in which it may stand in bytes, and opens archives to look for it.

Written anew here, so that the gate of the program and these tests cannot share a mistake.
"""

import base64
import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

FORMS = (
    "as it is",
    "HTML, decimal",
    "HTML, hexadecimal",
    "URL",
    "JSON",
    "base64, first alignment",
    "base64, second alignment",
    "base64, third alignment",
    "hexadecimal",
    "UTF-16, little end first",
    "UTF-16, big end first",
)


def forms_of(word: str) -> Mapping[str, frozenset[bytes]]:
    """Return the bytes of a word in each form, in the three cases that people write it in."""
    cases = (word.lower(), word.title(), word.upper())
    made: dict[str, set[bytes]] = {form: set() for form in FORMS}
    for said in cases:
        data = said.encode()
        made["as it is"].add(data)
        made["HTML, decimal"].add("".join(f"&#{ord(letter)};" for letter in said).encode())
        made["HTML, hexadecimal"].add("".join(f"&#x{ord(letter):x};" for letter in said).encode())
        made["URL"].add("".join(f"%{byte:02X}" for byte in data).encode())
        made["JSON"].add("".join(f"\\u{ord(letter):04x}" for letter in said).encode())
        for form, shift in zip(FORMS[5:8], range(3), strict=True):
            made[form].add(_in_base64(data, shift))
        made["hexadecimal"] |= {data.hex().encode(), data.hex().upper().encode()}
        made["UTF-16, little end first"].add(said.encode("utf-16-le"))
        made["UTF-16, big end first"].add(said.encode("utf-16-be"))
    return {form: frozenset(data) for form, data in made.items()}


def everything_in(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes of a file or of all files in a folder, and what archives hold."""
    for file in [path] if path.is_file() else sorted(path.rglob("*")):
        name = file.name if file == path else file.relative_to(path).as_posix()
        yield f"{name} (name)", name.encode()
        if file.is_file():
            yield from _unpacked(name, file.read_bytes())


def _unpacked(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, data
    if not data.startswith(b"PK\x03\x04"):
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield f"{name} (comment)", archive.comment
        for entry in archive.infolist():
            told = entry.filename.encode() + entry.comment + entry.extra
            yield f"{name}: {entry.filename} (name)", told
            yield from _unpacked(f"{name}: {entry.filename}", archive.read(entry))


def _in_base64(data: bytes, shift: int) -> bytes:
    """Return what stays the same of a word in base64, whatever stands before and after it."""
    coded = base64.b64encode(b"\0" * shift + data)
    first = -(-shift * 4 // 3) if shift else 0
    whole = (shift + len(data)) * 4 // 3
    return coded[first:whole]
