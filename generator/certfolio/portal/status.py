"""A state in a word, with the tone in which its badge repeats it."""

from dataclasses import dataclass
from typing import Literal

from certfolio.model.message import word

Tone = Literal["good", "attention", "bad", "quiet"]

_GOOD = """
accepted|achieved|active|approved|certified|closed|closed effective|competent
completed|compliant|counts as proof|documented|done|effective|evaluated|implemented|in force|met
on track|operated|operating|reported|reviewed|treated
""".replace("\n", "|").split("|")
_ATTENTION = """
action planned|amended|applied|area of concern|at risk|cause found|changing|collected
conditional|contained|documented only|draft|held|identified|in progress|in review|locked|look
minor|no accepted proof|no document|no effective document|no proof|not assessed
not evaluated|on leave|open|partly|partly implemented|partly met|pending closure
planned|proof stale|proposed|reopened|required|running|stage 1 planned|stage 2 planned
under review|under revision|verification pending
""".replace("\n", "|").split("|")
_BAD = """
blocker|does not count|expired|gap|major|missed|not compliant|not implemented|not met|overdue
rejected|suspended|unsafe
""".replace("\n", "|").split("|")

WORDS = tuple(filter(None, (*_GOOD, *_ATTENTION, *_BAD)))
"""All words that have a tone; any other is quiet."""


@dataclass(frozen=True, slots=True)
class Status:
    """What a badge shows; the tone says nothing that the word does not."""

    word: str

    def __post_init__(self) -> None:
        """Make the word one that is said in the language of the reader."""
        object.__setattr__(self, "word", word("state", self.word))

    @property
    def tone(self) -> Tone:
        if self.word in _GOOD:
            return "good"
        if self.word in _ATTENTION:
            return "attention"
        return "bad" if self.word in _BAD else "quiet"
