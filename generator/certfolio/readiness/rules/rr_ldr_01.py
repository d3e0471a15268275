"""Is there a policy in force for each standard, approved by top management?

The policy is the one document that top management itself has to give. Stage 1 begins with it; a
draft, or an approval by somebody else, tells the auditor that the direction does not stand behind
the system.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.force import (
    overall_policies,
    overall_policies_in_force,
    why_not_in_force,
)
from certfolio.readiness.keyed_clause import refs_below
from certfolio.readiness.rule import Rule
from certfolio.readiness.sentence import either
from certfolio.records.person import Person
from certfolio.records.policy import Policy
from certfolio.standards.catalogue import Catalogue

_ENDED = ("superseded", "withdrawn")


def check(case: Case) -> Iterator[ReadinessFinding]:
    for catalogue in case.catalogues:
        policies = overall_policies_in_force(case, catalogue)
        if not policies:
            yield _absent(case, catalogue)
        for policy in policies:
            yield _judged(case, policy, catalogue)


def _judged(case: Case, policy: Policy, catalogue: Catalogue) -> ReadinessFinding:
    clauses = refs_below(catalogue, "5.2")
    if policy.approved_by is None:
        return RULE.gap(
            policy,
            say(
                "{policy} is in force for {standard} since {effective_on} and names nobody "
                "who approved it.",
                policy=policy.id,
                standard=catalogue.name,
                effective_on=policy.effective_on,
            ),
            clauses=clauses,
        )
    approver = case.graph.find(policy.approved_by)
    if isinstance(approver, Person) and not approver.top_management:
        because = say(
            "{policy} is in force for {standard} since {effective_on}, approved on "
            "{approved_on} by {approved_by}, who is not recorded as top management.",
            policy=policy.id,
            standard=catalogue.name,
            effective_on=policy.effective_on,
            approved_on=policy.approved_on,
            approved_by=policy.approved_by,
        )
        return RULE.gap(policy, because, clauses=clauses)
    return RULE.met(
        policy,
        say(
            "{policy} is in force for {standard} since {effective_on}, approved on "
            "{approved_on} by {approved_by} of top management.",
            policy=policy.id,
            standard=catalogue.name,
            effective_on=policy.effective_on,
            approved_on=policy.approved_on,
            approved_by=policy.approved_by,
        ),
        clauses=clauses,
    )


def _absent(case: Case, catalogue: Catalogue) -> ReadinessFinding:
    clauses = refs_below(catalogue, "5.2")
    others = [row for row in overall_policies(case, catalogue) if row.status not in _ENDED]
    if others:
        reasons = Listing([why_not_in_force(policy, case.as_of) for policy in others])
        because = say(
            "No policy for {standard} is in force: {reasons}.",
            standard=catalogue.name,
            reasons=reasons,
        )
        return RULE.gap(catalogue, because, owner=others[0].owner, clauses=clauses)
    numbers = either([ref.number for ref in clauses])
    because = say(
        "No policy names {numbers} of {standard}.", numbers=numbers, standard=catalogue.name
    )
    return RULE.gap(catalogue, because, clauses=clauses)


RULE = Rule(
    id="RR-LDR-01",
    severity=Severity.BLOCKER,
    source="5.2",
    needs=("policies with approval", "people of top management"),
    text=__doc__,
    check=check,
)
