"""What lies in a zip file: names that break out, bombs, programs, archives in archives."""

import stat
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from certfolio.evidence_scan.finding import Finding, Kind, Weight, named
from certfolio.evidence_scan.subject import Scan, Subject
from certfolio.intake.attachment_name import is_junk, path_faults
from certfolio.intake.attachment_refusal import is_dangerous
from certfolio.model.message import say, say_count

ESCAPE = Kind(
    "zip-escape",
    Weight.UNSAFE,
    say("Names in a zip that lead out of it"),
    say("Unpacked carelessly, such entries overwrite files elsewhere on the reader's computer."),
    say("Pack the files anew with the means of your system."),
)
BOMB = Kind(
    "zip-bomb",
    Weight.UNSAFE,
    say("A zip that unpacks to an absurd size"),
    say("Unpacking it fills the disk or the memory of the reader's computer."),
    say("Ask where it came from, and pack the files anew."),
)
PROGRAM = Kind(
    "zip-program",
    Weight.UNSAFE,
    say("Programs and scripts in a zip"),
    say("They can run on the reader's computer, and mail gateways refuse a package with them."),
    say("Take them out, or hand over a PDF or a picture of what they show."),
)
NESTED = Kind(
    "zip-nested",
    Weight.LOOK,
    say("Archives in an archive"),
    say("Files lie deeper than most people and gateways look."),
    say("Hand over the inner files as files of their own."),
)
NAMES = Kind(
    "zip-names",
    Weight.LOOK,
    say("Names in a zip that do not unpack everywhere"),
    say("On some systems such entries are lost, overwritten or refused."),
    say("Rename the files and pack them anew."),
)
LEFTOVERS = Kind(
    "zip-leftovers",
    Weight.NOTE,
    say("Leftovers of programs in a zip"),
    say("Files that a system left behind go along and can name folders and people."),
    say("Take them out."),
)

_RATIO = 200
_BIG = 100_000_000
_ARCHIVES = frozenset(
    f".{suffix}"
    for suffix in (
        *("zip", "7z", "rar", "gz", "tgz", "bz2", "xz", "zst", "tar", "cab", "arj", "lzh"),
        *("iso", "img"),
    )
)


def look(subject: Subject) -> Iterator[Finding]:
    if subject.parts is None:
        return
    entries = subject.parts.entries
    is_document = subject.office is not None or subject.open_document is not None
    yield from _names(entries, is_document=is_document)
    yield from _size(entries, len(subject.data))
    if not is_document:
        yield from _contents([entry.filename for entry in entries if not entry.is_dir()])


def _names(entries: tuple[zipfile.ZipInfo, ...], *, is_document: bool) -> Iterator[Finding]:
    out = [e.filename for e in entries if _leads_out(e.filename) or _is_link(e)]
    if out:
        yield Finding(
            ESCAPE,
            say_count(
                "{number} entry leads out of it: {names}.",
                "{number} entries lead out of it: {names}.",
                len(out),
                names=named(out),
            ),
        )
    times = Counter(entry.filename.casefold() for entry in entries)
    odd = [e.filename for e in entries if times[e.filename.casefold()] > 1]
    if not is_document:
        odd += [e.filename for e in entries if _is_odd(e.filename)]
    if odd:
        yield Finding(NAMES, say("These do not unpack everywhere: {names}.", names=named(odd)))


def _leads_out(name: str) -> bool:
    flat = name.replace("\\", "/")
    return flat.startswith("/") or ".." in flat.split("/") or flat[1:2] == ":"


def _is_link(entry: zipfile.ZipInfo) -> bool:
    mode = entry.external_attr >> 16
    return bool(mode) and (stat.S_ISLNK(mode) or stat.S_ISFIFO(mode) or stat.S_ISCHR(mode))


def _is_odd(name: str) -> bool:
    inner = name.rstrip("/")
    is_left_over = any(is_junk(part) for part in inner.split("/"))
    return not is_left_over and not _leads_out(name) and bool(inner and path_faults(inner))


def _size(entries: tuple[zipfile.ZipInfo, ...], packed: int) -> Iterator[Finding]:
    """Believe what the list of entries says; what unpacks to more is stopped by the budget."""
    whole = sum(entry.file_size for entry in entries)
    places = [entry.header_offset for entry in entries]
    is_overlapping = len(set(places)) < len(places)
    if (whole > _BIG and whole > _RATIO * packed) or is_overlapping:
        megabytes = -(-whole // 1_000_000)
        yield Finding(BOMB, say("It unpacks to {size} MB.", size=megabytes))


def _contents(names: list[str]) -> Iterator[Finding]:
    programs = [n for n in names if is_dangerous(PurePosixPath(n).suffix.lower())]
    if programs:
        yield Finding(PROGRAM, say("It holds {names}.", names=named(programs)))
    nested = [n for n in names if PurePosixPath(n).suffix.lower() in _ARCHIVES]
    if nested:
        yield Finding(NESTED, say("It holds {names}.", names=named(nested)))
    inside = [n for n in names if not _leads_out(n)]
    junk = [n for n in inside if any(is_junk(part) for part in n.split("/"))]
    if junk:
        yield Finding(LEFTOVERS, say("It holds {names}.", names=named(junk)))


SCAN = Scan(look, (ESCAPE, BOMB, PROGRAM, NESTED, NAMES, LEFTOVERS))
