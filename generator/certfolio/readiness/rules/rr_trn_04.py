"""Did awareness sessions reach nearly everybody, for each standard?

At the audit anybody may be asked what the policy means for their own work. The people counted are
those who worked here on the day of the latest session; who has joined since is reached by their
induction.
"""

from collections.abc import Iterator
from datetime import date

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.awareness import held_awareness, planned_awareness
from certfolio.readiness.case import Case
from certfolio.readiness.employment import workforce
from certfolio.readiness.keyed_clause import refs_below
from certfolio.readiness.rule import Rule
from certfolio.standards.catalogue import Catalogue


def check(case: Case) -> Iterator[ReadinessFinding]:
    for catalogue in case.catalogues:
        yield _judged(case, catalogue)


def _judged(case: Case, catalogue: Catalogue) -> ReadinessFinding:
    clauses = refs_below(catalogue, "7.3")
    held = held_awareness(case, catalogue.id)
    coming = _coming(case, catalogue)
    if not held:
        begins = case.graph.settings.audit_period.begins
        return RULE.gap(
            catalogue,
            say(
                "No awareness session for {standard} was held since {begins}{coming}.",
                standard=catalogue.name,
                begins=begins,
                coming=coming,
            ),
            clauses=clauses,
            due=_stage_2(case),
        )
    latest = max(held, key=lambda session: session.held_on)
    people = {person.id for person in workforce(case, latest.held_on)}
    if not people:
        return RULE.not_assessed(
            catalogue,
            say("Nobody is recorded as working here on {held_on}.", held_on=latest.held_on),
            clauses=clauses,
        )
    reached = people & {id for session in held for id in session.attendees}
    share = case.threshold("awareness_share")
    if len(reached) * 100 >= share * len(people):
        return RULE.met(
            catalogue,
            say(
                "{held} reached {reached} of {people} people for {standard}.",
                held=Listing([session.id for session in held]),
                reached=len(reached),
                people=len(people),
                standard=catalogue.name,
            ),
            clauses=clauses,
            owner=latest.owner,
        )
    return RULE.gap(
        catalogue,
        say(
            "{held} reached {reached} of {people} people for {standard}, fewer than "
            "{share} of 100{coming}.",
            held=Listing([session.id for session in held]),
            reached=len(reached),
            people=len(people),
            standard=catalogue.name,
            share=share,
            coming=coming,
        ),
        clauses=clauses,
        owner=latest.owner,
        due=_stage_2(case),
    )


def _coming(case: Case, catalogue: Catalogue) -> str:
    planned = planned_awareness(case, catalogue.id)
    return "".join(
        say("; {session} is planned for {held_on}", session=session.id, held_on=session.held_on)
        for session in planned
    )


def _stage_2(case: Case) -> date | None:
    return case.graph.settings.planned.stage_2


RULE = Rule(
    id="RR-TRN-04",
    severity=Severity.MINOR,
    source="7.3",
    needs=("awareness sessions with their attendees", "people"),
    text=__doc__,
    check=check,
)
