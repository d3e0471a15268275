"""Was everything closed really finished, from correction to proved effect?

Closing is the easy part. Auditors take closed actions first and look for the cause, the action, the
day it was carried out, and who saw later, by what result, that the fault stayed away.
"""

from collections.abc import Iterator, Sequence

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.nonconformity import (
    actions_by_finding,
    is_open,
    nonconformities,
    stated,
)
from certfolio.readiness.rule import Rule
from certfolio.records.corrective_action import CorrectiveAction
from certfolio.records.finding import Finding


def check(case: Case) -> Iterator[ReadinessFinding]:
    actions = case.graph.all(CorrectiveAction)
    closed = [action for action in actions if action.status == "closed effective"]
    findings = [finding for finding in nonconformities(case) if finding.status == "closed"]
    by_finding = actions_by_finding(case)
    if not closed and not findings:
        yield RULE.not_applicable("portal", say("No nonconformity has been closed."))
    for action in closed:
        yield _action(action)
    for finding in findings:
        yield _finding(finding, by_finding.get(finding.id, ()))


def _action(action: CorrectiveAction) -> ReadinessFinding:
    is_corrected = action.correction is not None and action.correction.what.strip()
    parts = {
        word("named", "a correction"): is_corrected,
        word("named", "a cause"): (action.cause or "").strip(),
        word("named", "an action"): (action.action or "").strip(),
        word("named", "the day it was implemented"): action.implemented_on,
        word("named", "a result that shows its effect"): (
            action.effectiveness_result or ""
        ).strip(),
        word("named", "who verified it"): action.verified_by,
        word("named", "the day it was verified"): action.verified_on,
    }
    missing = [part for part, value in parts.items() if not value]
    if missing:
        return RULE.gap(
            action,
            say(
                "{action} is closed and does not name {missing}.",
                action=action.id,
                missing=Listing(missing),
            ),
        )
    because = say(
        "{action} names correction, cause and action; {verified_by} verified its "
        "effect on {verified_on}.",
        action=action.id,
        verified_by=action.verified_by,
        verified_on=action.verified_on,
    )
    return RULE.met(action, because)


def _finding(finding: Finding, actions: Sequence[CorrectiveAction]) -> ReadinessFinding:
    unfinished = [stated(action) for action in actions if is_open(action)]
    if not actions:
        return RULE.gap(
            finding,
            say(
                "{finding} was closed on {closed_on} without a corrective action.",
                finding=finding.id,
                closed_on=finding.closed_on,
            ),
        )
    if unfinished:
        return RULE.gap(
            finding,
            say(
                "{finding} was closed on {closed_on} before {unfinished} came to an end.",
                finding=finding.id,
                closed_on=finding.closed_on,
                unfinished=Listing(unfinished),
            ),
        )
    return RULE.met(
        finding,
        say(
            "{finding} was closed on {closed_on} with {actions}.",
            finding=finding.id,
            closed_on=finding.closed_on,
            actions=Listing([stated(action) for action in actions]),
        ),
    )


RULE = Rule(
    id="RR-NCR-03",
    severity=Severity.MAJOR,
    source="10.2",
    needs=("closed corrective actions", "closed audit findings"),
    text=__doc__,
    check=check,
)
