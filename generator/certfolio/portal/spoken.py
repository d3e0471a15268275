"""Every word of the portal that no call of `say` spells out: it comes from a table or a schema."""

from collections.abc import Iterator

from certfolio.intake.schema import SchemaSet
from certfolio.model.message import Message, word
from certfolio.model.verdict import Severity, Verdict
from certfolio.portal.labels import field_labels
from certfolio.portal.status import WORDS
from certfolio.readiness.coverage import ClauseState
from certfolio.readiness.spoken import spoken as spoken_by_rules
from certfolio.standards.catalogue import Catalogue, Standards


def spoken(schemas: SchemaSet, standards: Standards) -> Iterator[Message]:
    """Yield states, names of fields, choices of closed lists, and what catalogues call clauses."""
    yield from (word("state", said) for said in WORDS)
    for states in (ClauseState, Verdict, Severity):
        yield from (word("state", state.value) for state in states)
    yield from spoken_by_rules()
    yield from _fields(schemas)
    for catalogue in standards.catalogues.values():
        yield from _catalogue(catalogue)


def _fields(schemas: SchemaSet) -> Iterator[Message]:
    for names in field_labels(schemas).values():
        for path, name in names.items():
            yield name.title
            yield from name.choices.values()
            if path == "status":
                yield from (word("state", said) for said in name.choices)


def _catalogue(catalogue: Catalogue) -> Iterator[Message]:
    yield word("edition", catalogue.edition)
    for clause in catalogue.clauses:
        yield word("clause", clause.title)
        if clause.note:
            yield word("note", clause.note)
        if clause.theme:
            yield word("theme", clause.theme)
            yield word("theme", clause.theme.capitalize())
