"""The search page: an index of everything in this edition, and the words of its script."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from certfolio.model.message import say
from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.search.collect import CLAUSE, PAGE, STANDARD, collect
from certfolio.portal.search.document import SearchDocument
from certfolio.portal.search.index import DataBlock, index
from certfolio.portal.search.spoken import spoken
from certfolio.records.evidence import TYPE as EVIDENCE
from certfolio.records.record_types import RECORD_TYPES


@dataclass(frozen=True, slots=True)
class SearchView:
    """The data of the search; `amount` says how many things can be found.

    `numbers` are of this edition: what a reader may try first.
    """

    title: str
    amount: int
    numbers: tuple[str, ...]
    blocks: tuple[DataBlock, ...]


def pages(edition: Edition) -> Iterator[Page]:
    documents = tuple(collect(edition))
    kinds = {row.name: edition.language.text(row.plural) for row in RECORD_TYPES} | {
        CLAUSE: edition.language.text(say("Clauses")),
        STANDARD: edition.language.text(say("Standards")),
        PAGE: edition.language.text(say("Pages")),
    }
    blocks = tuple(index(documents, kinds, spoken(edition.language)))
    view = SearchView(say("Search"), len(documents), tuple(_numbers(documents)), blocks)
    yield Page(address.SEARCH, "search.html", view)


def _numbers(documents: Sequence[SearchDocument]) -> Iterator[str]:
    """Name the last clause and the first exhibit, or else record, that there is."""
    clauses = [document.id for document in documents if document.kind == CLAUSE]
    yield from clauses[-1:]
    records = [document for document in documents if document.step is not None]
    exhibits = [document for document in records if document.kind == EVIDENCE.name]
    yield from (document.id for document in (exhibits or records)[:1])
