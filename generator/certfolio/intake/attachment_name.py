"""Judges how a file's path is written, and gives files the names they carry in a portal."""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice

from certfolio.intake.attachment_fault import FileFault
from certfolio.model.problem import Code
from certfolio.model.quoting import shown

NAME_LIMIT = 80

_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)
_FORBIDDEN = frozenset('<>:"|?*\\')
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+-]*:")
_PORTABLE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
_JUNK = re.compile(
    r"(?:\..*|~\$.*|.*~|thumbs\.db|desktop\.ini|.*\.(?:swp|swo|tmp|crdownload|part)|__macosx)",
    re.IGNORECASE,
)
_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa", "ł": "l"}
)

_PATH_EXPECTED = "a path below content/files with slashes, such as calibration/caliper-2026.pdf"
_PATH_FIX = "move the file below content/files and write its path from there"
_NAME_EXPECTED = "a file name that every operating system can hold and every reader can see"


def path_faults(relative: str) -> list[FileFault]:
    """Say what is wrong with a path as it is written, without looking at the disk."""
    outside = _outside(relative)
    if outside:
        return [FileFault(Code.FILE_PATH, outside, _PATH_EXPECTED, _path_fix(relative))]
    reasons = dict.fromkeys(
        reason for part in relative.split("/") if (reason := _name_reason(part)) is not None
    )
    return [
        FileFault(
            Code.FILE_NAME,
            f"{shown(relative, 120)} {reason}",
            _NAME_EXPECTED,
            "rename the file with letters, digits, dots and hyphens, and write the new name",
        )
        for reason in reasons
    ]


def _path_fix(relative: str) -> str:
    straight = relative.replace("\\", "/")
    if straight != relative and _outside(straight) is None:
        return f"write {shown(straight, 120)}"
    return _PATH_FIX


def _outside(relative: str) -> str | None:
    quoted = shown(relative, 120)
    if not relative:
        return "the path is empty"
    if relative.startswith(("/", "\\", "~")) or _ADDRESS.match(relative):
        return f"{quoted} is an absolute path or an address"
    parts = relative.split("/")
    if ".." in parts:
        return f"{quoted} leaves content/files"
    if "\\" in relative:
        return f"{quoted} separates folders with backslashes"
    if "" in parts or "." in parts:
        return f"{quoted} has an empty step in it"
    return None


def _name_reason(part: str) -> str | None:
    reasons = {
        "holds a character that nobody can see": any(
            unicodedata.category(character) in _INVISIBLE for character in part
        ),
        'holds one of the characters < > : " | ? *, which Windows refuses': (
            not _FORBIDDEN.isdisjoint(part)
        ),
        "starts or ends with a space, or ends with a dot, which Windows drops": (
            part.startswith(" ") or part.endswith((".", " "))
        ),
        "is the name of a device on Windows": (
            _DEVICE.fullmatch(part.partition(".")[0].rstrip()) is not None
        ),
        "has a name longer than 255 bytes": len(part.encode("utf-8", "surrogatepass")) > 255,
        "is a file that a system or editor leaves behind": is_junk(part),
    }
    return next((reason for reason, is_so in reasons.items() if is_so), None)


def is_junk(name: str) -> bool:
    """Tell whether a file or folder is something a system or an editor leaves behind."""
    return _JUNK.fullmatch(name) is not None


def is_portable(name: str) -> bool:
    """Tell whether a single name is plain ASCII that every system and every link takes as it is."""
    return _PORTABLE.fullmatch(name) is not None and not _DEVICE.fullmatch(name.partition(".")[0])


def twins(paths: Iterable[str]) -> dict[str, FileFault]:
    """Find paths that differ only by case or by how an accent is stored; each names the others."""
    groups: dict[str, list[str]] = defaultdict(list)
    for path in sorted(set(paths)):
        groups[unicodedata.normalize("NFC", path).casefold()].append(path)
    return {
        path: _twin(path, [other for other in group if other != path])
        for group in groups.values()
        if len(group) > 1
        for path in group
    }


def _twin(path: str, others: list[str]) -> FileFault:
    named = ", ".join(_spelled(other) for other in islice(others, 10))
    return FileFault(
        Code.FILE_TWIN,
        f"{_spelled(path)} and {named} differ only by upper and lower case or by stored accents",
        "names that stay apart on every operating system",
        "rename one of the files",
    )


def _spelled(path: str) -> str:
    """Show how accents are stored, as twins look the same otherwise."""
    if unicodedata.is_normalized("NFC", path):
        return shown(path, 120)
    return f"{shown(path, 120)} (with separate accents)"


def portable_name(record_id: str, number: int, original: str) -> str:
    """Name a record's file for the portal by id, number and a readable rest.

    At most 80 ASCII characters in lower case; the same arguments give the same name on every
    machine; the suffix is kept.
    """
    name = original.rsplit("/", 1)[-1]
    stem, dot, suffix = name.rpartition(".")
    ending = f".{slug(suffix)}" if dot and stem and slug(suffix) else ""
    prefix = f"{_short(_id_slug(record_id))}-{number}"
    room = NAME_LIMIT - len(prefix) - len(ending) - 1
    rest = _cut(slug(stem if ending else name) or "file", room)
    return f"{prefix}-{rest}{ending}"


def slug(text: str) -> str:
    """Return the letters and digits of a text as lower-case ASCII, with hyphens for the rest."""
    lower = unicodedata.normalize("NFC", text).lower().translate(_LETTERS)
    ascii_only = unicodedata.normalize("NFKD", lower).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")


def _id_slug(record_id: str) -> str:
    """Keep the dots of an id, as E.1 and E-1 are two records."""
    return ".".join(slug(part) for part in record_id.split("."))


def _short(slug: str) -> str:
    if len(slug) <= 48:
        return slug
    return f"{slug[:39].rstrip('-')}-{hashlib.sha256(slug.encode()).hexdigest()[:8]}"


def _cut(slug: str, room: int) -> str:
    if len(slug) <= room:
        return slug
    whole_words = slug[: room + 1].rpartition("-")[0]
    return whole_words or slug[:room]
