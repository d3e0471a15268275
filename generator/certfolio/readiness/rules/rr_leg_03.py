"""Was every legal requirement evaluated within the interval?

Laws change, and so does the work. An evaluation older than the interval says how things stood
then; auditors ask who would have noticed since.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.interval import months_before
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.records.legal_requirement import LegalRequirement


def check(case: Case) -> Iterator[ReadinessFinding]:
    entries = [e for e in case.graph.all(LegalRequirement) if e.status != "repealed"]
    for entry in entries:
        yield _judged(case, entry)
    if not entries:
        yield RULE.not_assessed(PORTAL, say("There is no legal register to be evaluated."))


def _judged(case: Case, entry: LegalRequirement) -> ReadinessFinding:
    day, due = entry.evaluated_on, entry.next_evaluation
    if entry.result == "not evaluated" or day > case.as_of:
        return RULE.not_assessed(
            entry, say("{entry} has not been evaluated yet.", entry=entry.id), due=due
        )
    months = case.threshold("evaluation_months")
    if day < months_before(case.as_of, months):
        because = say_count(
            "{entry} was last evaluated on {day}, more than {number} month ago.",
            "{entry} was last evaluated on {day}, more than {number} months ago.",
            months,
            entry=entry.id,
            day=day,
        )
        return RULE.gap(entry, because, due=due)
    if due < case.as_of:
        because = say(
            "{entry} was to be evaluated again by {due}, and was last on {day}.",
            entry=entry.id,
            due=due,
            day=day,
        )
        return RULE.gap(entry, because, due=due)
    return RULE.met(
        entry,
        say(
            "{entry} was evaluated on {day} and will be again by {due}.",
            entry=entry.id,
            day=day,
            due=due,
        ),
    )


RULE = Rule(
    id="RR-LEG-03",
    severity=Severity.MINOR,
    source="9.1.2",
    needs=("legal register",),
    text=__doc__,
    check=check,
)
