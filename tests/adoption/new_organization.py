"""Makes the workspace of an organization that has just begun, and documents to adopt."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from certfolio import pipeline
from certfolio.pipeline import Workspace

PROJECT = Path(__file__).resolve().parents[2]

_SETTINGS = """\
title: Records of Larkrise Software
organization: ORG-001
as_of: 2026-10-05
standards:
  - standard: iso-27001-2022
    certificate_scope: Development and operation of booking software
audit_period:
  begins: 2025-10-01
  ends: 2026-09-30
audiences:
  - name: internal
    ceiling: internal
    leaves_out: []
"""
_COMMON = """\
status: active
classification: internal
owner: P-001
created: 2026-10-01
"""
_FILES = {
    "portal.yaml": _SETTINGS,
    "organization/ORG-001.yaml": f"""\
id: ORG-001
title: Larkrise Software
{_COMMON}legal_name: Larkrise Software Ltd
address: 3 Weir Street, Larkrise
headcount: 18
""",
    "people/P-001.yaml": f"""\
id: P-001
title: Mara Ellison
{_COMMON}function: Managing director
department: Direction
top_management: true
active_from: 2019-05-01
""",
    "people/P-002.yaml": f"""\
id: P-002
title: Jonah Pryce
{_COMMON}function: Head of operation
department: Operation
top_management: false
active_from: 2021-02-01
""",
    "sites/SITE-001.yaml": f"""\
id: SITE-001
title: Larkrise
{_COMMON}kind: central function
address: 3 Weir Street, Larkrise
activities: [Development, Operation]
headcount: 18
in_scope: true
""",
}


def workspace_in(folder: Path) -> Workspace:
    """Write a workspace with an organization, two people and a site, and nothing else."""
    for path, text in _FILES.items():
        write(folder / "content" / path, text)
    return Workspace(folder, folder / "content", PROJECT / "schema", (PROJECT / "theme",))


def write(file: Path, content: str | bytes) -> None:
    """Write a file, its folders too."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)


def office_file(
    file: Path, kind: str, title: str, properties: str | None = None, *more: str
) -> None:
    """Write the least that passes for a Word document or an Excel workbook, with more parts."""
    file.parent.mkdir(parents=True, exist_ok=True)
    core = properties or (
        '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties'
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
        "</cp:coreProperties>"
    )
    with zipfile.ZipFile(file, "w") as archive:
        for part in ("[Content_Types].xml", f"{kind}/main.xml", *more):
            archive.writestr(zipfile.ZipInfo(part), "<part/>")
        archive.writestr(zipfile.ZipInfo("docProps/core.xml"), core)


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of certfolio in a workspace, as a person does."""
    code = "from certfolio.tasks.program import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(PROJECT / "generator")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".cache" not in path.parts
    }


def checked(place: Workspace) -> pipeline.Checked:
    """Return what a check of the workspace comes to."""
    return pipeline.check(place, 1)
