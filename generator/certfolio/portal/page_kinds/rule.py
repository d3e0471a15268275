"""A page for each readiness rule: its question, why auditors ask it, every answer it gave."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.message import Listing, Message, say
from certfolio.model.page import Page
from certfolio.model.verdict import Verdict
from certfolio.portal import address, wording
from certfolio.portal.edition import Edition
from certfolio.portal.finding_list import open_sentence
from certfolio.portal.finding_row import FindingRow, finding_rows
from certfolio.portal.page_kinds.readiness import gates_of
from certfolio.portal.rule_family import family_name
from certfolio.portal.sentence import Sentence, sentence
from certfolio.portal.status import Status
from certfolio.portal.storyboard import SeverityGroup, severity_groups
from certfolio.readiness.readiness import Readiness
from certfolio.readiness.rule import Rule
from certfolio.readiness.rule_table import RULES
from certfolio.readiness.step import STEPS, Step


@dataclass(frozen=True, slots=True)
class StepName:
    """A step whose exit test a rule belongs to."""

    label: Message
    href: str


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """Answers of one verdict that ask for nothing."""

    name: Message
    amount: Message
    rows: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule, and its answers by verdict: what is open first."""

    title: Message
    id: str
    question: Message
    why: tuple[Sentence, ...]
    family: str
    severity: Status
    source: Message
    needs: tuple[Message, ...]
    steps: tuple[StepName, ...]
    gates: Listing | Message
    sentence: Message
    open: tuple[SeverityGroup, ...]
    waived: tuple[FindingRow, ...]
    not_assessed: tuple[FindingRow, ...]
    settled: tuple[AnswerGroup, ...]


def pages(edition: Edition) -> Iterator[Page]:
    if edition.readiness is not None:
        for rule in RULES:
            view = _view(edition, edition.readiness, rule)
            yield Page(address.rule(rule.id), "rule.html", view)


def _view(edition: Edition, readiness: Readiness, rule: Rule) -> RuleView:
    told = edition.findings.by_rule.get(rule.id, ())
    still_open = [finding for finding in told if finding.is_open]
    unknown = [finding for finding in told if finding.verdict is Verdict.NOT_ASSESSED]
    return RuleView(
        title=say("{id} {question}", id=rule.id, question=rule.question),
        id=rule.id,
        question=rule.question,
        why=tuple(sentence(edition, part) for part in rule.paragraphs),
        family=family_name(rule.family),
        severity=Status(rule.severity.value),
        source=rule.basis,
        needs=rule.data,
        steps=tuple(_step(step) for step in STEPS if step.holds(rule.id)),
        gates=gates_of(readiness, rule.id),
        sentence=open_sentence(len(still_open), say("Nothing open by this rule."))
        if told
        else say("It was asked about nothing."),
        open=severity_groups(edition, still_open),
        waived=finding_rows(edition, (finding for finding in told if finding.waived)),
        not_assessed=finding_rows(edition, unknown),
        settled=tuple(_settled(edition, rule)),
    )


def _step(step: Step) -> StepName:
    return StepName(
        say("{number}. {title}", number=step.number, title=step.title),
        address.readiness_step(step.number),
    )


def _settled(edition: Edition, rule: Rule) -> Iterator[AnswerGroup]:
    told = edition.findings.by_rule.get(rule.id, ())
    names = {Verdict.MET: say("Met"), Verdict.NOT_APPLICABLE: say("Not applicable")}
    for verdict, name in names.items():
        rows = finding_rows(edition, (finding for finding in told if finding.verdict is verdict))
        if rows:
            yield AnswerGroup(name, wording.answers(len(rows)), rows)
