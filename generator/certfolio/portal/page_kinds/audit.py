"""A page for each internal audit: plan, team, what was tested, what was not, conclusion."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.card import Card, card
from certfolio.portal.edition import Edition
from certfolio.portal.field import reader
from certfolio.portal.value import Field
from certfolio.records.audit import Audit

_PLAN = (
    "programme",
    "kind",
    "objectives",
    "criteria",
    "processes",
    "sites",
    "audited_clauses",
    "planned",
    "held",
    "method",
    "changes_from_plan",
    "delay_reason",
)
_TEAM = ("lead_auditor", "team", "interviewees", "recipients")
_WORK = ("tested", "not_sampled")
_RESULT = ("conclusion", "findings", "no_findings", "report_date", "report")
_SHOWN = frozenset((*_PLAN, *_TEAM, *_WORK, *_RESULT))


@dataclass(frozen=True, slots=True)
class AuditView:
    """An audit in the order in which an auditor reads another's report."""

    title: str
    card: Card
    result: tuple[Field, ...]
    work: tuple[Field, ...]
    plan: tuple[Field, ...]
    team: tuple[Field, ...]


def pages(edition: Edition) -> Iterator[Page]:
    for audit in edition.graph.all(Audit):
        read = reader(edition, audit)
        view = AuditView(
            title=f"{audit.id} {audit.title}",
            card=card(edition, audit, _SHOWN),
            result=read.chosen(_RESULT),
            work=read.chosen(_WORK),
            plan=read.chosen(_PLAN),
            team=read.chosen(_TEAM),
        )
        yield Page(address.record(audit.id), "audit.html", view)
