"""Is it shown that the policy was made known after it took effect?

Auditors ask people at their work what the policy means for them. The records should show how they
learned of the version in force: a session, a notice, an acknowledgement.
"""

from collections.abc import Iterator
from datetime import date

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.force import overall_policies_in_force
from certfolio.readiness.keyed_clause import refs_below
from certfolio.readiness.neighbour import neighbours
from certfolio.readiness.rule import Rule
from certfolio.readiness.support import Standing, last_day, standing
from certfolio.records.evidence import Evidence
from certfolio.records.policy import Policy
from certfolio.records.record import Record
from certfolio.records.training_session import TrainingSession
from certfolio.standards.catalogue import Catalogue


def check(case: Case) -> Iterator[ReadinessFinding]:
    for catalogue in case.catalogues:
        policies = overall_policies_in_force(case, catalogue)
        if not policies:
            because = say(
                "No policy for {standard} is in force that could be made known.",
                standard=catalogue.name,
            )
            clauses = refs_below(catalogue, "5.2")
            yield RULE.not_assessed(catalogue, because, clauses=clauses)
        for policy in policies:
            yield _judged(case, policy, catalogue)


def _judged(case: Case, policy: Policy, catalogue: Catalogue) -> ReadinessFinding:
    clauses = refs_below(catalogue, "5.2")
    begins = policy.effective_on or case.as_of
    seen = [
        (record.id, day)
        for record in neighbours(case.graph, policy.id)
        if (day := _day(case, record))
    ]
    after = [say("{id} of {day}", id=id, day=day) for id, day in seen if day >= begins]
    if after:
        because = say(
            "{policy}, in force since {begins}, was made known: {after}.",
            policy=policy.id,
            begins=begins,
            after=Listing(after),
        )
        return RULE.met(policy, because, clauses=clauses)
    earlier = [say("{id} of {day}", id=id, day=day) for id, day in seen]
    if earlier:
        return RULE.gap(
            policy,
            say(
                "Nothing recorded shows that {policy} was made known since {begins}; "
                "{earlier} came before.",
                policy=policy.id,
                begins=begins,
                earlier=Listing(earlier),
            ),
            clauses=clauses,
        )
    return RULE.gap(
        policy,
        say(
            "Nothing recorded shows that {policy} was made known since {begins}.",
            policy=policy.id,
            begins=begins,
        ),
        clauses=clauses,
    )


def _day(case: Case, record: Record) -> date | None:
    """Return the day to which a session that was held, or accepted proof, can speak."""
    if isinstance(record, TrainingSession):
        has_been = record.status in ("held", "evaluated") and record.held_on <= case.as_of
        return record.held_on if has_been else None
    if isinstance(record, Evidence):
        worth = standing(record, case.as_of, case.graph.settings.audit_period)
        return None if worth is Standing.NOT_ACCEPTED else last_day(record)
    return None


RULE = Rule(
    id="RR-LDR-03",
    severity=Severity.MINOR,
    source="5.2; 7.4",
    needs=("policies", "training sessions", "accepted evidence linked to the policy"),
    text=__doc__,
    check=check,
)
