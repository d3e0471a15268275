"""Searches finished bytes for what their audience may not see, before anybody else gets them."""

import base64
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from certfolio.audience.secret import Kind, Secret
from certfolio.audience.sight import Sight
from certfolio.handover.unwrapped import lines_of, members, packed, readings, without_tags
from certfolio.model.problem import ExitCode
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop

_DIGEST = re.compile(r"(?<![0-9a-z])[0-9a-f]{64}(?![0-9a-z])")
# those that a content security policy names, after `sha256-`, are scripts of ours
_DIGEST_BASE64 = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{43}(?==)")
_NAMED = 5
_LONG = 80


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """Where something was found and what it is; never the thing itself."""

    place: str
    line: int
    told: str


@dataclass(slots=True)
class LeakGate:
    """Looks at every file once, in any order; a line that was seen is not read again.

    `sight` says what to look for, `files` what lies below files/ in this edition, `digests` which
    digests its pages may name, and `hidden_digests` those of all other files, asked only where a
    page names a digest that is none of these.
    """

    sight: Sight
    files: frozenset[str]
    digests: frozenset[str]
    hidden_digests: Callable[[], frozenset[str]]
    leaks: set[Leak] = field(default_factory=set)
    _lines: set[str] = field(default_factory=set)
    _digests: dict[str, tuple[str, int]] = field(default_factory=dict)

    def look(self, folder: Path) -> None:
        """Look at a portal: the names of all files, and the contents of all that we wrote.

        Where there is no secret at all only the copies are looked at.
        """
        is_open = self.sight.is_empty and not self.hidden_digests()
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                name = path.relative_to(folder).as_posix()
                if name.startswith("files/"):
                    self._look_at_copy(name)
                elif not is_open:
                    self.look_at(name, path.read_bytes())

    def look_at(self, name: str, data: bytes) -> None:
        """Look at one file, and at what lies in it where it is an archive."""
        self._note(name, 0, name)
        for inner, content in members(name, data):
            self._look_at_lines(inner, lines_of(content))

    def look_at_all(self, files: Mapping[str, bytes]) -> None:
        """Look at files by their names, and raise Stop where anything was found."""
        for name, data in files.items():
            self.look_at(name, data)
        self.finish()

    def finish(self) -> None:
        """Raise Stop (exit code 5) where anything was found."""
        for digest in self._digests.keys() & self.hidden_digests() if self._digests else ():
            place, line = self._digests[digest]
            self.leaks.add(Leak(place, line, f"{Kind.DIGEST.value} that it does not hold"))
        if self.leaks:
            raise _refused(sorted(self.leaks))

    def _look_at_copy(self, name: str) -> None:
        self._note(name, 0, name)
        if name not in self.files:
            self.leaks.add(Leak("files/", 0, "a file that belongs to no record of this edition"))

    def _look_at_lines(self, name: str, lines: list[str]) -> None:
        fresh = [number for number, line in enumerate(lines) if line not in self._lines]
        self._lines.update(lines)
        # what is new may go on in the line before or after that is not
        wanted = sorted({n for f in fresh for n in (f - 1, f, f + 1) if 0 <= n < len(lines)})
        found, digests = self._found([lines[number] for number in wanted])
        if found or digests:
            self._find_lines(name, lines, wanted, {secret.told for secret in found})

    def _found(self, lines: list[str]) -> tuple[set[Secret], set[str]]:
        """Return the secrets in some lines, and the digests that are none of this edition."""
        found, digests = set[Secret](), set[str]()
        for text in readings(lines):
            found |= self.sight.found(text)
            digests.update(_digests(text))
        found |= self.sight.names_in(without_tags(lines))
        for text in packed(lines):
            found |= self.sight.found(text)
        return found, digests - self.digests

    def _find_lines(self, name: str, lines: list[str], wanted: list[int], told: set[str]) -> None:
        """Say in which line it stands; of what spans several, the first that was looked at."""
        for number in wanted:
            found, digests = self._found([lines[number]])
            for secret in found:
                self.leaks.add(Leak(name, number + 1, secret.told))
                told.discard(secret.told)
            for digest in digests:
                self._digests.setdefault(digest, (name, number + 1))
        for rest in told:
            self.leaks.add(Leak(name, wanted[0] + 1, rest))

    def _note(self, place: str, line: int, text: str) -> None:
        for secret in self.sight.found(text):
            self.leaks.add(Leak(place, line, secret.told))


def _digests(text: str) -> Iterator[str]:
    yield from _DIGEST.findall(text.lower())
    for run in _DIGEST_BASE64.findall(text):
        yield base64.urlsafe_b64decode(run.replace("+", "-").replace("/", "_") + "=").hex()


def _refused(leaks: list[Leak]) -> Stop:
    named = "; ".join(_told(leak) for leak in leaks[:_NAMED])
    rest = f"; and {len(leaks) - _NAMED} more" if len(leaks) > _NAMED else ""
    return Stop(
        ExitCode.DISCLOSURE,
        found=f"what was about to be handed over discloses what its audience does not see: {named}"
        f"{rest}",
        expected="pages, names and data that give nothing of what this edition leaves out",
        fix="look first in templates of your own; where they do not say it, report this to the"
        " makers of certfolio, and hand over nothing until then",
    )


def _told(leak: Leak) -> str:
    if leak.line == 0 and leak.place != "files/":
        return f"the name of a page or file is or holds {leak.told}"
    line = f", line {leak.line}" if leak.line else ""
    return f"{shown(leak.place, _LONG)[1:-1]}{line}: {leak.told}"
