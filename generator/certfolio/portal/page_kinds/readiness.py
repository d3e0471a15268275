"""All gates at once: what is open by severity, what is waived, what the records do not tell."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.message import Listing, Message, say
from certfolio.model.page import Page
from certfolio.model.verdict import Verdict
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.finding_row import FindingRow, finding_rows
from certfolio.portal.left_out import left_out
from certfolio.portal.storyboard import (
    GateBoard,
    SeverityGroup,
    StepBoard,
    caution,
    gate_boards,
    severity_groups,
    step_boards,
)
from certfolio.readiness.gate import gravest_first
from certfolio.readiness.readiness import Readiness
from certfolio.readiness.rule_table import RULES
from certfolio.records.waiver import TYPE as WAIVER


@dataclass(frozen=True, slots=True)
class ReadinessView:
    """Everything that is not met; `counting` says of each rule which gates it counts for."""

    title: Message
    caution: Message | None
    gates: tuple[GateBoard, ...]
    steps: tuple[StepBoard, ...]
    groups: tuple[SeverityGroup, ...]
    counting: dict[str, Listing | Message]
    waived: tuple[FindingRow, ...]
    not_assessed: tuple[FindingRow, ...]
    waivers_href: str | None
    due_href: str
    rules_href: str


def pages(edition: Edition) -> Iterator[Page]:
    if edition.readiness is not None:
        view = _view(edition, edition.readiness)
        yield Page(address.READINESS, "readiness.html", view)


def gates_of(readiness: Readiness, rule: str) -> Listing | Message:
    """Name the gates for which a rule counts."""
    titles = [answer.gate.title for answer in readiness.gates if answer.gate.holds(rule)]
    return Listing(titles, ", ") if titles else say("no gate")


def _view(edition: Edition, readiness: Readiness) -> ReadinessView:
    register = address.register(WAIVER.name)
    told = sorted(readiness.findings, key=gravest_first)
    unknown = (finding for finding in told if finding.verdict is Verdict.NOT_ASSESSED)
    return ReadinessView(
        title=say("Readiness"),
        caution=caution(edition),
        gates=gate_boards(edition),
        steps=step_boards(edition),
        groups=severity_groups(edition, (finding for finding in told if finding.is_open)),
        counting={rule.id: gates_of(readiness, rule.id) for rule in RULES},
        waived=finding_rows(edition, (finding for finding in told if finding.waived)),
        not_assessed=finding_rows(edition, unknown),
        waivers_href=None if register in left_out(edition) else register,
        due_href=address.DUE,
        rules_href=address.RULES,
    )
