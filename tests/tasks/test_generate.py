"""`generate` and `bench` as people call them."""

from pathlib import Path

from command import certfolio


def test_a_generated_workspace_can_be_checked_at_once(tmp_path: Path) -> None:
    made = certfolio(tmp_path, "generate", "acme", "--records", "100", "--seed", "2")
    assert made.code == 0
    assert made.last_line == "Go there with: cd acme. Then type: certfolio build"
    assert certfolio(tmp_path / "acme", "check").code == 0


def test_a_folder_with_work_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("kept", encoding="utf-8")
    refused = certfolio(tmp_path, "generate", ".")
    assert refused.code == 2
    assert refused.words == (
        '"." is not empty\n  expected: a folder that is new or empty\n  fix: name another folder\n'
    )


def test_a_number_in_words_is_refused(tmp_path: Path) -> None:
    refused = certfolio(tmp_path, "generate", "acme", "--records", "many")
    assert refused.code == 2
    assert refused.words == (
        '--records "many" is not a number\n'
        "  expected: a whole number from 0 to 999999\n"
        "  fix: write --records 1000\n"
    )


def test_bench_tells_stages_growth_and_the_slowest_five_rules(tmp_path: Path) -> None:
    told = certfolio(tmp_path, "bench", "--records", "0,100", "--runs", "1")
    assert told.code == 0
    assert "best (median) of 1 run, seed 1" in told.output
    assert "read, validate, link" in told.output
    slowest = told.output.partition("The slowest 5 rules at 100 records:\n")[2]
    assert [line[:3] for line in slowest.splitlines()] == ["RR-"] * 5
    assert list(tmp_path.iterdir()) == []
