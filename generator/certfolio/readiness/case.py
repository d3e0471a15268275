"""What every rule looks at: the graph, the day, and what is worked out once for all rules."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from certfolio.linking.graph import RecordGraph
from certfolio.readiness.cover import cover
from certfolio.readiness.coverage import Coverage
from certfolio.readiness.threshold import THRESHOLDS
from certfolio.records.person import Person
from certfolio.records.record import Record
from certfolio.records.site import Site
from certfolio.standards.catalogue import Catalogue
from certfolio.standards.expectation import Expectation, Expectations


@dataclass(frozen=True, slots=True)
class Case:
    """A graph judged on a day; `coverage` is that of every clause on that day.

    Rules read it and never change it.
    """

    graph: RecordGraph
    as_of: date
    expectations: Expectations
    coverage: Coverage = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "coverage", cover(self.graph, self.as_of))

    @property
    def catalogues(self) -> tuple[Catalogue, ...]:
        """The declared standards, in the organization's order."""
        return tuple(self.graph.standards.catalogues.values())

    def expected(self, standard: str) -> Expectation:
        """Return what a standard expects beyond its clauses; empty where nothing is known."""
        return self.expectations.of(standard)

    def threshold(self, name: str) -> int:
        """Return a configurable value: the organization's own, else the documented default."""
        own = self.graph.settings.thresholds
        return own[name] if name in own else THRESHOLDS[name].default

    def days_ago(self, days: int) -> date:
        return self.as_of - timedelta(days=days)

    @property
    def top_management(self) -> str | None:
        """The first person who directs the organization, who owns what nobody else does."""
        people = self.graph.all(Person)
        return next((one.id for one in people if one.top_management and one.status != "left"), None)

    @property
    def sites(self) -> tuple[Site, ...]:
        """Sites that are active and in scope."""
        sites = self.graph.all(Site)
        return tuple(site for site in sites if site.in_scope and site.status == "active")


def serves(record: Record, standard: str) -> bool:
    """Whether a record belongs to a standard; one that names none serves all of them."""
    return not record.standards or standard in record.standards
