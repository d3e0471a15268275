"""Where a page stands: the way down to it, its neighbours, and how it is cited and headed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from certfolio.model.clause import ClauseRef
from certfolio.model.message import Message, say
from certfolio.model.page import Page
from certfolio.portal import address, wording
from certfolio.portal.citation import page_citation, record_citation
from certfolio.portal.edition import Edition
from certfolio.portal.link import clause_title
from certfolio.portal.navigation_place import NavigationPlaces, navigation_places
from certfolio.portal.register_order import register_order
from certfolio.records.record import Record
from certfolio.records.record_types import RECORD_TYPES
from certfolio.standards.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step on the way from the start page; a group of the navigation has no page of its own."""

    label: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The record or clause before or after, in the order of its register."""

    id: str
    title: str
    href: str
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds the content of a page; `facts` head it on paper."""

    crumbs: tuple[Crumb, ...]
    here: Crumb
    citation: Message
    facts: tuple[str, ...]
    previous: Neighbour | None = None
    next: Neighbour | None = None
    among: str | None = None
    source: str | None = None


def framed(edition: Edition, pages: Iterable[Page]) -> Iterator[Page]:
    """Give every page its frame."""
    places = navigation_places(edition)
    known = {**_clause_frames(edition, places), **_record_frames(edition, places)}
    start = Crumb(say("Start"), address.START)
    for page in pages:
        frame = known.get(page.path) or _other(edition, places, page)
        crumbs = () if page.path == address.START else (start, *frame.crumbs)
        yield replace(page, frame=replace(frame, crumbs=crumbs))


def _other(edition: Edition, places: NavigationPlaces, page: Page) -> Frame:
    title: str = getattr(page.view, "title", page.path)
    ceiling = say("up to {level}", level=wording.LEVELS[edition.audience.ceiling])
    return Frame(
        crumbs=tuple(Crumb(label, href) for label, href in places.above(page.path)),
        here=Crumb(say("Start") if page.path == address.START else title, page.path),
        citation=page_citation(edition, title),
        facts=(title, ceiling),
    )


def _record_frames(edition: Edition, places: NavigationPlaces) -> Mapping[str, Frame]:
    found: dict[str, Frame] = {}
    for row in RECORD_TYPES:
        records = register_order(edition, row)
        register = address.register(row.name)
        above = tuple(Crumb(label, href) for label, href in places.above(register))
        crumbs = (*above, Crumb(row.plural, register))
        for index, record in enumerate(records):
            found[address.record(record.id)] = Frame(
                crumbs=crumbs,
                here=Crumb(record.id, address.record(record.id)),
                citation=record_citation(edition, record),
                facts=tuple(_facts(record)),
                previous=_record_at(edition, records, index - 1),
                next=_record_at(edition, records, index + 1),
                among=row.plural,
                source=record.origin.path,
            )
    return found


def _facts(record: Record) -> Iterator[str]:
    yield record.id
    version = getattr(record, "version", None)
    if version:
        yield say("version {version}", version=version)
    yield wording.LEVELS[record.classification]


def _record_at(edition: Edition, records: tuple[Record, ...], index: int) -> Neighbour | None:
    if not 0 <= index < len(records):
        return None
    record = records[index]
    return Neighbour(record.id, record.title, address.record(record.id), edition.lang_of(record))


def _clause_frames(edition: Edition, places: NavigationPlaces) -> Mapping[str, Frame]:
    return {
        address.clause(clause.ref): _clause_frame(edition, places, catalogue, index)
        for catalogue in edition.graph.standards.catalogues.values()
        for index, clause in enumerate(catalogue.clauses)
    }


def _clause_frame(
    edition: Edition, places: NavigationPlaces, catalogue: Catalogue, index: int
) -> Frame:
    clause = catalogue.clauses[index]
    standard = address.standard(catalogue.id)
    title = say(
        "{standard}, {number} {title}",
        standard=catalogue.name,
        number=clause.ref.number,
        title=clause_title(catalogue, clause),
    )
    return Frame(
        crumbs=(
            *(Crumb(label, href) for label, href in places.above(standard)),
            Crumb(catalogue.name, standard),
            *_clauses_above(catalogue, clause.parent),
        ),
        here=Crumb(clause.ref.number, address.clause(clause.ref)),
        citation=page_citation(edition, title),
        facts=(title, say("up to {level}", level=wording.LEVELS[edition.audience.ceiling])),
        previous=_clause_at(catalogue, index - 1),
        next=_clause_at(catalogue, index + 1),
        among=catalogue.name,
    )


def _clauses_above(catalogue: Catalogue, ref: ClauseRef | None) -> tuple[Crumb, ...]:
    clause = catalogue.clause(ref.number) if ref else None
    if clause is None:
        return ()
    here = Crumb(
        say("{number} {title}", number=clause.ref.number, title=clause.title),
        address.clause(clause.ref),
    )
    return (*_clauses_above(catalogue, clause.parent), here)


def _clause_at(catalogue: Catalogue, index: int) -> Neighbour | None:
    if not 0 <= index < len(catalogue.clauses):
        return None
    clause = catalogue.clauses[index]
    title = clause_title(catalogue, clause)
    return Neighbour(clause.ref.number, title, address.clause(clause.ref))
