"""Names what lies inside a file, archives in archives and e-mails included, without unpacking."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.evidence_scan.budget import DEPTH_LIMIT, Budget, Exhausted
from certfolio.evidence_scan.subject import Subject


@dataclass(frozen=True, slots=True)
class Inside:
    """The names of the files inside a file, as `outer.zip/inner.txt`, in their order.

    `is_whole` says that nothing lay deeper, or was larger, than anybody looks.
    """

    names: tuple[str, ...]
    is_whole: bool


def inside(name: str, data: bytes) -> Inside:
    """Name the files inside a file; entries under a password are named too, not looked into."""
    names: list[str] = []
    try:
        is_whole = all([*_walked(Subject(name, data, Budget()), "", names)])
    except Exhausted:
        is_whole = False
    return Inside(tuple(names), is_whole)


def _walked(subject: Subject, above: str, names: list[str]) -> Iterator[bool]:
    """Collect names, and yield for every file whether all that lies in it was seen."""
    for name in _entries(subject):
        names.append(f"{above}{name}")
    for name, content in subject.inner():
        if subject.depth + 1 >= DEPTH_LIMIT:
            yield not content.startswith(b"PK")
            continue
        inner = Subject(name, content, subject.budget, subject.depth + 1)
        yield from _walked(inner, f"{above}{name}/", names)


def _entries(subject: Subject) -> Iterator[str]:
    if subject.letter is not None:
        yield from (name for name, _content in subject.letter.attached)
    if subject.parts is None or subject.office is not None or subject.open_document is not None:
        return
    yield from (entry.filename for entry in subject.parts.entries if not entry.is_dir())
