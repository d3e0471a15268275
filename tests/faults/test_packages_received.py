"""Z09 to Z14: what reaches the receiver, however old and however unpacked, and while replaced."""

import importlib
import re
import subprocess
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from invoke.context import Context
from invoke.exceptions import Exit

from certfolio.handover.archive import write_archive
from certfolio.handover.manifest import NAME
from certfolio.handover.package_name import path_fault
from certfolio.handover.signature import public_of, sign
from certfolio.handover.verify import verify_folder, verify_zip
from certfolio.model.problem import ExitCode
from faults.mini import digests, packaged, write_mini, write_site
from faults.ready_portal import ReadyPortal

WINDOWS_PATH = 260
# the package exports the task of this name in the module's place
verify_command = importlib.import_module("certfolio.tasks.verify")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_mini(tmp_path_factory.mktemp("received") / "work")


@pytest.fixture(scope="module")
def made(project: Path) -> Path:
    return packaged(project, project / "output" / "packages", say=quiet).place


@pytest.fixture
def unpacked(made: Path, tmp_path: Path) -> Path:
    """Return the package as Explorer unpacks it: into a folder named after the zip."""
    folder = tmp_path / made.stem
    with zipfile.ZipFile(made) as archive:
        archive.extractall(folder)
    return folder


def quiet(_stage: str) -> None:
    pass


def test_z09_an_older_package_shows_its_build_and_its_day_wherever_one_looks(
    project: Path, made: Path, unpacked: Path, tmp_path: Path
) -> None:
    """It is genuine, so every check passes; only people can see that it is not the latest."""
    write_site(project, "Newer")
    newer = packaged(project, tmp_path / "packages", say=quiet).place
    write_site(project, "North")
    builds = [re.search(r"-2026-10-05-([0-9a-f]{12})\.zip", path.name) for path in (made, newer)]
    assert builds[0] and builds[1] and builds[0][1] != builds[1][1]
    assert verify_zip(made).is_intact
    for path in ("START-HERE.html", "VERIFY.txt", "portal/about.html"):
        words = " ".join((unpacked / path).read_text(encoding="utf-8").split())
        assert builds[0][1] in words, path
        assert "as of 2026-10-05" in words or "As of 5 October 2026" in words, path


def test_z10_the_commands_for_windows_give_the_same_answer(made: Path, unpacked: Path) -> None:
    """Worked out here as certutil, Get-FileHash and the loop of VERIFY.txt do on Windows."""
    words = (unpacked / "VERIFY.txt").read_text(encoding="utf-8")
    assert f'certutil -hashfile "{made.name}" SHA256' in words
    assert f'(Get-FileHash "{made.name}" -Algorithm SHA256).Hash' in words
    assert (
        "Get-Content manifest-sha256.txt | ForEach-Object { $d, $f = $_ -split '\\s+', 2;" in words
    )
    beside = made.with_name(f"{made.name}.sha256").read_text(encoding="utf-8")
    assert beside.split()[0] == sha256(made.read_bytes()).hexdigest()
    assert differing(unpacked) == []
    (unpacked / "portal" / "index.html").write_text("x")
    (unpacked / "portal" / "about.html").unlink()
    assert differing(unpacked) == ["portal/about.html", "portal/index.html"]
    assert len(verify_folder(unpacked).faults) == 2


def differing(folder: Path) -> list[str]:
    """Do what the PowerShell line of VERIFY.txt does: split once at blanks, compare any case."""
    found = []
    for line in (folder / NAME).read_text(encoding="utf-8").splitlines():
        digest, path = re.split(r"\s+", line, maxsplit=1)
        file = folder / path
        if not file.exists() or sha256(file.read_bytes()).hexdigest().upper() != digest.upper():
            found.append(path)
    return found


@pytest.mark.parametrize("tool", ["unzip", "python", "windows"])
def test_z11_whoever_unpacks_it_has_the_same_files(made: Path, tmp_path: Path, tool: str) -> None:
    """Explorer and 7-Zip ignore modes and write back and forth slashes as the system does."""
    folder = tmp_path / "Audit 2026 äöü #1"
    if tool == "unzip":
        subprocess.run(["unzip", "-q", str(made), "-d", str(folder)], check=True)
    else:
        with zipfile.ZipFile(made) as archive:
            for entry in archive.infolist():
                name = entry.filename if tool == "python" else entry.filename.replace("/", "\\")
                path = folder.joinpath(*re.split(r"[/\\]", name))
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(archive.read(entry))
    assert verify_folder(folder).faults == ()


def test_z11_the_first_page_says_to_unpack_first_and_needs_nothing_else(unpacked: Path) -> None:
    """Opened from inside the zip, it is alone."""
    page = BeautifulSoup((unpacked / "START-HERE.html").read_text("utf-8"), "html.parser")
    assert next(heading.get_text() for heading in page.find_all("h2")) == "Unpack first"
    assert "inside a zip, nothing behind it works yet" in page.get_text()
    assert page.find_all(["script", "link", "img"]) == []
    for link in page.find_all("a", href=True):
        assert (unpacked / str(link["href"])).is_file()


def test_z12_every_path_leaves_room_for_the_receivers_folder(
    ready: ReadyPortal, made: Path
) -> None:
    with zipfile.ZipFile(made) as archive:
        names = archive.namelist()
    assert [fault for name in names if (fault := path_fault(name))] == []
    folder = rf"C:\Users\somebody\Documents\Audits\{made.stem}"
    assert [name for name in names if len(f"{folder}\\{name}") >= WINDOWS_PATH] == []


def test_z13_the_same_records_give_the_same_manifest_months_later(
    project: Path, made: Path, tmp_path: Path
) -> None:
    """Made again from a copy, as from the same commit; F19 turns the clock."""
    again = write_mini(tmp_path / "again" / "work")
    sealed = packaged(again, tmp_path / "packages", say=quiet)
    assert sealed.place.name == made.name
    assert verify_zip(sealed.place).manifest == verify_zip(made).manifest
    assert sealed.place.read_bytes() == made.read_bytes()


def test_z14_whoever_reads_the_former_package_reads_it_to_its_end(
    ready: ReadyPortal, tmp_path: Path
) -> None:
    """It is replaced in one step: a download that began before goes on with the former bytes."""
    folder = tmp_path / "packages"
    ready.seal(folder, "North")
    place = folder / "North.zip"
    former = place.read_bytes()
    with place.open("rb") as reading:
        begun = reading.read(1000)
        ready.seal(folder, "North")
        assert begun + reading.read() == former
        assert not place.samefile(f"/proc/self/fd/{reading.fileno()}")
    assert verify_zip(place).is_intact


def test_a_package_that_reads_back_wrong_is_not_made(
    ready: ReadyPortal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that changes a byte of what was written stands in for one that loses it."""
    from certfolio.handover import package

    def spoil(files: Mapping[str, Path], destination: Path) -> None:
        write_archive(files, destination)
        data = bytearray(destination.read_bytes())
        data[data.index(b"START-HERE.html") + 40] ^= 1
        destination.write_bytes(data)

    folder = tmp_path / "packages"
    ready.seal(folder, "North")
    before = digests(folder)
    monkeypatch.setattr(package, "write_archive", spoil)
    with pytest.raises(package.SealBroken) as broken:
        ready.seal(folder, "North")
    assert broken.value.exit_code is ExitCode.VERIFICATION
    assert "START-HERE.html" in broken.value.found
    assert digests(folder) == before


def verified(place: Path, **asked: str) -> tuple[int, str]:
    """Run the command as invoke does, in this process; return its exit code and answer."""
    told: list[str] = []
    with pytest.MonkeyPatch.context() as patching:
        patching.setattr(verify_command, "answer", told.append)
        try:
            verify_command.verify.body(Context(), str(place), **asked)
        except Exit as exit:
            return exit.code, "".join(told)
    return 0, "".join(told)


def test_z08_a_package_made_anew_by_somebody_else_passes_inside_and_fails_against_the_digest(
    ready: ReadyPortal, tmp_path: Path
) -> None:
    ready.seal(tmp_path / "true", "North")
    ready.seal(tmp_path / "forged", "South")
    genuine = tmp_path / "true" / "North.zip"
    forged = tmp_path / "forged" / "South.zip"
    digest = sha256(genuine.read_bytes()).hexdigest()
    assert verified(genuine, digest=digest)[0] == 0
    code, words = verified(forged)
    assert code == 0
    assert "This shows damage, not fraud" in words
    code, words = verified(forged, digest=digest)
    assert code == 8
    assert "it is another file" in words


def test_z08_z09_a_signature_says_whose_it_is_and_which_build(
    ready: ReadyPortal, tmp_path: Path
) -> None:
    ready.seal(tmp_path / "packages", "North")
    place = tmp_path / "packages" / "North.zip"
    ours, theirs = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    signature = place.with_name(f"{place.name}.minisig")
    signature.write_text(sign(place, ours, "certfolio portal 0123 as of 2026-10-05"))
    assert "certfolio portal 0123 as of 2026-10-05" in signature.read_text()
    assert verified(place, public_key=public_of(ours).text)[0] == 0
    assert verified(place, public_key=public_of(theirs).text)[0] == 8
    signature.write_text(signature.read_text().replace("2026-10-05", "2026-11-05"))
    assert verified(place, public_key=public_of(ours).text)[0] == 8
    signature.write_text(sign(place, ours, "x"))
    # another whole package in its place
    ready.seal(tmp_path / "forged", "South")
    place.write_bytes((tmp_path / "forged" / "South.zip").read_bytes())
    assert verified(place)[0] == 0
    assert verified(place, public_key=public_of(ours).text)[0] == 8
