"""Lays out documents as columns: every text that repeats is written once and numbered."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from certfolio.portal.search.document import SearchDocument

PASSAGE = 1200
"""Characters of a text that travel as such; beyond them words are found but not shown."""

Json = object


@dataclass(slots=True)
class Numbered:
    """Texts in the order in which they first occur."""

    texts: dict[str, int] = field(default_factory=dict)

    def number(self, text: str) -> int:
        return self.texts.setdefault(text, len(self.texts))

    def numbers(self, texts: Iterable[str]) -> list[int]:
        return [self.number(text) for text in texts]


def columns(
    documents: Sequence[SearchDocument], name: Callable[[SearchDocument], str]
) -> dict[str, Json]:
    """Return what lists of results show; `name` says what a kind is called as a facet.

    Facets hold numbers into their list of words; -1 stands for none.
    """
    kinds, statuses, owners, standards, clauses = (Numbered() for _ in range(5))
    return {
        "id": [document.id for document in documents],
        "title": [document.title for document in documents],
        "href": [_href(document) for document in documents],
        "noun": Numbered().numbers(document.noun for document in documents),
        "type": kinds.numbers(name(document) for document in documents),
        "step": [-1 if document.step is None else document.step for document in documents],
        "status": [
            statuses.number(document.status_word) if document.status else -1
            for document in documents
        ],
        "owner": [
            owners.number(document.owner) if document.owner else -1 for document in documents
        ],
        "standard": [standards.numbers(document.standards) for document in documents],
        "clause": [clauses.numbers(document.clauses) for document in documents],
        "nouns": list(dict.fromkeys(document.noun for document in documents)),
        "types": list(kinds.texts),
        "statuses": list(statuses.texts),
        "tones": _tones(documents, statuses),
        "owners": list(owners.texts),
        "standards": list(standards.texts),
        "clauses": list(clauses.texts),
    }


def passages(documents: Sequence[SearchDocument]) -> dict[str, Json]:
    """Return what may be shown of the texts, looked at only once something was found."""
    return {
        "text": [passage(document) for document in documents],
        "file": [list(document.files) for document in documents],
        "section": [[[s.anchor, s.heading] for s in document.sections] for document in documents],
    }


def passage(document: SearchDocument) -> str:
    """Return what there is to read, then the short values; cut at a blank where that is long."""
    readable = " ".join(filter(None, (*document.sentences, document.text)))
    whole = " · ".join(filter(None, (readable, *dict.fromkeys(document.values))))
    if len(whole) <= PASSAGE:
        return whole
    end = whole.rfind(" ", 0, PASSAGE)
    return whole[: end if end > 0 else PASSAGE] + " …"


def _href(document: SearchDocument) -> str:
    """Say nothing where the address follows from the id, as that of most records does."""
    follows = f"{document.id.lower().replace('.', '-')}.html"
    return "" if document.id and document.href == follows else document.href


def _tones(documents: Sequence[SearchDocument], statuses: Numbered) -> list[str]:
    tones = {d.status_word: d.status.tone for d in documents if d.status}
    return [tones[word] for word in statuses.texts]
