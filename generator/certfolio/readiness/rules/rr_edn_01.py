"""Can the edition still be certified on the day of the decision?

When a standard is replaced, certificates to the old edition end, and new ones end earlier. A
decision planned after that day cannot be taken; better to know before the audit than at its end.
"""

from collections.abc import Iterator
from datetime import date

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.rule import Rule
from certfolio.records.certificate import Certificate
from certfolio.standards.catalogue import Catalogue
from certfolio.standards.expectation import Transition

_HELD = ("certified", "suspended")


def check(case: Case) -> Iterator[ReadinessFinding]:
    for catalogue in case.catalogues:
        transition = case.expected(catalogue.id).transition
        if transition is None:
            yield RULE.met(catalogue, f"No end is known for certificates to {catalogue.name}.")
        else:
            yield _judged(case, catalogue, transition)


def _judged(case: Case, catalogue: Catalogue, transition: Transition) -> ReadinessFinding:
    certificates = [row for row in case.graph.all(Certificate) if serves(row, catalogue.id)]
    owner = certificates[0].owner if certificates else None
    if any(certificate.status in _HELD for certificate in certificates):
        return _held(case, catalogue, transition, owner)
    end = transition.new_until or transition.valid_until
    if end is None:
        because = f"When certificates to {catalogue.name} end is not known."
        return RULE.not_assessed(catalogue, because, owner=owner)
    last = f"the last day for a new certificate to {catalogue.name} is {end}"
    if end < case.as_of:
        return RULE.gap(
            catalogue, f"There is no certificate yet, and {last}.", owner=owner, due=end
        )
    day, what = _planned(case)
    if day is None:
        because = f"No day is planned for stage 2 or the decision; {last}."
        return RULE.not_assessed(catalogue, because, owner=owner)
    because = f"{what} is planned for {day}; {last}."
    if day > end:
        return RULE.gap(catalogue, because, owner=owner, due=end)
    return RULE.met(catalogue, because, owner=owner)


def _held(
    case: Case, catalogue: Catalogue, transition: Transition, owner: str | None
) -> ReadinessFinding:
    end = transition.valid_until
    if end is None:
        because = f"When certificates to {catalogue.name} end is not known."
        return RULE.not_assessed(catalogue, because, owner=owner)
    if end < case.as_of:
        because = f"The last day for any certificate to {catalogue.name} was {end}."
        return RULE.gap(catalogue, because, owner=owner, due=end)
    because = f"Certificates to {catalogue.name} are valid until {end} at the latest."
    return RULE.met(catalogue, because, owner=owner)


def _planned(case: Case) -> tuple[date | None, str]:
    planned = case.graph.settings.planned
    if planned.decision is not None:
        return planned.decision, "The decision"
    return planned.stage_2, "Stage 2"


RULE = Rule(
    id="RR-EDN-01",
    severity=Severity.BLOCKER,
    source="transition rules",
    needs=("dates of the editions", "planned stage 2 and decision", "certificates"),
    text=__doc__,
    check=check,
)
