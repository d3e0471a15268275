"""Decides what a link in an organization's own text means: a record, or a file that one carries."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import unquote

from certfolio.intake.collect import files_of
from certfolio.intake.markdown.slug import prefixed
from certfolio.model.prose import ProseLink
from certfolio.records.part import FileEntry
from certfolio.records.record import Record

_FILES = "content/files"
_ANCHOR = re.compile(r' id="([^"]*)"')


@dataclass(frozen=True, slots=True)
class RecordTarget:
    """A record; `anchor` is the place in its text, None for the whole page.

    `is_place_missing` says that the link names a place that the text does not have.
    """

    record: Record
    anchor: str | None = None
    is_place_missing: bool = False


@dataclass(frozen=True, slots=True)
class FileTarget:
    """A file that a record carries."""

    record: Record
    entry: FileEntry


@dataclass(frozen=True, slots=True)
class ProseTargets:
    """Everything that links may lead to: records by id, carriers by the path of a content file.

    The carrier of a file is the record whose text it is; before it, one that only attaches it.
    """

    records: Mapping[str, Record]
    carriers: Mapping[str, Record]

    @classmethod
    def among(cls, records: Iterable[Record]) -> "ProseTargets":
        """Return what the links of these records' texts can lead to."""
        by_id: dict[str, Record] = {}
        attached: dict[str, Record] = {}
        written: dict[str, Record] = {}
        for record in records:
            by_id[record.id] = record
            written.setdefault(text_path(record), record)
            written.setdefault(record.origin.path, record)
            for entry in files_of(record):
                attached.setdefault(f"{_FILES}/{entry.path}", record)
        return cls(MappingProxyType(by_id), MappingProxyType(attached | written))

    def meant(self, source: Record, link: ProseLink) -> RecordTarget | FileTarget | None:
        """Return what a link or picture in the text of `source` leads to, None for nothing.

        A link names a record by its id, or a file by its path from the file that the text stands
        in; a picture always names a file.
        """
        path = beside(text_path(source), link.href)
        if link.is_image:
            return self._picture(source, path)
        name, _, fragment = link.href.partition("#")
        record = self.records.get(name) or self.records.get(name.upper())
        record = record or self.carriers.get(path)
        return None if record is None else _at(record, unquote(fragment))

    def _picture(self, source: Record, path: str) -> FileTarget | None:
        carriers = (source, self.carriers.get(path, source))
        return next(
            (
                FileTarget(carrier, entry)
                for carrier in carriers
                for entry in files_of(carrier)
                if f"{_FILES}/{entry.path}" == path
            ),
            None,
        )


def text_path(record: Record) -> str:
    """Return the content file that a record's text was written in."""
    text_from = getattr(record, "text_from", None)
    return f"{_FILES}/{text_from}" if text_from else record.origin.path


def beside(text: str, href: str) -> str:
    """Return the path that a link means, written in the text of the file at another path."""
    path = unquote(href.partition("#")[0].partition("?")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(text), path))


def _at(record: Record, fragment: str) -> RecordTarget:
    if not fragment:
        return RecordTarget(record)
    known = frozenset(_ANCHOR.findall(record.prose.html)) if record.prose else frozenset[str]()
    tries = (prefixed(fragment), prefixed(fragment.lower()))
    anchor = next((anchor for anchor in tries if anchor in known), None)
    return RecordTarget(record, anchor, is_place_missing=anchor is None)
