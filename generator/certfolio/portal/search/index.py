"""Makes the data blocks of the search page: titles, words, postings, passages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from certfolio.portal.search.column import Json, columns, passages
from certfolio.portal.search.document import SearchDocument
from certfolio.portal.search.impact import LEVELS, postings
from certfolio.portal.search.packing import packed
from certfolio.portal.search.token import STOP_WORDS

_SHARD = 1_500_000
"""Characters of postings in one data block."""


@dataclass(frozen=True, slots=True)
class DataBlock:
    """A piece of JSON in the page, by the id of its element."""

    id: str
    data: Json


def index(
    documents: Sequence[SearchDocument], kinds: Mapping[str, str], words: Json
) -> Iterator[DataBlock]:
    """Yield the blocks in the order in which the script reads them.

    `kinds` names the facet of each kind; `words` is what the script says, in the reader's language.
    """
    found = postings(documents)
    # as a script compares texts: by units of UTF-16
    terms = sorted(found, key=lambda term: term.encode("utf-16-be", "surrogatepass"))
    shards = list(_shards([packed(found[term]) for term in terms]))
    about = columns(documents, lambda document: kinds[document.kind])
    yield DataBlock("search-words", words)
    yield DataBlock("search-documents", about)
    yield DataBlock(
        "search-terms",
        {
            "terms": " ".join(terms),
            "levels": LEVELS,
            "stop": sorted(STOP_WORDS),
            "shards": len(shards),
        },
    )
    for number, shard in enumerate(shards):
        yield DataBlock(f"search-postings-{number}", shard)
    yield DataBlock("search-passages", passages(documents))


def _shards(texts: Sequence[str]) -> Iterator[str]:
    """Join texts by blanks into pieces of about one size; no text is cut."""
    piece: list[str] = []
    size = 0
    for text in texts:
        if piece and size + len(text) > _SHARD:
            yield " ".join(piece)
            piece, size = [], 0
        piece.append(text)
        size += len(text) + 1
    yield " ".join(piece)
