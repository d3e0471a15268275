"""Puts the statement of applicability of each standard together from its entries."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.clause import ClauseRef
from certfolio.model.message import Message, say
from certfolio.readiness.case import Case
from certfolio.records.soa_entry import SoaEntry
from certfolio.standards.catalogue import Catalogue, Clause

NO_CONTROLS = say("No declared standard has controls to decide on.")


@dataclass(frozen=True, slots=True)
class Statement:
    """The controls of one standard and the decisions that the records hold on them."""

    catalogue: Catalogue
    controls: tuple[Clause, ...]
    entries: tuple[SoaEntry, ...]

    @property
    def is_empty(self) -> bool:
        return not self.entries

    @property
    def nothing(self) -> Message:
        """Say that it holds nothing."""
        return say(
            "The statement of applicability of {standard} holds no entry.",
            standard=self.catalogue.name,
        )

    def decided(self) -> dict[ClauseRef, list[SoaEntry]]:
        """Return the entries of each control; more than one is a contradiction."""
        found: dict[ClauseRef, list[SoaEntry]] = {}
        for entry in self.entries:
            found.setdefault(entry.control, []).append(entry)
        return found


def statements(case: Case) -> tuple[Statement, ...]:
    """Return one statement for each declared standard that has controls."""
    return tuple(_statements(case))


def _statements(case: Case) -> Iterator[Statement]:
    entries: dict[str, list[SoaEntry]] = {}
    for entry in case.graph.all(SoaEntry):
        entries.setdefault(entry.control.standard, []).append(entry)
    for catalogue in case.catalogues:
        controls = tuple(clause for clause in catalogue.clauses if clause.kind == "control")
        if controls:
            yield Statement(catalogue, controls, tuple(entries.get(catalogue.id, ())))
