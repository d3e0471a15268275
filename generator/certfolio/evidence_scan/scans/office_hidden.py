"""What an Office file holds without showing it: sheets, rows, columns, slides, notes, text."""

from collections.abc import Iterator

from certfolio.evidence_scan.finding import Finding, Kind, Weight, named
from certfolio.evidence_scan.markup import Element, elements, mentions
from certfolio.evidence_scan.parts import Parts
from certfolio.evidence_scan.subject import WORD, Scan, Subject
from certfolio.model.message import say, say_count

HIDDEN_SHEET = Kind(
    "hidden-sheet",
    Weight.LOOK,
    say("Hidden sheets"),
    say("Whoever gets the workbook can show the sheets and read them."),
    say("Delete them, or hand over a PDF of the sheets that are meant."),
)
VERY_HIDDEN = Kind(
    "very-hidden-sheet",
    Weight.LOOK,
    say("Sheets that Excel's menu does not list"),
    say("They were hidden by a program so that nobody finds them; their contents are all there."),
    say("Show them in the editor of Excel (Alt+F11, property Visible), then delete them."),
)
HIDDEN_CELLS = Kind(
    "hidden-cells",
    Weight.LOOK,
    say("Hidden rows and columns"),
    say("Their values are in the file; a filter that is on hides rows in the same way."),
    say("Show and check them, and delete what is not meant for the reader."),
)
HIDDEN_SLIDE = Kind(
    "hidden-slide",
    Weight.LOOK,
    say("Hidden slides"),
    say("They are left out when presenting, and are there for whoever gets the file."),
    say("Delete them, or hand over a PDF of the slides that are meant."),
)
NOTES = Kind(
    "speaker-notes",
    Weight.LOOK,
    say("Speaker's notes"),
    say("What the speaker wrote below the slides goes along."),
    say("Read and delete them, or hand over a PDF without notes."),
)
HIDDEN_TEXT = Kind(
    "hidden-text",
    Weight.LOOK,
    say("Hidden text"),
    say("Text that is neither shown nor printed stands in the file."),
    say("Show it with Ctrl+Shift+8, and delete what is not meant for the reader."),
)

_TRUE = frozenset({"1", "true", "on"})


def look(subject: Subject) -> Iterator[Finding]:
    if subject.office is not None:
        yield from _workbook(subject.office)
        yield from _cells(subject.office)
        yield from _slides(subject.office)
        yield from _text(subject.office)
    elif subject.open_document is not None:
        yield from _open_document(subject.open_document)


def _workbook(parts: Parts) -> Iterator[Finding]:
    data = parts.get("xl/workbook.xml")
    if not mentions(data, b"idden"):
        return
    sheets = elements(data, parts.budget, "sheet")
    yield from _sheets(HIDDEN_SHEET, [s for s in sheets if _state(s) == "hidden"])
    yield from _sheets(VERY_HIDDEN, [s for s in sheets if _state(s) == "veryhidden"])


def _state(sheet: Element) -> str:
    return sheet.attributes.get("state", "").lower()


def _sheets(kind: Kind, sheets: list[Element]) -> Iterator[Finding]:
    if sheets:
        yield Finding(
            kind,
            say_count(
                "{number} sheet is hidden: {names}.",
                "{number} sheets are hidden: {names}.",
                len(sheets),
                names=named(sheet.attributes.get("name", "") for sheet in sheets),
            ),
        )


def _cells(parts: Parts) -> Iterator[Finding]:
    rows = columns = 0
    has_all = False
    for name in parts.names("xl/worksheets/", ending=".xml"):
        data = parts.get(name)
        if not mentions(data, b"hidden=", b"zeroHeight="):
            continue
        for element in elements(data, parts.budget, "row", "col", "sheetFormatPr"):
            is_hidden = element.attributes.get("hidden", "") in _TRUE
            rows += is_hidden and element.name == "row"
            columns += _span(element) if is_hidden and element.name == "col" else 0
            has_all = has_all or element.attributes.get("zeroHeight", "") in _TRUE
    yield from _hidden_cells(rows, columns)
    if has_all:
        yield Finding(HIDDEN_CELLS, say("All rows below the used ones are hidden."))


def _span(column: Element) -> int:
    try:
        first, last = int(column.attributes["min"]), int(column.attributes["max"])
    except (KeyError, ValueError):
        return 1
    return max(1, min(last - first + 1, 16_384))


def _hidden_cells(rows: int, columns: int) -> Iterator[Finding]:
    if rows:
        said = say_count("{number} row is hidden.", "{number} rows are hidden.", rows)
        yield Finding(HIDDEN_CELLS, said)
    if columns:
        said = say_count("{number} column is hidden.", "{number} columns are hidden.", columns)
        yield Finding(HIDDEN_CELLS, said)


def _slides(parts: Parts) -> Iterator[Finding]:
    slides = [name for name in parts.names("ppt/slides/", ending=".xml") if "/_rels/" not in name]
    hidden = sum(_is_hidden_slide(parts, name) for name in slides)
    if hidden:
        said = say_count("{number} slide is hidden.", "{number} slides are hidden.", hidden)
        yield Finding(HIDDEN_SLIDE, said)
    noted = sum(_has_words(parts, name) for name in parts.names("ppt/notesslides/", ending=".xml"))
    if noted:
        said = say_count("{number} slide has notes.", "{number} slides have notes.", noted)
        yield Finding(NOTES, said)


def _is_hidden_slide(parts: Parts, name: str) -> bool:
    data = parts.get(name)
    if not mentions(data, b"show="):
        return False
    found = elements(data, parts.budget, "sld")
    return any(e.attributes.get("show", "1").lower() in {"0", "false"} for e in found)


def _has_words(parts: Parts, name: str) -> bool:
    found = elements(parts.get(name), parts.budget, "t") if "/_rels/" not in name else []
    return any(element.text.strip() and not element.text.strip().isdigit() for element in found)


def _text(parts: Parts) -> Iterator[Finding]:
    hidden = 0
    for name in parts.names(WORD, ending=".xml"):
        data = parts.get(name)
        # a style may hide text that no paragraph uses; only runs count
        if name.endswith("styles.xml") or not mentions(data, b"vanish"):
            continue
        found = elements(data, parts.budget, "vanish")
        hidden += sum(
            e.attributes.get("val", "1").lower() in _TRUE and e.parent == "rPr" for e in found
        )
    if hidden:
        said = say_count(
            "{number} piece of text is hidden.", "{number} pieces of text are hidden.", hidden
        )
        yield Finding(HIDDEN_TEXT, said)


def _open_document(parts: Parts) -> Iterator[Finding]:
    data = parts.get("content.xml")
    if not mentions(data, b"collapse", b"filter", b'display="none"', b'display="false"'):
        return
    found = elements(
        data, parts.budget, "table", "table-row", "table-column", "table-properties", "style"
    )
    styles = _hiding_styles(found)
    tables = [e for e in found if e.name == "table" and e.attributes.get("style-name") in styles]
    yield from _sheets(HIDDEN_SHEET, tables)
    hidden = [e for e in found if e.attributes.get("visibility") in {"collapse", "filter"}]
    rows = sum(e.name == "table-row" for e in hidden)
    yield from _hidden_cells(rows, sum(e.name == "table-column" for e in hidden))


def _hiding_styles(found: list[Element]) -> set[str]:
    """Find the styles whose properties, which end before them, hide a table."""
    hiding: set[str] = set()
    is_hidden = False
    for element in found:
        if element.name == "table-properties":
            is_hidden = element.attributes.get("display") in {"false", "none"}
        elif element.name == "style":
            if is_hidden:
                hiding.add(element.attributes.get("name", ""))
            is_hidden = False
    return hiding


SCAN = Scan(look, (HIDDEN_SHEET, VERY_HIDDEN, HIDDEN_CELLS, HIDDEN_SLIDE, NOTES, HIDDEN_TEXT))
