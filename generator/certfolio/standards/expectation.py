"""What a standard expects beyond its list of clauses, as data: inputs, topics, dates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

from certfolio.intake.decode import decode_part
from certfolio.intake.parsed import Parsed
from certfolio.intake.read import read_source

LeavingOut = Literal["with reason", "never", "ask the body"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """Dates of an edition that is being replaced.

    `new_until` is the last day for a new certificate to it, `valid_until` the last day of any.
    """

    successor: str
    new_until: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What one edition expects; `features` are the special demands it makes.

    Topics, categories and commitments are the values that the schemas of training sessions,
    reviews and policies offer. `leaving_out` says whether a clause may be declared not applicable,
    `participation` which clause asks to consult workers.
    """

    standard: str
    review_inputs: tuple[str, ...] = ()
    review_results: tuple[str, ...] = ()
    awareness_topics: tuple[str, ...] = ()
    commitments: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    leaving_out: LeavingOut = "ask the body"
    participation: str | None = None
    transition: Transition | None = None


@dataclass(frozen=True, slots=True)
class Expectations:
    """The expectations of all standards, by id."""

    by_standard: Mapping[str, Expectation] = field(default_factory=dict)

    def of(self, standard: str) -> Expectation:
        """Return a standard's expectations; for one that is not known, none."""
        return self.by_standard.get(standard) or Expectation(standard=standard)


def load_expectations() -> Expectations:
    """Read the expectations that ship with certfolio."""
    folder = files("certfolio.standards") / "expectations"
    found = {}
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        parsed = read_source(f"certfolio/standards/{entry.name}", entry.read_bytes())
        assert isinstance(parsed, Parsed)
        value: Any = parsed.value
        expectation: Expectation = decode_part(value, Expectation)
        found[expectation.standard] = expectation
    return Expectations(MappingProxyType(found))
