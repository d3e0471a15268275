"""Lays records out as people do: registers, single files, and Markdown where there is a text."""

import json
from collections.abc import Iterator, Sequence

from certfolio.generation.stock import Fields
from certfolio.generation.yaml_text import yaml_text
from certfolio.records.record_type import RecordType

_REGISTER_SIZE = 200
_AS_JSON = frozenset({"supplier", "waiver"})
_AS_REGISTER = frozenset(
    {
        "site",
        "person",
        "role",
        "gap-item",
        "competence-record",
        "soa-entry",
        "evidence",
        "risk",
        "legal-requirement",
        "context-issue",
        "interested-party",
    }
)


def record_files(row: RecordType, records: Sequence[Fields]) -> Iterator[tuple[str, bytes]]:
    """Yield the files that hold the records of one type, each with its path in content/."""
    if row.name in _AS_REGISTER | _AS_JSON:
        for begin in range(0, len(records), _REGISTER_SIZE):
            part = list(records[begin : begin + _REGISTER_SIZE])
            name = f"{row.folder}/{row.folder}-{begin // _REGISTER_SIZE + 1}"
            yield _register(name, part, is_json=row.name in _AS_JSON)
    else:
        for record in records:
            yield _single(f"{row.folder}/{record['id']}", record)


def _register(name: str, records: list[Fields], *, is_json: bool) -> tuple[str, bytes]:
    content = {"records": records}
    if is_json:
        return f"{name}.json", (json.dumps(content, indent=2) + "\n").encode()
    return f"{name}.yaml", yaml_text(content).encode()


def _single(name: str, record: Fields) -> tuple[str, bytes]:
    head = yaml_text({key: value for key, value in record.items() if key != "prose"})
    if "prose" not in record:
        return f"{name}.yaml", head.encode()
    return f"{name}.md", f"---\n{head}---\n\n{record['prose']}".encode()
