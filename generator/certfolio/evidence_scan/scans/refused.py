"""What a portal does not take: wrong types, empty files; and files that are mostly nothing."""

from collections.abc import Iterator
from io import BytesIO

from certfolio.evidence_scan.finding import Finding, Kind, Weight
from certfolio.evidence_scan.subject import Scan, Subject
from certfolio.intake.attachment_fault import FileFault
from certfolio.intake.attachment_type import judge
from certfolio.model.message import say

REFUSED = Kind(
    "refused",
    Weight.UNSAFE,
    say("Not taken into a portal"),
    say("It is of a kind that can run, or it is not what its name says."),
    say("Do what invoke check says about the file."),
)
EMPTY = Kind(
    "empty",
    Weight.UNSAFE,
    say("Empty file"),
    say("It proves nothing, and a portal does not take it."),
    say("Put the file there again, or take it out of the record."),
)
ZEROS = Kind(
    "zeros",
    Weight.LOOK,
    say("File that is mostly zeros"),
    say("A download or copy broke off, or a disk failed: room was made and never filled."),
    say("Copy the original again and compare the digests."),
)

_BIG = 65_536


def look(subject: Subject) -> Iterator[Finding]:
    if not subject.data:
        yield Finding(EMPTY, say("It has no bytes."))
        return
    if subject.depth == 0:
        judged = judge(subject.name, BytesIO(subject.data), allows_macros=subject.allows_macros)
        if isinstance(judged, FileFault):
            yield Finding(REFUSED, say("{reason}.", reason=judged.found))
    size = len(subject.data)
    is_wide = subject.data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if size >= _BIG and not is_wide and 2 * subject.data.count(0) > size:
        yield Finding(ZEROS, say("More than half of it is zeros."))


SCAN = Scan(look, (REFUSED, EMPTY, ZEROS))
