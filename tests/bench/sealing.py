"""Measures build, package and verify of a portal with a gigabyte of files; asserts nothing.

    python tests/bench/sealing.py [--runs 3] [--megabytes 1000] [--files 500] [--folder /tmp]

Beside them stand sha256sum and zip -0 on the very files of the portal, which nobody can beat by
much: a package is read, hashed, written and read back. Prints seconds of the clock, processor
seconds and the largest resident memory of a process, each the median of the runs. The folder takes
about four times the size and is cleared afterwards. Everything is read once before it is measured.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

TESTS = Path(__file__).resolve().parents[1]
GENERATOR = TESTS.parent / "generator"
sys.path[:0] = [str(TESTS), str(GENERATOR)]

from faults.mini import write_evidence, write_mini  # noqa: E402 - found through the path above

COMMAND = (sys.executable, "-c", "from certfolio.tasks.program import main; main()")
_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took: seconds by the clock, of the processor, and megabytes at most."""

    seconds: float
    processor: float
    megabytes: float


def main() -> None:
    reader = argparse.ArgumentParser()
    reader.add_argument("--runs", type=int, default=3)
    reader.add_argument("--megabytes", type=int, default=1000)
    reader.add_argument("--files", type=int, default=500)
    reader.add_argument("--folder")
    asked = reader.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        project = workspace(Path(folder) / "work", asked.files, asked.megabytes * _MB)
        report(measured(project, asked.runs), asked.megabytes * _MB, asked.runs)


def workspace(project: Path, number: int, size: int) -> Path:
    """Write an organization whose evidence are PDFs of one picture each, as scanners make them."""
    write_mini(project)
    chance = random.Random(1)
    names = [f"scan-{turn:04}.pdf" for turn in range(number)]
    for name in names:
        data = scan(chance.randbytes(size // number - 300))
        (project / "content" / "files" / name).write_bytes(data)
    for turn in range(0, number, 20):
        write_evidence(project, *names[turn : turn + 20], id=f"E-{1000 + turn}")
    return project


def scan(picture: bytes) -> bytes:
    """Return a PDF that shows one picture; nothing in it can be made smaller."""
    return (
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /XObject /Subtype /Image /Filter /DCTDecode /Length "
        + str(len(picture)).encode()
        + b" >>\nstream\n"
        + picture
        + b"\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
    )


def measured(project: Path, runs: int) -> dict[str, list[Run]]:
    """Run everything once unmeasured and then `runs` times, each on what the one before left."""
    results: dict[str, list[Run]] = {}
    for turn in range(runs + 1):
        shutil.rmtree(project / "output", ignore_errors=True)
        Path(project / "stored.zip").unlink(missing_ok=True)
        round_ = {
            "certfolio build": run((*COMMAND, "build"), project),
            "certfolio package": run((*COMMAND, "package", "--audience", "internal"), project),
        }
        (made,) = (project / "output" / "packages").glob("*.zip")
        round_["certfolio verify, zip"] = run((*COMMAND, "verify", str(made)), project)
        unpacked = project / "output" / "unpacked"
        subprocess.run(["unzip", "-q", str(made), "-d", str(unpacked)], check=True)
        round_["certfolio verify, folder"] = run((*COMMAND, "verify", str(unpacked)), project)
        round_["sha256sum -c, folder"] = run(
            ("sha256sum", "-c", "--quiet", "manifest-sha256.txt"), unpacked
        )
        files = [str(path) for path in sorted(unpacked.rglob("*")) if path.is_file()]
        round_["sha256sum"] = run(("sha256sum", *files), project)
        round_["zip -0"] = run(("zip", "-0", "-q", "-r", "stored.zip", str(unpacked)), project)
        if turn:
            for name, each in round_.items():
                results.setdefault(name, []).append(each)
    return results


def run(command: tuple[str, ...], folder: Path) -> Run:
    """Run a command to its end and return what it took; raise where it fails."""
    environment = os.environ | {"PYTHONPATH": str(GENERATOR)}
    begun = time.monotonic()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000)


def report(results: dict[str, list[Run]], size: int, runs: int) -> None:
    load = os.getloadavg()[0]
    print(
        f"{size / 1e9:.2f} GB of files, median of {runs} runs, load {load:.1f} at the end,"
        f" Python {sys.version.split()[0]}"
    )
    print(f"{'':26}{'s/GB':>8}{'range':>14}{'CPU s/GB':>10}{'most MB':>9}")
    for name, each in results.items():
        seconds = sorted(one.seconds / size * 1e9 for one in each)
        processor = median(one.processor for one in each) / size * 1e9
        spread = f"{seconds[0]:.1f}-{seconds[-1]:.1f}"
        memory = max(one.megabytes for one in each)
        print(f"{name:26}{median(seconds):8.1f}{spread:>14}{processor:10.1f}{memory:9.0f}")


if __name__ == "__main__":
    main()
