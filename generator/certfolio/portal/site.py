"""What every page knows of the portal it belongs to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from certfolio.model.message import LongDay, Message, say
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.left_out import left_out
from certfolio.records.record_types import BY_NAME


@dataclass(frozen=True, slots=True)
class NavigationLink:
    """A page that can be reached from everywhere."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class NavigationGroup:
    """Pages that belong together, under a word."""

    label: str
    links: tuple[NavigationLink, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """The frame of every page; templates see it as `site`."""

    title: str
    organization: str
    audience: str
    watermark: str | None
    as_of: LongDay
    build_id: str
    version: str
    lang: str
    navigation: tuple[NavigationGroup, ...]
    volume: Message | None = None

    def leads_to(self, path: str) -> bool:
        """Whether the navigation of this edition has the page."""
        return any(link.href == path for group in self.navigation for link in group.links)


def site(edition: Edition) -> Site:
    settings = edition.graph.settings
    organization = edition.graph.find(settings.organization)
    return Site(
        title=settings.title,
        organization=organization.title if organization else settings.title,
        audience=edition.audience.name,
        watermark=edition.audience.watermark,
        as_of=LongDay(edition.as_of),
        build_id=edition.build_id,
        version=edition.version,
        lang=edition.language.code,
        navigation=navigation(edition),
        volume=edition.volume.words if edition.volume else None,
    )


def navigation(edition: Edition) -> tuple[NavigationGroup, ...]:
    """Return the way to every page that lists things, in the order of the field."""
    standards = tuple(
        NavigationLink(catalogue.name, address.standard(catalogue.id))
        for catalogue in edition.graph.standards.catalogues.values()
    )
    groups = (
        (
            say("Overview"),
            (
                NavigationLink(say("Start"), address.START),
                NavigationLink(say("Pictures"), address.PICTURES),
                NavigationLink(say("Tour for auditors"), address.TOUR),
            ),
        ),
        *_readiness(edition),
        (say("Standards"), (*standards, NavigationLink(say("Matrix"), address.MATRIX))),
        (
            say("System"),
            _registers("policy", "document", "process", "soa-entry", "risk", "objective")
            + _registers("supplier", "legal-requirement"),
        ),
        (say("Proof"), _registers("evidence") + _evidence_scan(edition)),
        (
            say("Audits and reviews"),
            _registers("gap-item", "action", "audit-programme", "audit", "finding")
            + _registers("corrective-action", "management-review", "certification-audit")
            + _known_gaps(edition),
        ),
        (
            say("People"),
            (
                NavigationLink(say("People"), address.PEOPLE),
                *_registers("training-session", "competence-record"),
            ),
        ),
        (
            say("Find"),
            (
                NavigationLink(say("Search"), address.SEARCH),
                NavigationLink(say("Exhibits A–Z"), address.EXHIBITS),
                NavigationLink(say("Downloads"), address.DOWNLOAD_PAGE),
                *_withheld(edition),
                NavigationLink(say("About this portal"), address.ABOUT),
                NavigationLink(say("Check this package"), address.SELF_CHECK),
            ),
        ),
    )
    return tuple(_shown(edition, groups))


def _shown(
    edition: Edition, groups: Iterable[tuple[str, tuple[NavigationLink, ...]]]
) -> Iterator[NavigationGroup]:
    """Leave out what this edition is without, and groups of which nothing is left."""
    gone = left_out(edition)
    for label, links in groups:
        kept = tuple(link for link in links if link.href not in gone)
        if kept:
            yield NavigationGroup(label, kept)


def _readiness(edition: Edition) -> tuple[tuple[str, tuple[NavigationLink, ...]], ...]:
    """Return the group of the readiness pages; where they are left out, not even its name."""
    if edition.readiness is None:
        return ()
    links = (
        NavigationLink(say("Gates and steps"), address.READINESS),
        NavigationLink(say("Action list"), address.DUE),
        NavigationLink(say("Rules"), address.RULES),
    )
    return ((say("Readiness"), (*links, *_registers("waiver"))),)


def _evidence_scan(edition: Edition) -> tuple[NavigationLink, ...]:
    if edition.carried is None:
        return ()
    return (NavigationLink(say("What the files carry"), address.EVIDENCE_SCAN),)


def _known_gaps(edition: Edition) -> tuple[NavigationLink, ...]:
    if not edition.graph.settings.known_gaps:
        return ()
    return (NavigationLink(say("Known gaps"), address.KNOWN_GAPS),)


def _withheld(edition: Edition) -> tuple[NavigationLink, ...]:
    if not edition.graph.settings.withheld:
        return ()
    return (NavigationLink(say("What this edition leaves out"), address.WITHHELD),)


def _registers(*type_names: str) -> tuple[NavigationLink, ...]:
    return tuple(
        NavigationLink(BY_NAME[name].plural, address.register(name)) for name in type_names
    )
