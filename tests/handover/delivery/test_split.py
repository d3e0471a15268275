"""A package that is too big for one piece is split, and every file lies in exactly one volume."""

from hypothesis import given
from hypothesis import strategies as st

from certfolio.handover.delivery.cargo import Cargo, room_of
from certfolio.handover.delivery.profile import Form, Profile
from certfolio.handover.delivery.split import split

PAGES = Cargo("portal/index.html", 1_000, 1_000, "portal/index.html")


def profile(part: int | None, form: Form = Form.ZIP) -> Profile:
    return Profile("x", "a trial", form, "C:", largest_part=part)


def evidence(number: int, size: int) -> Cargo:
    path = f"portal/files/e-{number:03}-1-scan.pdf"
    return Cargo(path, size, size, f"content/files/{number}.pdf", is_evidence=True)


def test_what_fits_stays_in_one_piece() -> None:
    found = split(profile(10_000), [PAGES, evidence(1, 2_000), evidence(2, 2_000)])
    assert [len(part) for part in found.parts] == [2]
    assert found.total <= 10_000
    assert split(profile(None), [PAGES, evidence(1, 10**9)]).oversized == ()


@given(st.lists(st.integers(1, 5_000), max_size=60), st.integers(2_500, 9_000))
def test_every_file_lies_in_one_volume_in_its_order_or_fits_in_none(
    sizes: list[int], most: int
) -> None:
    cargo = [PAGES, *(evidence(number, size) for number, size in enumerate(sizes))]
    by_path = {item.path: item for item in cargo}
    found = split(profile(most), cargo)
    placed = [path for part in found.parts for path in part]
    left = [item.path for item in found.oversized]
    assert sorted(placed + left) == sorted(by_path.keys() - {PAGES.path})
    assert placed == sorted(placed)
    for part in found.parts:
        assert room_of([PAGES, *(by_path[path] for path in part)]) <= most
    assert all(found.parts) or not placed


def test_pages_that_fit_into_no_volume_are_told_and_not_cut() -> None:
    found = split(profile(900), [PAGES, evidence(1, 10)])
    assert found.room < 0


def test_a_folder_is_one_piece_whatever_its_size_and_only_single_files_are_too_big() -> None:
    cargo = [PAGES, evidence(1, 2_000), evidence(2, 4_000)]
    found = split(profile(3_000, Form.FOLDER), cargo)
    assert len(found.parts) == 1
    assert [item.path for item in found.oversized] == ["portal/files/e-002-1-scan.pdf"]
