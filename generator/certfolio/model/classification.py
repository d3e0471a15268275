"""The four classification levels, lowest first."""

from enum import Enum
from functools import total_ordering


@total_ordering
class Classification(Enum):
    """How widely a record or file may be shown; a higher level is shown to fewer people."""

    PUBLIC = "public"
    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"
    RESTRICTED = "restricted"

    @property
    def rank(self) -> int:
        return list(Classification).index(self)

    def __lt__(self, other: "Classification") -> bool:
        return self.rank < other.rank

    def __str__(self) -> str:
        return self.value
