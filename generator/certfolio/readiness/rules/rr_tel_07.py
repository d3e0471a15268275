"""Do documents that should differ have texts of their own?

Two procedures with the same sentences and other titles were copied, and one of them does not
describe its work. Auditors notice when they read the second one.
"""

from collections import Counter
from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.plain_text import sentences
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.records.controlled_document import ControlledDocument

# a sentence in many documents is a standard phrase and says nothing about copying
_COMMON = 6
_FORMER = ("superseded", "withdrawn")


def check(case: Case) -> Iterator[ReadinessFinding]:
    current = [
        record
        for record in case.graph.records
        if isinstance(record, ControlledDocument) and record.status not in _FORMER
    ]
    texts = {record.id: frozenset(sentences(record)) for record in current}
    places: dict[str, list[str]] = {}
    for id, lines in texts.items():
        for line in lines:
            places.setdefault(line, []).append(id)
    shared = Counter(
        (first, second)
        for ids in places.values()
        if 1 < len(ids) < _COMMON
        for position, first in enumerate(ids)
        for second in ids[position + 1 :]
    )
    numbers = {record.id: record.number for record in current}
    owners = {record.id: record.owner for record in current}
    copied = [
        (pair, number)
        for pair, number in sorted(shared.items())
        if numbers[pair[0]] != numbers[pair[1]]
        and 2 * number > min(len(texts[pair[0]]), len(texts[pair[1]])) > 4
    ]
    for (first, second), number in copied:
        yield RULE.gap(
            second,
            say(
                "{first} and {second} share {number} of their {first_lines} and {second_lines} "
                "longer lines.",
                first=first,
                second=second,
                number=number,
                first_lines=len(texts[first]),
                second_lines=len(texts[second]),
            ),
            owner=owners[second],
        )
    if not copied:
        yield RULE.met(PORTAL, say("No two documents share more than half of their lines."))


RULE = Rule(
    id="RR-TEL-07",
    severity=Severity.MINOR,
    source="audit practice",
    needs=("texts of policies and documents",),
    text=__doc__,
    check=check,
)
