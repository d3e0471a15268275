"""Is every qualification still valid, or being renewed in time?

An expired qualification turns work that was done well into work that cannot be shown to be. Where
the role is safety-critical or audits internally, the gap weighs more: harm, or audits that do not
count.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.employment import is_employed
from certfolio.readiness.renewal import renewal_under_way
from certfolio.readiness.rule import Rule
from certfolio.records.competence_record import CompetenceRecord
from certfolio.records.person import Person
from certfolio.records.role import Role

_SUBJECT = tuple[str, str, tuple[str, ...]]


def check(case: Case) -> Iterator[ReadinessFinding]:
    gone = {p.id for p in case.graph.all(Person) if not is_employed(p, case.as_of)}
    obtained = [
        record
        for record in case.graph.all(CompetenceRecord)
        if _is_obtained(case, record) and record.person not in gone
    ]
    newer = {_about(record): record for record in obtained if not _has_expired(case, record)}
    if not obtained:
        yield RULE.not_assessed("portal", say("No qualification of anybody is recorded."))
    for record in obtained:
        yield _judged(case, record, newer.get(_about(record)))


def _is_obtained(case: Case, record: CompetenceRecord) -> bool:
    is_had = record.status in {"competent", "expired"}
    return is_had and (record.obtained_on is None or record.obtained_on <= case.as_of)


def _about(record: CompetenceRecord) -> _SUBJECT:
    return record.person, record.role, tuple(record.requirement.casefold().split())


def _has_expired(case: Case, record: CompetenceRecord) -> bool:
    is_past = record.valid_until is not None and record.valid_until < case.as_of
    return is_past or record.status == "expired"


def _judged(
    case: Case, record: CompetenceRecord, newer: CompetenceRecord | None
) -> ReadinessFinding:
    if not _has_expired(case, record):
        return RULE.met(
            record,
            (
                say(
                    "{record} of {person} for {role} is valid until {valid_until}.",
                    record=record.id,
                    person=record.person,
                    role=record.role,
                    valid_until=record.valid_until,
                )
                if record.valid_until
                else say(
                    "{record} of {person} for {role} does not expire.",
                    record=record.id,
                    person=record.person,
                    role=record.role,
                )
            ),
        )
    if newer is not None:
        return RULE.met(
            record,
            say(
                "{record} of {person} for {role} expired on {valid_until} and was renewed "
                "by {newer}.",
                record=record.id,
                person=record.person,
                role=record.role,
                valid_until=record.valid_until,
                newer=newer.id,
            ),
        )
    renewal = renewal_under_way(case, record)
    if renewal is not None:
        return RULE.met(
            record,
            say(
                "{record} of {person} for {role} expired on {valid_until}; {renewal} renews it.",
                record=record.id,
                person=record.person,
                role=record.role,
                valid_until=record.valid_until,
                renewal=renewal,
            ),
        )
    return RULE.gap(
        record,
        say(
            "{record} of {person} for {role} expired on {valid_until}, and no renewal "
            "is under way in time.",
            record=record.id,
            person=record.person,
            role=record.role,
            valid_until=record.valid_until,
        ),
        severity=_severity(case, record),
        due=record.valid_until,
    )


def _severity(case: Case, record: CompetenceRecord) -> Severity:
    role = case.graph.find(record.role)
    is_grave = isinstance(role, Role) and (role.safety_critical or role.audits_internally)
    return Severity.MAJOR if is_grave else Severity.MINOR


RULE = Rule(
    id="RR-TRN-02",
    severity=Severity.MINOR,
    source="7.2",
    needs=("competence records", "roles", "actions and sessions that renew"),
    text=__doc__,
    check=check,
)
