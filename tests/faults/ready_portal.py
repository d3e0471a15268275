"""Portals that are finished and checked, to be published and sealed over and over."""

import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from certfolio.handover.package import Layout, gathered, seal, write_digests
from certfolio.handover.package_place import package_place
from certfolio.handover.publish import staging
from certfolio.pipeline import build, check
from faults.killing import touches_of
from faults.mini import digests, order, workspace_of, write_mini, write_site

NAMES = ("North", "South")


@dataclass
class ReadyPortal:
    """Two states of the same small organization, read and built once."""

    project: Path

    def __post_init__(self) -> None:
        write_mini(self.project)
        self.checked = {}
        self.files = {}
        for name in NAMES:
            write_site(self.project, name)
            self.checked[name] = check(workspace_of(self.project), 1, has_digests=False)
            self.build(self.portal(name), name)
            self.files[name] = digests(self.portal(name))

    def portal(self, name: str) -> Path:
        return self.project / "ready" / name

    def build(self, target: Path, name: str) -> None:
        """Build from records that were read before."""
        checked = self.checked[name]
        build(workspace_of(self.project), checked, order(checked, target), lambda _stage: None)

    def publish(self, target: Path, name: str) -> None:
        """Publish a copy of the finished portal, as a build does with its own."""
        content = self.project / "content"
        with staging(target, "internal", content=content, project=self.project) as draft:
            self.write(draft.folder, name)

    def write(self, folder: Path, name: str) -> None:
        for path, data in self.files[name].items():
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_bytes(data)

    def seal(self, folder: Path, name: str) -> None:
        """Seal the finished portal, as the command does, with a sheet beside it."""
        content = self.project / "content"
        with package_place(folder, "internal", content=content, project=self.project) as bench:
            scratch = bench.folder / "notes"
            scratch.mkdir()
            notes = {"START-HERE.html": b"<!doctype html><title>Start</title>"}
            zipped = bench.parcel / f"{name}.zip"
            sealed = seal(gathered(self.portal(name), notes, Layout.PLAIN, scratch), zipped)
            write_digests([sealed], zipped)
            beside = zipped.with_name(f"{zipped.name}.handover.html")
            beside.write_text(sealed.digest, encoding="utf-8")

    def remove(self, target: Path) -> None:
        shutil.rmtree(target)

    def name_of(self, target: Path) -> str:
        """Return which of the two portals a folder holds byte by byte, or what it holds instead."""
        found = digests(target)
        for name, files in self.files.items():
            if found == files:
                return name
        return f"a mixture of {len(found)} files"

    @cached_property
    def effort(self) -> tuple[int, float]:
        """Return how often a whole build touches the disk, and how long it takes."""
        target = self.project / "effort" / "internal"
        return touches_of(lambda: self.build(target, "South"))
