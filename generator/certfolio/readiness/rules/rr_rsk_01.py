"""Has every risk and opportunity an owner, a rating, a decision and what follows from it?

A register is only worth what is done with it. Auditors take one line and ask who answers for it,
how it was rated, what was decided, and what was done or why nothing is.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.employment import is_employed
from certfolio.readiness.follow_up import follow_up
from certfolio.readiness.keyed_clause import below
from certfolio.readiness.rule import Rule
from certfolio.readiness.sentence import listed
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
            yield RULE.not_applicable(risk, f"{risk.id} is closed.")
        else:
            yield _judged(case, risk)


def _nothing_registered(catalogue: Catalogue) -> ReadinessFinding:
    clauses = below(catalogue, "6.1")
    refs = tuple(clause.ref for clause in clauses)
    if any(clause.documented_information and not clause.condition for clause in clauses):
        return RULE.gap(
            catalogue,
            f"No risk is registered for {catalogue.name}, which asks for it in writing.",
            clauses=refs,
        )
    return RULE.not_assessed(
        catalogue, f"No risk or opportunity is registered for {catalogue.name}.", clauses=refs
    )


def _judged(case: Case, risk: Risk) -> ReadinessFinding:
    owner = case.graph.find(risk.owner)
    if isinstance(owner, Person) and not is_employed(owner, case.as_of):
        return RULE.gap(
            risk,
            f"{risk.id} is owned by {owner.id}, who does not work here on {case.as_of}.",
        )
    if risk.decision == "accept":
        return _accepted(risk)
    actions = follow_up(case, risk)
    lasting = tuple(action for action in actions if action.status != "cancelled")
    decided = f"The decision on {risk.id} is “{risk.decision}”"
    if lasting:
        return RULE.met(risk, f"{decided}, and {_carriers(lasting)} it out.")
    if risk.controls or risk.reason:
        return RULE.partly_met(
            risk, f"{decided}, by what is in place already; no action follows from it."
        )
    why = f"; {_cancelled(actions)}" if actions else ""
    return RULE.gap(risk, f"{decided}, and no action follows from it{why}.")


def _accepted(risk: Risk) -> ReadinessFinding:
    if risk.reason:
        return RULE.met(risk, f"{risk.id} is accepted with a reason.")
    return RULE.gap(risk, f"{risk.id} is accepted without a reason.")


def _carriers(actions: tuple[Action, ...]) -> str:
    return f"{listed([a.id for a in actions])} {'carries' if len(actions) == 1 else 'carry'}"


def _cancelled(actions: tuple[Action, ...]) -> str:
    return f"{listed([a.id for a in actions])} {'was' if len(actions) == 1 else 'were'} cancelled"


RULE = Rule(
    id="RR-RSK-01",
    severity=Severity.MAJOR,
    source="6.1",
    needs=("risks and opportunities", "actions"),
    text=__doc__,
    check=check,
)
