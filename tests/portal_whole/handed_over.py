"""Offers what audiences are handed: of content full of canaries, and of one organization twice."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from portal_whole.builds import packed, publish
from portal_whole.canary_content import write_canaries
from portal_whole.same_portal import both
from portal_whole.test_same_bytes import tree
from portal_whole.wrapped import everything_in

READER = "reader"
EVERYBODY = "everybody"
AUDIENCES = (
    {
        "name": READER,
        "ceiling": "internal",
        "leaves_out": ["gap-item", "waiver", "draft"],
    },
    {"name": EVERYBODY, "ceiling": "restricted"},
)


@dataclass(frozen=True)
class Searched:
    """What was handed over, piece by piece: files of a portal, a package, what archives hold."""

    portal: Path
    package: Path
    content: Path

    @cached_property
    def pieces(self) -> tuple[tuple[str, bytes], ...]:
        return (*everything_in(self.package.parent), *everything_in(self.portal))

    def places_of(self, words: Iterable[bytes]) -> list[str]:
        known = tuple(words)
        return [name for name, data in self.pieces if any(word in data for word in known)]

    def page(self, name: str) -> str:
        return (self.portal / name).read_text("utf-8")


@dataclass(frozen=True)
class Twice:
    """Portals of one organization: of everything, of what the reader may see, for everybody."""

    whole: Path
    reduced: Path
    everything: Path

    def same(self, pattern: str) -> bool:
        """Whether files are the same in both portals of the reader, and there are any."""
        first, second = (self._named(portal, pattern) for portal in (self.whole, self.reduced))
        return bool(first) and first == second

    def differs(self, pattern: str) -> bool:
        """Whether they say something else to those who see more, so that sameness has a meaning."""
        return self._named(self.whole, pattern) != self._named(self.everything, pattern)

    def data(self, portal: Path) -> dict[str, Any]:
        read: dict[str, Any] = json.loads((portal / "exports" / "portal.json").read_text("utf-8"))
        return read

    def _named(self, portal: Path, pattern: str) -> dict[str, str]:
        return {name: digest for name, digest in tree(portal).items() if Path(name).match(pattern)}


@pytest.fixture(scope="session")
def canaries(tmp_path_factory: pytest.TempPathFactory) -> Searched:
    """Return all that the audience gets which may see no canary: package and portal."""
    content = write_canaries(tmp_path_factory.mktemp("canaries") / "content")
    output = content.parent / "output"
    package = packed(content, READER, output / "packages")
    publish(content, [READER], output)
    return Searched(output / READER, package, content)


@pytest.fixture(scope="session")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Twice:
    folder = tmp_path_factory.mktemp("twice")
    whole, reduced = both(folder, 20, AUDIENCES[0], others=AUDIENCES[1:])
    # everybody first, so that anything kept between two builds would show
    publish(whole, [EVERYBODY, READER], folder / "whole")
    publish(reduced, [READER], folder / "reduced")
    return Twice(
        folder / "whole" / READER, folder / "reduced" / READER, folder / "whole" / EVERYBODY
    )
