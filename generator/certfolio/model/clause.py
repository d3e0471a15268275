"""A reference to a clause of a standard, kept as text: 8.10 is not 8.1."""

import re
from dataclasses import dataclass

from certfolio.model.ordering import NaturalKey, natural_key

_STANDARD = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_NUMBER = r"[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*"
_CLAUSE = re.compile(rf"({_STANDARD}):({_NUMBER})")


@dataclass(frozen=True, slots=True)
class ClauseRef:
    """A clause or control by its standard's id and its number, as in `iso-27001-2022:A.5.15`."""

    standard: str
    number: str

    @classmethod
    def parse(cls, text: str) -> "ClauseRef":
        """Read `standard:number`; raise ValueError for anything else."""
        match = _CLAUSE.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is not a clause reference such as iso-27001-2022:A.5.15")
        return cls(match[1], match[2])

    @property
    def sort_key(self) -> tuple[NaturalKey, NaturalKey]:
        """Order by standard, then clauses 4 to 10 before annexes, each in counting order."""
        return natural_key(self.standard), natural_key(self.number)

    def __str__(self) -> str:
        return f"{self.standard}:{self.number}"
