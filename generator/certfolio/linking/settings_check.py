"""Checks what content/portal.yaml names: standards, the organization, record types."""

from collections.abc import Iterator, Sequence
from typing import get_args

from certfolio.linking.reference_check import suggestion
from certfolio.model.classification import Classification
from certfolio.model.location import Location
from certfolio.model.problem import Code, Problem
from certfolio.model.quoting import shown
from certfolio.records.organization import Organization
from certfolio.records.portal_settings import KnownDelivery, PortalSettings
from certfolio.records.record import Record
from certfolio.records.record_types import LEAVES_OUT
from certfolio.standards.catalogue import Standards


def settings_problems(
    settings: PortalSettings, known: Standards, records: Sequence[Record]
) -> list[Problem]:
    """Return what content/portal.yaml names and nobody knows, as problems of the set-up."""
    return [
        *_standards(settings, known),
        *_organization(settings, records),
        *_audiences(settings),
        *_deliveries(settings),
    ]


def _standards(settings: PortalSettings, known: Standards) -> list[Problem]:
    problems = []
    named: set[str] = set()
    for index, entry in enumerate(settings.standards):
        place = settings.origin.place(f"/standards/{index}/standard")
        if entry.standard not in known.catalogues:
            advice = suggestion(
                entry.standard, known.catalogues, "add its catalogue below content/standards"
            )
            problems.append(
                _problem(
                    place,
                    f"no standard has the id {shown(entry.standard)}",
                    f"one of {', '.join(known.catalogues)}",
                    advice,
                )
            )
        elif entry.standard in named:
            found = f"the standard {shown(entry.standard)} is named twice"
            problems.append(_problem(place, found, "each standard once", "remove one of the two"))
        named.add(entry.standard)
    return problems


def _organization(settings: PortalSettings, records: Sequence[Record]) -> list[Problem]:
    ids = [record.id for record in records if isinstance(record, Organization)]
    if settings.organization in ids:
        return []
    return [
        _problem(
            settings.origin.place("/organization"),
            f"no organization has the id {shown(settings.organization)}",
            "the id of a record in content/organization",
            suggestion(settings.organization, ids, "write that record, or correct the id"),
        )
    ]


def _audiences(settings: PortalSettings) -> list[Problem]:
    problems = []
    names: set[str] = set()
    for index, audience in enumerate(settings.audiences):
        place = f"/audiences/{index}"
        if audience.name in names:
            found = f"the audience {shown(audience.name)} is declared twice"
            problems.append(
                _problem(
                    settings.origin.place(f"{place}/name"),
                    found,
                    "each audience once",
                    "rename one of the two",
                )
            )
        names.add(audience.name)
        if "evidence-scan" in audience.shows and audience.ceiling is not max(Classification):
            problems.append(_scan_below_ceiling(settings, index))
        problems += [
            _problem(
                settings.origin.place(f"{place}/leaves_out/{number}"),
                f"no record type is called {shown(name)}",
                f"one of {', '.join(LEAVES_OUT)}",
                suggestion(name, LEAVES_OUT, "look the name up in content/README.md"),
            )
            for number, name in enumerate(audience.leaves_out)
            if name not in LEAVES_OUT
        ]
    return problems


def _deliveries(settings: PortalSettings) -> Iterator[Problem]:
    names: set[str] = set()
    for index, delivery in enumerate(settings.deliveries):
        if delivery.name in names:
            yield _problem(
                settings.origin.place(f"/deliveries/{index}/name"),
                f"the delivery {shown(delivery.name)} is named twice",
                "each name once",
                "rename or remove one of the two",
            )
        if delivery.name in get_args(KnownDelivery):
            yield _problem(
                settings.origin.place(f"/deliveries/{index}/name"),
                f"{shown(delivery.name)} is a way that certfolio knows itself",
                "a name of its own",
                f'another name, such as "our-{delivery.name}"',
            )
        names.add(delivery.name)


def _scan_below_ceiling(settings: PortalSettings, index: int) -> Problem:
    """The page says what hides in files, which is for those who may see everything."""
    audience = settings.audiences[index]
    return _problem(
        settings.origin.place(f"/audiences/{index}/shows"),
        f"the audience {shown(audience.name)} would show evidence-scan, and sees files up to"
        f" {audience.ceiling} only",
        f"evidence-scan only where ceiling: {max(Classification)}",
        "take evidence-scan out of shows",
    )


def _problem(place: Location, found: str, expected: str, fix: str) -> Problem:
    return Problem(place, found, Code.CONFIGURATION, expected, fix)
