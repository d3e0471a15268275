"""A page for each of the seven steps: its exit test, what is missing, who owns it, by when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Message, say
from certfolio.model.page import Page
from certfolio.model.verdict import Verdict
from certfolio.portal import address, wording
from certfolio.portal.edition import Edition
from certfolio.portal.finding_row import (
    FindingRow,
    RuleLink,
    SubjectLink,
    finding_rows,
    rule_link,
    subject_link,
)
from certfolio.portal.rule_answer import RuleRow, rule_row
from certfolio.portal.step import StepFact, step_facts
from certfolio.portal.storyboard import (
    SeverityGroup,
    StepBoard,
    caution,
    severity_groups,
    step_board,
)
from certfolio.readiness.rule import Rule
from certfolio.readiness.rule_table import RULES
from certfolio.readiness.step import StepAnswer


@dataclass(frozen=True, slots=True)
class MetRule:
    """A rule and everything that it has nothing against."""

    rule: RuleLink
    subjects: tuple[SubjectLink, ...]


@dataclass(frozen=True, slots=True)
class StepNeighbour:
    """The step before or after."""

    label: Message
    href: str


@dataclass(frozen=True, slots=True)
class ReadinessStepView:
    """A step with its rules, its records, and every answer of the rules."""

    title: str
    caution: Message | None
    board: StepBoard
    rules: tuple[RuleRow, ...]
    groups: tuple[SeverityGroup, ...]
    waived: tuple[FindingRow, ...]
    not_assessed: tuple[FindingRow, ...]
    met: tuple[MetRule, ...]
    met_amount: Message
    facts: tuple[StepFact, ...]
    previous: StepNeighbour | None
    next: StepNeighbour | None


def pages(edition: Edition) -> Iterator[Page]:
    answers = () if edition.readiness is None else edition.readiness.steps
    for index, answer in enumerate(answers):
        before = answers[index - 1] if index else None
        after = answers[index + 1] if index + 1 < len(answers) else None
        view = _view(edition, answer, before, after)
        yield Page(address.readiness_step(answer.step.number), "readiness_step.html", view)


def _view(
    edition: Edition, answer: StepAnswer, before: StepAnswer | None, after: StepAnswer | None
) -> ReadinessStepView:
    rules = [rule for rule in RULES if answer.step.holds(rule.id)]
    return ReadinessStepView(
        title=_label(answer),
        caution=caution(edition),
        board=step_board(answer),
        rules=tuple(rule_row(edition, rule) for rule in rules),
        groups=severity_groups(edition, answer.open),
        waived=finding_rows(edition, answer.waived),
        not_assessed=finding_rows(edition, answer.not_assessed),
        met=tuple(_met(edition, rules)),
        met_amount=wording.answers(answer.met),
        facts=step_facts(edition, answer.step.number),
        previous=_neighbour(before),
        next=_neighbour(after),
    )


def _met(edition: Edition, rules: Iterable[Rule]) -> Iterator[MetRule]:
    for rule in rules:
        subjects = _met_subjects(edition.findings.by_rule.get(rule.id, ()))
        if subjects:
            yield MetRule(rule_link(rule), tuple(subject_link(edition, s) for s in subjects))


def _met_subjects(findings: Iterable[ReadinessFinding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f.subject for f in findings if f.verdict is Verdict.MET))


def _neighbour(answer: StepAnswer | None) -> StepNeighbour | None:
    if answer is None:
        return None
    return StepNeighbour(_label(answer), address.readiness_step(answer.step.number))


def _label(answer: StepAnswer) -> Message:
    return say(
        "Step {number}: {title}",
        number=answer.step.number,
        title=answer.step.title,
    )
