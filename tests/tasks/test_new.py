"""invoke new starts a record that passes its schema and explains every property."""

from pathlib import Path

import pytest
from command import certfolio, files

from certfolio.intake.parsed import Parsed
from certfolio.intake.read import read_source
from certfolio.intake.register import rows
from certfolio.intake.schema import SchemaSet, load_schemas
from certfolio.intake.validate import validate_rows
from certfolio.pipeline import Workspace
from certfolio.records.record_type import RecordType
from certfolio.records.record_types import BY_NAME, RECORD_TYPES
from certfolio.tasks.new import write_record as write_new_record
from certfolio.tasks.next_id import next_id
from certfolio.tasks.record_draft import draft
from workspaces import SCHEMAS, write_record

every_type = pytest.mark.parametrize("row", RECORD_TYPES, ids=lambda row: row.name)
SMALL = """\
# A group of people who want something of the organization.

# The citation of this record.
id: INT-007
# Where this record stands. Choose one of open, closed.
status: open
# Who answers for it. Name an existing person.
owner: P-001

# What follows may be left out. Take away the # in front of what you need.

# What they need.
# need: "Sensors that last, at any price"
# The clauses it supports, each with the reason.
# clauses:
#   - clause: iso-9001-2015:4.2
#     why: Says who they are.
"""


@pytest.fixture(scope="module")
def schemas() -> SchemaSet:
    return load_schemas(SCHEMAS)


def read(text: str, suffix: str = "yaml") -> Parsed:
    parsed = read_source(f"content/x.{suffix}", text.encode())
    assert isinstance(parsed, Parsed), parsed
    return parsed


@every_type
def test_every_type_passes_its_own_schema(row: RecordType, schemas: SchemaSet) -> None:
    parsed = read(draft(row.name, schemas, {"id": f"{row.prefix}-001"}))
    assert validate_rows(rows(parsed)[0], row.name, schemas) == []


@every_type
def test_every_property_is_there_and_explained(row: RecordType, schemas: SchemaSet) -> None:
    lines = draft(row.name, schemas, {"id": f"{row.prefix}-001"}).splitlines()
    for key in schemas.schemas[row.name]["properties"]:
        places = [
            number
            for number, line in enumerate(lines)
            if line.removeprefix("# ").startswith(f"{key}:")
        ]
        assert places, key
        assert lines[places[0] - 1].startswith("# "), key


@every_type
def test_the_properties_left_out_hold_true_examples(row: RecordType, schemas: SchemaSet) -> None:
    text = draft(row.name, schemas, {"id": f"{row.prefix}-001"})
    value = read(text).value
    assert isinstance(value, dict)
    for key in schemas.schemas[row.name]["properties"]:
        if key not in value:
            begin = text.index(f"\n# {key}:") + 1
            entry = [text[begin:].splitlines()[0].removeprefix("# ")]
            for line in text[begin:].splitlines()[1:]:
                if not line.startswith("#  "):
                    break
                entry.append(line.removeprefix("# "))
            part = read("\n".join(entry)).value
            schema = schemas.follow(schemas.schemas[row.name]["properties"][key])
            assert part == {key: schema["examples"][0]}


def test_the_id_after_the_highest(workspace: Path) -> None:
    write_record(workspace, "risk", "R-018", status="identified", criteria="DOC-001", actions=[])
    ended = certfolio(workspace, "new", "risk")
    assert (ended.code, ended.output) == (0, "content/risks/R-019.yaml\n")
    assert ended.words == "Fill it in, then run invoke check.\n"
    text = (workspace / "content" / "risks" / "R-019.yaml").read_text(encoding="utf-8")
    assert "\nid: R-019\n" in text
    assert "yaml-language-server" not in text


@pytest.mark.parametrize(
    ("used", "expected"),
    [
        ([], "R-001"),
        (["R-001", "R-003"], "R-004"),
        (["R-0009"], "R-0010"),
        (["r-7-server-room", "GAP-099", "R-X", "RR-050"], "R-8"),
        (["R-999"], "R-1000"),
    ],
)
def test_ids_are_counted_up(used: list[str], expected: str) -> None:
    assert next_id("R", used) == expected


def test_a_file_nobody_can_read_keeps_its_id(workspace: Path) -> None:
    (workspace / "content" / "risks" / "R-030-fire.yaml").write_text("id: [")
    assert certfolio(workspace, "new", "risk").output == "content/risks/R-031.yaml\n"


def test_a_type_people_write_down_in_prose_begins_with_headings(workspace: Path) -> None:
    assert certfolio(workspace, "new", "policy").output == "content/policies/POL-001.md\n"
    text = (workspace / "content" / "policies" / "POL-001.md").read_text(encoding="utf-8")
    assert text.startswith("---\n# ")
    body = read(text, "md").body
    assert body is not None
    assert "# What we commit to\n" in body


@pytest.mark.parametrize("name", ["policy", "document", "audit", "management-review"])
def test_prose_is_read_with_its_front_matter(name: str, schemas: SchemaSet, tmp_path: Path) -> None:
    place = Workspace(tmp_path, tmp_path / "content", SCHEMAS, ())
    row = BY_NAME[name]
    path = tmp_path / write_new_record(row, place, schemas, f"{row.prefix}-001")
    parsed = read(path.read_text(encoding="utf-8"), "md")
    assert validate_rows(rows(parsed)[0], name, schemas) == []
    assert parsed.body is not None
    assert parsed.body.count("\n# ") >= 3


def test_an_unknown_type(workspace: Path) -> None:
    before = files(workspace)
    ended = certfolio(workspace, "new", "risks")
    assert ended.code == 2
    assert ended.output == ""
    first, expected, fix = ended.words.splitlines()
    assert first == '"risks" is not a type of record'
    assert expected.startswith("  expected: one of action, audit, audit-programme, certificate,")
    assert fix == "  fix: did you mean risk?"
    assert files(workspace) == before


def test_a_file_that_is_there_is_never_overwritten(workspace: Path) -> None:
    # the id is taken from the record, the name of the file is not
    file = workspace / "content" / "training-sessions" / "TRN-001.yaml"
    file.parent.mkdir()
    file.symlink_to("nowhere.yaml")
    ended = certfolio(workspace, "new", "training-session")
    assert ended.code == 2
    assert ended.words.startswith("TRN-001.yaml is already there\n")


def test_what_a_draft_looks_like() -> None:
    reference = {"type": "string", "x-references": ["person"], "examples": ["P-001"]}
    clauses = [{"clause": "iso-9001-2015:4.2", "why": "Says who they are."}]
    schema = {
        "description": "A group of people who want something of the organization.",
        "required": ["id", "status", "owner"],
        "properties": {
            "id": {"description": "The citation of this record.", "examples": ["INT-001"]},
            "need": {
                "description": "What they need.",
                "examples": ["Sensors that last, at any price"],
            },
            "status": {
                "description": "Where this record stands.",
                "enum": ["open", "closed"],
                "examples": ["closed"],
            },
            "owner": {"description": "Who answers for it.", **reference},
            "clauses": {
                "description": "The clauses it supports, each with the reason.",
                "examples": [clauses],
            },
        },
    }
    accepts_all = type("Validator", (), {"iter_errors": lambda _self, _value: iter(())})()
    known = SchemaSet({"small": schema}, (), {"small": accepts_all})
    assert draft("small", known, {"id": "INT-007"}) == SMALL
