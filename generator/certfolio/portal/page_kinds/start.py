"""The start page: what this is, for whom, as of when, and where everything stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.page import Page
from certfolio.portal import address, wording
from certfolio.portal.edition import Edition
from certfolio.portal.step import Step, steps
from certfolio.portal.storyboard import GateBoard, StepBoard, caution, gate_boards, step_boards
from certfolio.portal.tally import StateCount, tally
from certfolio.records.portal_settings import DeclaredStandard
from certfolio.records.scope_statement import ScopeStatement
from certfolio.standards.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class StartStandard:
    """A declared standard with the count of its clauses in each state."""

    name: str
    href: str
    edition: str
    certificate_scope: str
    clauses: str
    counts: tuple[StateCount, ...]


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A day of the certification audit, or that none is agreed."""

    label: str
    day: str


@dataclass(frozen=True, slots=True)
class StartView:
    """Everything on the start page; without readiness there are neither gates nor board."""

    title: str
    scopes: tuple[str, ...]
    certification_body: str | None
    audit_period: str
    planned: tuple[PlannedDay, ...]
    caution: str | None
    gates: tuple[GateBoard, ...]
    board: tuple[StepBoard, ...]
    standards: tuple[StartStandard, ...]
    steps: tuple[Step, ...]
    records: str


def pages(edition: Edition) -> Iterator[Page]:
    settings = edition.graph.settings
    period = settings.audit_period
    scopes = edition.graph.all(ScopeStatement)
    view = StartView(
        title=settings.title,
        scopes=tuple(scope.text for scope in scopes if scope.status == "approved"),
        certification_body=settings.certification_body,
        audit_period=f"{wording.day(period.begins)} to {wording.day(period.ends)}",
        planned=_planned(edition),
        caution=caution(edition),
        gates=gate_boards(edition),
        board=step_boards(edition),
        standards=tuple(_standard(edition, declared) for declared in settings.standards),
        steps=steps(edition),
        records=wording.count(len(edition.graph.records), "record"),
    )
    yield Page(address.START, "start.html", view)


def _planned(edition: Edition) -> tuple[PlannedDay, ...]:
    planned = edition.graph.settings.planned
    days = (
        ("Stage 1", planned.stage_1),
        ("Stage 2", planned.stage_2),
        ("Decision", planned.decision),
    )
    return tuple(
        PlannedDay(label, wording.day(day) if day else "no date agreed yet") for label, day in days
    )


def _standard(edition: Edition, declared: DeclaredStandard) -> StartStandard:
    catalogue = edition.graph.standards.catalogues[declared.standard]
    return StartStandard(
        name=catalogue.name,
        href=address.standard(catalogue.id),
        edition=catalogue.edition,
        certificate_scope=declared.certificate_scope,
        clauses=_demands(catalogue),
        counts=tally(edition, catalogue),
    )


def _demands(catalogue: Catalogue) -> str:
    kinds = [clause.kind for clause in catalogue.demands]
    requirements = wording.count(kinds.count("requirement"), "requirement")
    controls = kinds.count("control")
    return f"{requirements} and {wording.count(controls, 'control')}" if controls else requirements
