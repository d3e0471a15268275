"""The start page: what this is, for whom, as of when, and where everything stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.message import LongDay, Message, say, say_count
from certfolio.model.page import Page
from certfolio.portal import address, wording
from certfolio.portal.change import Changes, changes
from certfolio.portal.edition import Edition
from certfolio.portal.pictures.picture import Picture
from certfolio.portal.pictures.step_path import step_path
from certfolio.portal.step import Step, steps
from certfolio.portal.storyboard import GateBoard, StepBoard, caution, gate_boards, step_boards
from certfolio.portal.tally import StateCount, tally
from certfolio.portal.tour.stop import stops
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
    clauses: Message
    counts: tuple[StateCount, ...]


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A day of the certification audit, or that none is agreed."""

    label: Message
    day: LongDay | Message


@dataclass(frozen=True, slots=True)
class StartView:
    """Everything on the start page; without readiness there are neither gates nor board."""

    title: str
    scopes: tuple[str, ...]
    certification_body: str | None
    audit_period: Message
    planned: tuple[PlannedDay, ...]
    caution: Message | None
    gates: tuple[GateBoard, ...]
    board: tuple[StepBoard, ...]
    standards: tuple[StartStandard, ...]
    steps: tuple[Step, ...]
    path: Picture | None
    records: Message
    changes: Changes
    minutes: int


def pages(edition: Edition) -> Iterator[Page]:
    settings = edition.graph.settings
    period = settings.audit_period
    scopes = edition.graph.all(ScopeStatement)
    view = StartView(
        title=settings.title,
        scopes=tuple(scope.text for scope in scopes if scope.status == "approved"),
        certification_body=settings.certification_body,
        audit_period=wording.long_span(period.begins, period.ends),
        planned=_planned(edition),
        caution=caution(edition),
        gates=gate_boards(edition),
        board=step_boards(edition),
        standards=tuple(_standard(edition, declared) for declared in settings.standards),
        steps=steps(edition),
        path=step_path(edition) if edition.readiness else None,
        records=wording.records(len(edition.graph.records)),
        changes=changes(edition),
        minutes=sum(stop.minutes for stop in stops(edition)),
    )
    yield Page(address.START, "start.html", view)


def _planned(edition: Edition) -> tuple[PlannedDay, ...]:
    planned = edition.graph.settings.planned
    days = (
        (say("Stage 1"), planned.stage_1),
        (say("Stage 2"), planned.stage_2),
        (say("Decision"), planned.decision),
    )
    return tuple(
        PlannedDay(label, LongDay(day) if day else say("no date agreed yet")) for label, day in days
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


def _demands(catalogue: Catalogue) -> Message:
    kinds = [clause.kind for clause in catalogue.demands]
    requirements = _requirements(kinds.count("requirement"))
    controls = kinds.count("control")
    if controls == 0:
        return requirements
    counted = say_count("{number} control", "{number} controls", controls)
    return say("{requirements} and {controls}", requirements=requirements, controls=counted)


def _requirements(amount: int) -> Message:
    if amount == 0:
        return say("no requirements")
    return say_count("{number} requirement", "{number} requirements", amount)
