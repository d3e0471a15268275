"""Does the portal list every file it hands over, with size and hash?

A file that changed on its way to the auditor has to be told from the one that was sent. The rules
see the records only, so they cannot answer for the finished folder.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.readiness.sentence import counted
from certfolio.records.part import FileEntry


def check(case: Case) -> Iterator[ReadinessFinding]:
    named = {
        file.path
        for record in case.graph.records
        for file in getattr(record, "files", ())
        if isinstance(file, FileEntry)
    }
    if not named:
        yield RULE.not_applicable("portal", "No record names a file.")
        return
    words = (
        f"The records name {counted(len(named), 'file')}. Not assessed by the rules, which see no"
        " finished portal: every build writes the size and SHA-256 of each attached file into"
        " data/portal.json."
    )
    yield RULE.not_assessed("portal", words, owner=case.top_management)


RULE = Rule(
    id="RR-INT-03",
    severity=Severity.MAJOR,
    source="7.5.3; MD 4",
    needs=("the finished portal",),
    text=__doc__,
    check=check,
)
