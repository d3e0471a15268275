"""What an Office file does by itself: macros, DDE, remote templates, links, objects."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from certfolio.evidence_scan.finding import Finding, Kind, Weight, named
from certfolio.evidence_scan.markup import Element, MarkupRefused, declares_type, elements, mentions
from certfolio.evidence_scan.parts import Parts, relations
from certfolio.evidence_scan.subject import EXCEL, SLIDES, WORD, Scan, Subject
from certfolio.intake.attachment_macro import Macros, macros_in
from certfolio.model.message import say, say_count

MACROS = Kind(
    "macros",
    Weight.UNSAFE,
    say("Macros"),
    say("It holds programs that can run with the rights of whoever opens it."),
    say("Save it without macros or as a PDF; keep them only with macros_allowed and a reason."),
)
MACROS_ALLOWED = Kind(
    "macros-allowed",
    Weight.LOOK,
    say("Macros that the record allows"),
    say("It holds programs; the record gives a reason, and its page warns the reader."),
    say("Ask whether the reader needs the macros at all; a PDF shows the same."),
)
DDE = Kind(
    "dde",
    Weight.UNSAFE,
    say("Commands to other programs (DDE)"),
    say("A field or link asks another program for data and can start one."),
    say("Replace the field by its text, or export the file as a PDF."),
)
REMOTE_TEMPLATE = Kind(
    "remote-template",
    Weight.UNSAFE,
    say("Template or object from elsewhere"),
    say("On opening it fetches something from an address and can run what it gets."),
    say("Attach the standard template and embed what is linked, or export the file as a PDF."),
)
EXTERNAL_LINK = Kind(
    "external-link",
    Weight.LOOK,
    say("Data from other files"),
    say("It reads from other files or addresses; the reader is asked about it, and names show."),
    say("Break the links, so that only the values stay."),
)
WEB_LINK = Kind(
    "web-link",
    Weight.NOTE,
    say("Links to click"),
    say("Links lead out of the file; addresses of your own network tell its names."),
    say("Take out links that only work inside your house."),
)
OBJECT = Kind(
    "embedded-object",
    Weight.LOOK,
    say("Embedded objects"),
    say("It holds whole other files, which a reader may open and nobody sees on paper."),
    say("Replace them by pictures or by their values, or hand them over as files of their own."),
)

_MACROS = {
    Macros.VBA: say("It holds macros."),
    Macros.EXCEL_4: say("It holds Excel 4 macros."),
    Macros.BINARY: say("It is a binary workbook, which can hold macros unseen."),
    Macros.SCRIPT: say("It holds macros of LibreOffice."),
}
_FETCHING = re.compile(r"\b(INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK|RD)\b[^\n]{0,200}?(?://|\\\\)")
_DDE = re.compile(r"\bDDE(?:AUTO)?\b", re.IGNORECASE)
_QUOTED = re.compile(r"QUOTE((?:\s+\d{1,3})+)", re.IGNORECASE)
_CALLING = re.compile(rb"\b(?:WEBSERVICE|FILTERXML|RTD)\s*\(", re.IGNORECASE)
_LOADED = ("attachedtemplate", "oleobject", "frame", "afchunk", "control", "package", "subdocument")
_EMBEDDED = ("/embeddings/", "/activex/")


def look(subject: Subject) -> Iterator[Finding]:
    parts = subject.office or subject.open_document
    if parts is None:
        return
    macros = macros_in([entry.filename for entry in parts.entries], _types(parts))
    if macros is not None:
        kind = MACROS_ALLOWED if subject.allows_macros else MACROS
        yield Finding(kind, _MACROS[macros])
    if subject.office is not None:
        yield from _fields(parts)
        yield from _sheets(parts)
        yield from _links(parts)
    yield from _objects(parts)
    if any(declares_type(parts.get(name)) for name in parts.names(ending=(".xml", ".rels"))):
        raise MarkupRefused


def _types(parts: Parts) -> bytes:
    lists = (parts.get("[content_types].xml"), *(data for _, data in relations(parts)))
    return b" ".join(lists)


def _fields(parts: Parts) -> Iterator[Finding]:
    """Read the field codes of Word, which may be cut into any number of pieces."""
    for name in parts.names(WORD, ending=".xml"):
        data = parts.get(name)
        if not mentions(data, b"instrText", b"fldSimple"):
            continue
        found = elements(data, parts.budget, "instrText", "fldSimple", "fldChar")
        code = "".join(_code(element) for element in found)
        spelled = "\n".join([code, *(_spelled(match[1]) for match in _QUOTED.finditer(code))])
        if _DDE.search(spelled):
            yield Finding(DDE, say("A field in {part} calls another program.", part=name))
        if _FETCHING.search(code):
            yield Finding(REMOTE_TEMPLATE, say("A field in {part} fetches a file.", part=name))


def _code(element: Element) -> str:
    if element.name == "fldChar":
        return "\n" if element.attributes.get("fldCharType") == "end" else ""
    return element.attributes.get("instr", "") + element.text


def _spelled(numbers: str) -> str:
    """Read a field that spells its code in numbers to hide it."""
    return "".join(chr(int(number)) for number in numbers.split() if 31 < int(number) < 127)


def _sheets(parts: Parts) -> Iterator[Finding]:
    for name in parts.names("xl/externallinks/", ending=".xml"):
        data = parts.get(name)
        if mentions(data, b"ddeLink"):
            for link in elements(data, parts.budget, "ddeLink"):
                program = named([link.attributes.get("ddeService", "")])
                yield Finding(DDE, say("A cell asks the program “{name}”.", name=program))
    calling = [n for n in parts.names("xl/worksheets/", ending=".xml") if _calls(parts.get(n))]
    if calling:
        yield Finding(
            EXTERNAL_LINK,
            say_count(
                "Formulas on {number} sheet call an address.",
                "Formulas on {number} sheets call an address.",
                len(calling),
            ),
        )
    if parts.names("xl/connections.xml", "xl/querytables/"):
        yield Finding(EXTERNAL_LINK, say("It is connected to a database or another source."))


def _calls(data: bytes) -> bool:
    return _CALLING.search(data) is not None


def _links(parts: Parts) -> Iterator[Finding]:
    """Sort what lies outside the file into what is fetched, what is read and what is clicked."""
    loaded: list[str] = []
    read: list[str] = []
    clicked: list[str] = []
    for _name, data in relations(parts):
        if not mentions(data, b"External"):
            continue
        for relation in elements(data, parts.budget, "Relationship"):
            if relation.attributes.get("TargetMode", "").lower() == "external":
                kind = relation.attributes.get("Type", "").rpartition("/")[2].lower()
                target = relation.attributes.get("Target", "")
                is_own = kind == "attachedtemplate" and not _is_remote(target)
                where = clicked if kind == "hyperlink" else loaded if kind in _LOADED else read
                (read if is_own else where).append(target)
    if loaded:
        yield Finding(REMOTE_TEMPLATE, say("It fetches from {places}.", places=_places(loaded)))
    if read:
        yield Finding(EXTERNAL_LINK, say("It reads from {places}.", places=_places(read)))
    if clicked:
        yield Finding(
            WEB_LINK,
            say_count(
                "{number} link leads to {places}.",
                "{number} links lead to {places}.",
                len(clicked),
                places=_places(clicked),
            ),
        )


def _is_remote(target: str) -> bool:
    flat = target.replace("\\", "/")
    return "//" in flat and not flat.lower().startswith("file:///")


def _places(targets: list[str]) -> str:
    return named(_place(target) for target in targets)


def _place(target: str) -> str:
    """Return the host of an address, else the path as it is written."""
    try:
        parsed = urlsplit(target.replace("\\", "/"))
        host = parsed.hostname
    except ValueError:
        return target
    if parsed.scheme == "mailto":
        return parsed.path.rpartition("@")[2]
    return host or target


def _objects(parts: Parts) -> Iterator[Finding]:
    inside = [n for n in parts.names(WORD, EXCEL, SLIDES) if any(f in n for f in _EMBEDDED)]
    inside += parts.names("object ", "objectreplacements/")
    objects = [name for name in inside if not name.endswith((".rels", "/"))]
    if objects:
        yield Finding(
            OBJECT,
            say_count(
                "It holds {number} embedded file: {names}.",
                "It holds {number} embedded files: {names}.",
                len(objects),
                names=named(name.rpartition("/")[2] for name in objects),
            ),
        )


SCAN = Scan(look, (MACROS, MACROS_ALLOWED, DDE, REMOTE_TEMPLATE, EXTERNAL_LINK, WEB_LINK, OBJECT))
