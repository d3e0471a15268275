"""Under which words of the navigation a page stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.site import site
from certfolio.readiness.rule_table import RULES
from certfolio.readiness.step import STEPS

_Step = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class NavigationPlaces:
    """The groups of the navigation, and which page a page belongs below."""

    groups: Mapping[str, str]
    labels: Mapping[str, str]
    parents: Mapping[str, str]

    def above(self, path: str) -> tuple[_Step, ...]:
        """Return what stands above a page, the start page left out: a group, then a page."""
        parent = self.parents.get(path)
        if parent is not None:
            return (*self.above(parent), (self.labels.get(parent, parent), parent))
        group = self.groups.get(path)
        return () if group is None else ((group, None),)


def navigation_places(edition: Edition) -> NavigationPlaces:
    groups: dict[str, str] = {}
    labels: dict[str, str] = {}
    for group in site(edition).navigation:
        for link in group.links:
            labels.setdefault(link.href, link.label)
            groups.setdefault(link.href, group.label)
    return NavigationPlaces(groups, labels, _parents(edition))


def _parents(edition: Edition) -> Mapping[str, str]:
    parents = {address.rule(rule.id): address.RULES for rule in RULES}
    parents |= {address.readiness_step(step.number): address.READINESS for step in STEPS}
    for id in edition.graph.standards.catalogues:
        parents[address.printed(id)] = address.standard(id)
        parents[address.matrix(id)] = address.standard(id)
        parents[address.matrix_by_record(id)] = address.standard(id)
    return parents
