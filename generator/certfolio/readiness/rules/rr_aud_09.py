"""Was every audit programme that has ended looked at as a whole?

The programme itself has to improve: whether it looked at the right things, with enough days and
the right people. The guidance on auditing asks for this review after each cycle.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.records.audit_programme import AuditProgramme


def check(case: Case) -> Iterator[ReadinessFinding]:
    programmes = case.graph.all(AuditProgramme)
    if not programmes:
        yield RULE.not_assessed("portal", "No audit programme is recorded.")
    for programme in programmes:
        yield _judged(case, programme)


def _judged(case: Case, programme: AuditProgramme) -> ReadinessFinding:
    day, end = programme.reviewed_on, programme.period.ends
    if programme.status == "draft":
        return RULE.not_applicable(programme, f"{programme.id} is a draft.")
    if day is not None and day <= case.as_of:
        if not (programme.review_result or "").strip():
            because = f"{programme.id} was reviewed on {day}; what came of it is not recorded."
            return RULE.partly_met(programme, because)
        return RULE.met(programme, f"{programme.id} was reviewed on {day}.")
    if end >= case.as_of and programme.status not in {"completed", "reviewed"}:
        return RULE.not_applicable(programme, f"{programme.id} runs until {end}.")
    because = (
        f"{programme.id}, which runs until {end}, is marked {programme.status} and not reviewed."
    )
    if end < case.as_of:
        because = f"{programme.id} ended on {end} and was not reviewed."
    return RULE.gap(programme, because)


RULE = Rule(
    id="RR-AUD-09",
    severity=Severity.MINOR,
    source="19011 guidance",
    needs=("periods and reviews of audit programmes",),
    text=__doc__,
    check=check,
)
