"""A workspace so small that its portal is built in a fraction of a second, with two editions.

Its standard has two clauses and its edition leaves readiness out, so that a build writes some fifty
small pages. All else is as for every other portal.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from certfolio.handover.package import Sealed
from certfolio.pipeline import (
    Built,
    Checked,
    Handed,
    Order,
    PackageOrder,
    Workspace,
    build,
    check,
    package,
)
from workspaces import AS_OF, SCHEMAS, write_json, write_record, write_settings

PROGRAM = SCHEMAS.parent
PROOF = "The restore test passed.\n"

_CLAUSE = {
    "parent": None,
    "harmonized": False,
    "hs_key": None,
    "title_source": "descriptive",
    "documented_information": None,
    "documented_information_condition": None,
    "documented_information_note": None,
}
_STANDARD = {
    "id": "mini-1",
    "title": "A standard of two clauses",
    "edition": "2026",
    "status_at_2026_11": "current",
    "documented_information_confidence": "high",
    "source_note": "Made for tests.",
    "counts": {
        "entries": 2,
        "headings": 0,
        "requirements": 2,
        "controls": 0,
        "documented_information": 0,
    },
    "clauses": [
        _CLAUSE | {"ref": "1", "title": "First", "kind": "requirement"},
        _CLAUSE | {"ref": "2", "title": "Second", "kind": "requirement"},
    ],
}


def write_mini(project: Path) -> Path:
    """Write the workspace without a problem: four records, one file."""
    write_json(project / "content" / "standards" / "mini.json", _STANDARD)
    write_settings(
        project,
        standards=[{"standard": "mini-1", "certificate_scope": "Everything"}],
        audiences=[
            {"name": "internal", "ceiling": "internal", "leaves_out": ["readiness"]},
            {"name": "other", "ceiling": "internal", "leaves_out": ["readiness"]},
        ],
    )
    write_record(project, "organization", "ORG-001")
    write_record(project, "person", "P-001")
    write_site(project, "North")
    proof = project / "content" / "files" / "proof.txt"
    proof.parent.mkdir(parents=True, exist_ok=True)
    proof.write_text(PROOF, encoding="utf-8")
    write_evidence(project, "proof.txt")
    return project


def write_site(project: Path, title: str) -> Path:
    """Write the record that tells one state of the content from another."""
    return write_record(project, "site", "SITE-001", title=f"Plant {title}")


def write_evidence(project: Path, *paths: str, id: str = "E-001", **fields: object) -> Path:
    files = [{"path": path} for path in paths]
    return write_record(
        project,
        "evidence",
        id,
        status="collected",
        clauses=[{"clause": "mini-1:1", "why": "It shows it."}],
        files=files,
        **fields,
    )


def workspace_of(project: Path) -> Workspace:
    return Workspace(project, project / "content", PROGRAM / "schema", (PROGRAM / "theme",))


def order(checked: Checked, target: Path, audience: str = "internal") -> Order:
    assert checked.graph is not None, checked.problems
    known = {entry.name: entry for entry in checked.graph.settings.audiences}
    return Order(known[audience], date.fromisoformat(AS_OF), target)


def built(
    project: Path, target: Path, audience: str = "internal", say: Callable[[str], None] = print
) -> Built:
    """Check and publish as the command does, in this process."""
    place = workspace_of(project)
    checked = check(place, 1, has_digests=False)
    return build(place, checked, order(checked, target, audience), say)


def packaged(
    project: Path, folder: Path, audience: str = "internal", say: Callable[[str], None] = print
) -> Sealed:
    """Check and seal as the command does, in this process, with a sheet beside the package."""
    place = workspace_of(project)
    checked = check(place, 1, has_digests=False)
    wish = PackageOrder()

    def sheet(handed: Handed) -> None:
        beside = handed.beside.with_name(f"{handed.beside.name}.handover.html")
        beside.write_text(handed.parts[0].digest, encoding="utf-8")

    given = order(checked, folder, audience)
    return package(place, checked, given, wish, say, write_beside=sheet).parts[0]


def digests(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
