"""Was every internal auditor qualified on the days of the audit?

The certification body relies on internal audits when it plans its own. It asks who audited, and
what showed on that day that this person knew the standard and how to audit.
"""

from collections.abc import Iterator, Mapping, Sequence

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.internal_audit import auditors, days_of, internal_audits
from certfolio.readiness.rule import Rule
from certfolio.records.audit import Audit
from certfolio.records.competence_record import CompetenceRecord
from certfolio.records.part import Period
from certfolio.records.role import Role

Competences = Mapping[str, Sequence[CompetenceRecord]]


def check(case: Case) -> Iterator[ReadinessFinding]:
    audits = internal_audits(case)
    roles = {role.id for role in case.graph.all(Role) if role.audits_internally}
    if not audits:
        yield RULE.not_assessed("portal", say("No internal audit is recorded."))
    elif not roles:
        yield RULE.not_assessed(
            "portal",
            say("No role is marked as one that audits internally, so none can be looked up."),
        )
    else:
        competences: dict[str, list[CompetenceRecord]] = {}
        for record in case.graph.all(CompetenceRecord):
            if record.role in roles:
                competences.setdefault(record.person, []).append(record)
        for audit in audits:
            yield _judged(audit, competences)


def _judged(audit: Audit, competences: Competences) -> ReadinessFinding:
    team = auditors([audit])
    faults = [f for id in team if (f := _fault(id, audit, competences.get(id, ()))) is not None]
    days = days_of(audit)
    if faults:
        return RULE.gap(
            audit,
            say(
                "For {audit} of {begins}, {faults}.",
                audit=audit.id,
                begins=days.begins,
                faults=Listing(faults),
            ),
        )
    because = say(
        "{team} could show competence in auditing for {audit} of {begins}.",
        team=Listing(team),
        audit=audit.id,
        begins=days.begins,
    )
    return RULE.met(audit, because)


def _fault(id: str, audit: Audit, records: Sequence[CompetenceRecord]) -> str | None:
    """Return what the person lacks; records for single standards have to cover all of them."""
    if not records:
        return say("nothing shows that {id} is competent as an auditor", id=id)
    days = days_of(audit)
    valid = [record for record in records if _is_valid(record, days)]
    if not valid:
        return say(
            "{record} of {id} {state}",
            record=records[-1].id,
            id=id,
            state=_state(records[-1], days),
        )
    missing = [s for s in audit.standards if not any(serves(record, s) for record in valid)]
    if missing:
        return say(
            "{valid} of {id} does not extend to {missing}",
            valid=Listing([record.id for record in valid]),
            id=id,
            missing=missing[0],
        )
    return None


def _is_valid(record: CompetenceRecord, days: Period) -> bool:
    if record.status == "waived":
        return True
    is_obtained = record.obtained_on is not None and record.obtained_on <= days.begins
    is_lasting = record.valid_until is None or record.valid_until >= days.ends
    return record.status in {"competent", "expired"} and is_obtained and is_lasting


def _state(record: CompetenceRecord, days: Period) -> str:
    if record.status not in {"competent", "expired"} or record.obtained_on is None:
        return say("stands as “{state}”", state=word("state", record.status))
    if record.obtained_on > days.begins:
        return say("is dated {obtained_on}", obtained_on=record.obtained_on)
    return say("ends on {valid_until}", valid_until=record.valid_until)


RULE = Rule(
    id="RR-AUD-04",
    severity=Severity.MAJOR,
    source="7.2; 9.2.2",
    needs=("competence records of auditors", "roles that audit internally", "internal audits"),
    text=__doc__,
    check=check,
)
