"""Does the policy make every commitment that its standard asks for?

Each standard names a few promises that the policy has to hold. Auditors read the policy against
that short list; a missing promise is found in the first hour and is easily avoided.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.force import overall_policies_in_force
from certfolio.readiness.keyed_clause import refs_below
from certfolio.readiness.rule import Rule
from certfolio.records.policy import Policy
from certfolio.standards.catalogue import Catalogue


def check(case: Case) -> Iterator[ReadinessFinding]:
    for catalogue in case.catalogues:
        expected = case.expected(catalogue.id).commitments
        policies = overall_policies_in_force(case, catalogue)
        clauses = refs_below(catalogue, "5.2")
        if not expected:
            because = say(
                "No commitments are known that {standard} asks for.", standard=catalogue.name
            )
            yield RULE.not_applicable(catalogue, because, clauses=clauses)
        elif not policies:
            because = say(
                "No policy for {standard} is in force whose commitments could be read.",
                standard=catalogue.name,
            )
            yield RULE.not_assessed(catalogue, because, clauses=clauses)
        else:
            yield _judged(policies, catalogue, expected)


def _judged(
    policies: tuple[Policy, ...], catalogue: Catalogue, expected: tuple[str, ...]
) -> ReadinessFinding:
    """Judge the policies of a standard together: one may promise what another leaves out."""
    ids, first = Listing([policy.id for policy in policies]), policies[0]
    clauses = refs_below(catalogue, "5.2")
    made = [commitment for policy in policies for commitment in policy.commitments]
    covered = {commitment.covers for commitment in made}
    missing = [
        say('"{topic}"', topic=word("value", topic)) for topic in expected if topic not in covered
    ]
    if not missing:
        because = say(
            "Every commitment expected by {standard} is made in {ids}.",
            standard=catalogue.name,
            ids=ids,
        )
        return RULE.met(first, because, clauses=clauses)
    if made and covered == {None}:
        because = say(
            "No commitment of {ids} says which one expected by {standard} it covers.",
            ids=ids,
            standard=catalogue.name,
        )
        return RULE.not_assessed(first, because, clauses=clauses)
    tell = RULE.gap if len(missing) == len(expected) else RULE.partly_met
    because = say(
        "Nothing in {ids} covers {missing}, expected by {standard}.",
        ids=ids,
        missing=Listing(missing),
        standard=catalogue.name,
    )
    return tell(first, because, clauses=clauses)


RULE = Rule(
    id="RR-LDR-02",
    severity=Severity.MINOR,
    source="5.2",
    needs=("commitments of policies",),
    text=__doc__,
    check=check,
)
