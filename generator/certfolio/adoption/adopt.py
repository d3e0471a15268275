"""From a folder of existing documents to a plan of records: look, place, compare, plan."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from certfolio.adoption.control_map import MapRow, read_map
from certfolio.adoption.folder import (
    FILE_NAME,
    Folder,
    FoundDocument,
    OtherFile,
    Refusal,
    look_through,
    name_of,
)
from certfolio.adoption.placing import place
from certfolio.adoption.plan import Plan, Wish, plan
from certfolio.intake.attachment import fingerprint
from certfolio.intake.attachment_fault import FileFault
from certfolio.intake.attachment_name import path_faults
from certfolio.intake.phrase import did_you_mean
from certfolio.intake.text import SIZE_LIMIT
from certfolio.linking.graph import RecordGraph
from certfolio.linking.reference_check import suggestion
from certfolio.model.classification import Classification
from certfolio.model.problem import Code, ExitCode
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop
from certfolio.records.person import Person
from certfolio.standards.catalogue import Catalogue, Standards


@dataclass(frozen=True, slots=True)
class AdoptionOrder:
    """What a person asks for; `first_ids` are the next free ids by record type."""

    folder: Path
    standard: str
    map_file: Path | None
    owner: str | None
    classification: Classification
    as_of: date
    first_ids: Mapping[str, str]


def prepare(
    order: AdoptionOrder, content: Path, graph: RecordGraph, known: Standards, jobs: int
) -> Plan:
    """Look at everything and return the plan; nothing is written.

    `known` are all standards there are, declared or not. Raise Stop where the order cannot be
    followed.
    """
    if not order.folder.is_dir():
        raise _wrong(
            f"there is no folder {order.folder.as_posix()}",
            "a folder with documents",
            "correct the path of the folder",
        )
    catalogue = _catalogue(order.standard, graph, known)
    owner = _owner(order.owner, graph)
    where = place_below_files(order.folder, content)
    rows = () if order.map_file is None else _rows(order.map_file)
    found = _mapped(_without(look_through(order.folder, jobs), order), rows)
    if not found.documents and not found.refused:
        raise _nothing(order.folder)
    folder = _compared(found, content / "files", where)
    map_name = None if order.map_file is None else order.map_file.name
    wish = Wish(
        where,
        order.standard,
        owner,
        order.classification,
        order.as_of,
        order.first_ids,
        map_name,
    )
    paths = [document.path for document in folder.documents]
    refused = frozenset(refusal.path for refusal in folder.refused)
    placed = place(rows, catalogue, paths, map_name or "", refused)
    return plan(wish, folder, placed, graph.records, _people(graph))


def _people(graph: RecordGraph) -> dict[str, str]:
    """Return the ids of people by name; a name that two people share says nothing."""
    names = Counter(person.title.casefold() for person in graph.all(Person))
    return {
        person.title.casefold(): person.id
        for person in graph.all(Person)
        if names[person.title.casefold()] == 1
    }


def place_below_files(folder: Path, content: Path) -> str:
    """Return the path below content/files at which a folder is adopted."""
    real, home = folder.resolve(), content.resolve()
    files = home / "files"
    if real.is_relative_to(files):
        inside = real.relative_to(files).as_posix()
        return "" if inside == "." else inside
    if real.is_relative_to(home) or home.is_relative_to(real):
        raise _wrong(
            f"{folder.as_posix()} holds the records, or lies among them",
            "a folder with documents outside of content, or inside of content/files",
            "name the folder that holds the documents",
        )
    if path_faults(real.name):
        raise _wrong(
            f"the name of the folder, {shown(real.name)}, cannot be kept",
            "a name that every system can hold",
            "rename the folder with letters, digits and hyphens",
        )
    return f"adopted/{real.name}"


def _catalogue(standard: str, graph: RecordGraph, known: Standards) -> Catalogue:
    declared = graph.standards.catalogues
    if standard in declared:
        return declared[standard]
    declare = f"add - standard: {standard} below standards: in content/portal.yaml"
    is_known = standard in known.catalogues
    raise _wrong(
        f"the standard {shown(standard)} is not among those of the portal",
        f"one of {', '.join(declared)}" if len(declared) > 1 else next(iter(declared)),
        declare if is_known else suggestion(standard, declared, declare),
    )


def _owner(wanted: str | None, graph: RecordGraph) -> str:
    people = [person.id for person in graph.all(Person)]
    if wanted is None and people:
        return people[0]
    if wanted in people:
        return wanted
    found = "there is no person yet" if wanted is None else f"no person has the id {shown(wanted)}"
    raise _wrong(
        found,
        "the id of a record in content/people, who answers for the documents",
        (did_you_mean(wanted, people) if wanted else None)
        or "write a record of that person first, with certfolio new person",
    )


def _rows(file: Path) -> tuple[MapRow, ...]:
    try:
        with file.open("rb") as handle:
            data = handle.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise _wrong(
            f"the map {file.as_posix()} cannot be read: {error.strerror}",
            "a CSV file with the columns control and documents",
            "correct the path behind --map",
        ) from error
    return read_map(file.name, data)


def _without(found: Folder, order: AdoptionOrder) -> Folder:
    """Leave the map itself out of what is adopted."""
    if order.map_file is None:
        return found
    own = order.map_file.resolve()
    root = order.folder.resolve()
    return replace(found, others=tuple(other for other in found.others if root / other.path != own))


def _mapped(found: Folder, rows: Iterable[MapRow]) -> Folder:
    """Take a table or picture for a document where the map names it as one."""
    named = {posixpath.normpath(name) for row in rows for name in row.documents}
    chosen = [file for file in found.others if file.path in named]
    documents = [
        *found.documents,
        *(FoundDocument(f.path, f.sha256, name_of(f.path), FILE_NAME) for f in chosen),
    ]
    return replace(
        found,
        documents=tuple(sorted(documents, key=lambda document: document.path)),
        others=tuple(file for file in found.others if file not in chosen),
    )


def _compared(found: Folder, files: Path, where: str) -> Folder:
    """Refuse what lies below content/files already, under the same path, with other contents."""
    everything: list[FoundDocument | OtherFile] = [*found.documents, *found.others]
    refused = [
        Refusal(file.path, _changed(posixpath.join(where, file.path)))
        for file in everything
        if file.sha256 and _is_other(files, posixpath.join(where, file.path), file)
    ]
    paths = {refusal.path for refusal in refused}
    return replace(
        found,
        documents=tuple(file for file in found.documents if file.path not in paths),
        others=tuple(file for file in found.others if file.path not in paths),
        refused=tuple(sorted((*found.refused, *refused), key=lambda refusal: refusal.path)),
    )


def _is_other(files: Path, path: str, file: FoundDocument | OtherFile) -> bool:
    if not files.joinpath(path).exists():
        return False
    there = fingerprint(files, path)
    return isinstance(there, list) or there.sha256 != file.sha256


def _changed(path: str) -> FileFault:
    return FileFault(
        Code.FILE_CHANGED,
        f"{shown(f'content/files/{path}', 120)} is there already and is another file",
        "the file that was adopted before, or a new name",
        "give the new version another name, or replace the file and its sha256: by hand",
    )


def _nothing(folder: Path) -> Stop:
    return _wrong(
        f"{folder.as_posix()} holds no document",
        "Markdown, PDF, Word, Excel, text or HTML files",
        "name the folder that holds the documents",
    )


def _wrong(found: str, expected: str, fix: str) -> Stop:
    return Stop(ExitCode.CONFIGURATION, found=found, expected=expected, fix=fix)
