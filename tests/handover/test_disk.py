"""Full and read-only disks, on small file systems of their own where the system lets us mount."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parents[2] / "generator"

# a private mount namespace: nothing is mounted for anyone else, and nothing is left to unmount
UNSHARED = ("unshare", "--mount", "--propagation", "private")

PUBLISH = """
import sys
from pathlib import Path
from certfolio.handover.publish import staging
from certfolio.model.stop import Stop
project = Path(sys.argv[1])
try:
    with staging(
        project / "output/portal", "auditor", content=project / "content", project=project
    ) as draft:
        for number in range(int(sys.argv[2])):
            (draft.folder / f"{number}.html").write_text(sys.argv[3] * 4096)
except Stop as stop:
    print(stop)
    sys.exit(stop.exit_code)
"""

CHECK = 'cat "$1/output/portal/0.html" | head -c 3; ls -A "$1/output"; exit $code'


def can_mount() -> bool:
    try:
        asked = [*UNSHARED, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
        return subprocess.run(asked, check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


def run_on_disk(project: Path, options: str, script: str) -> tuple[int, list[str]]:
    (project / "output").mkdir(parents=True)
    (project / "content").mkdir()
    publish = f'"{sys.executable}" -c "$2" "$1"'
    lines = f'mount -t tmpfs -o {options} tmpfs "$1/output"\n{script}\n{CHECK}'
    finished = subprocess.run(
        [*UNSHARED, "sh", "-c", lines.replace("PUBLISH", publish), "sh", str(project), PUBLISH],
        cwd=GENERATOR,
        check=False,
        capture_output=True,
        text=True,
    )
    assert finished.stderr == ""
    return finished.returncode, finished.stdout.splitlines()


if can_mount():

    @pytest.mark.parametrize("kilobytes", [64, 96, 128, 256, 512, 1024])
    def test_a_disk_of_any_size_that_is_too_small_keeps_the_former_portal(
        tmp_path: Path, kilobytes: int
    ) -> None:
        code, lines = run_on_disk(
            tmp_path, f"size={kilobytes}k", "PUBLISH 4 old && PUBLISH 2000 new; code=$?"
        )
        assert code == 6
        disk = f"the disk that holds output/portal ({tmp_path / 'output'}, "
        assert lines[0].startswith(disk)
        assert re.fullmatch(r"\d+\.\d MB in all\) is full after \d+\.\d MB", lines[0][len(disk) :])
        assert re.fullmatch(r"  expected: at least \d+\.\d MB of free space there", lines[1])
        assert lines[2:] == [
            "  fix: free some space, or write to a folder on another disk",
            "oldportal",
        ]

    def test_a_disk_without_room_for_more_files_is_told_apart(tmp_path: Path) -> None:
        code, lines = run_on_disk(
            tmp_path, "nr_inodes=20", "PUBLISH 4 old && PUBLISH 2000 new; code=$?"
        )
        assert code == 6
        assert re.fullmatch(
            r"the disk that holds output/portal \(.*\) can hold no more files after \d+\.\d MB",
            lines[0],
        )
        assert lines[-1] == "oldportal"

    def test_a_read_only_disk_stops_before_any_work(tmp_path: Path) -> None:
        code, lines = run_on_disk(
            tmp_path,
            "size=1m",
            'PUBLISH 4 old && mount -o remount,ro tmpfs "$1/output" && PUBLISH 4 new; code=$?',
        )
        assert code == 6
        assert lines == [
            "the disk that holds output/portal can only be read",
            "  expected: a disk that can be written to",
            "  fix: publish to another folder, or make the disk writable",
            "oldportal",
        ]
