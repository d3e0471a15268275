"""The row of one text format: what it accepts, how it is described, what could be meant instead."""

from collections.abc import Callable
from dataclasses import dataclass

from certfolio.model.problem import Code


@dataclass(frozen=True, slots=True)
class Advice:
    """What can be said about a text that does not fit.

    `reason` completes the sentence about what was found; `value` is the text that was most likely
    meant; `hint` is the whole fix where no single value can be proposed.
    """

    reason: str = ""
    value: str | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """`noun` follows "is not", `expected` says what fits; `accepts` is always a full match."""

    name: str
    noun: str
    expected: str
    accepts: Callable[[str], bool]
    advise: Callable[[str], Advice]
    code: Code = Code.FORMAT
