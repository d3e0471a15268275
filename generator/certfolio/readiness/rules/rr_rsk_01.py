"""Has every risk and opportunity an owner, a rating, a decision and what follows from it?

A register is only worth what is done with it. Auditors take one line and ask who answers for it,
how it was rated, what was decided, and what was done or why nothing is.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say, say_count, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.employment import is_employed
from certfolio.readiness.follow_up import follow_up
from certfolio.readiness.keyed_clause import below
from certfolio.readiness.rule import Rule
from certfolio.records.action import Action
from certfolio.records.person import Person
from certfolio.records.risk import Risk
from certfolio.standards.catalogue import Catalogue


def check(case: Case) -> Iterator[ReadinessFinding]:
    risks = case.graph.all(Risk)
    for catalogue in case.catalogues:
        if not any(serves(risk, catalogue.id) for risk in risks):
            yield _nothing_registered(catalogue)
    for risk in risks:
        if risk.status == "closed":
            yield RULE.not_applicable(risk, say("{risk} is closed.", risk=risk.id))
        else:
            yield _judged(case, risk)


def _nothing_registered(catalogue: Catalogue) -> ReadinessFinding:
    clauses = below(catalogue, "6.1")
    refs = tuple(clause.ref for clause in clauses)
    if any(clause.documented_information and not clause.condition for clause in clauses):
        return RULE.gap(
            catalogue,
            say(
                "No risk is registered for {standard}, which asks for it in writing.",
                standard=catalogue.name,
            ),
            clauses=refs,
        )
    return RULE.not_assessed(
        catalogue,
        say("No risk or opportunity is registered for {standard}.", standard=catalogue.name),
        clauses=refs,
    )


def _judged(case: Case, risk: Risk) -> ReadinessFinding:
    owner = case.graph.find(risk.owner)
    if isinstance(owner, Person) and not is_employed(owner, case.as_of):
        return RULE.gap(
            risk,
            say(
                "{risk} is owned by {owner}, who does not work here on {today}.",
                risk=risk.id,
                owner=owner.id,
                today=case.as_of,
            ),
        )
    if risk.decision == "accept":
        return _accepted(risk)
    actions = follow_up(case, risk)
    lasting = tuple(action for action in actions if action.status != "cancelled")
    if lasting:
        because = say_count(
            "The decision on {risk} is “{decision}”, and {actions} carries it out.",
            "The decision on {risk} is “{decision}”, and {actions} carry it out.",
            len(lasting),
            risk=risk.id,
            decision=word("value", risk.decision),
            actions=Listing([action.id for action in lasting]),
        )
        return RULE.met(risk, because)
    if risk.controls or risk.reason:
        return RULE.partly_met(
            risk,
            say(
                "The decision on {risk} is “{decision}”, by what is in place already; no "
                "action follows from it.",
                risk=risk.id,
                decision=word("value", risk.decision),
            ),
        )
    return RULE.gap(risk, _nothing_follows(risk, actions))


def _nothing_follows(risk: Risk, cancelled: tuple[Action, ...]) -> Message:
    if not cancelled:
        return say(
            "The decision on {risk} is “{decision}”, and no action follows from it.",
            risk=risk.id,
            decision=word("value", risk.decision),
        )
    return say_count(
        "The decision on {risk} is “{decision}”, and no action follows from it; {actions} was "
        "cancelled.",
        "The decision on {risk} is “{decision}”, and no action follows from it; {actions} were "
        "cancelled.",
        len(cancelled),
        risk=risk.id,
        decision=word("value", risk.decision),
        actions=Listing([action.id for action in cancelled]),
    )


def _accepted(risk: Risk) -> ReadinessFinding:
    if risk.reason:
        return RULE.met(risk, say("{risk} is accepted with a reason.", risk=risk.id))
    return RULE.gap(risk, say("{risk} is accepted without a reason.", risk=risk.id))


RULE = Rule(
    id="RR-RSK-01",
    severity=Severity.MAJOR,
    source="6.1",
    needs=("risks and opportunities", "actions"),
    text=__doc__,
    check=check,
)
