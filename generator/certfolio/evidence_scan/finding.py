"""What a scan can find in a file: how grave, what it means, and what its owner can do."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from certfolio.model.message import Message

_LONGEST = 80


class Weight(Enum):
    """How much a finding matters before a file leaves the house; the gravest comes first."""

    UNSAFE = "unsafe"  # acts when the file is opened, or must not leave the house
    CLOSED = "locked"  # cannot be inspected
    LOOK = "look"  # holds more than one sees: a person should look and accept it
    NOTE = "note"  # worth knowing


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of finding: a stable name, its title, what it means and what can be done about it."""

    name: str
    weight: Weight
    title: Message
    means: Message
    advice: Message


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found in one file; `inside` names the file within an archive or e-mail."""

    kind: Kind
    said: Message
    inside: str = ""

    @property
    def sort_key(self) -> tuple[int, str, str, str]:
        order = list(Weight).index(self.kind.weight)
        return order, self.kind.name, self.inside, str(self.said)


def gravest(findings: Iterable[Finding]) -> Weight | None:
    """Return the gravest weight among findings; None where there are none."""
    found = {finding.kind.weight for finding in findings}
    return next((weight for weight in Weight if weight in found), None)


def named(texts: Iterable[str], most: int = 5) -> str:
    """Return texts from a file as one short line: no control characters, the first few of them."""
    clean = sorted({one for text in texts if (one := plain(text))})
    rest = len(clean) - most
    return ", ".join(clean[:most]) + (f", +{rest}" if rest > 0 else "")


def plain(text: str) -> str:
    """Return a text from a file short, on one line, without characters that cannot be seen."""
    kept = "".join(c if c.isprintable() else " " for c in text[: 4 * _LONGEST])
    line = " ".join(kept.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"
