"""Does the portal list every file it hands over, with size and hash?

A file that changed on its way to the auditor has to be told from the one that was sent. The rules
see the records only: they can say where two of them contradict each other, the list itself is made
by the build.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.records.part import FileEntry
from certfolio.records.record import Record


def check(case: Case) -> Iterator[ReadinessFinding]:
    named: set[str] = set()
    first: dict[str, tuple[Record, str]] = {}
    for record in case.graph.records:
        for file in getattr(record, "files", ()):
            if isinstance(file, FileEntry):
                named.add(file.path)
                yield from _contradiction(record, file, first)
    if not named:
        yield RULE.not_applicable("portal", say("No record names a file."))
        return
    words = say_count(
        "The records name {number} file. Not assessed by the rules, which see no "
        "finished portal: every build writes the size and SHA-256 of each attached "
        "file into exports/portal.json.",
        "The records name {number} files. Not assessed by the rules, which see no "
        "finished portal: every build writes the size and SHA-256 of each attached "
        "file into exports/portal.json.",
        len(named),
    )
    yield RULE.not_assessed("portal", words, owner=case.top_management)


def _contradiction(
    record: Record, file: FileEntry, first: dict[str, tuple[Record, str]]
) -> Iterator[ReadinessFinding]:
    """Compare a recorded hash with the one that a record before gave for the same file."""
    if file.sha256 is None:
        return
    other, digest = first.setdefault(file.path, (record, file.sha256))
    if digest.casefold() != file.sha256.casefold():
        words = say(
            "{record} and {other} record different SHA-256 values for {path}.",
            record=record.id,
            other=other.id,
            path=file.path,
        )
        yield RULE.gap(record, words)


RULE = Rule(
    id="RR-INT-03",
    severity=Severity.MAJOR,
    source="7.5.3; MD 4",
    needs=("files of records with their hashes", "the finished portal"),
    text=__doc__,
    check=check,
)
