"""What stands in the way of a delivery, told so that the sender can do something about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from certfolio.model.problem import ExitCode


class Hindrance(Enum):
    """What stands in the way; the value is printed in square brackets."""

    TYPE = "refused-type"
    LOCKED = "locked"
    FILE_SIZE = "file-size"
    NAME = "refused-name"
    PATH = "long-path"
    TOTAL = "total-size"
    NUMBER = "number-of-files"
    UNSEEN = "not-looked-into"
    LEFTOVER = "leftover"

    @property
    def exit_code(self) -> ExitCode:
        """A file at fault ends in 4; a place that the package does not fit is set-up, 2."""
        is_file = self in {Hindrance.TYPE, Hindrance.LOCKED, Hindrance.FILE_SIZE, Hindrance.NAME}
        return ExitCode.EVIDENCE if is_file else ExitCode.CONFIGURATION


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found where, what the way of delivery expects, and what to do.

    With `is_notice` it is printed and stops nothing.
    """

    place: str
    found: str
    hindrance: Hindrance
    expected: str
    fix: str
    is_notice: bool = False

    def __str__(self) -> str:
        kind = " notice:" if self.is_notice else ""
        return (
            f"{self.place}:{kind} {self.found} [{self.hindrance.value}]\n"
            f"  expected: {self.expected}\n"
            f"  fix: {self.fix}"
        )


class Undeliverable(Exception):  # noqa: N818 - the package is not for this way
    """A package that cannot go the way it was to go; `findings` holds every reason."""

    def __init__(self, findings: Sequence[Finding], profile: str) -> None:
        super().__init__("the package cannot be delivered this way")
        self.findings = tuple(findings)
        self.profile = profile

    @property
    def exit_code(self) -> ExitCode:
        """Set-up goes before files, as everywhere."""
        codes = {finding.hindrance.exit_code for finding in faults_of(self.findings)}
        return min(codes, key=lambda code: code.value)


def faults_of(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what stops a delivery."""
    return tuple(finding for finding in findings if not finding.is_notice)
