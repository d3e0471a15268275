"""What a rule answered in an edition: how often which, and what it has nothing against."""

from collections import Counter
from dataclasses import dataclass

from certfolio.model.verdict import Verdict
from certfolio.portal.edition import Edition
from certfolio.portal.finding_row import RuleLink, rule_link
from certfolio.portal.status import Status
from certfolio.readiness.rule import Rule


@dataclass(frozen=True, slots=True)
class AnswerCount:
    """How often a rule gave an answer; findings that somebody waived are counted apart."""

    state: Status
    amount: int


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule as a line: its question, what a gap means, what it answered."""

    rule: RuleLink
    severity: Status
    answers: tuple[AnswerCount, ...]


def rule_row(edition: Edition, rule: Rule) -> RuleRow:
    return RuleRow(rule_link(rule), Status(rule.severity.value), _answers(edition, rule))


def _answers(edition: Edition, rule: Rule) -> tuple[AnswerCount, ...]:
    words = Counter(
        "waived" if finding.waived else finding.verdict.value
        for finding in edition.findings.by_rule.get(rule.id, ())
    )
    order = (Verdict.GAP, Verdict.PARTLY_MET, Verdict.NOT_ASSESSED, Verdict.NOT_APPLICABLE)
    listed = (*(verdict.value for verdict in order), "waived", Verdict.MET.value)
    return tuple(AnswerCount(Status(word), words[word]) for word in listed if words[word])
