"""Was every legal requirement evaluated within the interval?

Laws change, and so does the work. An evaluation older than the interval says how things stood
then; auditors ask who would have noticed since.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.interval import months_before
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.readiness.sentence import counted
from certfolio.records.legal_requirement import LegalRequirement


def check(case: Case) -> Iterator[ReadinessFinding]:
    entries = [e for e in case.graph.all(LegalRequirement) if e.status != "repealed"]
    for entry in entries:
        yield _judged(case, entry)
    if not entries:
        yield RULE.not_assessed(PORTAL, "There is no legal register to be evaluated.")


def _judged(case: Case, entry: LegalRequirement) -> ReadinessFinding:
    day, due = entry.evaluated_on, entry.next_evaluation
    if entry.result == "not evaluated" or day > case.as_of:
        return RULE.not_assessed(entry, f"{entry.id} has not been evaluated yet.", due=due)
    months = case.threshold("evaluation_months")
    if day < months_before(case.as_of, months):
        allowed = counted(months, "month")
        because = f"{entry.id} was last evaluated on {day}, more than {allowed} ago."
        return RULE.gap(entry, because, due=due)
    if due < case.as_of:
        because = f"{entry.id} was to be evaluated again by {due}, and was last on {day}."
        return RULE.gap(entry, because, due=due)
    return RULE.met(entry, f"{entry.id} was evaluated on {day} and will be again by {due}.")


RULE = Rule(
    id="RR-LEG-03",
    severity=Severity.MINOR,
    source="9.1.2",
    needs=("legal register",),
    text=__doc__,
    check=check,
)
