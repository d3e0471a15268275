"""Tells VS Code which schema belongs to which record files."""

import json

from certfolio.intake.schema import SUFFIX
from certfolio.records.record_types import RECORD_TYPES


def editor_settings() -> str:
    """Return .vscode/settings.json for a workspace with a schema folder of its own.

    Only files named by an id are mapped: in a register, every row is a record, not the file.
    """
    schemas = {f"schema/portal{SUFFIX}": "content/portal.yaml"}
    for row in RECORD_TYPES:
        schemas[f"schema/{row.name}{SUFFIX}"] = f"content/{row.folder}/**/{row.prefix}-*.yaml"
    return json.dumps({"yaml.schemas": schemas}, indent=2) + "\n"
