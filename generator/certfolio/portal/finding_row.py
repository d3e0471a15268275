"""A readiness finding as a line: about what, the answer with its reason, who owes what by when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from certfolio.model.clause import ClauseRef
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Message, say
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.link import RecordLink, clause_link, record_link, standard_link
from certfolio.portal.sentence import Sentence, sentence
from certfolio.portal.status import Status
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.readiness.rule_table import RULES

_BY_ID = {rule.id: rule for rule in RULES}


@dataclass(frozen=True, slots=True)
class RuleLink:
    """A rule by its question."""

    id: str
    question: Message
    href: str


@dataclass(frozen=True, slots=True)
class SubjectLink:
    """What a finding is about: a record, a clause, a standard or the organization as a whole."""

    id: str | None
    title: str
    href: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding in words; `waived` says who waived it, why and until when."""

    rule: RuleLink
    severity: Status
    verdict: Status
    subject: SubjectLink
    reason: Sentence
    owner: RecordLink | None
    due: date | None
    is_overdue: bool
    waived: Sentence | None


def finding_row(edition: Edition, finding: ReadinessFinding) -> FindingRow:
    is_overdue = finding.is_open and finding.due is not None and finding.due < edition.as_of
    return FindingRow(
        rule=rule_link(_BY_ID[finding.rule]),
        severity=Status(finding.severity.value),
        verdict=Status(finding.verdict.value),
        subject=subject_link(edition, finding.subject),
        reason=sentence(edition, finding.reason),
        owner=record_link(edition, finding.owner) if finding.owner else None,
        due=finding.due,
        is_overdue=is_overdue,
        waived=sentence(edition, finding.waived) if finding.waived else None,
    )


def finding_rows(edition: Edition, findings: Iterable[ReadinessFinding]) -> tuple[FindingRow, ...]:
    return tuple(finding_row(edition, finding) for finding in findings)


def rule_link(rule: Rule) -> RuleLink:
    return RuleLink(rule.id, rule.question, address.rule(rule.id))


def subject_link(edition: Edition, subject: str) -> SubjectLink:
    """Link whatever a finding is about; what has no page in this edition stays plain text."""
    if subject == PORTAL:
        return SubjectLink(None, say("The organization as a whole"), address.START)
    record = edition.graph.find(subject)
    if record is not None:
        note = edition.state_word(record.id)
        return SubjectLink(record.id, record.title, address.record(record.id), note)
    if subject in edition.graph.standards.catalogues:
        standard = standard_link(edition, subject)
        return SubjectLink(None, standard.name, standard.href)
    if ":" in subject:
        clause = clause_link(edition, ClauseRef.parse(subject))
        return SubjectLink(clause.number, clause.title, clause.href, clause.standard)
    return SubjectLink(None, subject, None)
