"""The search page: an index of everything in this edition, and the words of its script."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.message import say
from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.search.collect import CLAUSE, PAGE, STANDARD, collect
from certfolio.portal.search.index import DataBlock, index
from certfolio.portal.search.spoken import spoken
from certfolio.records.record_types import RECORD_TYPES


@dataclass(frozen=True, slots=True)
class SearchView:
    """The data of the search; `amount` says how many things can be found."""

    title: str
    amount: int
    blocks: tuple[DataBlock, ...]


def pages(edition: Edition) -> Iterator[Page]:
    documents = tuple(collect(edition))
    kinds = {row.name: edition.language.text(row.plural) for row in RECORD_TYPES} | {
        CLAUSE: edition.language.text(say("Clauses")),
        STANDARD: edition.language.text(say("Standards")),
        PAGE: edition.language.text(say("Pages")),
    }
    blocks = tuple(index(documents, kinds, spoken(edition.language)))
    yield Page(
        address.SEARCH, "search.html", SearchView(say("Search"), len(documents), blocks)
    )
