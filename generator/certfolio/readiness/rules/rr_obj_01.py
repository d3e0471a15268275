"""Has every standard an objective that can be measured, with owner, date, means and a way to judge?

An objective without a figure is a wish, and one without an owner is nobody's. Auditors ask for the
objectives of each standard and follow one from its target to its latest value.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.employment import is_employed
from certfolio.readiness.keyed_clause import refs_below
from certfolio.readiness.rule import Rule
from certfolio.records.objective import Objective
from certfolio.records.person import Person
from certfolio.standards.catalogue import Catalogue

_OVER = frozenset({"missed", "achieved"})


def check(case: Case) -> Iterator[ReadinessFinding]:
    objectives = [o for o in case.graph.all(Objective) if o.status != "dropped"]
    for catalogue in case.catalogues:
        own = [objective for objective in objectives if serves(objective, catalogue.id)]
        yield _judged(case, catalogue, own)


def _judged(case: Case, catalogue: Catalogue, objectives: list[Objective]) -> ReadinessFinding:
    clauses = refs_below(catalogue, "6.2")
    name = catalogue.name
    if not objectives:
        return RULE.gap(
            catalogue, say("No objective is set for {standard}.", standard=name), clauses=clauses
        )
    running = [o for o in objectives if o.due >= case.as_of or o.status not in _OVER]
    if not running:
        last = max(objectives, key=lambda objective: objective.due)
        return RULE.partly_met(
            catalogue,
            say(
                "Every objective for {standard} is over; the last one was {last}, due {due}.",
                standard=name,
                last=last.id,
                due=last.due,
            ),
            clauses=clauses,
            owner=last.owner,
        )
    faults = {objective.id: list(_faults(case, objective)) for objective in running}
    faulty = [fault for told in faults.values() for fault in told]
    if faulty:
        answer = RULE.gap if all(faults.values()) else RULE.partly_met
        return answer(
            catalogue,
            say("For {standard}, {faults}.", standard=name, faults=Listing(faulty, "; ")),
            clauses=clauses,
        )
    return RULE.met(
        catalogue,
        say_count(
            "For {standard}, {objectives} names measure, target, owner, day, resources and "
            "evaluation.",
            "For {standard}, {objectives} name measure, target, owner, day, resources and "
            "evaluation.",
            len(running),
            standard=name,
            objectives=Listing(faults),
        ),
        clauses=clauses,
    )


def _faults(case: Case, objective: Objective) -> Iterator[Message]:
    texts = {
        say("no measure"): objective.measure,
        say("no resources"): objective.resources,
        say("no evaluation"): objective.evaluation,
    }
    missing = [lack for lack, text in texts.items() if not text.strip()]
    if missing:
        yield say("{objective} names {missing}", objective=objective.id, missing=Listing(missing))
    owner = case.graph.find(objective.owner)
    if isinstance(owner, Person) and not is_employed(owner, case.as_of):
        yield say(
            "{objective} is owned by {owner}, who does not work here on {today}",
            objective=objective.id,
            owner=owner.id,
            today=case.as_of,
        )


RULE = Rule(
    id="RR-OBJ-01",
    severity=Severity.MAJOR,
    source="6.2",
    needs=("objectives",),
    text=__doc__,
    check=check,
)
