"""Collects everything that can be found in an edition; nothing else of it reaches the search."""

from collections.abc import Iterator

from certfolio.intake.collect import files_of
from certfolio.model.clause import ClauseRef
from certfolio.model.message import word
from certfolio.portal import address
from certfolio.portal.card import HEAD
from certfolio.portal.edition import Edition
from certfolio.portal.field import reader
from certfolio.portal.link import clause_link, clause_title, record_link
from certfolio.portal.search.document import SearchDocument, Section
from certfolio.portal.search.prose_text import one_line, plain_text
from certfolio.portal.search.value_text import field_words
from certfolio.portal.site import navigation
from certfolio.portal.status import Status
from certfolio.records.record import Record
from certfolio.records.record_types import RECORD_TYPES, type_of
from certfolio.standards.catalogue import Catalogue, Clause

CLAUSE, STANDARD, PAGE = "clause", "standard", "page"
"""What can be found beside records."""

_SENTENCE = 40
"""Characters above which a value is something to read."""


def collect(edition: Edition) -> Iterator[SearchDocument]:
    """Yield records by type and number, then clauses, standards and the pages that list things."""
    for row in RECORD_TYPES:
        for record in edition.graph.all(row.record):
            yield _record(edition, record)
    for catalogue in edition.graph.standards.catalogues.values():
        for clause in catalogue.clauses:
            yield _clause(edition, catalogue, clause)
    for catalogue in edition.graph.standards.catalogues.values():
        yield SearchDocument(
            id="",
            title=catalogue.name,
            href=address.standard(catalogue.id),
            kind=STANDARD,
            noun=edition.language.text(word("search", "Standard")),
            standards=(catalogue.name,),
            text=f"{catalogue.title}, {catalogue.edition}",
        )
    yield from _pages(edition)


def _record(edition: Edition, record: Record) -> SearchDocument:
    row, language = type_of(record), edition.language
    said = [one_line(text) for text in field_words(edition, reader(edition, record).others(HEAD))]
    said += [one_line(support.why) for support in record.clauses]
    said += [one_line(link.why) for link in record.links]
    owner = record_link(edition, record.owner)
    prose = record.prose
    status = Status(record.status)
    return SearchDocument(
        id=record.id,
        title=one_line(record.title),
        href=address.record(record.id),
        kind=row.name,
        noun=language.text(row.noun),
        step=row.step,
        status=status,
        status_word=language.text(status.word),
        owner=owner.title if owner.id else "",
        standards=_standards(edition, record),
        clauses=tuple(_served(edition, support.clause) for support in record.clauses),
        files=tuple(_file_names(edition, record)),
        sections=tuple(Section(h.anchor, one_line(h.text)) for h in prose.outline) if prose else (),
        sentences=tuple(text for text in said if len(text) > _SENTENCE),
        values=tuple(text for text in said if len(text) <= _SENTENCE),
        text=plain_text(prose.html) if prose else "",
    )


def _clause(edition: Edition, catalogue: Catalogue, clause: Clause) -> SearchDocument:
    covered = edition.coverage.get(clause.ref)
    state = Status(covered.state.value) if covered else None
    return SearchDocument(
        id=clause.ref.number,
        title=clause_title(catalogue, clause),
        href=address.clause(clause.ref),
        kind=CLAUSE,
        noun=edition.language.text(word("search", "Clause")),
        status=state,
        status_word=edition.language.text(state.word) if state else "",
        standards=(catalogue.name,),
        text=clause.note or "",
    )


def _pages(edition: Edition) -> Iterator[SearchDocument]:
    for group in navigation(edition):
        for link in group.links:
            if not link.href.startswith("standard-"):
                yield SearchDocument(
                    id="",
                    title=edition.language.text(link.label),
                    href=link.href,
                    kind=PAGE,
                    noun=edition.language.text(word("search", "Page")),
                )


def _standards(edition: Edition, record: Record) -> tuple[str, ...]:
    """Name the declared standards that a record names itself or through its clauses."""
    named = dict.fromkeys((*record.standards, *(s.clause.standard for s in record.clauses)))
    known = edition.graph.standards.catalogues
    return tuple(known[id].name for id in known if id in named)


def _served(edition: Edition, ref: ClauseRef) -> str:
    link = clause_link(edition, ref)
    title = edition.language.text(link.title)
    return f"{link.number} {title} ({link.standard})" if title else link.number


def _file_names(edition: Edition, record: Record) -> Iterator[str]:
    for entry in files_of(record):
        file = edition.files.get((record.id, entry.path))
        if file is not None:
            yield file.name if file.name == file.title else f"{file.title} ({file.name})"
