"""Whatever would keep a package from arriving is said before it is sent, all of it at once."""

from dataclasses import replace

import pytest

from certfolio.evidence_scan.inside import Inside
from certfolio.handover.delivery.cargo import Cargo, suffix_of
from certfolio.handover.delivery.finding import Finding, Undeliverable, faults_of
from certfolio.handover.delivery.profile import PROFILES, Profile, changed, profiles
from certfolio.handover.delivery.rehearse import megabytes, rehearse
from certfolio.handover.delivery.split import split
from certfolio.model.problem import ExitCode
from certfolio.records.portal_settings import Delivery

BY_NAME = {profile.name: profile for profile in PROFILES}
STEM = "example-ltd-9001-2015-auditor-2026-10-05-0123456789ab"
PAGE = Cargo("portal/index.html", 900_000, 100_000, "portal/index.html")
ORIGIN = "content/files/a.zip (E-001)"


def evidence(name: str = "a.pdf", size: int = 1_000, **fields: object) -> Cargo:
    cargo = Cargo(f"portal/files/e-001-1-{name}", size, size, ORIGIN, is_evidence=True)
    return replace(cargo, **fields)  # type: ignore[arg-type]


def told(profile: str | Profile, *cargo: Cargo, stem: str = STEM) -> tuple[Finding, ...]:
    chosen = BY_NAME[profile] if isinstance(profile, str) else profile
    whole = [PAGE, *cargo]
    return rehearse(chosen, whole, stem, split(chosen, whole))


@pytest.mark.parametrize("profile", BY_NAME)
def test_a_small_package_of_plain_files_goes_every_way(profile: str) -> None:
    assert told(profile, evidence("a.pdf"), evidence("b.xlsx")) == ()


def test_the_words_name_place_finding_expectation_and_what_to_do() -> None:
    (finding,) = told("mail", evidence("a.zip", inside=Inside(("tools/run.js", "a.txt"), True)))
    assert str(finding) == (
        'content/files/a.zip (E-001): holds "tools/run.js", which e-mail refuses [refused-type]\n'
        "  expected: no programs, scripts, shortcuts or macros\n"
        "  fix: hand over a PDF, a picture or a plain file of what it shows, or deliver another"
        " way, such as --profile stick"
    )


@pytest.mark.parametrize("name", ["b.exe", "b.JS", "x/y.lnk", "b.scr ", "b.xlsm", "z.zip/b.hta"])
def test_kinds_that_gateways_refuse_are_found_inside_archives(name: str) -> None:
    (finding,) = told("upload", evidence("a.zip", inside=Inside((name,), True)))
    assert (finding.hindrance.value, finding.is_notice) == ("refused-type", False)


def test_a_receiver_of_no_zip_gets_no_archive_at_all_and_a_stick_takes_everything() -> None:
    item = evidence("a.zip", inside=Inside(("b.7z",), is_locked=True))
    assert [f.hindrance.value for f in told("no-zip", item)] == [
        *("refused-type", "refused-type", "locked")
    ]
    assert told("stick", item) == told("share", item) == ()


def test_files_under_a_password_are_refused_by_those_who_look_inside() -> None:
    (finding,) = told("mail", evidence(inside=Inside(is_locked=True)))
    assert "opens with a password only" in finding.found


def test_what_was_not_looked_into_and_leftovers_are_notices() -> None:
    item = evidence("a.zip", inside=Inside(("x/.DS_Store", "Thumbs.db", "~$plan.docx"), False))
    found = told("mail", item)
    assert [f.hindrance.value for f in found] == ["not-looked-into", "leftover"]
    assert faults_of(found) == ()
    assert ": notice: holds " in str(found[1])


def test_a_file_that_fits_into_no_volume_is_named_with_the_room_there_is() -> None:
    (finding,) = told("mail", evidence(size=7_000_000))
    assert finding.place == ORIGIN
    assert finding.found == "has 7.1 MB, too much with the pages around it for e-mail"
    assert finding.expected == "at most 6.9 MB"


def test_too_much_in_all_and_too_many_volumes_are_both_told() -> None:
    many = [evidence(f"{number}.pdf", 6_000_000) for number in range(10)]
    found = told("mail", *many)
    assert [f.hindrance.value for f in found] == ["total-size", "number-of-files"]
    assert "the largest: content/files/a.zip (E-001), 6.0 MB" in found[0].found
    assert found[1].found == "comes to 10 volumes"


def test_pages_too_big_for_a_volume_are_told_once() -> None:
    (finding,) = told(changed(BY_NAME["mail"], prefix=None, part=50_000), evidence())
    assert finding.place == "the pages of the portal"
    assert "--part-size" in finding.fix


def test_paths_are_counted_with_the_folder_at_the_receivers_as_windows_counts() -> None:
    place = r"\\server\audits"
    path = "portal/files/e-001-1-a.pdf"
    whole = len(place) + 1 + len(STEM) + 1 + len(path)
    room = 259 - whole
    share = changed(BY_NAME["share"], prefix=place + "x" * room, part=None)
    assert told(share, evidence()) == ()
    (finding,) = told(changed(share, prefix=place + "x" * (room + 1), part=None), evidence())
    assert finding.place.endswith(r"\portal\files\e-001-1-a.pdf")
    assert finding.found == "has 260 characters; one path is too long there"
    assert f"at most {len(place) + room} characters" in finding.fix
    assert Undeliverable((finding,), "share").exit_code is ExitCode.CONFIGURATION


def test_a_folder_with_more_names_than_a_stick_can_hold_is_told() -> None:
    many = [evidence(f"{number:030}.pdf") for number in range(14_000)]
    (finding,) = told("stick", *many)
    assert finding.place == "the folder portal/files"


def test_names_that_sharepoint_refuses() -> None:
    (finding,) = told("share", evidence("_vti_.pdf"))
    assert finding.hindrance.value == "refused-name"


def test_files_end_in_4_places_in_2_and_places_go_first() -> None:
    file = told("mail", evidence("b.exe"))
    whole = told("mail", *(evidence(f"{number}.pdf", 6_000_000) for number in range(10)))
    assert Undeliverable(file, "mail").exit_code is ExitCode.EVIDENCE
    assert Undeliverable((*file, *whole), "mail").exit_code is ExitCode.CONFIGURATION


def test_an_organization_has_ways_of_its_own_and_may_replace_known_ones() -> None:
    own = Delivery(
        name="body", like="upload", largest_part_mb=5, prefix="C:\\A", refuses=(".ZIP", "csv")
    )
    known = profiles((own, Delivery(name="mail", like="mail", largest_part_mb=18)))
    body = known["body"]
    assert (body.largest_part, body.prefix, body.most_parts) == (5_000_000, "C:\\A", 20)
    assert {".zip", ".csv", ".exe"} <= body.refused
    assert known["mail"].largest_part == 18_000_000
    assert list(known)[:5] == list(BY_NAME)


def test_a_way_that_refuses_pages_is_told_about_them() -> None:
    own = profiles((Delivery(name="odd", like="stick", refuses=("html",)),))["odd"]
    (finding,) = told(own)
    assert finding.place == "portal/index.html"


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("a/b.PDF", ".pdf"), ("a.b/c", ""), ("x.exe. ", ".exe"), (".js", ".js"), ("a.tar.gz", ".gz")],
)
def test_the_suffix_is_what_windows_would_take(name: str, suffix: str) -> None:
    assert suffix_of(name) == suffix


def test_sizes_are_rounded_up_so_that_nothing_too_big_looks_small_enough() -> None:
    assert [megabytes(n) for n in (1, 7_000_000, 7_000_001)] == ["0.1 MB", "7.0 MB", "7.1 MB"]
