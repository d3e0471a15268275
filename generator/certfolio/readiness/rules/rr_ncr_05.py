"""Does every corrective action name a cause, and not the fault in other words?

An action against the symptom brings the fault back. Where the cause only repeats what was seen,
nobody asked why.
"""

from collections.abc import Iterator, Sequence

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.nonconformity import findings_by_action
from certfolio.readiness.own_words import plainly, says_nothing
from certfolio.readiness.rule import Rule
from certfolio.records.corrective_action import CorrectiveAction
from certfolio.records.finding import Finding

_EARLY = frozenset({"open", "contained"})


def check(case: Case) -> Iterator[ReadinessFinding]:
    actions = case.graph.all(CorrectiveAction)
    findings = findings_by_action(case)
    if not actions:
        yield RULE.not_applicable("portal", say("No corrective action is recorded."))
    for action in actions:
        yield _judged(action, findings.get(action.id, ()))


def _judged(action: CorrectiveAction, findings: Sequence[Finding]) -> ReadinessFinding:
    if action.status == "rejected":
        return RULE.not_applicable(action, say("{action} was rejected.", action=action.id))
    if not (action.cause or "").strip():
        if action.status in _EARLY:
            because = say(
                "{action} is {state}; its cause is not known yet.",
                action=action.id,
                state=word("state", action.status),
            )
            return RULE.not_applicable(action, because)
        return RULE.gap(
            action,
            say(
                "{action} is marked “{state}” and names no cause.",
                action=action.id,
                state=word("state", action.status),
            ),
        )
    told = [action.title, action.evidence_seen, action.requirement]
    for finding in findings:
        told += [finding.title, finding.evidence_seen, finding.requirement, finding.statement]
    cause = plainly(action.cause or "")
    if cause in {plainly(text) for text in told}:
        return RULE.gap(
            action, say("The cause in {action} only repeats what was found.", action=action.id)
        )
    if says_nothing(cause):
        return RULE.gap(
            action,
            say(
                "The cause in {action}, “{cause}”, explains nothing.",
                action=action.id,
                cause=action.cause,
            ),
        )
    return RULE.met(action, say("{action} names a cause of its own.", action=action.id))


RULE = Rule(
    id="RR-NCR-05",
    severity=Severity.MINOR,
    source="10.2",
    needs=("causes of corrective actions",),
    text=__doc__,
    check=check,
)
