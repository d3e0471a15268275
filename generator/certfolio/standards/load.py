"""Loads the catalogues that ship with certfolio and those of the workspace."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

from certfolio.intake.load import read_file
from certfolio.intake.parsed import Parsed
from certfolio.intake.read import read_source
from certfolio.intake.schema import SchemaSet
from certfolio.intake.validate import validate
from certfolio.model.clause import ClauseRef
from certfolio.model.message import Message, word
from certfolio.model.ordering import natural_key
from certfolio.model.problem import Code, Problem
from certfolio.model.quoting import shown
from certfolio.standards.catalogue import Catalogue, Clause, Standards

_SUFFIXES = (".json", ".yaml", ".yml")


def load_standards(folder: Path, schemas: SchemaSet) -> tuple[Standards, list[Problem]]:
    """Return every catalogue: those shipped, then those below content/standards.

    A catalogue of the workspace with a new id is added. One with a shipped id overrides it clause
    by clause: what it lists replaces the shipped clause, what it leaves out stays.
    """
    catalogues: dict[str, Catalogue] = {}
    problems: list[Problem] = []
    for parsed in (*_shipped(), *_own(folder)):
        if isinstance(parsed, list):
            problems += parsed
            continue
        faults = validate(parsed.value, "", "catalogue", parsed.places, schemas)
        faults += [] if faults else _contradictions(parsed)
        problems += faults
        if not faults:
            catalogue = _catalogue(parsed.value)
            catalogues[catalogue.id] = _over(catalogues.get(catalogue.id), catalogue)
    ordered = sorted(catalogues.items(), key=lambda item: natural_key(item[0]))
    return Standards(MappingProxyType(dict(ordered))), problems


def _shipped() -> Iterable[Parsed | list[Problem]]:
    folder = files("certfolio.standards") / "catalogues"
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(_SUFFIXES):
            yield read_source(f"certfolio/standards/{entry.name}", entry.read_bytes())


def _own(folder: Path) -> Iterable[Parsed | list[Problem]]:
    prefix = f"{folder.parent.name}/{folder.name}"
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    for entry in found:
        if entry.suffix in _SUFFIXES:
            yield read_file(f"{prefix}/{entry.name}", entry)


def _catalogue(value: Any) -> Catalogue:
    standard = value["id"]
    return _with_digest(
        Catalogue(
            id=standard,
            title=value["title"],
            edition=word("edition", value["edition"]),
            status=value["status_at_2026_11"],
            clauses=tuple(_clause(standard, entry) for entry in value["clauses"]),
        )
    )


def _with_digest(catalogue: Catalogue) -> Catalogue:
    said = repr((catalogue.id, catalogue.title, catalogue.edition, catalogue.clauses))
    return replace(catalogue, digest=hashlib.sha256(said.encode()).hexdigest())


def _clause(standard: str, entry: Any) -> Clause:
    parent = entry["parent"]
    return Clause(
        ref=ClauseRef(standard, entry["ref"]),
        title=word("clause", entry["title"]),
        parent=None if parent is None else ClauseRef(standard, parent),
        kind=entry["kind"],
        hs_key=entry["hs_key"],
        documented_information=entry["documented_information"],
        condition=entry["documented_information_condition"],
        note=_worded("note", entry["documented_information_note"]),
        theme=_worded("theme", entry.get("theme")),
        title_source=entry["title_source"],
    )


def _worded(context: str, text: str | None) -> Message | None:
    return None if text is None else word(context, text)


def _over(shipped: Catalogue | None, own: Catalogue) -> Catalogue:
    if shipped is None:
        return own
    listed = {clause.ref: clause for clause in own.clauses}
    kept = tuple(listed.pop(clause.ref, clause) for clause in shipped.clauses)
    return _with_digest(replace(own, clauses=kept + tuple(listed.values())))


def _contradictions(parsed: Parsed) -> list[Problem]:
    """Find what a schema cannot say: numbers twice, parents that are not there."""
    value: Any = parsed.value
    numbers = [entry["ref"] for entry in value["clauses"]]
    problems = []
    for index, entry in enumerate(value["clauses"]):
        place = f"/clauses/{index}"
        if entry["ref"] in numbers[:index]:
            problems.append(
                Problem(
                    parsed.places.of(f"{place}/ref"),
                    f"the clause {shown(entry['ref'])} stands here a second time",
                    Code.CATALOGUE,
                    "each clause once",
                    "remove one of the two, or correct its number",
                )
            )
        if entry["parent"] is not None and entry["parent"] not in numbers:
            problems.append(
                Problem(
                    parsed.places.of(f"{place}/parent"),
                    f"the parent {shown(entry['parent'])} is not in this catalogue",
                    Code.CATALOGUE,
                    "the number of a clause of the same catalogue, or null",
                    "add the clause, or correct the number",
                )
            )
    return problems
