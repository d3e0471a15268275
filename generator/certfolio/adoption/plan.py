"""Plans the records that a folder of documents becomes; nothing is written before all is known."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
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
    known = list(records)
    carriers = {entry.path: record for record in known for entry in files_of(record)}
    carriers |= {
        location: record
        for record in known
        if (location := getattr(record, "location", None)) is not None
    }
    companions = _companions(folder, frozenset(carriers), wish.folder)
    numbers = {kind: _ids(first) for kind, first in wish.first_ids.items()}
    made, kept = [], []
    for document in folder.documents:
        clauses = placed.clauses.get(document.path, ())
        carrier = carriers.get(place_of(wish, document))
        if carrier is not None:
            named = {support.clause for support in carrier.clauses}
            missing = tuple(clause for clause in clauses if clause not in named)
            kept.append(KeptRecord(carrier, document, missing))
            continue
        guessed = guess(document.path, document.title)
        kind = "policy" if guessed.sort == POLICY else "document"
        own = () if document.is_text_only else ((document.path, document.sha256),)
        made.append(
            PlannedRecord(
                id=next(numbers[kind]),
                kind=kind,
                document=document,
                guess=guessed,
                stated=stated(document.text or "", people),
                clauses=clauses,
                files=(*own, *((f.path, f.sha256) for f in companions.get(document.path, ()))),
            )
        )
    ids = {item.document.path: item.record.id for item in kept}
    ids |= {record.document.path: record.id for record in made}
    made = [_linked(record, ids) for record in made]
    taken = {path for record in made for path, _ in record.files}
    return Plan(
        wish,
        folder,
        placed,
        tuple(made),
        tuple(kept),
        tuple(
            other
            for other in folder.others
            if other.path not in taken and posixpath.join(wish.folder, other.path) not in carriers
        ),
        tuple(d.path for d in folder.documents if d.path not in placed.clauses),
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
    folder: Folder, carried: frozenset[str], place: str
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
