"""A state in a word, with the tone in which its badge repeats it."""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["good", "attention", "bad", "quiet"]

_GOOD = """
accepted|achieved|active|approved|certified|closed|closed effective|competent|compliant|completed
done|effective|evaluated|implemented|in force|met|on track|operating|reported|reviewed|treated
""".replace("\n", "|").split("|")
_ATTENTION = """
action planned|applied|at risk|cause found|collected|conditional|contained|documented only|draft
in progress|in review|open|partly|partly implemented|partly met|pending closure|planned
proof stale|proposed|reopened|required|stage 1 planned|stage 2 planned|under review|under revision
verification pending|not assessed|identified|changing|on leave|running|amended|held|minor
area of concern|not evaluated
""".replace("\n", "|").split("|")
_BAD = """
expired|gap|major|missed|not compliant|not implemented|not met|overdue|rejected|suspended
""".replace("\n", "|").split("|")


@dataclass(frozen=True, slots=True)
class Status:
    """What a badge shows; the tone says nothing that the word does not."""

    word: str

    @property
    def tone(self) -> Tone:
        if self.word in _GOOD:
            return "good"
        if self.word in _ATTENTION:
            return "attention"
        return "bad" if self.word in _BAD else "quiet"
