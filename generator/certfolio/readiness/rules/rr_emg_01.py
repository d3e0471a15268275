"""Were emergencies and interruptions practised within the interval, and did a report follow?

A plan that was never tried is a guess. Auditors ask when it was last practised, at which site, what
went wrong, and what was changed afterwards.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say, say_count, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.demand import demanding
from certfolio.readiness.interval import PROMISED, lapses_on, months_before
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.records.exercise import Exercise
from certfolio.standards.catalogue import Catalogue


def check(case: Case) -> Iterator[ReadinessFinding]:
    exercises = [e for e in case.graph.all(Exercise) if e.status != "cancelled"]
    missed = [e for e in exercises if e.status == "planned" and e.held_on < case.as_of]
    held = [e for e in exercises if e.status != "planned"]
    for exercise in missed:
        because = say(
            "{exercise} was planned for {held_on}; nothing says that it was held.",
            exercise=exercise.id,
            held_on=exercise.held_on,
        )
        yield RULE.not_assessed(exercise, because, due=exercise.held_on)
    for exercise in _latest(case, held):
        yield _judged(case, exercise)
    asking = demanding(case, "emergency")
    for catalogue in asking:
        yield _practised(case, catalogue, held)
    if not held and not missed and not asking:
        because = say("No exercise was held, and no declared standard asks for one.")
        yield RULE.not_applicable(PORTAL, because)


def _latest(case: Case, held: list[Exercise]) -> list[Exercise]:
    """Return the exercises that are the last of their kind at one site at least."""
    everywhere = tuple(site.id for site in case.sites) or ("",)
    last: dict[tuple[str, str], Exercise] = {}
    for exercise in sorted(held, key=lambda exercise: exercise.held_on):
        for site in exercise.sites or everywhere:
            last[exercise.kind, site] = exercise
    return list({exercise.id: exercise for exercise in last.values()}.values())


def _judged(case: Case, exercise: Exercise) -> ReadinessFinding:
    day = exercise.held_on
    if day > case.as_of:
        because = say(
            "{exercise} is dated as held on {day}, after {today}.",
            exercise=exercise.id,
            day=day,
            today=case.as_of,
        )
        return RULE.gap(exercise, because, due=day)
    if _is_old(case, exercise):
        where = Listing(exercise.sites) if exercise.sites else say("every site")
        because = say_count(
            "{exercise}, the last {kind} at {where}, was held on {day}, {number} day ago",
            "{exercise}, the last {kind} at {where}, was held on {day}, {number} days ago",
            (case.as_of - day).days,
            exercise=exercise.id,
            kind=word("value", exercise.kind),
            where=where,
            day=day,
        )
        return RULE.gap(
            exercise,
            say("{because}; {promise}.", because=because, promise=_promise(case, exercise)),
        )
    if exercise.status != "reported" and not exercise.report:
        return RULE.partly_met(
            exercise,
            say("{exercise} was held on {day} and is not reported.", exercise=exercise.id, day=day),
        )
    return RULE.met(
        exercise,
        (
            say(
                "{exercise} was held on {day} and reported in {report}.",
                exercise=exercise.id,
                day=day,
                report=Listing(exercise.report),
            )
            if exercise.report
            else say("{exercise} was held on {day} and reported.", exercise=exercise.id, day=day)
        ),
    )


def _is_old(case: Case, exercise: Exercise) -> bool:
    if exercise.interval is not None:
        return lapses_on(exercise.held_on, exercise.interval) < case.as_of
    return exercise.held_on < months_before(case.as_of, case.threshold("exercise_months"))


def _promise(case: Case, exercise: Exercise) -> Message:
    if exercise.interval is not None:
        return say("{interval} was promised", interval=PROMISED[exercise.interval])
    return say_count(
        "{number} month are the longest time between two",
        "{number} months are the longest time between two",
        case.threshold("exercise_months"),
    )


def _practised(case: Case, catalogue: Catalogue, held: list[Exercise]) -> ReadinessFinding:
    months = case.threshold("exercise_months")
    begin, owner = months_before(case.as_of, months), case.top_management
    recent = [
        exercise
        for exercise in held
        if serves(exercise, catalogue.id) and begin <= exercise.held_on <= case.as_of
    ]
    if not recent:
        because = say(
            "{standard} asks for exercises, and none was held since {begin}.",
            standard=catalogue.name,
            begin=begin,
        )
        return RULE.gap(catalogue, because, owner=owner)
    places = {site.id for site in case.sites if site.kind != "virtual"}
    for exercise in recent:
        places -= set(exercise.sites or places)
    ids = Listing([exercise.id for exercise in recent])
    if places:
        missing = Listing(sorted(places))
        because = say(
            "Exercises were held since {begin} ({ids}), but none at {missing}.",
            begin=begin,
            ids=ids,
            missing=missing,
        )
        return RULE.partly_met(catalogue, because, owner=owner)
    return RULE.met(
        catalogue,
        say("Exercises were held since {begin} at every site: {ids}.", begin=begin, ids=ids),
    )


RULE = Rule(
    id="RR-EMG-01",
    severity=Severity.MAJOR,
    source="ISO 14001 and 45001 8.2; ISO 22301 8.5",
    needs=("exercises", "sites"),
    text=__doc__,
    check=check,
)
