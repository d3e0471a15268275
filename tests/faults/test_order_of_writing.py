"""F03: what a loss of power can take away is never needed, as the order of flushing shows."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from certfolio.handover import swap as swapping
from faults.ready_portal import ReadyPortal

Trace = list[tuple[str, str]]


@pytest.fixture
def trace(monkeypatch: pytest.MonkeyPatch) -> Trace:
    """Return the list that fills with what happens to the disk from now on, in its order."""
    told: Trace = []

    def heard(owner: Any, name: str, what: str, path_of: Callable[..., str]) -> None:
        real = getattr(owner, name)

        def hearing(*values: Any, **named: Any) -> Any:
            path = path_of(*values)
            result = real(*values, **named)
            told.append((what, path))
            return result

        monkeypatch.setattr(owner, name, hearing)

    heard(
        os,
        "fsync",
        "flushed",
        lambda descriptor: str(Path(f"/proc/self/fd/{descriptor}").readlink()),
    )
    heard(os, "replace", "renamed", lambda source, target: f"{source} -> {target}")
    heard(os, "unlink", "removed", str)
    heard(shutil, "rmtree", "removed", str)
    heard(swapping, "_exchanged", "exchanged", lambda first, second: f"{first} <-> {second}")
    return told


def of(trace: Trace, what: str, *parts: str) -> list[int]:
    """Return when something happened to a path that holds these parts."""
    return [
        turn
        for turn, (happened, path) in enumerate(trace)
        if happened == what and all(part in path for part in parts)
    ]


def test_f03_a_portal_is_on_the_disk_before_it_is_seen(
    ready: ReadyPortal, tmp_path: Path, trace: Trace
) -> None:
    target = tmp_path / "output" / "internal"
    ready.publish(target, "North")
    del trace[:]
    ready.publish(target, "South")
    (exchanged,) = of(trace, "exchanged")
    staging = trace[exchanged][1].split(" <-> ")[0]
    before = {path for what, path in trace[:exchanged] if what == "flushed"}
    files = [f"{staging}/{path}" for path in ready.files["South"]]
    folders = {str(Path(path).parent) for path in files}
    assert before >= {*files, *folders}
    # the former portal goes only when the names of the new one are on the disk too
    seen = of(trace, "flushed", str(target.parent))
    removed = of(trace, "removed", staging)
    assert exchanged < max(turn for turn in seen if trace[turn][1] == str(target.parent))
    assert min(removed) > max(turn for turn in seen if trace[turn][1] == str(target.parent))


def test_f03_a_first_portal_is_journaled_before_it_is_seen(
    ready: ReadyPortal, tmp_path: Path, trace: Trace
) -> None:
    target = tmp_path / "output" / "internal"
    ready.publish(target, "North")
    (journal,) = of(trace, "flushed", ".internal.journal-partial")
    (named,) = of(trace, "renamed", ".internal.journal-partial ->")
    (placed,) = of(trace, "renamed", f"-> {target}")
    (gone,) = of(trace, "removed", ".internal.journal")
    flushed = [
        turn
        for turn, told in enumerate(trace)
        if turn > named and told == ("flushed", str(target.parent))
    ]
    assert journal < named < flushed[0] < placed < flushed[1] < gone


def test_f03_a_package_is_on_the_disk_and_journaled_before_any_part_of_it_is_seen(
    ready: ReadyPortal, tmp_path: Path, trace: Trace
) -> None:
    folder = tmp_path / "packages"
    ready.seal(folder, "North")
    del trace[:]
    ready.seal(folder, "North")
    placed = of(trace, "renamed", "/parcel/", f"-> {folder}/North")
    assert [trace[turn][1].rpartition("/")[2] for turn in placed] == [
        "North.zip.handover.html",
        "North.zip.sha256",
        "North.zip",
    ]
    before = {
        path.rpartition("/parcel/")[2] for what, path in trace[: placed[0]] if what == "flushed"
    }
    assert before >= {"North.zip", "North.zip.sha256", "North.zip.handover.html"}
    (journal,) = of(trace, "renamed", "parcel-journal-partial ->")
    (gone,) = of(trace, "removed", "parcel-journal")
    flushed = [
        turn
        for turn, told in enumerate(trace)
        if turn > journal and told == ("flushed", str(folder))
    ]
    assert journal < flushed[0] < placed[0] < placed[-1] < flushed[-1] < gone
