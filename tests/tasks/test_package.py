"""invoke package, verify and keygen: what the sender makes, what the receiver checks."""

import os
import re
import shutil
import signal
import subprocess
import time
import zipfile
from hashlib import sha256
from pathlib import Path

import bagit
import pytest
from command import COMMAND, Ended, certfolio, environment, files

from certfolio.handover.lock import locked
from certfolio.handover.target import Target
from workspaces import write_record

UNCHANGED = "No package was made; what lies in output/packages is as it was."
PASSPHRASE = "four words are better"


def packaged(workspace: Path, *arguments: str) -> Path:
    ended = certfolio(workspace, "package", "--audience", "internal", *arguments)
    assert ended.code == 0, ended.words
    (made,) = (workspace / "output" / "packages").glob("*.zip")
    return made


def refused(workspace: Path, *arguments: str) -> Ended:
    """Make sure that a package which could not be made leaves no trace and changes nothing."""
    before = files(workspace / "output")
    ended = certfolio(workspace, "package", *arguments)
    assert files(workspace / "output") == before
    assert (ended.output, ended.last_line) == ("", UNCHANGED)
    return ended


def keyed(workspace: Path, tmp_path: Path) -> tuple[Path, str]:
    """Make a key and return it with the public line."""
    key = tmp_path / "keys" / "audit.pem"
    ended = typed(workspace, f"{PASSPHRASE}\n{PASSPHRASE}\n", "keygen", str(key))
    assert ended.code == 0, ended.words
    return key, ended.output.strip()


def typed(workspace: Path, text: str, *arguments: str) -> Ended:
    done = subprocess.run(
        (*COMMAND, *arguments),
        cwd=workspace,
        env=environment(),
        input=text.encode(),
        capture_output=True,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def test_the_words_name_the_package_its_digest_and_what_lies_beside_it(workspace: Path) -> None:
    ended = certfolio(workspace, "package", "--audience", "internal")
    (made,) = (workspace / "output" / "packages").glob("*.zip")
    digest = sha256(made.read_bytes()).hexdigest()
    first, *rest = ended.words.splitlines()
    assert re.fullmatch(
        rf"Sealed output/packages/{re.escape(made.name)}: \d+ files, \d\.\d MB\.", first
    )
    assert rest == [
        f"SHA-256 {digest}",
        f"Beside it, never inside: {made.name}.sha256",
        f"Beside it, never inside: {made.name}.handover.html",
        "Give the SHA-256 to the receiver another way than the package itself.",
    ]
    assert (made.with_name(f"{made.name}.sha256")).read_text() == f"{digest}  {made.name}\n"


def test_the_name_says_whose_for_what_for_whom_when_and_which_build(workspace: Path) -> None:
    assert re.fullmatch(
        r"example-sensors-ltd-9001-2015-internal-2026-10-05-[0-9a-f]{12}\.zip",
        packaged(workspace).name,
    )


def test_the_package_holds_the_portal_and_how_to_begin_and_nothing_else(workspace: Path) -> None:
    certfolio(workspace, "build")
    made = packaged(workspace)
    portal = files(workspace / "output" / "internal")
    portal.pop(".certfolio")
    with zipfile.ZipFile(made) as archive:
        assert sorted(archive.namelist()) == sorted(
            ["START-HERE.html", "VERIFY.txt", "manifest-sha256.txt"]
            + [f"portal/{path}" for path in portal]
        )
        assert all(archive.read(f"portal/{path}") == data for path, data in portal.items())


def test_no_clock_user_or_path_gets_into_the_zip(workspace: Path) -> None:
    made = packaged(workspace)
    with zipfile.ZipFile(made) as archive:
        assert archive.comment == b""
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0), entry.filename
            assert (entry.create_system, entry.external_attr) == (3, 0o100644 << 16)
            assert (entry.extra, entry.comment, entry.flag_bits) == (b"", b"", 0x800)
        assert archive.namelist() == sorted(archive.namelist())


def test_f20_the_same_records_make_the_same_package(workspace: Path, tmp_path: Path) -> None:
    first = packaged(workspace)
    second = certfolio(
        workspace,
        *("package", "--audience", "internal", "--output", str(tmp_path / "again")),
        changes={"TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"},
    )
    assert second.code == 0
    assert (tmp_path / "again" / first.name).read_bytes() == first.read_bytes()


def test_z10_stock_tools_find_the_package_whole(workspace: Path, tmp_path: Path) -> None:
    """sha256sum as on Linux; certutil and Get-FileHash show the same digits."""
    made = packaged(workspace)
    beside = subprocess.run(
        ["sha256sum", "-c", f"{made.name}.sha256"], cwd=made.parent, capture_output=True, check=True
    )
    assert beside.stdout.decode() == f"{made.name}: OK\n"
    unpacked = tmp_path / "unpacked"
    subprocess.run(["unzip", "-q", str(made), "-d", str(unpacked)], check=True)
    told = subprocess.run(
        ["sha256sum", "--strict", "-c", "manifest-sha256.txt"],
        cwd=unpacked,
        capture_output=True,
        check=True,
    )
    with zipfile.ZipFile(made) as archive:
        assert told.stdout.decode().count(": OK\n") == len(archive.namelist()) - 1
    (unpacked / "portal" / "index.html").write_text("x")
    again = subprocess.run(
        ["sha256sum", "-c", "--quiet", "manifest-sha256.txt"],
        cwd=unpacked,
        capture_output=True,
        check=False,
    )
    assert (again.returncode, again.stdout.decode()) == (1, "portal/index.html: FAILED\n")


def test_a_bag_is_valid_for_the_stock_bagit_tool(workspace: Path, tmp_path: Path) -> None:
    made = packaged(workspace, "--bagit")
    unpacked = tmp_path / "bag"
    with zipfile.ZipFile(made) as archive:
        archive.extractall(unpacked)
    assert bagit.Bag(str(unpacked)).validate() is True
    assert certfolio(workspace, "verify", str(made)).code == 0
    assert certfolio(workspace, "verify", str(unpacked)).code == 0
    assert 'href="data/index.html"' in (unpacked / "START-HERE.html").read_text()
    (unpacked / "VERIFY.txt").write_text("x")
    ended = certfolio(workspace, "verify", str(unpacked))
    assert (ended.code, "VERIFY.txt was changed" in ended.output) == (8, True)


def test_verify_says_what_it_proves_and_what_not(workspace: Path) -> None:
    made = packaged(workspace)
    digest = sha256(made.read_bytes()).hexdigest()
    plain = certfolio(workspace, "verify", str(made))
    assert plain.code == 0
    assert "every one is what the manifest says, and there is no other." in plain.output
    assert "This shows damage, not fraud" in plain.output
    spaced = " ".join(digest[place : place + 8] for place in range(0, 64, 8)).upper()
    known = certfolio(workspace, "verify", str(made), "--digest", spaced)
    assert known.code == 0
    assert "The SHA-256 of the zip is the one that was given." in known.output
    assert "fraud" not in known.output


def test_z08_a_forged_manifest_passes_inside_and_fails_against_the_digest(
    workspace: Path, tmp_path: Path
) -> None:
    from handover.made_package import package

    made = packaged(workspace)
    digest = sha256(made.read_bytes()).hexdigest()
    with zipfile.ZipFile(made) as archive:
        pages = {n: archive.read(n) for n in archive.namelist() if n != "manifest-sha256.txt"}
    forged = package(tmp_path, pages | {"portal/index.html": b"<p>all closed</p>"})
    assert certfolio(workspace, "verify", str(forged)).code == 0
    ended = certfolio(workspace, "verify", str(forged), "--digest", digest)
    assert ended.code == 8
    assert "not the one given: it is another file" in ended.output


def test_z02_a_changed_package_ends_with_8_and_names_the_file(
    workspace: Path, tmp_path: Path
) -> None:
    made = packaged(workspace)
    with zipfile.ZipFile(made) as archive:
        archive.extractall(tmp_path / "unpacked")
    (tmp_path / "unpacked" / "portal" / "index.html").unlink()
    before = files(tmp_path)
    ended = certfolio(workspace, "verify", str(tmp_path / "unpacked"))
    assert ended.code == 8
    assert "portal/index.html is missing\n" in ended.output
    assert "This is not the package as it was made. Ask the sender for it again.\n" in ended.output
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nowhere.zip",), "there is no zip or folder nowhere.zip"),
        ((".", "--digest", "12"), "--digest is no SHA-256"),
    ],
)
def test_verify_of_nothing_ends_with_2(
    arguments: tuple[str, ...], words: str, workspace: Path
) -> None:
    ended = certfolio(workspace, "verify", *arguments)
    assert (ended.code, ended.words.startswith(words)) == (2, True)


def test_minisign_accepts_the_signature_and_so_do_we(workspace: Path, tmp_path: Path) -> None:
    key, public = keyed(workspace, tmp_path)
    ended = typed(
        workspace,
        f"{PASSPHRASE}\n",
        *("package", "--audience", "internal", "--sign", str(key)),
    )
    assert ended.code == 0, ended.words
    (made,) = (workspace / "output" / "packages").glob("*.zip")
    program = shutil.which("minisign")
    assert program, "to install it: apt-get install minisign"
    told = subprocess.run(
        [program, "-Vm", str(made), "-P", public], capture_output=True, text=True, check=True
    )
    assert re.search(
        r"Trusted comment: certfolio portal [0-9a-f]{12} as of 2026-10-05", told.stdout
    )
    ours = certfolio(workspace, "verify", str(made), "--public-key", public)
    assert ours.code == 0
    assert "The signature was made with the key that was given." in ours.output
    sheet = made.with_name(f"{made.name}.handover.html").read_text()
    assert public in sheet
    with zipfile.ZipFile(made) as archive:
        assert "minisign -Vm" in archive.read("VERIFY.txt").decode()

    made.write_bytes(made.read_bytes()[:-1] + b"\1")
    assert certfolio(workspace, "verify", str(made), "--public-key", public).code == 8
    assert subprocess.run([program, "-Vm", str(made), "-P", public], check=False).returncode == 1


def test_another_key_or_none_does_not_pass(workspace: Path, tmp_path: Path) -> None:
    key, _public = keyed(workspace, tmp_path)
    _other, stranger = keyed(workspace, tmp_path / "other")
    typed(workspace, f"{PASSPHRASE}\n", "package", "--audience", "internal", "--sign", str(key))
    (made,) = (workspace / "output" / "packages").glob("*.zip")
    ended = certfolio(workspace, "verify", str(made), "--public-key", stranger)
    assert (ended.code, "another key than the one given" in ended.output) == (8, True)
    made.with_name(f"{made.name}.minisig").unlink()
    ended = certfolio(workspace, "verify", str(made), "--public-key", stranger)
    assert (ended.code, "there is no signature" in ended.output) == (8, True)
    ended = certfolio(workspace, "verify", str(made), "--public-key", "nonsense")
    assert (ended.code, "--public-key is no public key" in ended.words) == (2, True)


def test_a_key_is_locked_private_and_never_among_the_records(
    workspace: Path, tmp_path: Path
) -> None:
    key, _public = keyed(workspace, tmp_path)
    assert key.read_text().startswith("-----BEGIN ENCRYPTED PRIVATE KEY-----")
    assert key.stat().st_mode & 0o777 == 0o600
    again = typed(workspace, f"{PASSPHRASE}\n{PASSPHRASE}\n", "keygen", str(key))
    assert (again.code, "is there already" in again.words) == (2, True)
    inside = typed(workspace, "", "keygen", "content/key.pem")
    assert (inside.code, "lies in the content folder" in inside.words) == (2, True)
    short = typed(workspace, "short\nshort\n", "keygen", str(tmp_path / "b.pem"))
    assert (short.code, "the passphrase is too short" in short.words) == (2, True)
    differing = typed(workspace, f"{PASSPHRASE}\nother words\n", "keygen", str(tmp_path / "b.pem"))
    assert (differing.code, "the two passphrases differ" in differing.words) == (2, True)
    assert not (tmp_path / "b.pem").exists()


def test_a_wrong_passphrase_makes_no_package(workspace: Path, tmp_path: Path) -> None:
    key, _public = keyed(workspace, tmp_path)
    ended = typed(
        workspace, "wrong words\n", "package", "--audience", "internal", "--sign", str(key)
    )
    assert ended.code == 2
    assert ended.words.startswith("the key cannot be opened with this passphrase\n")
    assert ended.last_line == UNCHANGED


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--audience", "nobody"), 2, 'the audience "nobody" is not declared'),
        (("--audience", "internal", "--as-of", "2026-02-30"), 2, "is not a date"),
        (
            ("--audience", "internal", "--destroy-by", "soon"),
            2,
            '--destroy-by "soon" is not a date',
        ),
        (("--audience", "internal", "--sign", "no.pem"), 2, "there is no key no.pem"),
    ],
)
def test_a_wrong_call_changes_nothing(
    arguments: tuple[str, ...], code: int, words: str, workspace: Path
) -> None:
    packaged(workspace)
    ended = refused(workspace, *arguments)
    assert (ended.code, words in ended.words) == (code, True), ended.words


def test_broken_records_change_nothing(workspace: Path) -> None:
    packaged(workspace)
    write_record(workspace, "site", "SITE-001", title="")
    assert refused(workspace, "--audience", "internal").code == 3


@pytest.mark.parametrize("output", ["content", "content/packages", "output/internal"])
def test_a_folder_that_is_no_place_for_packages_is_refused(output: str, workspace: Path) -> None:
    certfolio(workspace, "build")
    before = files(workspace)
    ended = certfolio(workspace, "package", "--audience", "internal", "--output", output)
    assert (ended.code, "a folder in which packages may lie" in ended.words) == (2, True)
    assert files(workspace) == before


def test_f10_a_second_package_at_the_same_time_ends_with_7(workspace: Path) -> None:
    folder = workspace / "output" / "packages"
    folder.mkdir(parents=True)
    with locked(Target("output/packages", folder / "internal", "internal")):
        ended = certfolio(workspace, "package", "--audience", "internal")
    assert (ended.code, f"process {os.getpid()}" in ended.words) == (7, True)
    assert list(folder.iterdir()) == []


def test_f02_a_package_that_is_asked_to_end_leaves_no_trace(workspace: Path) -> None:
    made = packaged(workspace)
    before = made.read_bytes()
    write_record(workspace, "site", "SITE-001", title="Another plant")
    process = subprocess.Popen(
        (*COMMAND, "package", "--audience", "internal"),
        cwd=workspace,
        env=environment(),
        stderr=subprocess.DEVNULL,
    )
    folder = workspace / "output" / "packages"
    while not list(folder.glob(".internal.staging-*")):
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 143
    assert list(folder.glob("*.zip")) == [made]
    assert made.read_bytes() == before
    assert not list(folder.glob(".*staging*"))


def test_f13_what_a_killed_package_left_is_cleared_by_the_next(workspace: Path) -> None:
    folder = workspace / "output" / "packages" / ".internal.staging-0123abcd"
    (folder / "portal").mkdir(parents=True)
    (folder / "portal" / "index.html").write_text("left")
    packaged(workspace)
    assert not folder.exists()


def test_the_sheet_says_who_sends_what_to_whom(workspace: Path) -> None:
    made = packaged(
        workspace,
        *("--sender", "Ines Calder <quality>", "--receiver", "Meridale & Co"),
        *("--destroy-by", "2027-01-31"),
    )
    sheet = made.with_name(f"{made.name}.handover.html").read_text()
    digest = sha256(made.read_bytes()).hexdigest()
    for words in (
        "Ines Calder &lt;quality&gt;",
        "Meridale &amp; Co",
        "2027-01-31",
        made.name,
        " ".join(digest[place : place + 8] for place in range(0, 64, 8)),
    ):
        assert words in sheet


@pytest.mark.parametrize(
    "written",
    [
        "SHA256 hash of {name}:\r\n{digest}\r\nCertUtil: -hashfile command completed"
        " successfully.\r\n",
        "SHA256 hash of file {name}:\r\n{pairs}\r\nCertUtil: -hashfile command completed"
        " successfully.\r\n",
        "{digest}  {name}\n",
        "{upper} *{name}\n",
        "\ufeffHash : {upper}\r\n",
    ],
    ids=["certutil", "certutil-of-windows-7", "sha256sum", "sha256sum-binary", "get-filehash"],
)
def test_z10_what_the_tools_of_a_system_wrote_is_compared(
    written: str, workspace: Path, tmp_path: Path
) -> None:
    made = packaged(workspace)
    digest = sha256(made.read_bytes()).hexdigest()
    for digits, code in ((digest, 0), (digest[::-1], 8)):
        pairs = " ".join(digits[place : place + 2] for place in range(0, 64, 2))
        told = tmp_path / "told.txt"
        told.write_text(
            written.format(name=made.name, digest=digits, pairs=pairs, upper=digits.upper()),
            encoding="utf-8",
            newline="",
        )
        assert certfolio(workspace, "verify", str(made), "--digest", str(told)).code == code


def test_minisign_accepts_the_signature_of_a_folder_as_verify_txt_says(
    workspace: Path, tmp_path: Path
) -> None:
    key, public = keyed(workspace, tmp_path)
    ended = typed(
        workspace,
        f"{PASSPHRASE}\n",
        *("package", "--audience", "internal", "--sign", str(key), "--profile", "stick"),
    )
    assert ended.code == 0, ended.words
    (folder,) = (p for p in (workspace / "output" / "packages").iterdir() if p.is_dir())
    (command,) = re.findall("minisign .+", (folder / "VERIFY.txt").read_text())
    program = shutil.which("minisign")
    assert program, "to install it: apt-get install minisign"
    subprocess.run(command.replace("KEY", public), shell=True, cwd=folder, check=True)
    ours = certfolio(workspace, "verify", str(folder), "--public-key", public)
    assert ours.code == 0
    assert "The signature was made with the key that was given." in ours.output
    folder.with_name(f"{folder.name}.minisig").unlink()
    assert certfolio(workspace, "verify", str(folder), "--public-key", public).code == 8
