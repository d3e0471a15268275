"""Looks at one file in every way there is, and at the files inside it."""

from collections.abc import Iterator

from certfolio.evidence_scan.budget import DEPTH_LIMIT, Budget, Exhausted
from certfolio.evidence_scan.finding import Finding, Kind, Weight, plain
from certfolio.evidence_scan.markup import MarkupDamaged, MarkupRefused
from certfolio.evidence_scan.scans import (
    archive,
    closed,
    mail,
    office_active,
    office_hidden,
    office_metadata,
    office_review,
    pdf_active,
    pdf_hidden,
    picture,
    refused,
    secret,
    table,
    text,
)
from certfolio.evidence_scan.subject import Scan, Subject
from certfolio.model.message import say

SCANS: tuple[Scan, ...] = (
    refused.SCAN,
    closed.SCAN,
    office_active.SCAN,
    office_hidden.SCAN,
    office_review.SCAN,
    office_metadata.SCAN,
    pdf_active.SCAN,
    pdf_hidden.SCAN,
    picture.SCAN,
    archive.SCAN,
    mail.SCAN,
    table.SCAN,
    text.SCAN,
    secret.SCAN,
)

LIMIT = Kind(
    "limit",
    Weight.CLOSED,
    say("Not looked at to its end"),
    say("It unpacks to more, or nests deeper, than honest evidence does."),
    say("Make it smaller or simpler, such as a PDF of what it shows."),
)
ENTITIES = Kind(
    "entities",
    Weight.UNSAFE,
    say("Markup that could blow up"),
    say("A part declares a document type, by which programs were attacked; Office never does."),
    say("Find out where it came from; save it again from Office, or as a PDF."),
)
DAMAGED = Kind(
    "damaged",
    Weight.CLOSED,
    say("Damaged inside"),
    say("A part is not the markup it should be, and was not looked at to its end."),
    say("Open it in its program, check that it is whole, and save it again."),
)
OWN_KINDS = (LIMIT, ENTITIES, DAMAGED)


def scan(name: str, data: bytes, *, allows_macros: bool = False) -> tuple[Finding, ...]:
    """Return what a file carries, the gravest first; the same bytes give the same findings.

    Nothing is executed, no entity expanded, and nothing unpacked beyond the budget.
    """
    found = set(_scanned(name, data, Budget(), 0, allows_macros=allows_macros))
    return tuple(sorted(found, key=lambda finding: finding.sort_key))


def _scanned(
    name: str, data: bytes, budget: Budget, depth: int, *, allows_macros: bool = False
) -> Iterator[Finding]:
    try:
        subject = Subject(name, data, budget, depth, allows_macros)
    except Exhausted:
        yield Finding(LIMIT, say("It has too many parts."))
        return
    for each in SCANS:
        yield from _looked(each, subject)
    yield from _inside(subject)


def _looked(each: Scan, subject: Subject) -> Iterator[Finding]:
    try:
        yield from each.look(subject)
    except Exhausted:
        yield Finding(LIMIT, say("It holds more than was looked at."))
    except MarkupRefused:
        yield Finding(ENTITIES, say("A part declares a document type."))
    except MarkupDamaged:
        yield Finding(DAMAGED, say("A part is damaged."))


def _inside(subject: Subject) -> Iterator[Finding]:
    """Look at the files in a zip or e-mail in the same way, as far down as anybody goes."""
    if subject.depth + 1 >= DEPTH_LIMIT:
        return
    try:
        for name, content in subject.inner():
            for finding in _scanned(name, content, subject.budget, subject.depth + 1):
                inside = f"{name}/{finding.inside}" if finding.inside else name
                yield Finding(finding.kind, finding.said, plain(inside))
    except Exhausted:
        yield Finding(LIMIT, say("It holds more than was looked at."))
