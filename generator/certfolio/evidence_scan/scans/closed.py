"""Says which files nobody can inspect: encrypted, damaged, packed oddly or too big to look at."""

from collections.abc import Iterator

from certfolio.evidence_scan.finding import Finding, Kind, Weight, named
from certfolio.evidence_scan.parts import is_closed
from certfolio.evidence_scan.subject import Scan, Subject
from certfolio.intake.attachment_encrypted import is_encrypted_office
from certfolio.model.message import say, say_count

ENCRYPTED = Kind(
    "encrypted",
    Weight.CLOSED,
    say("Encrypted"),
    say("Neither this scan nor a mail gateway can look inside; many gateways refuse such files."),
    say("Hand it over without a password where you may, or tell the reader the password."),
)
UNREADABLE = Kind(
    "unreadable",
    Weight.CLOSED,
    say("Cannot be read to its end"),
    say("Parts are damaged or packed in a way that this scan does not read."),
    say("Open it in its program, check that it is whole, and save it again."),
)

_ZIPPED = frozenset({".zip", ".docx", ".xlsx", ".pptx", ".docm", ".xlsm", ".pptm", ".odt", ".ods"})


def look(subject: Subject) -> Iterator[Finding]:
    if is_encrypted_office(subject.data):
        yield Finding(ENCRYPTED, say("It opens with a password only."))
    if subject.data.startswith(b"%PDF-"):
        yield from _pdf(subject)
    if subject.parts is not None:
        yield from _entries(subject)
    elif subject.suffix in _ZIPPED and subject.data.startswith(b"PK"):
        yield Finding(UNREADABLE, say("Its list of parts is damaged."))


def _pdf(subject: Subject) -> Iterator[Finding]:
    pdf = subject.pdf
    assert pdf is not None
    if pdf.has("Encrypt"):
        yield Finding(ENCRYPTED, say("It is encrypted, with or without a password."))
    elif pdf.unread:
        said = say_count(
            "{number} packed part cannot be read.",
            "{number} packed parts cannot be read.",
            pdf.unread,
        )
        yield Finding(UNREADABLE, said)


def _entries(subject: Subject) -> Iterator[Finding]:
    assert subject.parts is not None
    entries = subject.parts.entries
    encrypted = [entry.filename for entry in entries if entry.flag_bits & 0x1]
    odd = [e.filename for e in entries if is_closed(e) and not e.flag_bits & 0x1]
    office = subject.open_document
    if office is not None and b"encryption-data" in office.get("meta-inf/manifest.xml"):
        yield Finding(ENCRYPTED, say("It opens with a password only."))
    if encrypted:
        yield Finding(ENCRYPTED, say("Under a password: {names}.", names=named(encrypted)))
    if odd:
        yield Finding(
            UNREADABLE,
            say("Packed in a way that is not read: {names}.", names=named(odd)),
        )


SCAN = Scan(look, (ENCRYPTED, UNREADABLE))
