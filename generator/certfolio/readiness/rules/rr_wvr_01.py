"""Is every waiver still in force?

A waiver is a decision with an end. One that has run out leaves a rule unmet and nobody who answers
for it; an auditor who finds it asks who decided to carry on.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.records.waiver import Waiver


def check(case: Case) -> Iterator[ReadinessFinding]:
    for waiver in case.graph.all(Waiver):
        if waiver.status == "approved":
            yield _judged(case, waiver)


def _judged(case: Case, waiver: Waiver) -> ReadinessFinding:
    if waiver.approved_on > case.as_of:
        return RULE.gap(
            waiver,
            say(
                "{waiver} is approved only on {approved_on}.",
                waiver=waiver.id,
                approved_on=waiver.approved_on,
            ),
        )
    if waiver.expires_on < case.as_of:
        return RULE.gap(
            waiver,
            say(
                "{waiver} waived {rule} until {expires_on} and has expired.",
                waiver=waiver.id,
                rule=waiver.rule,
                expires_on=waiver.expires_on,
            ),
            due=waiver.expires_on,
        )
    return RULE.met(
        waiver,
        say(
            "{waiver} waives {rule} until {expires_on}.",
            waiver=waiver.id,
            rule=waiver.rule,
            expires_on=waiver.expires_on,
        ),
    )


RULE = Rule(
    id="RR-WVR-01",
    severity=Severity.MINOR,
    source="product",
    needs=("waivers",),
    text=__doc__,
    check=check,
)
