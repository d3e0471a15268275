"""Reads blocks that hold no other blocks: code, headings, rules, HTML, tables, paragraphs."""

from collections.abc import Callable, Sequence

from certfolio.intake.markdown import line as lines_are
from certfolio.intake.markdown.block import SEPARATOR, Block, Code, Paragraph, Raw, Title
from certfolio.intake.markdown.line import indent_of

Lines = Sequence[str]
# A reader takes the lines and a place; it returns its block and the place after it.
Found = tuple[Block, int] | None
Reader = Callable[[Lines, int], Found]


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


def _table(lines: Lines, place: int) -> Found:
    if not is_table(lines, place):
        return None
    end = place + 2
    while end < len(lines) and lines_are.continues_table(lines[end]):
        end += 1
    return Raw(tuple(map(_bordered, lines[place:end]))), end


def is_table(lines: Lines, place: int) -> bool:
    """Say whether the head of a table stands at the place."""
    return place + 1 < len(lines) and lines_are.begins_table(lines[place], lines[place + 1])


def _bordered(row: str) -> str:
    inner = lines_are.with_plain_pipes_in_code(row.strip())
    inner = inner if inner.startswith("|") else f"| {inner}"
    return inner if inner.endswith("|") and not inner.endswith("\\|") else f"{inner} |"


def paragraph(lines: Lines, place: int) -> tuple[Block, int]:
    """Read running text, or the heading it turns out to be when it is underlined."""
    texts = [lines[place]]
    place += 1
    while place < len(lines) and lines[place].strip():
        if underline := lines_are.UNDERLINE.match(lines[place]):
            text = " ".join(text.strip() for text in texts)
            return Title(1 if underline[1][0] == "=" else 2, text), place + 1
        if lines_are.interrupts(lines[place]) or is_table(lines, place):
            break
        texts.append(lines[place])
        place += 1
    return Paragraph(tuple(texts)), place


LEAVES_BEFORE_CONTAINERS: tuple[Reader, ...] = (
    _indented_code,
    _fence,
    _heading,
    _rule,
    _comment,
    _verbatim,
    _html,
)
LEAVES_AFTER_CONTAINERS: tuple[Reader, ...] = (_table,)
