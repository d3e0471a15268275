"""A facet of a table: the values by which its rows can be told apart, and which row has which."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from certfolio.portal.sort_key import SortKey

_FEW = 3


@dataclass(frozen=True, slots=True)
class Option:
    """What a row has: a key that goes into the address, the words, and the place among others."""

    key: str
    label: str
    order: SortKey
    is_own: bool = False
    """Whether the label is a text of the organization's own."""
    lang: str | None = None
    """Its language, where that is not the one of the page."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet, with the number of rows that have it."""

    key: str
    label: str
    amount: int
    is_own: bool
    lang: str | None


@dataclass(frozen=True, slots=True)
class Facet:
    """A question with its answers; `rows` holds the places of each row's answers in `choices`."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    rows: tuple[tuple[int, ...], ...]

    @property
    def is_telling(self) -> bool:
        """Whether it tells rows apart without naming each of them alone."""
        amount = len(self.choices)
        return amount > 1 and (amount <= _FEW or amount < len(self.rows))


def facet(name: str, label: str, absent: str, rows: Sequence[Iterable[Option]]) -> Facet:
    """Make a facet; a row without an answer gets the answer `absent`, which comes last."""
    nothing = Option("", absent, (99,))
    answers = [tuple(dict.fromkeys(row)) or (nothing,) for row in rows]
    counts = Counter(option for options in answers for option in options)
    ordered = sorted(counts, key=lambda option: (option.order, option.key))
    place = {option: index for index, option in enumerate(ordered)}
    return Facet(
        name=name,
        label=label,
        choices=tuple(Choice(o.key, o.label, counts[o], o.is_own, o.lang) for o in ordered),
        rows=tuple(tuple(sorted(place[option] for option in options)) for options in answers),
    )
