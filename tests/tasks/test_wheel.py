"""An installed wheel holds all it needs: schemas, theme, standards and starter files."""

import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from command import Ended, run

HERE = {"PYTHONPATH": ""}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder))
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    return next(folder.glob("certfolio-*-py3-none-any.whl"))


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> str:
    """Install the wheel alone; what it needs comes from where the tests have it."""
    folder = tmp_path_factory.mktemp("fresh")
    subprocess.run((sys.executable, "-m", "venv", "--without-pip", str(folder)), check=True)
    python = folder / "bin" / "python"
    command = (sys.executable, "-m", "pip", "--python", str(python), "install")
    options = ("--quiet", "--no-deps", "--no-index", "--disable-pip-version-check")
    subprocess.run((*command, *options, str(wheel)), check=True)
    packages = next((folder / "lib").glob("python*/site-packages"))
    (packages / "borrowed.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    return str(folder / "bin" / "certfolio")


def test_everything_is_inside(wheel: Path, project: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    for folder in ("schema", "theme"):
        wanted = {
            f"certfolio/{path.relative_to(project).as_posix()}"
            for path in (project / folder).rglob("*")
            if path.is_file() and not path.name.startswith(".")
        }
        assert wanted <= held
    package = project / "generator" / "certfolio"
    data = {
        path.relative_to(package.parent).as_posix()
        for path in package.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert data <= held


def test_nothing_else_is_inside(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert len(tops) == 2
    assert "certfolio" in tops


def test_a_portal_from_an_installed_wheel(script: str, tmp_path: Path) -> None:
    def certfolio(*arguments: str, at: Path = tmp_path) -> Ended:
        ended = run((script, *arguments), at, HERE)
        assert ended.code == 0, ended.words
        return ended

    assert "  build " in certfolio("--list").output
    certfolio("init", "x", "--with-schema", "--with-theme")
    built = certfolio("build", at=tmp_path / "x")
    assert "Published output/internal/index.html: 3 records, " in built.words
    assert (tmp_path / "x" / "output" / "internal" / "theme").is_dir()
