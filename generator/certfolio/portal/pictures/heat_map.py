"""Clause heat map: what is documented and what is operated, clause by clause, by family."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from certfolio.model.clause import ClauseRef
from certfolio.model.message import Message, say, say_count, word
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.link import ClauseLink, clause_title
from certfolio.portal.pictures.clause_family import families, family_title
from certfolio.portal.pictures.fitting import broken
from certfolio.portal.pictures.picture import (
    Drawing,
    Key,
    Mark,
    Picture,
    Shape,
    Table,
    box,
    nothing,
    plain,
    words,
)
from certfolio.readiness.coverage import ClauseCoverage, ClauseState
from certfolio.standards.catalogue import Catalogue, Clause

_WIDTH, _LEFT, _PITCH, _CELL, _HIGH = 860, 340, 20, 17, 16
_IN_ROW = (_WIDTH - _LEFT) // _PITCH

DOCUMENTED = {
    "solid": word("picture", "documented"),
    "hatched": word("picture", "document not in force"),
    "open": word("picture", "no document"),
}
OPERATED = {
    "solid": word("picture", "operated"),
    "hatched": word("picture", "proof no longer current"),
    "dotted": word("picture", "proof not accepted"),
    "open": word("picture", "no proof"),
}
_APART = {
    "none": word("picture", "not applicable"),
    "unknown": word("picture", "not assessed"),
}
_LETTERS = {"none": "–", "unknown": "?"}


@dataclass(frozen=True, slots=True)
class Square:
    """A clause with the looks of its two results."""

    clause: Clause
    title: str
    documented: str
    operated: str


@dataclass(frozen=True, slots=True)
class Family:
    """The demands below one heading, in the standard's own order."""

    number: str
    title: str
    squares: tuple[Square, ...]

    @property
    def applicable(self) -> int:
        return sum(square.documented != "none" for square in self.squares)

    def count(self, result: str, style: str) -> int:
        return sum(getattr(square, result) == style for square in self.squares)


def heat_map(edition: Edition, catalogue: Catalogue) -> Picture:
    """Draw every demand of a standard as two squares, one above the other."""
    families = tuple(_families(edition, catalogue))
    title = say("Clause heat map of {standard}", standard=catalogue.name)
    name = f"heat-map-{catalogue.id}"
    if not families:
        return nothing(name, title, say("There is no clause to show."))
    return Picture(
        name=name,
        title=title,
        caption=_caption(families),
        drawings=(_drawing(families, title),),
        keys=(
            Key("solid", say("documented, or proved to be operated")),
            Key("hatched", say("document not in force, or proof no longer current")),
            Key("dotted", say("proof not accepted")),
            Key("open", say("nothing")),
            Key("none", say("not applicable"), "–"),
            Key("unknown", say("not assessed"), "?"),
        ),
        table=_table(catalogue, families),
    )


def _families(edition: Edition, catalogue: Catalogue) -> Iterator[Family]:
    for number, clauses in families(catalogue).items():
        squares = tuple(
            Square(
                clause, clause_title(catalogue, clause), *_looks(edition.coverage.get(clause.ref))
            )
            for clause in clauses
        )
        yield Family(
            number, edition.language.text(family_title(catalogue, number, clauses)), squares
        )


def _looks(coverage: ClauseCoverage | None) -> tuple[str, str]:
    if coverage is None or coverage.state is ClauseState.NOT_ASSESSED:
        return "unknown", "unknown"
    if coverage.state is ClauseState.NOT_APPLICABLE:
        return "none", "none"
    documented, operated = coverage.documented, coverage.operated
    first = "solid" if documented.effective else "hatched" if documented.others else "open"
    if operated.current:
        return first, "solid"
    second = "hatched" if operated.stale else "dotted" if operated.not_accepted else "open"
    return first, second


def _caption(found: Sequence[Family]) -> Message:
    squares = [square for family in found for square in family.squares]
    applicable = sum(family.applicable for family in found)
    return say(
        "Of {clauses}, {documented} are documented by a document in force and {operated} are proved"
        " to be operated by accepted, current proof; {both} are both.",
        clauses=say_count(
            "{number} clause that applies", "{number} clauses that apply", applicable
        ),
        documented=sum(square.documented == "solid" for square in squares),
        operated=sum(square.operated == "solid" for square in squares),
        both=sum(square.documented == square.operated == "solid" for square in squares),
    )


def _drawing(found: Sequence[Family], title: Message) -> Drawing:
    marks: list[Mark] = []
    top = 6
    for family in found:
        rows = -(-len(family.squares) // _IN_ROW)
        height = rows * (2 * _HIGH + 10)
        marks.append(plain(*_heading(family, top)))
        marks.extend(_square(square, index, top) for index, square in enumerate(family.squares))
        top += height + 8
    return Drawing(
        width=_WIDTH,
        height=top,
        marks=tuple(marks),
        title=title,
        says=say(
            "Each clause is two squares: above whether it is documented, below whether it is"
            " operated."
        ),
    )


def _heading(family: Family, top: int) -> Iterator[Shape]:
    lines = broken(f"{family.number} {family.title}", 165, 2)
    for index, text in enumerate(lines):
        yield words(0, top + 12 + index * 17, text, "strong")
    pairs = ((say("documented"), "documented", 12), (say("operated"), "operated", 29))
    for text, result, down in pairs:
        yield words(262, top + down, text, "soft fine", "end")
        amount = say(
            "{number} of {all}", number=family.count(result, "solid"), all=family.applicable
        )
        yield words(_LEFT - 10, top + down, amount, "fine strong digits", "end")


def _square(square: Square, index: int, top: int) -> Mark:
    row, column = divmod(index, _IN_ROW)
    x, y = _LEFT + column * _PITCH, top + row * (2 * _HIGH + 10)
    return Mark(
        shapes=(*_half(x, y, square.documented), *_half(x, y + _HIGH + 1, square.operated)),
        says=say(
            "{number} {title}: {documented}, {operated}",
            number=square.clause.ref.number,
            title=square.title,
            documented=_said(square.documented, DOCUMENTED),
            operated=_said(square.operated, OPERATED),
        ),
        href=address.clause(square.clause.ref),
    )


def _said(style: str, said: dict[str, Message]) -> Message:
    return _APART.get(style) or said[style]


def _half(x: float, y: float, style: str) -> Iterator[Shape]:
    yield box(x + 0.5, y + 0.5, _CELL, _HIGH - 1, style)
    if style in _LETTERS:
        yield words(x + _CELL / 2 + 0.5, y + 12, _LETTERS[style], "letter", "middle")


def _table(catalogue: Catalogue, found: Sequence[Family]) -> Table:
    columns = (
        say("Clause family"),
        say("Clauses"),
        *DOCUMENTED.values(),
        *OPERATED.values(),
        *_APART.values(),
    )
    return Table(columns, tuple(_row(catalogue, family) for family in found))


def _row(catalogue: Catalogue, family: Family) -> tuple[ClauseLink | int, ...]:
    documented, operated = (
        Counter(square.documented for square in family.squares),
        Counter(square.operated for square in family.squares),
    )
    ref = ClauseRef(catalogue.id, family.number)
    href = address.clause(ref) if catalogue.clause(family.number) else None
    return (
        ClauseLink(catalogue.name, family.number, family.title, href),
        len(family.squares),
        *(documented[style] for style in DOCUMENTED),
        *(operated[style] for style in OPERATED),
        *(documented[style] for style in _APART),
    )
