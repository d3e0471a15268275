"""Checks what content/portal.yaml tells audiences about what is left out and what is missing."""

from collections.abc import Iterator, Sequence

from certfolio.audience.see import is_seen
from certfolio.linking.reference_check import suggestion
from certfolio.model.clause import ClauseRef
from certfolio.model.problem import Code, Problem
from certfolio.model.quoting import shown
from certfolio.records.portal_settings import (
    Audience,
    KnownGap,
    OptionalPage,
    PortalSettings,
    Withheld,
)
from certfolio.records.record import Record
from certfolio.records.record_types import type_of
from certfolio.standards.catalogue import Standards

_PAGES: tuple[tuple[OptionalPage, str], ...] = (
    ("withheld", "withheld"),
    ("known-gaps", "known_gaps"),
)


def told_problems(
    settings: PortalSettings, known: Standards, records: Sequence[Record]
) -> list[Problem]:
    """Return what is wrong with the entries below withheld and known_gaps, as problems of set-up.

    An entry names a person whom everybody it is told to can see, as it says whom to ask; a page
    that an audience shows has an entry for it, as an empty one would say that there is nothing.
    """
    by_id = {record.id: record for record in records}
    return [problem for page, key in _PAGES for problem in _page(settings, known, by_id, page, key)]


def _page(
    settings: PortalSettings,
    known: Standards,
    records: dict[str, Record],
    page: OptionalPage,
    key: str,
) -> Iterator[Problem]:
    entries: tuple[Withheld | KnownGap, ...] = getattr(settings, key)
    showing = [audience for audience in settings.audiences if page in audience.shows]
    for number, entry in enumerate(entries):
        place = f"/{key}/{number}"
        yield from _audiences(settings, showing, entry, place, page)
        told = [each for each in showing if not entry.audiences or each.name in entry.audiences]
        yield from _person(settings, records, told, entry, place)
        for index, ref in enumerate(entry.clauses if isinstance(entry, KnownGap) else ()):
            yield from _clause(settings, known, ref, f"{place}/clauses/{index}")
    for number, audience in enumerate(settings.audiences):
        if audience in showing and not any(_is_told(entry, audience) for entry in entries):
            yield _empty(settings, number, page, key)


def _is_told(entry: Withheld | KnownGap, audience: Audience) -> bool:
    return not entry.audiences or audience.name in entry.audiences


def _audiences(
    settings: PortalSettings,
    showing: list[Audience],
    entry: Withheld | KnownGap,
    place: str,
    page: OptionalPage,
) -> Iterator[Problem]:
    names = [audience.name for audience in showing]
    for number, name in enumerate(entry.audiences):
        if name not in names:
            yield _problem(
                settings,
                f"{place}/audiences/{number}",
                f"no audience called {shown(name)} shows {page}",
                f"one of {', '.join(names)}" if names else f"an audience with shows: [{page}]",
                suggestion(name, names, f"add {page} to the shows: of that audience"),
            )


def _person(
    settings: PortalSettings,
    records: dict[str, Record],
    told: list[Audience],
    entry: Withheld | KnownGap,
    place: str,
) -> Iterator[Problem]:
    key, id = ("ask", entry.ask) if isinstance(entry, Withheld) else ("owner", entry.owner)
    types = ("person", "role") if isinstance(entry, Withheld) else ("person",)
    record = records.get(id)
    if record is None or type_of(record).name not in types:
        fitting = [other.id for other in records.values() if type_of(other).name in types]
        noun = " or ".join(types)
        yield _problem(
            settings,
            f"{place}/{key}",
            f"no {noun} has the id {shown(id)}",
            f"the id of a {noun}",
            suggestion(id, fitting, "write that record, or correct the id"),
        )
        return
    for audience in told:
        if not is_seen(record, audience):
            yield _problem(
                settings,
                f"{place}/{key}",
                f"the audience {shown(audience.name)} is told to turn to {id} and does not see it",
                "somebody whom all see who are told",
                "name another person, or write audiences: below this entry",
            )


def _clause(
    settings: PortalSettings, known: Standards, ref: ClauseRef, place: str
) -> Iterator[Problem]:
    declared = {entry.standard for entry in settings.standards}
    catalogue = known.catalogues.get(ref.standard) if ref.standard in declared else None
    if catalogue is None or catalogue.clause(ref.number) is None:
        yield _problem(
            settings,
            place,
            f"no declared standard has the clause {shown(str(ref))}",
            "a clause of a standard of this portal, such as iso-9001-2015:8.5.1",
            "correct the number, or take it out",
        )


def _empty(settings: PortalSettings, number: int, page: OptionalPage, key: str) -> Problem:
    name = settings.audiences[number].name
    return _problem(
        settings,
        f"/audiences/{number}/shows",
        f"the audience {shown(name)} shows {page}, and nothing below {key} is for it",
        f"an entry below {key}, as an empty page would say that there is nothing",
        f"write what is to be told below {key}:, or take {page} out of shows",
    )


def _problem(
    settings: PortalSettings, pointer: str, found: str, expected: str, fix: str
) -> Problem:
    return Problem(settings.origin.place(pointer), found, Code.CONFIGURATION, expected, fix)
