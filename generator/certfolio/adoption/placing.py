"""Places the documents of a folder on the clauses that a map names them for."""

import posixpath
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from unicodedata import normalize

from certfolio.adoption.control_map import MapRow
from certfolio.linking.near_file import NearFiles
from certfolio.linking.reference_check import suggestion
from certfolio.model.clause import ClauseRef
from certfolio.model.problem import ExitCode
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop
from certfolio.standards.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Placed:
    """The clauses of each document by its path, and every row of the map that came to nothing.

    Each of the lists holds sentences for people, in the order of the map.
    """

    clauses: Mapping[str, tuple[ClauseRef, ...]]
    rows: int = 0
    linked_rows: int = 0
    empty_rows: int = 0
    unknown: tuple[str, ...] = ()
    empty: tuple[ClauseRef, ...] = ()
    absent: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def links(self) -> int:
        return sum(len(clauses) for clauses in self.clauses.values())


def place(
    rows: Iterable[MapRow],
    catalogue: Catalogue,
    paths: Collection[str],
    name: str,
    refused: Collection[str] = (),
) -> Placed:
    """Follow every row of the map; a folder stands for all documents below it.

    `paths` are the documents, `refused` the files that are there and stay outside. Raise Stop where
    the map names something outside the folder of documents.
    """
    composed = {normalize("NFC", path): path for path in sorted(paths)}
    placing = _Placing(catalogue, composed, NearFiles(composed.values()), name, refused)
    for row in rows:
        placing.row(row)
    order = {clause.ref: number for number, clause in enumerate(catalogue.clauses)}
    return Placed(
        MappingProxyType(
            {
                path: tuple(sorted(refs, key=order.__getitem__))
                for path, refs in placing.refs.items()
            }
        ),
        placing.rows,
        placing.linked,
        placing.blank,
        tuple(placing.unknown),
        tuple(placing.empty),
        tuple(placing.absent),
        tuple(placing.remarks),
    )


@dataclass(slots=True)
class _Placing:
    catalogue: Catalogue
    paths: Mapping[str, str]
    near: NearFiles
    name: str
    refused: Collection[str]
    refs: dict[str, dict[ClauseRef, None]] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    rows: int = 0
    linked: int = 0
    blank: int = 0
    unknown: list[str] = field(default_factory=list)
    empty: list[ClauseRef] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def row(self, row: MapRow) -> None:
        self.rows += 1
        number = row.control.removeprefix(f"{self.catalogue.id}:")
        if number in self.seen:
            self.remarks.append(
                f"line {row.line} names {number} again, after line {self.seen[number]};"
                " the documents of both count"
            )
        self.seen.setdefault(number, row.line)
        documents = [path for name in row.documents for path in self._documents(row, name)]
        self.blank += not row.documents
        clause = self.catalogue.clause(number)
        if clause is None:
            self._unknown(row, number)
        elif not row.documents:
            self.empty.append(clause.ref)
        else:
            self.linked += bool(documents)
            for path in documents:
                self.refs.setdefault(path, {})[clause.ref] = None
            if not clause.is_demand:
                self.remarks.append(
                    f"line {row.line}: {number} is a heading that asks for nothing itself;"
                    " the matrix has no row for it"
                )

    def _unknown(self, row: MapRow, number: str) -> None:
        found = f"line {row.line}: {self.catalogue.name} has no clause {shown(number)}"
        if not row.documents:
            self.unknown.append(f"{found}, and the row names no document; remove the row")
            return
        numbers = [clause.ref.number for clause in self.catalogue.clauses]
        advice = suggestion(number, numbers, f"look it up in {self.catalogue.name}")
        self.unknown.append(f"{found}, named for {'; '.join(row.documents)}; {advice}")

    def _documents(self, row: MapRow, name: str) -> list[str]:
        path = normalize("NFC", posixpath.normpath(name))
        if path.startswith(("/", "../", "~")) or path == ".." or "\\..\\" in f"\\{name}\\":
            raise _outside(self.name, row, name)
        if path in self.paths:
            return [self.paths[path]]
        below = [found for known, found in self.paths.items() if known.startswith(f"{path}/")]
        if below:
            self.remarks.append(
                f"line {row.line}: {row.control} names the folder {name}; each of its"
                f" {len(below)} documents is linked"
            )
        else:
            said = "it was refused" if path in self.refused else self._advice(path)
            self.absent.append(f"line {row.line}: {row.control} names {shown(name, 120)}; {said}")
        return below

    def _advice(self, path: str) -> str:
        meant = self.near.nearest(path)
        return f"did you mean {meant}?" if meant else "add it to the folder, or correct the map"


def _outside(name: str, row: MapRow, document: str) -> Stop:
    return Stop(
        ExitCode.EVIDENCE,
        found=f"{name}:{row.line}: {shown(document, 120)} leads out of the folder of documents",
        expected="paths from the folder downwards, such as policies/quality.md",
        fix="correct the path in the map",
    )
