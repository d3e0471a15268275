"""Real documents of other people go through the scan and into a package, byte by byte."""

import json
import zipfile
from pathlib import Path

import pytest
from command import certfolio

from faults.mini import write_evidence, write_mini

pytestmark = pytest.mark.shared_data


@pytest.fixture(scope="module")
def brought(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Path]]:
    """A workspace with an exhibit for each Word file, workbook and e-mail."""
    project = write_mini(tmp_path_factory.mktemp("real") / "workspace")
    sources = [
        path
        for path in sorted((shared_data / "evidence").rglob("*"))
        if path.suffix in {".docx", ".xlsx", ".eml"}
    ]
    for number, source in enumerate(sources, start=100):
        (project / "content" / "files" / source.name).write_bytes(source.read_bytes())
        write_evidence(project, source.name, id=f"E-{number}")
    return project, sources


def test_the_scan_says_what_they_carry_besides_what_one_sees(
    brought: tuple[Path, list[Path]],
) -> None:
    project, sources = brought
    ended = certfolio(project, "evidence.scan", "--format", "json")
    assert ended.code == 0, ended.words
    told = json.dumps(json.loads(ended.output))
    assert all(source.name in told for source in sources)
    for name in ("hide01.xlsx", "comment01.xlsx", "comments-rich-para.docx", "doc-coreprops.docx"):
        assert name in told


def test_the_package_holds_them_unchanged_and_would_arrive(
    brought: tuple[Path, list[Path]],
) -> None:
    project, sources = brought
    ended = certfolio(project, "package", "--audience", "internal", "--profile", "upload")
    assert ended.code == 0, ended.words
    (made,) = (project / "output" / "packages").glob("*.zip")
    with zipfile.ZipFile(made) as archive:
        held = [archive.read(n) for n in archive.namelist() if n.startswith("portal/files/")]
    assert len(held) == len(sources) + 1
    assert {source.read_bytes() for source in sources} <= set(held)
    assert certfolio(project, "verify", str(made)).code == 0
