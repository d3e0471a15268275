"""Finds the scope statements and policies in force, and says why others are not."""

from datetime import date

from certfolio.model.message import Message, say, word
from certfolio.readiness.case import Case, serves
from certfolio.readiness.keyed_clause import refs_below
from certfolio.readiness.support import is_effective
from certfolio.records.controlled_document import ControlledDocument
from certfolio.records.policy import Policy
from certfolio.records.scope_statement import ScopeStatement
from certfolio.standards.catalogue import Catalogue

Dated = ControlledDocument | ScopeStatement


def scopes_in_force(case: Case, standard: str) -> tuple[ScopeStatement, ...]:
    """Return the approved scope statements of a standard that have taken effect."""
    return tuple(
        scope
        for scope in case.graph.all(ScopeStatement)
        if serves(scope, standard) and is_effective(scope, case.as_of)
    )


def overall_policies(case: Case, catalogue: Catalogue) -> tuple[Policy, ...]:
    """Return the policies, in force or not, that speak for top management's policy in a standard.

    Policies on single topics do not count: they name no clause with the key 5.2.
    """
    found = {
        support.record.id: support.record
        for ref in refs_below(catalogue, "5.2")
        for support in case.graph.supports(ref)
        if isinstance(support.record, Policy)
    }
    return tuple(found.values())


def overall_policies_in_force(case: Case, catalogue: Catalogue) -> tuple[Policy, ...]:
    """Return those of the overall policies that are approved and have taken effect."""
    policies = overall_policies(case, catalogue)
    return tuple(policy for policy in policies if is_effective(policy, case.as_of))


def why_not_in_force(document: Dated, as_of: date) -> Message:
    """Return what keeps a document from being in force, as a part of a sentence."""
    wanted = "approved" if isinstance(document, ScopeStatement) else "effective"
    if document.status != wanted:
        return say(
            "{document} has the status {state}",
            document=document.id,
            state=word("state", document.status),
        )
    if document.approved_on is None:
        return say("{document} names no day of approval", document=document.id)
    if document.approved_on > as_of:
        return say(
            "{document} is approved only on {approved_on}",
            document=document.id,
            approved_on=document.approved_on,
        )
    if document.effective_on is None:
        return say("{document} names no day of effect", document=document.id)
    return say(
        "{document} takes effect only on {effective_on}",
        document=document.id,
        effective_on=document.effective_on,
    )
