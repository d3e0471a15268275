"""Walks XML without ever expanding an entity: a document type is refused where it begins."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from certfolio.evidence_scan.budget import Budget

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([A-Za-z0-9._-]+)", re.IGNORECASE)
_PLAIN = frozenset({b"utf-8", b"us-ascii", b"ascii"})
_CHUNK = 1 << 16


class MarkupRefused(Exception):  # noqa: N818 - a finding about the file
    """The XML declares a document type, which is where entity bombs live."""


class MarkupDamaged(Exception):  # noqa: N818 - a finding about the file
    """The XML cannot be read to its end."""


@dataclass(slots=True)
class Element:
    """An element by local name, with attributes by local name and the text right inside it.

    `parent` and `above` are the names of the element around it and of the one around that.
    """

    name: str
    attributes: Mapping[str, str]
    parent: str
    above: str
    text: str = field(default="")


def elements(data: bytes, budget: Budget, *wanted: str) -> list[Element]:
    """Return the elements with these local names in the order of their ends; all without names.

    Raise MarkupRefused, MarkupDamaged or, where there are too many, Exhausted.
    """
    walk = _Walk(budget, frozenset(wanted))
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    parser.CharacterDataHandler = walk.text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        for chunk in _chunks(data):
            parser.Parse(chunk, False)
            walk.pay()
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise MarkupDamaged from error
    return walk.found


def mentions(data: bytes, *words: bytes) -> bool:
    """Whether XML can hold one of these words: a fast look before the walk, true where unsure."""
    declared = _DECLARED.match(data[:300].lstrip(b"\xef\xbb\xbf"))
    is_plain = b"\x00" not in data[:4] and data[:2] not in (b"\xff\xfe", b"\xfe\xff")
    if not is_plain or (declared is not None and declared[1].lower() not in _PLAIN):
        return True
    return any(word in data for word in words)


def declares_type(data: bytes) -> bool:
    """Whether XML declares a document type, whatever of it is walked; no Office program does."""
    return b"<!DOCTYPE" in data[:4_000].replace(b"\x00", b"")


def words_of(data: bytes) -> str:
    """Return the text of XML with its tags taken out, good enough to search in."""
    return re.sub(rb"<[^<>]{0,10000}>", b"", data).decode("utf-8", "replace")


def _chunks(data: bytes) -> Iterator[bytes]:
    view = memoryview(data)
    for at in range(0, len(data), _CHUNK):
        yield bytes(view[at : at + _CHUNK])


def _refuse(*_declared: object) -> None:
    raise MarkupRefused


class _Walk:
    def __init__(self, budget: Budget, wanted: frozenset[str]) -> None:
        self.found: list[Element] = []
        self._budget = budget
        self._wanted = wanted
        self._open: list[Element | None] = []
        self._names: list[str] = []
        self._unpaid = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        self._unpaid += 1
        kept = None
        if not self._wanted or local in self._wanted:
            by_local = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
            kept = Element(local, by_local, self._name(1), self._name(2))
        self._open.append(kept)
        self._names.append(local)

    def _name(self, steps: int) -> str:
        return self._names[-steps] if len(self._names) >= steps else ""

    def end(self, _name: str) -> None:
        element = self._open.pop()
        self._names.pop()
        if element is not None:
            self.found.append(element)

    def text(self, text: str) -> None:
        element = self._open[-1] if self._open else None
        if element is not None and len(element.text) < 10_000:
            element.text += text

    def pay(self) -> None:
        self._budget.count_elements(self._unpaid)
        self._unpaid = 0
