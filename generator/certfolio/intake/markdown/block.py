"""The blocks a Markdown text is made of, each able to write itself for Python-Markdown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from certfolio.intake.markdown.line import LAZY

SEPARATOR = "<!-- -->"
_MISREAD = re.compile(r"^(?:(?=[-+*](?:\s|$)|#|>|!!!|=+\s*$|-+\s*$)|(\d+)(?=\.(?:\s|$)))")
_TASK = re.compile(r"\[([ xX])\](?=\s)")
_BREAK = re.compile(r"(?<!\\)((?:\\\\)*)\\$")
_ALERT = re.compile(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of running text, reference definitions and abbreviations among them."""

    texts: tuple[str, ...]

    def lines(self) -> list[str]:
        written = [_MISREAD.sub(r"\1\\", text.lstrip(LAZY + " ")) for text in self.texts]
        return [_BREAK.sub(r"\1  ", line) for line in written[:-1]] + written[-1:]


@dataclass(frozen=True, slots=True)
class Title:
    """A heading of either style."""

    level: int
    text: str

    def lines(self) -> list[str]:
        # A last # that belongs to the words, as in C#, would be taken for decoration.
        words = re.sub(r"(?<!\\)(#+)$", lambda found: "\\#" * len(found[1]), self.text)
        return [f"{'#' * self.level} {words}".rstrip()]


@dataclass(frozen=True, slots=True)
class Raw:
    """Lines that go on as they are: HTML, a rule, the rows of a table."""

    texts: tuple[str, ...]

    def lines(self) -> list[str]:
        return list(self.texts)


@dataclass(frozen=True, slots=True)
class Code:
    """Code, fenced or indented, sealed into one line that no later step can misread."""

    texts: tuple[str, ...]

    def lines(self) -> list[str]:
        text = escape("".join(f"{line}\n" for line in self.texts), quote=False)
        sealed = text.replace("\n", "&#10;").replace("\t", "&#9;")
        return [f"<pre><code>{sealed}</code></pre>"]


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation; the alerts of GitHub begin with their name in bold."""

    content: "Content"

    def lines(self) -> list[str]:
        lines = self.content.lines()
        if lines and (alert := _ALERT.match(lines[0])):
            lines[:1] = [f"**{alert[1].capitalize()}**", ""]
        return [f"> {line}".rstrip() for line in lines] or [">"]


@dataclass(frozen=True, slots=True)
class Indented:
    """A footnote, a definition or an admonition: a sign, and content indented below it."""

    sign: str
    content: "Content"
    has_own_line: bool

    def lines(self) -> list[str]:
        body = self.content.lines()
        if self.has_own_line:
            return [self.sign, *_indented(body)]
        return [f"{self.sign:<3} {body[0] if body else ''}", *_indented(body[1:])]


@dataclass(frozen=True, slots=True)
class List:
    """A list; `start` is None for bullets. Loose means that its items are paragraphs."""

    start: int | None
    items: "tuple[Content, ...]"
    is_loose: bool

    def lines(self) -> list[str]:
        is_tight = self.is_tight
        written: list[str] = []
        for number, item in enumerate(self.items, self.start or 0):
            sign = "-" if self.start is None else f"{number}."
            body = item.as_item(is_tight)
            if written and not is_tight:
                written.append("")
            written += [f"{sign:<3} {body[0]}", *_indented(body[1:])]
        return written

    @property
    def is_tight(self) -> bool:
        """Whether Python-Markdown can be given the list without blank lines."""
        return not self.is_loose and all(item.is_plain for item in self.items)


Block = Paragraph | Title | Raw | Code | Quote | Indented | List


@dataclass(frozen=True, slots=True)
class Content:
    """Blocks in order; `glued` are the places of those with no blank line before them."""

    blocks: tuple[Block, ...]
    glued: frozenset[int] = frozenset()

    def lines(self) -> list[str]:
        written = self.blocks[0].lines() if self.blocks else []
        for place, (before, block) in enumerate(pairwise(self.blocks), 1):
            if not (place in self.glued and _defines(before, block)):
                written.append("")
            if _would_merge(before, block):
                written += [SEPARATOR, ""]
            written += block.lines()
        return written

    @property
    def is_plain(self) -> bool:
        """Whether this is nothing but a paragraph, or a paragraph and a tight list below it."""
        match self.blocks:
            case () | (Paragraph(),):
                return True
            case (Paragraph(), List() as nested):
                return nested.is_tight
            case _:
                return False

    @property
    def has_gap(self) -> bool:
        """Whether a blank line stands between two of the blocks."""
        return len(self.glued) < len(self.blocks) - 1

    @property
    def ends_in_paragraph(self) -> bool:
        """Whether an unmarked line below goes on with the last paragraph."""
        match self.blocks[-1:]:
            case (Paragraph(),):
                return True
            case (List(items=items),):
                return items[-1].ends_in_paragraph
            case (Quote(content) | Indented(_, content),):
                return content.ends_in_paragraph
            case _:
                return False

    def as_item(self, is_tight: bool) -> list[str]:
        """Write the content of a list item; there is always a first line."""
        content = self.ticked()
        if is_tight and content.blocks:
            return [line for block in content.blocks for line in block.lines()]
        if not content.blocks or isinstance(content.blocks[0], Quote | Indented | List):
            content = Content((Raw((SEPARATOR,)), *content.blocks))
        return content.lines()

    def ticked(self) -> "Content":
        """Return the content with the box of a task as a sign that can be seen."""
        match self.blocks:
            case (Paragraph((first, *more)), *others) if box := _TASK.match(first):
                sign = "☐" if box[1] == " " else "☑"
                task = Paragraph((sign + first[box.end() :], *more))
                return Content((task, *others), self.glued)
            case _:
                return self


def _indented(lines: Sequence[str]) -> list[str]:
    return [f"    {line}" if line else "" for line in lines]


def _defines(before: Block, block: Block) -> bool:
    return isinstance(before, Paragraph) and isinstance(block, Indented) and block.sign == ":"


def _would_merge(before: Block, block: Block) -> bool:
    match before, block:
        case List(), List():
            return (before.start is None) == (block.start is None)
        case Quote(), Quote():
            return True
        case _:
            return False
