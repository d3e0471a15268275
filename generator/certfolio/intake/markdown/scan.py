"""Reads lines of Markdown into blocks, by the rules of CommonMark and GitHub's tables."""

from certfolio.intake.markdown import line as lines_are
from certfolio.intake.markdown.block import Block, Content, Indented, List, Quote
from certfolio.intake.markdown.leaf import (
    LEAVES_AFTER_CONTAINERS,
    LEAVES_BEFORE_CONTAINERS,
    Found,
    Lines,
    Reader,
    paragraph,
)
from certfolio.intake.markdown.line import Marker, indent_of, marker


def scan(lines: Lines) -> Content:
    """Return the blocks of the lines, nested ones included."""
    blocks: list[Block] = []
    glued: set[int] = set()
    place = 0
    was_blank = True
    while place < len(lines):
        if not lines[place].strip():
            place, was_blank = place + 1, True
            continue
        block, place = _read(lines, place)
        if not was_blank:
            glued.add(len(blocks))
        blocks.append(block)
        was_blank = False
    return Content(tuple(blocks), frozenset(glued))


def _read(lines: Lines, place: int) -> tuple[Block, int]:
    for reader in _READERS:
        if found := reader(lines, place):
            return found
    return paragraph(lines, place)


def _quote(lines: Lines, place: int) -> Found:
    inner: list[str] = []
    while place < len(lines):
        if sign := lines_are.QUOTE.match(lines[place]):
            inner.append(lines[place][sign.end() :])
        elif inner and _is_lazy(inner, lines[place]):
            inner.append(lines_are.lazy(lines[place]))
        else:
            break
        place += 1
    return (Quote(scan(inner)), place) if inner else None


def _is_lazy(inner: Lines, text: str) -> bool:
    """Say whether an unmarked line goes on with the paragraph that ends the container."""
    if not text.strip() or lines_are.begins_block(text) or not inner[-1].strip():
        return False
    return _follows_lazy(inner) or scan(inner).ends_in_paragraph


def _follows_lazy(inner: Lines) -> bool:
    """Say whether the last lines are running text since a lazy one: spares reading all again."""
    last = len(inner) - 1
    while (
        last > 0 and "|" not in inner[last] and lines_are.is_running_text(inner[last].lstrip(" "))
    ):
        if inner[last].startswith(lines_are.LAZY):
            return True
        last -= 1
    return False


def _list(lines: Lines, place: int) -> Found:
    first = found = marker(lines[place])
    if first is None:
        return None
    items: list[Content] = []
    is_loose = False
    while found is not None and found.sign == first.sign:
        inner, place = _item(lines, place, found)
        items.append(scan(inner))
        after = _next_filled(lines, place)
        found = marker(lines[after]) if after < len(lines) else None
        if found is not None and found.sign == first.sign:
            is_loose = is_loose or after > place
            place = after
    is_loose = is_loose or any(item.has_gap for item in items)
    return List(first.number, tuple(items), is_loose), place


def _item(lines: Lines, place: int, start: Marker) -> tuple[list[str], int]:
    """Return the lines of one item without their indent, and the place after it."""
    inner = [start.rest]
    place += 1
    if not start.rest and place < len(lines) and not lines[place].strip():
        return inner, place
    while (after := _next_filled(lines, place)) < len(lines):
        if indent_of(lines[after]) >= start.width:
            inner += [""] * (after - place) + [lines[after][start.width :]]
        elif after == place and _is_lazy(inner, lines[place]):
            inner.append(lines_are.lazy(lines[place]))
        else:
            break
        place = after + 1
    return inner, place


def _next_filled(lines: Lines, place: int) -> int:
    while place < len(lines) and not lines[place].strip():
        place += 1
    return place


def _footnote_or_definition(lines: Lines, place: int) -> Found:
    found = lines_are.FOOTNOTE.match(lines[place]) or lines_are.DEFINITION.match(lines[place])
    if found is None:
        return None
    inner = [found[2]]
    place += 1
    while place < len(lines) and lines_are.is_running_text(lines[place]):
        inner.append(lines[place].lstrip())
        place += 1
    below, place = _below(lines, place)
    return Indented(found[1], scan([*inner, *below]), has_own_line=False), place


def _admonition(lines: Lines, place: int) -> Found:
    if lines_are.ADMONITION.match(lines[place]) is None:
        return None
    below, end = _below(lines, place + 1)
    return Indented(lines[place].rstrip(), scan(below), has_own_line=True), end


def _below(lines: Lines, place: int) -> tuple[list[str], int]:
    """Return the lines indented by four, blank ones between them included."""
    inner: list[str] = []
    while (after := _next_filled(lines, place)) < len(lines) and indent_of(lines[after]) >= 4:
        inner += [""] * (after - place) + [lines[after][4:]]
        place = after + 1
    return inner, place


_READERS: tuple[Reader, ...] = (
    *LEAVES_BEFORE_CONTAINERS,
    _quote,
    _list,
    _footnote_or_definition,
    _admonition,
    *LEAVES_AFTER_CONTAINERS,
)
