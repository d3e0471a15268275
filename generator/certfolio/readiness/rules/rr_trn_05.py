"""Did the awareness sessions speak about everything that the standard wants people to know?

The policy, what the own work adds and what follows when rules are not kept are asked for
everywhere; some standards add to that. Auditors ask people, and read the sessions to see whether
they were told.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.awareness import held_awareness
from certfolio.readiness.case import Case
from certfolio.readiness.keyed_clause import refs_below
from certfolio.readiness.rule import Rule
from certfolio.standards.catalogue import Catalogue


def check(case: Case) -> Iterator[ReadinessFinding]:
    for catalogue in case.catalogues:
        yield _judged(case, catalogue)


def _judged(case: Case, catalogue: Catalogue) -> ReadinessFinding:
    clauses = refs_below(catalogue, "7.3")
    wanted = case.expected(catalogue.id).awareness_topics
    if not wanted:
        return RULE.not_assessed(
            catalogue,
            say("The topics that {standard} asks for are not known.", standard=catalogue.name),
            clauses=clauses,
        )
    held = held_awareness(case, catalogue.id)
    if not held:
        return RULE.not_assessed(
            catalogue,
            say("No awareness session for {standard} was held.", standard=catalogue.name),
            clauses=clauses,
        )
    covered = {topic for session in held for topic in session.covers}
    missing = [
        say("“{topic}”", topic=word("value", topic)) for topic in wanted if topic not in covered
    ]
    sessions = Listing([session.id for session in held])
    owner = held[-1].owner
    if not missing:
        return RULE.met(
            catalogue,
            say(
                "{sessions} covered every topic that {standard} asks for.",
                sessions=sessions,
                standard=catalogue.name,
            ),
            clauses=clauses,
            owner=owner,
        )
    answer = RULE.gap if len(missing) == len(wanted) else RULE.partly_met
    return answer(
        catalogue,
        say(
            "{sessions} did not cover, for {standard}, {missing}.",
            sessions=sessions,
            standard=catalogue.name,
            missing=Listing(missing),
        ),
        clauses=clauses,
        owner=owner,
    )


RULE = Rule(
    id="RR-TRN-05",
    severity=Severity.MINOR,
    source="7.3",
    needs=("awareness sessions with the topics covered",),
    text=__doc__,
    check=check,
)
