"""Does the policy make every commitment that its standard asks for?

Each standard names a few promises that the policy has to hold. Auditors read the policy against
that short list; a missing promise is found in the first hour and is easily avoided.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.force import overall_policies_in_force
from certfolio.readiness.keyed_clause import refs_below
from certfolio.readiness.rule import Rule
from certfolio.readiness.sentence import listed
from certfolio.records.policy import Policy
from certfolio.standards.catalogue import Catalogue


def check(case: Case) -> Iterator[ReadinessFinding]:
    for catalogue in case.catalogues:
        expected = case.expected(catalogue.id).commitments
        policies = overall_policies_in_force(case, catalogue)
        clauses = refs_below(catalogue, "5.2")
        if not expected:
            because = f"No commitments are known that {catalogue.name} asks for."
            yield RULE.not_applicable(catalogue, because, clauses=clauses)
        elif not policies:
            because = f"No policy for {catalogue.name} is in force whose commitments could be read."
            yield RULE.not_assessed(catalogue, because, clauses=clauses)
        else:
            yield _judged(policies, catalogue, expected)


def _judged(
    policies: tuple[Policy, ...], catalogue: Catalogue, expected: tuple[str, ...]
) -> ReadinessFinding:
    """Judge the policies of a standard together: one may promise what another leaves out."""
    ids, first = listed([policy.id for policy in policies]), policies[0]
    clauses = refs_below(catalogue, "5.2")
    made = [commitment for policy in policies for commitment in policy.commitments]
    covered = {commitment.covers for commitment in made}
    missing = [f'"{topic}"' for topic in expected if topic not in covered]
    if not missing:
        because = f"Every commitment expected by {catalogue.name} is made in {ids}."
        return RULE.met(first, because, clauses=clauses)
    if made and covered == {None}:
        because = f"No commitment of {ids} says which one expected by {catalogue.name} it covers."
        return RULE.not_assessed(first, because, clauses=clauses)
    tell = RULE.gap if len(missing) == len(expected) else RULE.partly_met
    because = f"Nothing in {ids} covers {listed(missing)}, expected by {catalogue.name}."
    return tell(first, because, clauses=clauses)


RULE = Rule(
    id="RR-LDR-02",
    severity=Severity.MINOR,
    source="5.2",
    needs=("commitments of policies",),
    text=__doc__,
    check=check,
)
