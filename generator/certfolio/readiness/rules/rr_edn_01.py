"""Can the edition still be certified on the day of the decision?

When a standard is replaced, certificates to the old edition end, and new ones end earlier. A
decision planned after that day cannot be taken; better to know before the audit than at its end.
"""

from collections.abc import Iterator
from datetime import date

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say
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
            yield RULE.met(
                catalogue,
                say("No end is known for certificates to {standard}.", standard=catalogue.name),
            )
        else:
            yield _judged(case, catalogue, transition)


def _judged(case: Case, catalogue: Catalogue, transition: Transition) -> ReadinessFinding:
    certificates = [row for row in case.graph.all(Certificate) if serves(row, catalogue.id)]
    owner = certificates[0].owner if certificates else None
    if any(certificate.status in _HELD for certificate in certificates):
        return _held(case, catalogue, transition, owner)
    end = transition.new_until or transition.valid_until
    if end is None:
        because = say("When certificates to {standard} end is not known.", standard=catalogue.name)
        return RULE.not_assessed(catalogue, because, owner=owner)
    if end < case.as_of:
        return RULE.gap(
            catalogue,
            say(
                "There is no certificate yet, and the last day for a new certificate to "
                "{standard} is {end}.",
                standard=catalogue.name,
                end=end,
            ),
            owner=owner,
            due=end,
        )
    day, is_decision = _planned(case)
    if day is None:
        because = say(
            "No day is planned for stage 2 or the decision; the last day for a new "
            "certificate to {standard} is {end}.",
            standard=catalogue.name,
            end=end,
        )
        return RULE.not_assessed(catalogue, because, owner=owner)
    if is_decision:
        because = say(
            "The decision is planned for {day}; the last day for a new certificate to {standard} "
            "is {end}.",
            day=day,
            standard=catalogue.name,
            end=end,
        )
    else:
        because = say(
            "Stage 2 is planned for {day}; the last day for a new certificate to {standard} is "
            "{end}.",
            day=day,
            standard=catalogue.name,
            end=end,
        )
    if day > end:
        return RULE.gap(catalogue, because, owner=owner, due=end)
    return RULE.met(catalogue, because, owner=owner)


def _held(
    case: Case, catalogue: Catalogue, transition: Transition, owner: str | None
) -> ReadinessFinding:
    end = transition.valid_until
    if end is None:
        because = say("When certificates to {standard} end is not known.", standard=catalogue.name)
        return RULE.not_assessed(catalogue, because, owner=owner)
    if end < case.as_of:
        because = say(
            "The last day for any certificate to {standard} was {end}.",
            standard=catalogue.name,
            end=end,
        )
        return RULE.gap(catalogue, because, owner=owner, due=end)
    because = say(
        "Certificates to {standard} are valid until {end} at the latest.",
        standard=catalogue.name,
        end=end,
    )
    return RULE.met(catalogue, because, owner=owner)


def _planned(case: Case) -> tuple[date | None, bool]:
    """Return the planned day, and whether it is that of the decision."""
    planned = case.graph.settings.planned
    if planned.decision is not None:
        return planned.decision, True
    return planned.stage_2, False


RULE = Rule(
    id="RR-EDN-01",
    severity=Severity.BLOCKER,
    source="transition rules",
    needs=("dates of the editions", "planned stage 2 and decision", "certificates"),
    text=__doc__,
    check=check,
)
