"""invoke package --profile: the package arrives where it goes, whole, in volumes or as a folder."""

import json
import os
import random
import shutil
import subprocess
import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from command import Ended, certfolio, files

from certfolio.handover.zip_reader import read_entries
from evidence_scan.evidence_samples import zipped
from faults.mini import write_evidence, write_mini, write_site
from workspaces import write_json

PART = "1.2"
UNCHANGED = "No package was made; what lies in output/packages is as it was."


def stored(size: int, seed: int, name: str = "scan.bin") -> bytes:
    """Return a zip that cannot be packed any further."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), random.Random(seed).randbytes(size))
    return buffer.getvalue()


def put(project: Path, id: str, name: str, data: bytes) -> None:
    (project / "content" / "files" / name).write_bytes(data)
    write_evidence(project, name, id=id)


def declare(project: Path, *deliveries: dict[str, object]) -> None:
    file = project / "content" / "portal.yaml"
    write_json(file, json.loads(file.read_text()) | {"deliveries": deliveries})


def packaged(workspace: Path, *arguments: str) -> Ended:
    return certfolio(workspace, "package", "--audience", "internal", *arguments)


def packages(workspace: Path) -> Path:
    return workspace / "output" / "packages"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace of twenty pages: what is tried here takes many packages."""
    return write_mini(tmp_path / "workspace")


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with six exhibits of 400 kB each, packed in volumes of at most 1.2 MB."""
    project = write_mini(tmp_path_factory.mktemp("delivery") / "workspace")
    for number in range(2, 8):
        put(project, f"E-00{number}", f"part-{number}.zip", stored(400_000, number))
    ended = packaged(project, "--profile", "mail", "--part-size", PART)
    assert ended.code == 0, ended.words
    return project


@pytest.fixture
def heavy(made_once: Path, tmp_path: Path) -> Path:
    """A copy of that workspace, to be spoiled."""
    return Path(shutil.copytree(made_once, tmp_path / "workspace"))


@pytest.fixture
def volumes(heavy: Path) -> list[Path]:
    made = sorted(packages(heavy).glob("*.zip"))
    assert len(made) > 2
    return made


def test_a_package_that_fits_stays_one_zip(workspace: Path) -> None:
    ended = packaged(workspace, "--profile", "mail")
    assert ended.code == 0, ended.words
    (made,) = packages(workspace).glob("*.zip")
    assert "volume" not in made.name
    assert "Rehearsed for e-mail: everything would arrive." in ended.last_line


def test_volumes_are_as_small_as_asked_and_open_on_their_own(
    volumes: list[Path], tmp_path: Path
) -> None:
    total = len(volumes)
    seen: dict[str, bytes] = {}
    for number, made in enumerate(volumes, start=1):
        assert made.name.endswith(f"-volume-{number}-of-{total}.zip")
        assert made.stat().st_size <= 1_200_000
        with made.open("rb") as stream:
            assert read_entries(stream)
        unpacked = tmp_path / str(number)
        with zipfile.ZipFile(made) as archive:
            archive.extractall(unpacked)
        subprocess.run(
            ["sha256sum", "--strict", "--quiet", "-c", "manifest-sha256.txt"],
            cwd=unpacked,
            check=True,
        )
        start = (unpacked / "START-HERE.html").read_text()
        assert f"Volume {number} of {total}" in start and 'href="portal/index.html"' in start
        assert all(each.name in start for each in volumes)
        assert (unpacked / "portal" / "e-007.html").is_file()
        seen |= files(unpacked / "portal" / "files")
    assert sorted(seen) == sorted(
        ["e-001-1-proof.txt", *(f"e-00{n}-1-part-{n}.zip" for n in range(2, 8))]
    )


def test_what_lies_beside_the_volumes_names_all_of_them(volumes: list[Path]) -> None:
    folder = volumes[0].parent
    beside = sorted(path.name for path in folder.iterdir() if path not in volumes)
    stem = volumes[0].name.partition("-volume-")[0]
    assert beside == [f"{stem}-{len(volumes)}-volumes.{end}" for end in ("handover.html", "sha256")]
    checked = subprocess.run(
        ["sha256sum", "-c", beside[1]], cwd=folder, capture_output=True, check=True
    )
    assert checked.stdout.decode().count(": OK\n") == len(volumes)
    sheet = (folder / beside[0]).read_text()
    for made in volumes:
        digest = sha256(made.read_bytes()).hexdigest()
        assert made.name in sheet
        assert " ".join(digest[place : place + 8] for place in range(0, 64, 8)) in sheet


def test_verify_of_one_volume_checks_those_beside_it(heavy: Path, volumes: list[Path]) -> None:
    ended = certfolio(heavy, "verify", str(volumes[1]))
    assert ended.code == 0
    for number in range(1, len(volumes) + 1):
        assert f": volume {number} of {len(volumes)}, " in ended.output
    assert certfolio(heavy, "verify", "output/packages").code == 0


def test_verify_says_that_a_set_is_incomplete_and_what_to_ask_for(
    heavy: Path, volumes: list[Path]
) -> None:
    volumes[-1].unlink()
    for path in (str(volumes[0]), "output/packages"):
        ended = certfolio(heavy, "verify", path)
        assert ended.code == 8
        total = len(volumes)
        assert f"volume {total} of {total} is missing: the package is incomplete\n" in ended.output
        assert (
            "What is here is as it was made, but not all of it is here: ask for"
            f' "{volumes[-1].name}".\n' in ended.output
        )


def test_verify_of_an_unpacked_volume_finds_the_others_unpacked_or_not(
    heavy: Path, volumes: list[Path], tmp_path: Path
) -> None:
    place = tmp_path / "received"
    for made in volumes[:-1]:
        with zipfile.ZipFile(made) as archive:
            archive.extractall(place / made.stem)
    first = str(place / volumes[0].stem)
    assert certfolio(heavy, "verify", first).code == 8
    shutil.copy(volumes[-1], place)
    assert certfolio(heavy, "verify", first).code == 0


def test_a_volume_of_another_package_is_no_part_of_this_one(
    heavy: Path, volumes: list[Path]
) -> None:
    """Its own manifest fits; the volumes no longer agree."""
    other = heavy / "content" / "files" / "part-2.zip"
    other.write_bytes(stored(400_000, 99))
    assert packaged(heavy, "--profile", "mail", "--part-size", PART, "--output", "o").code == 0
    (mine,) = (heavy / "o").glob("*volume-2-of*.zip")
    shutil.copy(mine, volumes[1])
    ended = certfolio(heavy, "verify", str(volumes[0]))
    assert (ended.code, "it is not volume 2 of the same package" in ended.output) == (8, True)


def test_a_changed_volume_ends_with_8_whichever_is_asked_for(
    heavy: Path, volumes: list[Path]
) -> None:
    data = bytearray(volumes[1].read_bytes())
    data[len(data) // 2] ^= 1
    volumes[1].write_bytes(data)
    for made in (volumes[0], volumes[1]):
        ended = certfolio(heavy, "verify", str(made))
        assert ended.code == 8
        assert "This is not the package as it was made." in ended.output


def test_digests_of_all_volumes_are_compared_from_one_file(
    heavy: Path, volumes: list[Path]
) -> None:
    (listed,) = packages(heavy).glob("*.sha256")
    ended = certfolio(heavy, "verify", "output/packages", "--digest", str(listed))
    assert ended.code == 0
    assert ended.output.count("is the one that was given.") == len(volumes)
    listed.write_text(listed.read_text().replace("a", "b"))
    assert certfolio(heavy, "verify", str(volumes[0]), "--digest", str(listed)).code == 8


def test_the_digest_of_one_volume_is_held_against_that_one_and_nothing_is_said_of_others(
    heavy: Path, volumes: list[Path]
) -> None:
    digest = sha256(volumes[0].read_bytes()).hexdigest()
    ended = certfolio(heavy, "verify", "output/packages", "--digest", digest)
    assert ended.code == 0, ended.words
    assert f"The SHA-256 of {volumes[0].name} is the one that was given.\n" in ended.output
    assert (
        f"For {volumes[1].name} no SHA-256 was given: it was compared with none.\n" in ended.output
    )
    ended = certfolio(heavy, "verify", "output/packages", "--digest", "0" * 64)
    assert ended.code == 8
    assert "the SHA-256 that was given is that of none of these volumes" in ended.output


def test_the_list_of_volumes_is_held_by_the_manifest_and_names_every_file(
    volumes: list[Path],
) -> None:
    with zipfile.ZipFile(volumes[0]) as archive:
        assert "VOLUMES.json" in archive.read("manifest-sha256.txt").decode()
        said = json.loads(archive.read("VOLUMES.json"))
    assert said["volumes"] == [made.name for made in volumes]
    assert len(said["files"]) == 7


def test_the_same_records_make_the_same_volumes(heavy: Path, volumes: list[Path]) -> None:
    ended = certfolio(
        heavy,
        *("package", "--audience", "internal", "--output", "again"),
        *("--profile", "mail", "--part-size", PART),
        changes={"TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"},
    )
    assert ended.code == 0
    assert files(heavy / "again") == files(packages(heavy))


@pytest.mark.parametrize("profile", ["share", "stick", "no-zip"])
def test_a_plain_folder_opens_as_it_is_and_is_verified_as_one(
    profile: str, workspace: Path
) -> None:
    ended = packaged(workspace, "--profile", profile)
    assert ended.code == 0, ended.words
    (folder,) = (path for path in packages(workspace).iterdir() if path.is_dir())
    assert "Unpack first" not in (folder / "START-HERE.html").read_text()
    assert (folder / "portal" / "index.html").is_file()
    assert not list(packages(workspace).glob("*.zip"))
    subprocess.run(
        ["sha256sum", "--quiet", "-c", f"{folder.name}.sha256"], cwd=folder.parent, check=True
    )
    subprocess.run(["sha256sum", "--quiet", "-c", "manifest-sha256.txt"], cwd=folder, check=True)
    digest = sha256((folder / "manifest-sha256.txt").read_bytes()).hexdigest()
    told = certfolio(workspace, "verify", str(folder), "--digest", digest)
    assert told.code == 0
    assert "The SHA-256 of its list of files is the one that was given." in told.output
    assert certfolio(workspace, "verify", str(folder), "--digest", "0" * 64).code == 8
    (folder / "portal" / ".DS_Store").write_text("x")
    told = certfolio(workspace, "verify", str(folder))
    assert told.code == 8
    left = '"portal/.DS_Store" is no part of the package: this computer left it\n'
    assert left in told.output
    advice = "All else is as it was made. Delete what this computer left, and verify again.\n"
    assert advice in told.output
    (folder / "portal" / "added.html").write_text("x")
    told = certfolio(workspace, "verify", str(folder))
    assert (told.code, "Ask the sender for it again." in told.output) == (8, True)
    told = certfolio(workspace, "verify", str(folder / "portal"))
    assert told.code == 8
    assert "Give the zip, the folder it was unpacked to" in told.output


def test_a_folder_is_made_again_in_the_place_of_a_former_one_and_of_nothing_else(
    workspace: Path,
) -> None:
    assert packaged(workspace, "--profile", "stick").code == 0
    before = files(packages(workspace))
    (folder,) = (path for path in packages(workspace).iterdir() if path.is_dir())
    (folder / "START-HERE.html").write_text("damaged")
    assert packaged(workspace).code == 0
    assert packaged(workspace, "--profile", "stick").code == 0
    after = files(packages(workspace))
    assert before.items() <= after.items()
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / "somebody.txt").write_text("mine")
    ended = packaged(workspace, "--profile", "stick")
    assert (ended.code, "is there already and is no package" in ended.words) == (2, True)
    assert (folder / "somebody.txt").read_text() == "mine"


def test_everything_in_the_way_is_told_at_once_and_nothing_is_made(workspace: Path) -> None:
    tools = zipped({"tools/run.js": "1", "inner.zip": zipped({"setup.exe": "MZ"})})
    put(workspace, "E-002", "tools.zip", tools)
    put(workspace, "E-003", "large.zip", stored(3_000_000, 3))
    prefix = "C:\\" + "very long name of a folder\\" * 8
    ended = packaged(workspace, "--profile", "mail", "--part-size", "3", "--prefix", prefix)
    assert (ended.code, ended.last_line) == (2, UNCHANGED)
    assert (
        'content/files/tools.zip (E-002): holds "tools/run.js", "inner.zip/setup.exe", which'
        " e-mail refuses [refused-type]\n" in ended.words
    )
    assert "content/files/large.zip (E-003): has 3.1 MB, too much with the pages" in ended.words
    assert "[long-path]" in ended.words
    assert "It would not arrive by e-mail: 3 things in the way.\n" in ended.words
    assert list(packages(workspace).iterdir()) == []


def test_verify_txt_is_read_in_any_editor_and_its_commands_are_in_one_piece(
    volumes: list[Path],
) -> None:
    with zipfile.ZipFile(volumes[0]) as archive:
        lines = archive.read("VERIFY.txt").decode().split("\n")
    assert max(len(line) for line in lines if not line.startswith("    ")) <= 78
    assert f'    certutil -hashfile "{volumes[0].name}" SHA256' in lines
    assert all(f"    {made.name}" in lines for made in volumes)


def test_a_file_at_fault_alone_ends_with_4_and_changes_nothing(workspace: Path) -> None:
    assert packaged(workspace).code == 0
    put(workspace, "E-002", "tools.zip", zipped({"run.vbs": "1"}))
    before = files(packages(workspace))
    ended = packaged(workspace, "--profile", "upload")
    assert (ended.code, ended.last_line) == (4, UNCHANGED)
    assert files(packages(workspace)) == before


def test_leftovers_in_an_archive_are_told_and_stop_nothing(workspace: Path) -> None:
    put(workspace, "E-002", "a.zip", zipped({"a.txt": "1", "__MACOSX/._a.txt": "x"}))
    ended = packaged(workspace, "--profile", "mail")
    assert (ended.code, "notice: holds " in ended.words) == (0, True)


def test_an_organization_declares_ways_of_its_own(workspace: Path) -> None:
    own = {"name": "body-portal", "like": "upload", "largest_part_mb": 2, "refuses": ["txt"]}
    declare(workspace, own)
    ended = packaged(workspace, "--profile", "body-portal")
    assert ended.code == 4
    assert "is of a kind (.txt) that an upload portal refuses" in ended.words


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--profile", "mial"), "did you mean mail?"),
        (("--prefix", "C:\\Audit"), "say nothing without --profile"),
        (("--profile", "mail", "--part-size", "ten"), '--part-size "ten" is no size'),
        (("--profile", "mail", "--part-size", "-1"), '--part-size "-1" is no size'),
        (("--profile", "mail", "--part-size", "nan"), '--part-size "nan" is no size'),
        (("--made-on", "yesterday"), '--made-on "yesterday" is not a date'),
        (
            ("--made-on", "2026-12-01", "--destroy-by", "2026-11-30"),
            "--destroy-by 2026-11-30 lies before the handover on 2026-12-01",
        ),
    ],
)
def test_a_wrong_call_ends_with_2(arguments: tuple[str, ...], words: str, workspace: Path) -> None:
    ended = packaged(workspace, *arguments)
    assert (ended.code, ended.last_line, words in ended.words) == (2, UNCHANGED, True), ended.words


def test_two_ways_of_one_name_are_told(workspace: Path) -> None:
    own = {"name": "body", "like": "mail"}
    declare(workspace, own, own)
    ended = packaged(workspace, "--profile", "body")
    assert (ended.code, 'the delivery "body" is named twice' in ended.words) == (2, True)


def test_a_way_of_ones_own_is_not_called_like_one_that_is_known(workspace: Path) -> None:
    declare(workspace, {"name": "mail", "like": "upload"})
    ended = packaged(workspace, "--profile", "mail")
    assert ended.code == 2
    assert '"mail" is a way that certfolio knows itself' in ended.words
    assert 'another name, such as "our-mail"' in ended.words


@pytest.mark.parametrize("junk", [".DS_Store", "Thumbs.db", "~$plan.docx", ".git", "desktop.ini"])
def test_p23_what_systems_leave_behind_never_ships(junk: str, workspace: Path) -> None:
    """Neither from the content folder nor from a theme, whose folders Finder opens too."""
    for place in ("content/files", "theme/static", "theme/static/pictures"):
        folder = workspace / place
        folder.mkdir(parents=True, exist_ok=True)
        if junk == ".git":
            (folder / junk).mkdir()
            (folder / junk / "HEAD").write_text("ref")
        else:
            (folder / junk).write_text("left")
    (workspace / "theme/static/pictures/logo.txt").write_text("logo")
    for arguments in ((), ("--profile", "stick")):
        assert packaged(workspace, *arguments).code == 0
    (made,) = packages(workspace).glob("*.zip")
    with zipfile.ZipFile(made) as archive:
        names = archive.namelist()
    names += [path for path in files(packages(workspace)) if "/" in path]
    assert any(name.endswith("logo.txt") for name in names)
    assert not [name for name in names if junk.lower() in name.lower() or "HEAD" in name]


def test_the_sheet_carries_no_clock_and_the_day_that_was_said(workspace: Path) -> None:
    def sheet(*arguments: str, **changes: str) -> str:
        call = ("package", "--audience", "internal", *arguments)
        assert certfolio(workspace, *call, changes=changes).code == 0
        (made,) = packages(workspace).glob("*.handover.html")
        return made.read_text()

    blank = sheet()
    assert blank == sheet()
    assert "Handed over on</th><td><bdi>to be filled in by hand" in blank
    assert "<bdi>2026-10-07</bdi>" in sheet("--made-on", "2026-10-07")
    assert "<bdi>2026-10-09</bdi>" in sheet(SOURCE_DATE_EPOCH="1791547200")
    ended = certfolio(workspace, "package", changes={"SOURCE_DATE_EPOCH": "soon"})
    assert (ended.code, "SOURCE_DATE_EPOCH is no number" in ended.words) == (2, True)


def test_the_commit_is_that_of_the_content_and_nothing_fails_without_git(workspace: Path) -> None:
    def sheet(**changes: str) -> str:
        shutil.rmtree(packages(workspace), ignore_errors=True)
        ended = certfolio(workspace, "package", "--audience", "internal", changes=changes)
        assert ended.code == 0, ended.words
        (made,) = packages(workspace).glob("*.handover.html")
        return made.read_text()

    assert "none recorded" in sheet()
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "-q"], cwd=workspace, check=True)
    subprocess.run([*git, "add", "content"], cwd=workspace, check=True)
    subprocess.run([*git, "commit", "-qm", "Records"], cwd=workspace, check=True)
    told = subprocess.run(
        [*git, "rev-parse", "--short=12", "HEAD"], cwd=workspace, capture_output=True, check=True
    )
    commit = told.stdout.decode().strip()
    assert f"<bdi>{commit}</bdi>" in sheet()
    write_site(workspace, "edited since")
    assert f"<bdi>{commit}, with changes that are not committed</bdi>" in sheet()
    assert "none recorded" in sheet(PATH=os.devnull)
