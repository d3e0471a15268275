"""Does every file exist, hold something and still match the digest recorded for it?

A file that changed after somebody accepted it proves something else than they saw. The build
stops where a named file is missing, empty or no longer what its SHA-256 says; without a recorded
SHA-256 a change before the build goes unnoticed.
"""

from collections.abc import Iterator

from certfolio.intake.collect import files_of
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.records.evidence import Evidence
from certfolio.records.record import Record


def check(case: Case) -> Iterator[ReadinessFinding]:
    asked = [r for r in case.graph.records if isinstance(r, Evidence) or files_of(r)]
    for record in asked:
        yield _judged(record)
    if not asked:
        yield RULE.not_applicable(PORTAL, say("No record names a file."))


def _judged(record: Record) -> ReadinessFinding:
    files = files_of(record)
    if not files:
        return _without_files(record)
    unfixed = [entry.path for entry in files if entry.sha256 is None]
    if not unfixed:
        told = say_count(
            "{record} names {number} file: there, not empty, as its recorded SHA-256 says.",
            "{record} names {number} files: there, not empty, as its recorded SHA-256 says.",
            len(files),
            record=record.id,
        )
        return RULE.met(record, told)
    told = say_count(
        "{record} names {number} file: there and not empty; no SHA-256 is recorded "
        "for {unfixed}, so an earlier change would go unnoticed.",
        "{record} names {number} files: there and not empty; no SHA-256 is "
        "recorded for {unfixed}, so an earlier change would go unnoticed.",
        len(files),
        record=record.id,
        unfixed=Listing(unfixed),
    )
    if len(unfixed) < len(files):
        return RULE.partly_met(record, told, severity=Severity.MINOR)
    return RULE.not_assessed(record, told)


def _without_files(record: Record) -> ReadinessFinding:
    place = getattr(record, "available_on_site", None)
    if place:
        return RULE.not_applicable(
            record,
            say(
                "{record} is shown on site only: {place}.",
                record=record.id,
                place=place.rstrip("."),
            ),
        )
    return RULE.not_assessed(
        record, say("{record} names no file that this portal holds.", record=record.id)
    )


RULE = Rule(
    id="RR-EVD-01",
    severity=Severity.MAJOR,
    source="7.5.3",
    needs=("files of records", "recorded SHA-256"),
    text=__doc__,
    check=check,
)
