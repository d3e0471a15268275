"""Was every nonconformity judged for all sites, not only for the one where it was found?

With one certificate for several sites, a fault at one of them is taken as a question to all. While
that is not answered, the body may hold back the whole certificate.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.records.audit import Audit
from certfolio.records.corrective_action import CorrectiveAction
from certfolio.records.finding import Finding


def check(case: Case) -> Iterator[ReadinessFinding]:
    if len(case.sites) < 2:
        yield RULE.not_applicable("portal", say("Fewer than two active sites are in scope."))
        return
    actions = [action for action in case.graph.all(CorrectiveAction) if _counts(case, action)]
    followed = {id for action in case.graph.all(CorrectiveAction) for id in action.findings}
    alone = [
        finding
        for finding in case.graph.all(Finding)
        if _is_nonconformity(case, finding)
        and finding.id not in followed
        and not finding.corrective_actions
    ]
    if not actions and not alone:
        yield RULE.not_applicable(
            "portal", say("No nonconformity is recorded in the audit period.")
        )
    for action in actions:
        yield _judged(case, action)
    for finding in alone:
        words = (
            say(
                "{finding}, a {grade} nonconformity at {site}, has no corrective action "
                "and no decision about the other sites.",
                finding=finding.id,
                grade=word("value", finding.grade),
                site=finding.site,
            )
            if finding.site
            else say(
                "{finding}, a {grade} nonconformity, has no corrective action and no "
                "decision about the other sites.",
                finding=finding.id,
                grade=word("value", finding.grade),
            )
        )
        yield RULE.gap(finding, words, due=finding.response_due)


def _counts(case: Case, action: CorrectiveAction) -> bool:
    """Whether an action stands; one closed before the audit period is history."""
    closed = action.closed_on or action.found_on
    is_history = action.status == "closed effective" and (
        closed < case.graph.settings.audit_period.begins
    )
    return action.status != "rejected" and action.found_on <= case.as_of and not is_history


def _is_nonconformity(case: Case, finding: Finding) -> bool:
    """Whether a finding is a nonconformity of the organization itself that was not taken back."""
    audit = case.graph.find(finding.audit)
    is_at_supplier = isinstance(audit, Audit) and audit.kind == "supplier"
    is_history = finding.found_on < case.graph.settings.audit_period.begins
    is_standing = finding.status != "withdrawn" and finding.found_on <= case.as_of
    is_old = is_history and finding.status == "closed"
    return finding.grade in ("major", "minor") and is_standing and not is_old and not is_at_supplier


def _judged(case: Case, action: CorrectiveAction) -> ReadinessFinding:
    decided = {entry.site for entry in action.extent_sites if entry.decision.strip()}
    missing = [site.id for site in case.sites if site.id not in decided]
    if not missing:
        words = say(
            "{action} says for each site in scope how far it is affected.", action=action.id
        )
        return RULE.met(action, words)
    owner = action.action_owner or action.owner
    if len(missing) < len(case.sites):
        words = say(
            "{action} decides the extent, but not for {missing}.",
            action=action.id,
            missing=Listing(missing),
        )
        return RULE.partly_met(action, words, owner=owner, due=action.due)
    if action.extent and action.extent.strip():
        words = say(
            "{action} tells the extent, but decides it for no single site.", action=action.id
        )
        return RULE.partly_met(action, words, owner=owner, due=action.due)
    words = say(
        "{action} holds no decision how far {missing} are affected.",
        action=action.id,
        missing=Listing(missing),
    )
    return RULE.gap(action, words, owner=owner, due=action.due)


RULE = Rule(
    id="RR-SIT-02",
    severity=Severity.BLOCKER,
    source="MD 1",
    needs=("corrective actions with their extent at each site", "findings", "sites"),
    text=__doc__,
    check=check,
)
