"""Were the risks assessed by approved criteria in time, and did their owners approve the outcome?

Standards that work with a statement of applicability want the same criteria each time, a repetition
at planned intervals, and a risk owner who says yes to the treatment and to what remains. Auditors
ask the owner, not the person who filled in the table.
"""

from collections.abc import Iterator
from datetime import date

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.demand import demanding, unserved
from certfolio.readiness.interval import months_before
from certfolio.readiness.rule import Rule
from certfolio.readiness.support import is_effective
from certfolio.records.risk import Risk


def check(case: Case) -> Iterator[ReadinessFinding]:
    asking = demanding(case, "risk treatment")
    if not asking:
        yield RULE.not_applicable(
            "portal", say("No declared standard asks risk owners to approve a treatment.")
        )
    risks = [r for r in case.graph.all(Risk) if r.kind == "risk" and r.status != "closed"]
    for catalogue in unserved(case, "risk treatment", risks):
        yield RULE.not_assessed(
            catalogue, say("No risk is registered for {standard}.", standard=catalogue.name)
        )
    for risk in risks:
        if any(serves(risk, catalogue.id) for catalogue in asking):
            yield _judged(case, risk)


def _judged(case: Case, risk: Risk) -> ReadinessFinding:
    faults = [*_assessment_faults(case, risk), *_approval_faults(case, risk)]
    if not faults:
        return RULE.met(
            risk,
            say(
                "{risk} was assessed by {criteria} and last looked at on {last}; its owner "
                "approved what is done and what remains.",
                risk=risk.id,
                criteria=risk.criteria,
                last=_last(case, risk),
            ),
        )
    return RULE.gap(risk, say("For {risk}, {faults}.", risk=risk.id, faults=Listing(faults, "; ")))


def _last(case: Case, risk: Risk) -> date | None:
    days = [day for day in (risk.evaluation.on, risk.reviewed_on) if day <= case.as_of]
    return max(days, default=None)


def _assessment_faults(case: Case, risk: Risk) -> Iterator[Message]:
    criteria = case.graph.find(risk.criteria)
    if criteria is None or not is_effective(criteria, case.as_of):
        yield say("its criteria {criteria} are not in force", criteria=risk.criteria)
    months = case.threshold("risk_review_months")
    last = _last(case, risk)
    if last is None:
        yield say("no assessment is recorded up to {today}", today=case.as_of)
    elif last < months_before(case.as_of, months):
        yield say_count(
            "it was last looked at on {last}, more than {number} month ago",
            "it was last looked at on {last}, more than {number} months ago",
            months,
            last=last,
        )


def _approval_faults(case: Case, risk: Risk) -> Iterator[Message]:
    treated, accepted = risk.treatment_approved_by, risk.residual_accepted_by
    if risk.residual is None:
        yield say("what remains is not rated")
    is_treated = risk.decision != "accept"
    if is_treated and treated is None and accepted is None:
        yield say(
            "its owner {owner} has approved neither the treatment nor the remaining risk",
            owner=risk.owner,
        )
        return
    if is_treated and treated != risk.owner:
        yield _treatment_not_by_owner(risk, treated)
    if accepted != risk.owner:
        yield _rest_not_by_owner(risk, accepted)
    day = risk.residual_accepted_on
    if accepted is not None and (day is None or day > case.as_of):
        yield say(
            "no day up to {today} is named on which the remaining risk was accepted",
            today=case.as_of,
        )


def _treatment_not_by_owner(risk: Risk, person: str | None) -> Message:
    if person is None:
        return say("its owner {owner} has not approved the treatment", owner=risk.owner)
    return say(
        "the treatment was approved by {person}, not by its owner {owner}",
        person=person,
        owner=risk.owner,
    )


def _rest_not_by_owner(risk: Risk, person: str | None) -> Message:
    if person is None:
        return say("its owner {owner} has not approved the remaining risk", owner=risk.owner)
    return say(
        "the remaining risk was approved by {person}, not by its owner {owner}",
        person=person,
        owner=risk.owner,
    )


RULE = Rule(
    id="RR-RSK-02",
    severity=Severity.MAJOR,
    source="27001 6.1.2, 6.1.3, 8.2, 8.3; 42001 6.1.2, 6.1.3",
    needs=("risks with criteria, reviews and approvals", "documents"),
    text=__doc__,
    check=check,
)
