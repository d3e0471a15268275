"""Names what lies inside a file, archives in archives and e-mails included; nothing is kept."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.evidence_scan.budget import DEPTH_LIMIT, Budget, Exhausted
from certfolio.evidence_scan.scans import closed
from certfolio.evidence_scan.scans.closed import ENCRYPTED
from certfolio.evidence_scan.subject import Subject


@dataclass(frozen=True, slots=True)
class Inside:
    """The names of the files inside a file, as `outer.zip/inner.txt`, in their order.

    `is_whole` says that nothing lay deeper, or was larger, than anybody looks; `is_locked` that
    the file, or one in it, opens with a password only.
    """

    names: tuple[str, ...] = ()
    is_whole: bool = True
    is_locked: bool = False


def inside(name: str, data: bytes) -> Inside:
    """Name the files inside a file; entries under a password are named too, not looked into."""
    seen: list[Inside] = []
    try:
        for each in _walked(Subject(name, data, Budget()), ""):
            seen.append(each)
    except Exhausted:
        seen.append(Inside(is_whole=False))
    return Inside(
        names=tuple(name for each in seen for name in each.names),
        is_whole=all(each.is_whole for each in seen),
        is_locked=any(each.is_locked for each in seen),
    )


def _walked(subject: Subject, above: str) -> Iterator[Inside]:
    """Yield what lies in a file, then what lies in each of those."""
    names = tuple(f"{above}{name}" for name in _entries(subject))
    is_locked = any(finding.kind is ENCRYPTED for finding in closed.SCAN.look(subject))
    yield Inside(names, is_locked=is_locked)
    for name, content in subject.inner():
        if subject.depth + 1 < DEPTH_LIMIT:
            inner = Subject(name, content, subject.budget, subject.depth + 1)
            yield from _walked(inner, f"{above}{name}/")
        elif content.startswith(b"PK"):
            yield Inside(is_whole=False)


def _entries(subject: Subject) -> Iterator[str]:
    if subject.letter is not None:
        yield from (name for name, _content in subject.letter.attached)
    if subject.parts is None or subject.office is not None or subject.open_document is not None:
        return
    yield from (entry.filename for entry in subject.parts.entries if not entry.is_dir())
