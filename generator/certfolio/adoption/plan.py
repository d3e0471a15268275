"""Plans the records that a folder of documents becomes; nothing is written before all is known."""

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from certfolio.adoption.folder import Folder, FoundDocument, OtherFile
from certfolio.adoption.guess import POLICY, Guess, guess
from certfolio.adoption.page_link import linked_by_id
from certfolio.adoption.placing import Placed
from certfolio.adoption.stated import Stated, stated
from certfolio.intake.collect import files_of
from certfolio.linking.prose_target import beside
from certfolio.model.classification import Classification
from certfolio.model.clause import ClauseRef
from certfolio.records.record import Record
from certfolio.records.record_types import BY_NAME


@dataclass(frozen=True, slots=True)
class Wish:
    """How the records are to be made; `folder` is where the files will lie below content/files.

    `first_ids` are the next free ids of policies and documents, `map_name` is None without a map.
    """

    folder: str
    standard: str
    owner: str
    classification: Classification
    as_of: date
    first_ids: Mapping[str, str]
    map_name: str | None = None


@dataclass(frozen=True, slots=True)
class PlannedRecord:
    """A record to be written for a document; `files` are by path from the adopted folder."""

    id: str
    kind: str
    document: FoundDocument
    guess: Guess
    stated: Stated
    clauses: tuple[ClauseRef, ...]
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """A record that adopted the document before, and the clauses of the map that it lacks."""

    record: Record
    document: FoundDocument
    missing: tuple[ClauseRef, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What an adoption is going to do; `left` are files that go along with no document."""

    wish: Wish
    folder: Folder
    placed: Placed
    records: tuple[PlannedRecord, ...]
    kept: tuple[KeptRecord, ...]
    left: tuple[OtherFile, ...]
    unmapped: tuple[str, ...]


def plan(
    wish: Wish,
    folder: Folder,
    placed: Placed,
    records: Iterable[Record],
    people: Mapping[str, str],
) -> Plan:
    """Give every document of the folder its record, or find the one it has already."""
    carriers = _carriers(records)
    kept = tuple(
        _kept(carrier, document, placed)
        for document in folder.documents
        if (carrier := carriers.get(place_of(wish, document))) is not None
    )
    adopted = {item.document.path: item.record.id for item in kept}
    companions = _companions(folder, carriers, wish.folder)
    numbers = {kind: _ids(first) for kind, first in wish.first_ids.items()}
    made = [
        _made(document, numbers, placed, stated(document.text or "", people), companions)
        for document in folder.documents
        if document.path not in adopted
    ]
    ids = adopted | {record.document.path: record.id for record in made}
    taken = {path for record in made for path, _ in record.files}
    left = (
        other
        for other in folder.others
        if other.path not in taken and posixpath.join(wish.folder, other.path) not in carriers
    )
    unmapped = tuple(d.path for d in folder.documents if d.path not in placed.clauses)
    records_made = tuple(_linked(record, ids) for record in made)
    return Plan(wish, folder, placed, records_made, kept, tuple(left), unmapped)


def _carriers(records: Iterable[Record]) -> dict[str, Record]:
    """Return the records by the files they carry, and by where they say their text is from."""
    carriers: dict[str, Record] = {}
    for record in records:
        carriers |= {entry.path: record for entry in files_of(record)}
        location = getattr(record, "location", None)
        if location is not None:
            carriers[location] = record
    return carriers


def _kept(record: Record, document: FoundDocument, placed: Placed) -> KeptRecord:
    named = {support.clause for support in record.clauses}
    clauses = placed.clauses.get(document.path, ())
    return KeptRecord(record, document, tuple(ref for ref in clauses if ref not in named))


def _made(
    document: FoundDocument,
    numbers: Mapping[str, Iterator[str]],
    placed: Placed,
    said: Stated,
    companions: Mapping[str, tuple[OtherFile, ...]],
) -> PlannedRecord:
    guessed = guess(document.path, document.title)
    kind = "policy" if guessed.sort == POLICY else "document"
    own = () if document.is_text_only else ((document.path, document.sha256),)
    return PlannedRecord(
        id=next(numbers[kind]),
        kind=kind,
        document=document,
        guess=guessed,
        stated=said,
        clauses=placed.clauses.get(document.path, ()),
        files=(*own, *((f.path, f.sha256) for f in companions[document.path])),
    )


def _linked(record: PlannedRecord, ids: Mapping[str, str]) -> PlannedRecord:
    if not record.document.is_text_only:
        return record
    return replace(record, document=linked_by_id(record.document, ids))


def place_of(wish: Wish, document: FoundDocument) -> str:
    """Return what a record says of where its document lies: the path, or where a page came from."""
    if document.is_text_only:
        place = posixpath.join(wish.folder, document.path)
        return f"Text of the web page {place}, which lies outside the portal"
    return posixpath.join(wish.folder, document.path)


def _ids(first: str) -> Iterator[str]:
    prefix, _, digits = first.rpartition("-")
    return (f"{prefix}-{number:0{len(digits)}d}" for number in count(int(digits)))


def _companions(
    folder: Folder, carried: Collection[str], place: str
) -> dict[str, tuple[OtherFile, ...]]:
    """Find the pictures and other files that documents show or link; the first one carries them."""
    free = {f.path: f for f in folder.others if posixpath.join(place, f.path) not in carried}
    found: dict[str, tuple[OtherFile, ...]] = {}
    for document in folder.documents:
        links = document.prose.links if document.prose else ()
        named = dict.fromkeys(beside(document.path, link.href) for link in links)
        found[document.path] = tuple(free.pop(path) for path in named if path in free)
    return found


_SLUG = re.compile(r"[^a-z0-9]+")


def file_of(record: PlannedRecord) -> str:
    """Return the path of the record's file below content/."""
    slug = _SLUG.sub("-", record.document.title.lower()).strip("-")[:60].strip("-")
    suffix = ".md" if record.document.is_text_only else ".yaml"
    return f"{BY_NAME[record.kind].folder}/{record.id}{'-' if slug else ''}{slug}{suffix}"
