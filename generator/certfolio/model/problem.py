"""A fault in a content file, told so that its author can repair it.

The codes are a closed list; each says in which exit code the fault ends.
"""

from dataclasses import dataclass
from enum import Enum

from certfolio.model.location import Location


class ExitCode(int, Enum):
    """How a command ends (design: exit codes)."""

    DONE = 0
    CRASH = 1
    CONFIGURATION = 2
    RECORDS = 3
    EVIDENCE = 4
    DISCLOSURE = 5
    ENVIRONMENT = 6
    BUSY = 7
    VERIFICATION = 8
    GATE = 9


class Code(Enum):
    """What kind of fault a problem is; the value is printed in square brackets."""

    # the file as such
    FOLDER = "folder"  # a folder or file that is no record folder
    ENCODING = "encoding"
    SYNTAX = "syntax"
    EMPTY = "empty"
    DOCUMENTS = "documents"  # more than one YAML document in a file
    DUPLICATE_KEY = "duplicate-key"
    ALIAS = "alias"
    TAG = "tag"
    NUMBER = "number"
    CHARACTER = "character"
    DEPTH = "depth"
    SIZE = "size"
    TIME = "time"
    # against the schema
    TYPE = "type"
    UNKNOWN_KEY = "unknown-key"
    MISSING = "missing"
    CHOICE = "choice"
    FORMAT = "format"
    LENGTH = "length"
    RANGE = "range"
    REPEATED = "repeated"
    RULE = "rule"  # a condition of the schema that ties several properties together
    ORDER = "order"  # dates that contradict each other inside one record
    # between records
    DUPLICATE_ID = "duplicate-id"
    COLLISION = "collision"  # two outputs would have the same file name
    DANGLING = "dangling"
    WRONG_TYPE = "wrong-type"
    SELF_REFERENCE = "self-reference"
    CYCLE = "cycle"
    UNKNOWN_CLAUSE = "unknown-clause"
    UNKNOWN_STANDARD = "unknown-standard"
    # evidence and other files
    FILE_PATH = "file-path"
    FILE_NAME = "file-name"
    FILE_MISSING = "file-missing"
    FILE_LINK = "file-link"
    FILE_KIND = "file-kind"
    FILE_TYPE = "file-type"
    FILE_EMPTY = "file-empty"
    FILE_SIZE = "file-size"
    FILE_DIGEST = "file-digest"
    FILE_CHANGED = "file-changed"
    FILE_TWIN = "file-twin"
    FILE_UNREADABLE = "file-unreadable"
    # set-up
    CONFIGURATION = "configuration"
    SCHEMA = "schema"
    CATALOGUE = "catalogue"
    # notices only: worth a look, nothing is refused
    IGNORED = "ignored"
    ORPHAN = "orphan"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    BROKEN_LINK = "broken-link"
    MENTION = "mention"  # a text names what its readers do not see
    REMOVED = "removed"  # markup taken out of a text because it is not safe

    @property
    def exit_code(self) -> ExitCode:
        if self in _SET_UP:
            return ExitCode.CONFIGURATION
        if self is Code.FILE_UNREADABLE:
            return ExitCode.ENVIRONMENT
        if self.value.startswith("file-"):
            return ExitCode.EVIDENCE
        return ExitCode.RECORDS


_SET_UP = frozenset({Code.CONFIGURATION, Code.SCHEMA, Code.CATALOGUE})


@dataclass(frozen=True, slots=True)
class Problem:
    """What was found at a place, what was expected there, and what to type.

    A problem stops the build; a notice (`is_notice`) is printed and stops nothing. `found` names
    values shortened and without control characters (see `model.quoting`).
    """

    location: Location
    found: str
    code: Code
    expected: str
    fix: str
    is_notice: bool = False

    @property
    def sort_key(self) -> tuple[Location, str, str]:
        return self.location, self.code.value, self.found


_PRIORITY = (ExitCode.CONFIGURATION, ExitCode.ENVIRONMENT, ExitCode.RECORDS, ExitCode.EVIDENCE)


def exit_code(problems: "list[Problem] | tuple[Problem, ...]") -> ExitCode:
    """Return the code the command ends with: set-up first, then environment, records, evidence."""
    found = {problem.code.exit_code for problem in problems if not problem.is_notice}
    return next((code for code in _PRIORITY if code in found), ExitCode.DONE)
