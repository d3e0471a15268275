"""Did awareness sessions reach nearly everybody, for each standard?

At the audit anybody may be asked what the policy means for their own work. The people counted are
those who worked here on the day of the latest session; who has joined since is reached by their
induction.
"""

from collections.abc import Iterator
from datetime import date

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say
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
            _none_held(catalogue, begins, coming),
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
    told = say(
        "{sessions} reached {reached} of {people} people for {standard}",
        sessions=Listing([session.id for session in held]),
        reached=len(reached),
        people=len(people),
        standard=catalogue.name,
    )
    if len(reached) * 100 >= share * len(people):
        return RULE.met(catalogue, say("{told}.", told=told), clauses=clauses, owner=latest.owner)
    return RULE.gap(
        catalogue,
        _too_few(told, share, coming),
        clauses=clauses,
        owner=latest.owner,
        due=_stage_2(case),
    )


def _none_held(catalogue: Catalogue, begins: date, coming: Listing) -> Message:
    if not coming:
        return say(
            "No awareness session for {standard} was held since {begins}.",
            standard=catalogue.name,
            begins=begins,
        )
    return say(
        "No awareness session for {standard} was held since {begins}; {coming}.",
        standard=catalogue.name,
        begins=begins,
        coming=coming,
    )


def _too_few(told: Message, share: int, coming: Listing) -> Message:
    if not coming:
        return say("{told}, fewer than {share} of 100.", told=told, share=share)
    return say(
        "{told}, fewer than {share} of 100; {coming}.", told=told, share=share, coming=coming
    )


def _coming(case: Case, catalogue: Catalogue) -> Listing:
    planned = planned_awareness(case, catalogue.id)
    return Listing(
        [
            say("{session} is planned for {day}", session=session.id, day=session.held_on)
            for session in planned
        ],
        "; ",
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
