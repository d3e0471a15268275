"""Does every file exist, hold something and still match the digest recorded for it?

A file that changed after somebody accepted it proves something else than they saw. The build
stops where a named file is missing, empty or no longer what its SHA-256 says; without a recorded
SHA-256 a change before the build goes unnoticed.
"""

from collections.abc import Iterator

from certfolio.intake.collect import files_of
from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.readiness.sentence import counted, listed
from certfolio.records.evidence import Evidence
from certfolio.records.record import Record


def check(case: Case) -> Iterator[ReadinessFinding]:
    asked = [r for r in case.graph.records if isinstance(r, Evidence) or files_of(r)]
    for record in asked:
        yield _judged(record)
    if not asked:
        yield RULE.not_applicable(PORTAL, "No record names a file.")


def _judged(record: Record) -> ReadinessFinding:
    files = files_of(record)
    if not files:
        return _without_files(record)
    unfixed = [entry.path for entry in files if entry.sha256 is None]
    number = counted(len(files), "file")
    if not unfixed:
        told = f"{record.id} names {number}: there, not empty, as its recorded SHA-256 says."
        return RULE.met(record, told)
    told = (
        f"{record.id} names {number}: there and not empty; no SHA-256 is recorded for "
        f"{listed(unfixed)}, so an earlier change would go unnoticed."
    )
    if len(unfixed) < len(files):
        return RULE.partly_met(record, told, severity=Severity.MINOR)
    return RULE.not_assessed(record, told)


def _without_files(record: Record) -> ReadinessFinding:
    place = getattr(record, "available_on_site", None)
    if place:
        return RULE.not_applicable(
            record, f"{record.id} is shown on site only: {place.rstrip('.')}."
        )
    return RULE.not_assessed(record, f"{record.id} names no file that this portal holds.")


RULE = Rule(
    id="RR-EVD-01",
    severity=Severity.MAJOR,
    source="7.5.3",
    needs=("files of records", "recorded SHA-256"),
    text=__doc__,
    check=check,
)
