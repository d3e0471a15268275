"""What lies below content/files: used, unused, and left behind by systems and editors."""

from pathlib import Path

from certfolio.intake.attachment_search import Listing, orphans, survey


def fill(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("x")


def test_files_and_junk_are_listed_apart_and_sorted(tmp_path: Path) -> None:
    fill(tmp_path, "b.pdf", "a/c.pdf", ".git/config", "a/.DS_Store", "Thumbs.db", "~$plan.docx")
    fill(tmp_path, "a/plan.docx.swp", "a/plan.docx~")
    assert survey(tmp_path) == Listing(
        files=("a/c.pdf", "b.pdf"),
        junk=(
            ".git",
            "Thumbs.db",
            "a/.DS_Store",
            "a/plan.docx.swp",
            "a/plan.docx~",
            "~$plan.docx",
        ),
    )


def test_p24_unused_files_are_orphans(tmp_path: Path) -> None:
    fill(tmp_path, "b.pdf", "a/c.pdf", "Thumbs.db")
    assert orphans(tmp_path, ["b.pdf"]) == ["a/c.pdf"]


def test_p05_a_loop_of_folders_ends(tmp_path: Path) -> None:
    fill(tmp_path, "a/c.pdf")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    assert survey(tmp_path).files == ("a/c.pdf", "a/loop")


def test_p12_a_name_that_is_not_utf_8_is_listed(tmp_path: Path) -> None:
    (tmp_path / "Pr\udcfcfung.pdf").write_text("x")
    assert survey(tmp_path).files == ("Pr\udcfcfung.pdf",)


def test_no_folder_means_no_files(tmp_path: Path) -> None:
    assert survey(tmp_path / "nowhere") == Listing((), ())
