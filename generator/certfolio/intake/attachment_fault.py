"""What is wrong with a file that a record names, before the record's own place is known."""

from dataclasses import dataclass

from certfolio.model.problem import Code


@dataclass(frozen=True, slots=True)
class FileFault:
    """A fault of a file below content/files; linking turns it into a Problem at the record's place.

    `is_notice` marks what is worth a look and refuses nothing.
    """

    code: Code
    found: str
    expected: str
    fix: str
    is_notice: bool = False
