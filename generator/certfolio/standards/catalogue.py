"""Clause catalogues as values: numbers, short titles, our own notes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from certfolio.model.clause import ClauseRef

Kind = Literal["heading", "requirement", "control"]
DocumentedInformation = Literal["maintain", "retain", "both"]
Condition = Literal[
    "extent_necessary", "if_applicable", "organization_determined", "if_control_applicable"
]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, sub-clause or control of one standard.

    `hs_key` joins it to the clauses of other standards that ask for the same thing (Harmonized
    Structure); None where the clause is special to its discipline. `documented_information` says
    whether documents are maintained, records retained, or both; `condition` when that is not
    unconditional.
    """

    ref: ClauseRef
    title: str
    parent: ClauseRef | None
    kind: Kind
    hs_key: str | None
    documented_information: DocumentedInformation | None
    condition: Condition | None
    note: str | None
    theme: str | None = None
    title_source: str = "standard"

    @property
    def is_demand(self) -> bool:
        """Whether the clause asks for something itself; a heading only groups others."""
        return self.kind != "heading"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One edition of one standard, its clauses in the standard's own order.

    `digest` is the SHA-256 of what the catalogue says, so that a reader can tell two versions of it
    apart.
    """

    id: str
    title: str
    edition: str
    status: str
    clauses: tuple[Clause, ...]
    digest: str = ""
    _by_number: Mapping[str, Clause] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        numbered = {clause.ref.number: clause for clause in self.clauses}
        object.__setattr__(self, "_by_number", MappingProxyType(numbered))

    @property
    def name(self) -> str:
        """What people call it, made from the id: `ISO 9001:2015`, `ISO 20000-1:2018`."""
        family, _, rest = self.id.partition("-")
        number, _, year = rest.rpartition("-")
        is_numbered = number.replace("-", "").isdigit() and year.isdigit()
        return f"{family.upper()} {number}:{year}" if is_numbered else self.title

    def clause(self, number: str) -> Clause | None:
        return self._by_number.get(number)

    @property
    def demands(self) -> tuple[Clause, ...]:
        """Requirements and controls, headings left out."""
        return tuple(clause for clause in self.clauses if clause.is_demand)


@dataclass(frozen=True, slots=True)
class Standards:
    """All catalogues that are known, by id in counting order."""

    catalogues: Mapping[str, Catalogue]

    def clause(self, ref: ClauseRef) -> Clause | None:
        catalogue = self.catalogues.get(ref.standard)
        return catalogue.clause(ref.number) if catalogue else None

    def only(self, ids: tuple[str, ...]) -> "Standards":
        """Return the catalogues of these ids, in the order in which they are named."""
        return Standards(MappingProxyType({i: self.catalogues[i] for i in ids}))
