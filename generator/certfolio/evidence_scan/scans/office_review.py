"""What reviewers left in an Office file: tracked changes and comments, with their names."""

from collections.abc import Iterator

from certfolio.evidence_scan.finding import Finding, Kind, Weight, named
from certfolio.evidence_scan.markup import Element, elements, mentions
from certfolio.evidence_scan.parts import Parts
from certfolio.evidence_scan.subject import WORD, Scan, Subject
from certfolio.model.message import say, say_count

TRACKED = Kind(
    "tracked-changes",
    Weight.LOOK,
    say("Tracked changes"),
    say("Earlier wording, with who changed it when, can be read by everybody."),
    say("Accept or reject all changes on the Review tab, then save."),
)
COMMENTS = Kind(
    "comments",
    Weight.LOOK,
    say("Comments"),
    say("What colleagues wrote to each other goes along, with their names."),
    say("Read and delete them on the Review tab, or hand over a PDF without comments."),
)

_CHANGES = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel")
_FORMATS = ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange")
_CHANGE_WORDS = (b"ins ", b"del ", b"moveFrom", b"moveTo", b"PrChange", b"cellIns", b"cellDel")
_COMMENTS = ("comment", "threadedComment", "cm")


def look(subject: Subject) -> Iterator[Finding]:
    if subject.office is not None:
        yield from _tracked(subject.office)
        yield from _comments(subject.office)
    elif subject.open_document is not None:
        yield from _open_document(subject.open_document)


def _tracked(parts: Parts) -> Iterator[Finding]:
    changes: list[Element] = []
    for name in parts.names(WORD, ending=".xml"):
        data = parts.get(name)
        if mentions(data, *_CHANGE_WORDS):
            found = elements(data, parts.budget, *_CHANGES, *_FORMATS)
            changes += [element for element in found if "author" in element.attributes]
    yield from _change(len(changes), [c.attributes["author"] for c in changes])
    logs = parts.names("xl/revisions/revisionlog", ending=".xml")
    if logs:
        yield Finding(TRACKED, say("It holds the log of a shared workbook."))


def _change(number: int, authors: list[str]) -> Iterator[Finding]:
    if number:
        yield Finding(
            TRACKED,
            say_count(
                "{number} change is tracked, by {names}.",
                "{number} changes are tracked, by {names}.",
                number,
                names=named(authors) or "—",
            ),
        )


def _comments(parts: Parts) -> Iterator[Finding]:
    number = 0
    authors: list[str] = []
    for name in parts.names(ending=".xml"):
        folder, _, last = name.rpartition("/")
        if not (last.startswith("comment") or folder.endswith("comments")):
            continue
        data = parts.get(name)
        # Word keeps only ids in commentsIds, commentsExtended and the like
        found = elements(data, parts.budget, *_COMMENTS, "author", "cmAuthor")
        number += sum(e.name in _COMMENTS and e.parent != "comment" for e in found)
        authors += [_author(element) for element in found]
    for name in parts.names("ppt/commentauthors", "ppt/authors", "xl/persons/", ending=".xml"):
        found = elements(parts.get(name), parts.budget, "cmAuthor", "author", "person")
        authors += [e.attributes.get("name") or e.attributes.get("displayName", "") for e in found]
    if number:
        yield _comment(number, authors)


def _author(element: Element) -> str:
    name = element.attributes.get("author", "")
    own = element.text if element.name == "author" else element.attributes.get("name", "")
    return own or ("" if name.isdigit() else name)


def _comment(number: int, authors: list[str]) -> Finding:
    return Finding(
        COMMENTS,
        say_count(
            "{number} comment, by {names}.",
            "{number} comments, by {names}.",
            number,
            names=named(authors) or "—",
        ),
    )


def _open_document(parts: Parts) -> Iterator[Finding]:
    data = parts.get("content.xml")
    if not mentions(data, b"changed-region", b"annotation"):
        return
    found = elements(data, parts.budget, "changed-region", "annotation", "creator")
    names = [e.text for e in found if e.name == "creator"]
    yield from _change(sum(e.name == "changed-region" for e in found), names)
    comments = sum(e.name == "annotation" for e in found)
    if comments:
        yield _comment(comments, names)


SCAN = Scan(look, (TRACKED, COMMENTS))
