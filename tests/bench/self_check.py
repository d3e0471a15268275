"""Measures how long the self-check page takes for a gigabyte; prints, asserts nothing.

    PYTHONPATH=generator:tests python tests/bench/self_check.py [portal with verify.html]

A folder with so many files of random bytes and their manifest is chosen in Chromium as a reader
chooses it, once with crypto.subtle and once with our own SHA-256, of which a tenth of the bytes is
enough. Beside it stands sha256sum on the same files.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path
from shutil import copyfile, copytree

from playwright.sync_api import Browser

from browser.chromium import chromium
from certfolio.handover.manifest import manifest_text

MB = 1_000_000
FILES = 500
# a page opened from a folder has crypto.subtle; one from plain http has not
WITHOUT_SUBTLE = "Object.defineProperty(crypto, 'subtle', { value: undefined })"


def written(portal: Path, folder: Path, megabytes: int) -> Path:
    """Write a package of random bytes around the page."""
    (folder / "portal").mkdir(parents=True)
    copyfile(portal / "verify.html", folder / "portal" / "verify.html")
    copytree(portal / "theme", folder / "portal" / "theme")
    chance = random.Random(1)
    for number in range(FILES):
        data = chance.randbytes(megabytes * MB // FILES)
        (folder / "portal" / f"scan-{number:04}.pdf").write_bytes(data)
    files = [path for path in folder.rglob("*") if path.is_file()]
    digests = {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files
    }
    (folder / "manifest-sha256.txt").write_bytes(manifest_text(digests).encode())
    return folder


def seconds(browser: Browser, folder: Path, *, has_subtle: bool) -> float:
    page = browser.new_page()
    page.set_default_timeout(600_000)
    if not has_subtle:
        page.add_init_script(WITHOUT_SUBTLE)
    page.goto((folder / "portal" / "verify.html").as_uri())
    begin = time.perf_counter()
    page.set_input_files("#self-check-folder", folder)
    page.wait_for_selector(".verdict-good")
    taken = time.perf_counter() - begin
    page.close()
    return taken


def main() -> None:
    portal = Path(sys.argv[1] if len(sys.argv) > 1 else "output/internal").resolve()
    with tempfile.TemporaryDirectory() as made, chromium() as browser:
        whole = written(portal, Path(made) / "whole", 1000)
        tenth = written(portal, Path(made) / "tenth", 100)
        print(f"load {os.getloadavg()[0]:.1f}")
        command = ("sha256sum", "-c", "--quiet", "manifest-sha256.txt")
        begin = time.perf_counter()
        subprocess.run(command, cwd=whole, check=True)
        print(f"sha256sum, 1 GB: {time.perf_counter() - begin:.1f} s")
        for turn in range(3):
            taken = seconds(browser, whole, has_subtle=True)
            print(f"crypto.subtle, 1 GB, run {turn + 1}: {taken:.1f} s", flush=True)
        print(f"our own, 0.1 GB: {seconds(browser, tenth, has_subtle=False):.1f} s")


if __name__ == "__main__":
    main()
