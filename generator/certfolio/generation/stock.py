"""What generated records draw from: chance, the ids and states of all records, the clauses."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any, TypeVar

from certfolio.generation.word import ACTIVITIES, DEPARTMENTS, REASONS, RESULTS, RULES, THINGS

AS_OF = date(2026, 10, 5)
"""The day that every generated organization is judged by."""

Fields = dict[str, Any]
T = TypeVar("T")

_NO_LONGER = frozenset({"superseded", "withdrawn", "left"})


@dataclass(frozen=True, slots=True)
class Stock:
    """Everything that is decided before the first record is written.

    `ids` are the ids of each record type in their order, and of groups that several types form;
    `named` are those of them that other records may name.
    """

    chance: Random
    ids: Mapping[str, Sequence[str]]
    named: Mapping[str, Sequence[str]]
    states: Mapping[str, str]
    standards: tuple[str, ...]
    clauses: Sequence[str]
    controls: Sequence[str]

    def one(self, kind: str) -> str:
        """Return an id that may be named."""
        return self.chance.choice(self.named[kind])

    def some(self, kind: str, least: int, most: int) -> list[str]:
        """Return different ids that may be named, as many as there are at most."""
        return self.among(self.named[kind], least, most)

    def among(self, choices: Sequence[T], least: int, most: int) -> list[T]:
        """Return different choices in their own order."""
        number = min(len(choices), self.chance.randint(least, most))
        picked = self.chance.sample(range(len(choices)), number)
        return [choices[index] for index in sorted(picked)]

    def may(self, share: float) -> bool:
        return self.chance.random() < share

    def day(self, first: int, last: int) -> str:
        """Return a day between so many days before (negative) and after the day of judgement."""
        return day_at(self.chance.randint(first, last))

    def others(self, id: str, kind: str, least: int, most: int) -> list[str]:
        """Return ids that may be named, but not this one."""
        return self.among([other for other in self.named[kind] if other != id], least, most)

    def replaced(self, id: str, kind: str) -> Fields:
        """Return what this record replaces, if there is something superseded left for it."""
        gone = [other for other in self.ids[kind] if self.states[other] == "superseded"]
        turn = self.named[kind].index(id) if id in self.named[kind] else len(gone)
        return {"replaces": gone[turn]} if turn < len(gone) else {}

    def above(self, id: str, group: str) -> str:
        """Return the record of a group that this one belongs to; `below` is the way back."""
        return self.ids[group][number_of(id) % len(self.ids[group])]

    def below(self, id: str, group: str, kind: str) -> list[str]:
        """Return the records of a type that belong to this one of a group and may be named."""
        if id not in self.ids[group]:
            return []
        whole = self.ids[kind][self.ids[group].index(id) :: len(self.ids[group])]
        return [child for child in whole if is_live(self.states[child])]

    def clause_of(self, id: str) -> str:
        """Return the clause of a record that has one; every clause gets its turn."""
        return self.clauses[number_of(id) * 7 % len(self.clauses)]

    def supports(self, id: str, most: int) -> list[Fields]:
        """Return the clauses that a record supports, each with a reason of its own."""
        clauses = dict.fromkeys([self.clause_of(id), *self.among(self.clauses, 0, most - 1)])
        return [{"clause": clause, "why": self.why(clause)} for clause in clauses]

    def why(self, clause: str) -> str:
        number = clause.partition(":")[2]
        return f"Shows for {number} how {self.work().lower()} is done and kept in {self.place()}."

    def sentence(self, share: float, name: str) -> Fields:
        """Return a text under this name for a share of the records."""
        return {name: self.account()} if self.may(share) else {}

    def work(self) -> str:
        """Return the name of a piece of work."""
        return f"{self.chance.choice(ACTIVITIES)} of {self.chance.choice(THINGS)}"

    def place(self) -> str:
        return self.chance.choice(DEPARTMENTS)

    def account(self) -> str:
        """Return two sentences about something that happened."""
        told = self.chance.choice(RESULTS)
        return f"{self.work()} in {self.place()} was looked at, {self.cause()}. {told}"

    def cause(self) -> str:
        return self.chance.choice(REASONS)

    def rule(self) -> str:
        """Return a sentence that says how work is done."""
        return self.chance.choice(RULES).format(
            department=self.place(),
            activity=self.chance.choice(ACTIVITIES).lower(),
            thing=self.chance.choice(THINGS),
        )


Recipe = Callable[[Stock, str], Fields]


def day_at(offset: int) -> str:
    """Return the day so many days after the day of judgement."""
    return (AS_OF + timedelta(days=offset)).isoformat()


def days_after(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def number_of(id: str) -> int:
    """Return the place of an id among those of its type, from 0."""
    return int(id.rpartition("-")[2]) - 1


def is_live(state: str) -> bool:
    """Tell whether a record in this state may be named by others."""
    return state not in _NO_LONGER
