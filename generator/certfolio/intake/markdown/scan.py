"""Reads lines of Markdown into blocks, by the rules of CommonMark and GitHub's tables."""

from collections.abc import Callable, Sequence

from certfolio.intake.markdown import line as lines_are
from certfolio.intake.markdown.block import (
    SEPARATOR,
    Block,
    Code,
    Content,
    Indented,
    List,
    Paragraph,
    Quote,
    Raw,
    Title,
)
from certfolio.intake.markdown.line import Marker, indent_of, marker

Lines = Sequence[str]
# A reader takes the lines and a place; it returns its block and the place after it.
Found = tuple[Block, int] | None


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
    return _paragraph(lines, place)


def _indented_code(lines: Lines, place: int) -> Found:
    if indent_of(lines[place]) < 4:
        return None
    end = last = place
    while end < len(lines) and (indent_of(lines[end]) >= 4 or not lines[end].strip()):
        last = end if lines[end].strip() else last
        end += 1
    return Code(tuple(text[4:] for text in lines[place : last + 1])), last + 1


def _fence(lines: Lines, place: int) -> Found:
    opened = lines_are.FENCE.match(lines[place])
    if opened is None:
        return None
    fence, margin = opened[1], indent_of(lines[place])
    end = place + 1
    while end < len(lines) and not _closes(lines[end], fence):
        end += 1
    body = (text[min(margin, indent_of(text)) :] for text in lines[place + 1 : end])
    return Code(tuple(body)), min(end + 1, len(lines))


def _closes(text: str, fence: str) -> bool:
    inner = text.strip()
    return indent_of(text) < 4 and inner.startswith(fence) and not inner.strip(fence[0])


def _heading(lines: Lines, place: int) -> Found:
    found = lines_are.HEADING.match(lines[place])
    if found is None:
        return None
    text = (found[2] or "").strip()
    decorated = text.rstrip("#")
    if decorated != text and (not decorated or decorated[-1].isspace()):
        text = decorated.rstrip()
    return Title(len(found[1]), text), place + 1


def _rule(lines: Lines, place: int) -> Found:
    return (Raw(("---",)), place + 1) if lines_are.RULE.match(lines[place]) else None


def _comment(lines: Lines, place: int) -> Found:
    opened = lines_are.COMMENT.match(lines[place])
    if opened is None:
        return None
    ending = lines_are.COMMENT_ENDS.get(opened[1], ">")
    end = _first_holding(lines, place, ending)
    after = lines[end].partition(ending)[2] if end < len(lines) else ""
    return Raw((SEPARATOR + after,)), end + 1


def _verbatim(lines: Lines, place: int) -> Found:
    opened = lines_are.VERBATIM.match(lines[place])
    if opened is None:
        return None
    end = _first_holding(lines, place, f"</{opened[1]}>".lower())
    return Raw(("&#10;".join(lines[place : end + 1]).strip(),)), end + 1


def _first_holding(lines: Lines, place: int, words: str) -> int:
    while place < len(lines) and words not in lines[place].lower():
        place += 1
    return place


def _html(lines: Lines, place: int) -> Found:
    if lines_are.HTML.match(lines[place]) is None:
        return None
    end = place
    while end < len(lines) and lines[end].strip():
        end += 1
    return Raw(tuple(text.strip() for text in lines[place:end])), end


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


def _table(lines: Lines, place: int) -> Found:
    if not _is_table(lines, place):
        return None
    end = place + 2
    while end < len(lines) and lines_are.continues_table(lines[end]):
        end += 1
    return Raw(tuple(map(_bordered, lines[place:end]))), end


def _is_table(lines: Lines, place: int) -> bool:
    return place + 1 < len(lines) and lines_are.begins_table(lines[place], lines[place + 1])


def _bordered(row: str) -> str:
    inner = lines_are.with_plain_pipes_in_code(row.strip())
    inner = inner if inner.startswith("|") else f"| {inner}"
    return inner if inner.endswith("|") and not inner.endswith("\\|") else f"{inner} |"


def _paragraph(lines: Lines, place: int) -> tuple[Block, int]:
    texts = [lines[place]]
    place += 1
    while place < len(lines) and lines[place].strip():
        if underline := lines_are.UNDERLINE.match(lines[place]):
            text = " ".join(text.strip() for text in texts)
            return Title(1 if underline[1][0] == "=" else 2, text), place + 1
        if lines_are.interrupts(lines[place]) or _is_table(lines, place):
            break
        texts.append(lines[place])
        place += 1
    return Paragraph(tuple(texts)), place


_READERS: tuple[Callable[[Lines, int], Found], ...] = (
    _indented_code,
    _fence,
    _heading,
    _rule,
    _comment,
    _verbatim,
    _html,
    _quote,
    _list,
    _footnote_or_definition,
    _admonition,
    _table,
)
