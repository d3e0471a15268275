"""Writes a planned record down, as a person would write it and as the program reads it."""

import posixpath
from dataclasses import replace
from datetime import date

from certfolio.adoption.plan import PlannedRecord, Wish, file_of, place_of
from certfolio.intake.decode import decode
from certfolio.intake.phrase import in_yaml
from certfolio.records.origin import Origin
from certfolio.records.record import Record
from certfolio.records.record_types import BY_NAME

NOT_STATED = "Not stated in the document"
NO_VERSION = "not stated"

Value = dict[str, object]


def why(clause_number: str, map_name: str | None) -> str:
    """Return the reason of an adopted link, which nobody has given yet."""
    return f"Named for {clause_number} in {map_name}; the reason is still to be written."


def value_of(record: PlannedRecord, wish: Wish) -> Value:
    """Return the properties of a record, in the order in which they are written."""
    stated = record.stated
    dates = (stated.earliest, stated.approved_on, wish.as_of)
    value: Value = {
        "id": record.id,
        "title": record.document.title,
        "status": _status(record),
        "classification": str(wish.classification),
        "owner": wish.owner,
        "created": min(day for day in dates if day is not None).isoformat(),
        "standards": [wish.standard],
    }
    if record.kind == "document":
        value["type"] = record.guess.sort
    value |= {"number": record.id, "version": stated.version or NO_VERSION}
    value |= _approval(record)
    value["retention"] = NOT_STATED
    value |= _files(record, wish)
    if record.kind == "policy":
        value |= {"commitments": [], "communicated": [], "external_availability": NOT_STATED}
    value["clauses"] = [
        {"clause": str(clause), "why": why(clause.number, wish.map_name)}
        for clause in record.clauses
    ]
    return value


def _status(record: PlannedRecord) -> str:
    if record.stated.is_effective:
        return "effective"
    return "approved" if record.stated.is_approved else "draft"


def _approval(record: PlannedRecord) -> Value:
    stated = record.stated
    facts: dict[str, str | date | None] = {
        "approved_by": stated.approved_by if stated.is_approved else None,
        "approved_on": stated.approved_on if stated.is_approved else None,
        "effective_on": stated.effective_on,
        "next_review": stated.next_review,
    }
    return {name: str(fact) for name, fact in facts.items() if fact is not None}


def _files(record: PlannedRecord, wish: Wish) -> Value:
    document = record.document
    value: Value = {
        "files": [
            {"path": posixpath.join(wish.folder, path), "sha256": digest}
            for path, digest in record.files
        ]
    }
    if document.is_text_only:
        value["location"] = place_of(wish, document)
    elif document.text is not None:
        value["text_from"] = place_of(wish, document)
    return value


def text_of(record: PlannedRecord, wish: Wish) -> str:
    """Return the file of a record: YAML, or Markdown with front matter where it holds the text."""
    lines = "".join(_lines(value_of(record, wish)))
    if record.document.is_text_only:
        return f"---\n{lines}---\n\n{record.document.text or ''}"
    schema = f"../../schema/{record.kind}.schema.json"
    return f"# yaml-language-server: $schema={schema}\n{lines}"


def _lines(value: Value) -> list[str]:
    lines = []
    for key, part in value.items():
        if isinstance(part, list) and part and isinstance(part[0], dict):
            lines.append(f"{key}:\n")
            lines += [line for entry in part for line in _entry(entry)]
        else:
            lines.append(f"{key}: {in_yaml(part)}\n")
    return lines


def _entry(entry: dict[str, object]) -> list[str]:
    return [
        f"{'    ' if number else '  - '}{key}: {in_yaml(part)}\n"
        for number, (key, part) in enumerate(entry.items())
    ]


def record_of(record: PlannedRecord, wish: Wish) -> Record:
    """Return the record that the program will read."""
    origin = Origin.at(f"content/{file_of(record)}")
    read = decode(value_of(record, wish), BY_NAME[record.kind].record, origin)
    return replace(read, prose=record.document.prose)
