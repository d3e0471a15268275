"""Collects every message of a workspace: ours, and those of its theme, schemas and standards."""

from collections.abc import Iterator
from pathlib import Path

from certfolio.intake.schema import load_schemas
from certfolio.language.entry import Entry, entry_of
from certfolio.language.extract import in_modules, in_templates
from certfolio.pipeline import Workspace
from certfolio.portal.spoken import spoken
from certfolio.standards.load import load_standards

_PACKAGE = Path(__file__).resolve().parents[1]


def messages(place: Workspace) -> frozenset[Entry]:
    """Return what a translation has to hold; texts of records are nobody's to translate."""
    return frozenset(entry for entry in _all(place) if entry.has_words)


def _all(place: Workspace) -> Iterator[Entry]:
    yield from in_modules(_PACKAGE)
    for theme in place.themes:
        yield from in_templates(theme / "templates")
    schemas = load_schemas(place.schema)
    standards, _ = load_standards(place.content / "standards", schemas)
    yield from map(entry_of, spoken(schemas, standards))
