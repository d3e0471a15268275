"""The gates and the seven steps as the rules answer them, in words for the pages that show them."""

from collections.abc import Iterable
from dataclasses import dataclass

from certfolio.model.classification import Classification
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import LongDay, Message, say, say_count
from certfolio.model.verdict import Severity
from certfolio.portal import address, wording
from certfolio.portal.edition import Edition
from certfolio.portal.finding_row import FindingRow, finding_row, finding_rows
from certfolio.portal.status import Status
from certfolio.readiness.gate import GateAnswer
from certfolio.readiness.step import StepAnswer

_PLANNED = {"stage-1": "stage_1", "stage-2": "stage_2"}


@dataclass(frozen=True, slots=True)
class SeverityCount:
    """How many findings are open in a severity."""

    state: Status
    amount: int


@dataclass(frozen=True, slots=True)
class GateBoard:
    """A gate: the answer in a sentence, its planned day, and what blocks it.

    Each blocker stands under the first gate that it blocks; `above` says how many of a later
    gate's blockers were named before.
    """

    title: Message
    planned: LongDay | None
    sentence: Message
    blockers: tuple[FindingRow, ...]
    above: Message | None
    counts: tuple[SeverityCount, ...]


@dataclass(frozen=True, slots=True)
class StepBoard:
    """A step: where it stands in a sentence, and what is open by severity."""

    number: int
    title: Message
    href: str
    sentence: Message
    counts: tuple[SeverityCount, ...]
    waived: Message | None
    not_assessed: Message | None


@dataclass(frozen=True, slots=True)
class SeverityGroup:
    """Open findings of one severity."""

    state: Status
    amount: Message
    rows: tuple[FindingRow, ...]


def caution(edition: Edition) -> Message | None:
    """Say that the rules see no more than the audience, so that nobody takes that for all."""
    audience = edition.audience
    if edition.readiness is None or (
        audience.ceiling is Classification.RESTRICTED and not audience.leaves_out
    ):
        return None
    return say(
        "Judged by the records of this edition alone, for the audience “{audience}”: what it"
        " leaves out counts as if it were not there, so a gap may be one of this edition only.",
        audience=audience.name,
    )


def gate_boards(edition: Edition) -> tuple[GateBoard, ...]:
    boards: list[GateBoard] = []
    named: set[ReadinessFinding] = set()
    for answer in () if edition.readiness is None else edition.readiness.gates:
        boards.append(_gate(edition, answer, named))
        named.update(answer.blockers)
    return tuple(boards)


def step_boards(edition: Edition) -> tuple[StepBoard, ...]:
    answers = () if edition.readiness is None else edition.readiness.steps
    return tuple(step_board(answer) for answer in answers)


def step_board(answer: StepAnswer) -> StepBoard:
    waived, unknown = len(answer.waived), len(answer.not_assessed)
    return StepBoard(
        number=answer.step.number,
        title=answer.step.title,
        href=address.readiness_step(answer.step.number),
        sentence=answer.sentence,
        counts=severity_counts(answer.open),
        waived=_waived(waived) if waived else None,
        not_assessed=_not_assessed(unknown) if unknown else None,
    )


def severity_counts(findings: Iterable[ReadinessFinding]) -> tuple[SeverityCount, ...]:
    """Count findings by severity, the gravest first, empty ones left out."""
    amounts = dict.fromkeys(Severity, 0)
    for finding in findings:
        amounts[finding.severity] += 1
    return tuple(SeverityCount(Status(s.value), amounts[s]) for s in Severity if amounts[s])


def severity_groups(
    edition: Edition, findings: Iterable[ReadinessFinding]
) -> tuple[SeverityGroup, ...]:
    """Group open findings by severity, the gravest first, empty groups left out."""
    groups: dict[Severity, list[FindingRow]] = {severity: [] for severity in Severity}
    for finding in findings:
        groups[finding.severity].append(finding_row(edition, finding))
    return tuple(
        SeverityGroup(Status(s.value), wording.findings(len(rows)), tuple(rows))
        for s, rows in groups.items()
        if rows
    )


def _gate(edition: Edition, answer: GateAnswer, named: set[ReadinessFinding]) -> GateBoard:
    fresh = [finding for finding in answer.blockers if finding not in named]
    above = len(answer.blockers) - len(fresh)
    field = _PLANNED.get(answer.gate.name)
    day = getattr(edition.graph.settings.planned, field) if field else None
    return GateBoard(
        title=answer.gate.title,
        planned=LongDay(day) if day else None,
        sentence=answer.sentence,
        blockers=finding_rows(edition, fresh),
        above=_above(above, len(answer.blockers)),
        counts=severity_counts(answer.open),
    )


def _waived(number: int) -> Message:
    return say_count("{number} waived", "{number} waived", number)


def _not_assessed(number: int) -> Message:
    return say_count("{number} not assessed", "{number} not assessed", number)


def _above(named: int, all_of_them: int) -> Message | None:
    if named == 0:
        return None
    if named == all_of_them:
        return say("It is named above.") if named == 1 else say("They are named above.")
    return say_count("{number} of them is named above.", "{number} of them are named above.", named)
