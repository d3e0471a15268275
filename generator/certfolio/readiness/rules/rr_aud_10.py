"""Is the certification body free of those who advised or audited internally?

Nobody may certify what they helped to build. The body, and everybody it sends, must not have
advised the organization or done its internal audits for two years before.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.internal_audit import auditors, days_of, reported_audits
from certfolio.readiness.interval import months_before
from certfolio.readiness.name import is_named_in
from certfolio.readiness.rule import Rule, Subject
from certfolio.records.certificate import Certificate
from certfolio.records.certification_audit import CertificationAudit
from certfolio.records.organization import Organization
from certfolio.records.person import Person


@dataclass(frozen=True, slots=True)
class _Tie:
    """Somebody's work for the organization, in words, and the days on which it began and ended."""

    name: str
    what: str
    begins: date
    ends: date


Ties = Mapping[str, Sequence[_Tie]]


def check(case: Case) -> Iterator[ReadinessFinding]:
    ties: dict[str, list[_Tie]] = {}
    for tie in (*_advice(case), *_internal_audits(case)):
        ties.setdefault(tie.name, []).append(tie)
    audits = [a for a in case.graph.all(CertificationAudit) if a.status != "cancelled"]
    for audit in audits:
        day = (audit.held or audit.planned).begins
        names = (audit.body, *audit.team)
        yield _judged(case, audit, names, day, ties)
    bodies = {certificate.body for certificate in case.graph.all(Certificate)}
    own = case.graph.settings.certification_body
    bodies |= {own} if own else set()
    others = [
        body
        for body in sorted(bodies)
        if not any(is_named_in(body, audit.body) for audit in audits)
    ]
    for body in others:
        yield _judged(case, "portal", (body,), case.as_of, ties)
    if not audits and not others:
        yield RULE.not_assessed("portal", say("No certification body is named."))


def _advice(case: Case) -> Iterator[_Tie]:
    for organization in case.graph.all(Organization):
        for row in organization.consultants:
            what = (
                say(
                    "advised {organization} from {begins} until {ends}",
                    organization=organization.id,
                    begins=row.begins,
                    ends=row.ends,
                )
                if row.ends
                else say(
                    "advised {organization} from {begins} to this day",
                    organization=organization.id,
                    begins=row.begins,
                )
            )
            yield _Tie(row.name, what, row.begins, row.ends or case.as_of)


def _internal_audits(case: Case) -> Iterator[_Tie]:
    for audit in reported_audits(case):
        days = days_of(audit)
        for id in auditors([audit]):
            person = case.graph.find(id)
            if isinstance(person, Person):
                what = say(
                    "audited internally in {audit} on {ends}", audit=audit.id, ends=days.ends
                )
                for name in (person.title, person.department):
                    yield _Tie(name, what, days.begins, days.ends)


def _judged(
    case: Case, subject: Subject, names: Sequence[str], day: date, ties: Ties
) -> ReadinessFinding:
    months = case.threshold("consultancy_months")
    since = months_before(day, months)
    told = [
        say("{name} {what}", name=name, what=tie.what)
        for name in names
        for other, named in ties.items()
        if is_named_in(name, other)
        for tie in named
        if tie.ends > since and tie.begins <= day
    ]
    if told:
        return RULE.gap(
            subject,
            say_count(
                "{told}, less than {number} month before {day}.",
                "{told}, less than {number} months before {day}.",
                months,
                told=Listing(told),
                day=day,
            ),
        )
    is_unnamed = isinstance(subject, CertificationAudit) and not subject.team
    return RULE.met(
        subject,
        (
            say(
                "No record says that {names} advised or audited here since {since}; the "
                "audit team is not named yet.",
                names=Listing(names),
                since=since,
            )
            if is_unnamed
            else say(
                "No record says that {names} advised or audited here since {since}.",
                names=Listing(names),
                since=since,
            )
        ),
    )


RULE = Rule(
    id="RR-AUD-10",
    severity=Severity.BLOCKER,
    source="17021-1 5.2",
    needs=("consultants of the organization", "internal auditors", "certification audits"),
    text=__doc__,
    check=check,
)
