"""Names what an audience may not learn: ids, titles and file names of what it does not see."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from certfolio.audience.see import is_file_seen, is_seen
from certfolio.intake.collect import files_of
from certfolio.linking.graph import RecordGraph
from certfolio.records.portal_settings import Audience
from certfolio.records.record import Record
from certfolio.records.record_types import type_of


class Kind(Enum):
    """What a secret is, as it is told to whoever may not be told the secret itself."""

    ID = "the id"
    TITLE = "the title"
    FILE_NAME = "the name of a file"
    DIGEST = "the digest of a file"


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that an audience may not find; `noun` is the type of the record it belongs to."""

    kind: Kind
    noun: str
    text: str

    @property
    def told(self) -> str:
        """Say what it is without saying it."""
        return f"{self.kind.value} of a record of the type {self.noun}"


def secrets_from(graph: RecordGraph, audience: Audience) -> tuple[Secret, ...]:
    """Return what the graph holds and the audience may not learn, each once, in the graph's order.

    What a visible record is called itself is no secret, whoever else is called the same.
    """
    found = dict.fromkeys(_hidden(graph.records, audience))
    known = {secret.text for secret in _visible(graph.records, audience)}
    return tuple(secret for secret in found if secret.text not in known)


def hidden_paths(graph: RecordGraph, audience: Audience) -> tuple[str, ...]:
    """Return the files below content/files that no record shows this audience, in order."""
    every, shown = set[str](), set[str]()
    for record in graph.records:
        for entry in files_of(record):
            every.add(entry.path)
            if is_seen(record, audience) and is_file_seen(entry, audience):
                shown.add(entry.path)
    return tuple(sorted(every - shown))


def _hidden(records: Iterable[Record], audience: Audience) -> Iterator[Secret]:
    for record in records:
        is_shown = is_seen(record, audience)
        if not is_shown:
            yield from _names(record)
        for entry in files_of(record):
            if not (is_shown and is_file_seen(entry, audience)):
                yield from _file_names(record, entry.path, entry.title)


def _visible(records: Iterable[Record], audience: Audience) -> Iterator[Secret]:
    for record in records:
        if is_seen(record, audience):
            yield from _names(record)
            for entry in files_of(record):
                if is_file_seen(entry, audience):
                    yield from _file_names(record, entry.path, entry.title)


def _names(record: Record) -> Iterator[Secret]:
    noun = type_of(record).name
    yield Secret(Kind.ID, noun, record.id)
    yield Secret(Kind.TITLE, noun, record.title)


def _file_names(record: Record, path: str, title: str | None) -> Iterator[Secret]:
    noun = type_of(record).name
    yield Secret(Kind.FILE_NAME, noun, path.rpartition("/")[2])
    if title is not None:
        yield Secret(Kind.TITLE, noun, title)
