"""Was every audit programme that has ended looked at as a whole?

The programme itself has to improve: whether it looked at the right things, with enough days and
the right people. The guidance on auditing asks for this review after each cycle.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.records.audit_programme import AuditProgramme


def check(case: Case) -> Iterator[ReadinessFinding]:
    programmes = case.graph.all(AuditProgramme)
    if not programmes:
        yield RULE.not_assessed("portal", say("No audit programme is recorded."))
    for programme in programmes:
        yield _judged(case, programme)


def _judged(case: Case, programme: AuditProgramme) -> ReadinessFinding:
    day, end = programme.reviewed_on, programme.period.ends
    if programme.status == "draft":
        return RULE.not_applicable(
            programme, say("{programme} is a draft.", programme=programme.id)
        )
    if day is not None and day <= case.as_of:
        if not (programme.review_result or "").strip():
            because = say(
                "{programme} was reviewed on {day}; what came of it is not recorded.",
                programme=programme.id,
                day=day,
            )
            return RULE.partly_met(programme, because)
        return RULE.met(
            programme, say("{programme} was reviewed on {day}.", programme=programme.id, day=day)
        )
    if end >= case.as_of and programme.status not in {"completed", "reviewed"}:
        return RULE.not_applicable(
            programme, say("{programme} runs until {end}.", programme=programme.id, end=end)
        )
    because = say(
        "{programme}, which runs until {end}, is marked {state} and not reviewed.",
        programme=programme.id,
        end=end,
        state=word("state", programme.status),
    )
    if end < case.as_of:
        because = say(
            "{programme} ended on {end} and was not reviewed.", programme=programme.id, end=end
        )
    return RULE.gap(programme, because)


RULE = Rule(
    id="RR-AUD-09",
    severity=Severity.MINOR,
    source="19011 guidance",
    needs=("periods and reviews of audit programmes",),
    text=__doc__,
    check=check,
)
