"""Is every legal requirement cited, explained, met in a named way and evaluated?

A list of law titles proves nothing. Auditors choose an entry and ask what it means here, who sees
to it, when somebody last checked, and what came of it.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.demand import demanding, unserved
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.records.legal_requirement import LegalRequirement

_RESULT = {
    "compliant": word("requirement", "met"),
    "partly": word("requirement", "met in part"),
    "not compliant": word("requirement", "not met"),
}


def check(case: Case) -> Iterator[ReadinessFinding]:
    entries = [e for e in case.graph.all(LegalRequirement) if e.status != "repealed"]
    for entry in entries:
        yield _judged(case, entry)
    for catalogue in unserved(case, "legal register", entries):
        because = say(
            "No entry of the legal register serves {standard}, which asks for one.",
            standard=catalogue.name,
        )
        yield RULE.gap(catalogue, because, owner=case.top_management)
    if not entries and not demanding(case, "legal register"):
        because = say("There is no legal register, and no declared standard asks for one.")
        yield RULE.not_applicable(PORTAL, because)


def _judged(case: Case, entry: LegalRequirement) -> ReadinessFinding:
    missing = [name for name, text in _texts(entry) if not text.strip()]
    if missing:
        return RULE.gap(
            entry, say("{entry} does not say {missing}.", entry=entry.id, missing=Listing(missing))
        )
    if entry.result == "not evaluated":
        due = entry.next_evaluation
        return RULE.gap(
            entry,
            say("{entry} was never evaluated; it is due on {due}.", entry=entry.id, due=due),
            due=due,
        )
    if entry.evaluated_on > case.as_of:
        because = say(
            "{entry} is dated as evaluated on {evaluated_on}, after {today}.",
            entry=entry.id,
            evaluated_on=entry.evaluated_on,
            today=case.as_of,
        )
        return RULE.gap(entry, because, due=entry.evaluated_on)
    because = say(
        "{entry} was evaluated on {evaluated_on}: {result}.",
        entry=entry.id,
        evaluated_on=entry.evaluated_on,
        result=_RESULT[entry.result],
    )
    return RULE.met(entry, because)


def _texts(entry: LegalRequirement) -> tuple[tuple[Message, str], ...]:
    return (
        (say("how it is cited"), entry.citation),
        (say("what it means here"), entry.meaning),
        (say("how it is met"), entry.how_met),
    )


RULE = Rule(
    id="RR-LEG-01",
    severity=Severity.MAJOR,
    source="ISO 14001 and 45001 6.1.3 and 9.1.2; ISO/IEC 27001 A.5.31",
    needs=("legal register",),
    text=__doc__,
    check=check,
)
