"""Is no record filled with text that looks copied from a standard?

The text of standards is protected, and a requirement pasted in says nothing about how the work is
done. A single field that is very long, or the same turn of phrase again and again, gives it away.
"""

import re
from collections import Counter
from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.plain_text import texts
from certfolio.readiness.rule import Rule
from certfolio.records.record import Record

_PHRASE = re.compile(r"\bthe\s+organi[sz]ation\s+shall\b", re.IGNORECASE)
# One sentence may be quoted in a discussion; a third is no longer a quotation.
_MANY = 3


def check(case: Case) -> Iterator[ReadinessFinding]:
    limit = case.threshold("long_text")
    is_clean = True
    for record in case.graph.records:
        for finding in _found(record, limit):
            is_clean = False
            yield finding
    if is_clean:
        words = say_count(
            "In {number} record no field is longer than {count} and no text repeats "
            "the phrase of requirements.",
            "In {number} records no field is longer than {count} and no text repeats "
            "the phrase of requirements.",
            len(case.graph.records),
            count=say_count("{number} character", "{number} characters", limit),
        )
        yield RULE.met("portal", words, owner=case.top_management)


def _found(record: Record, limit: int) -> Iterator[ReadinessFinding]:
    written = texts(record)
    fields = written[:-1] if record.prose is not None else written
    for name, text in fields:
        if len(text) > limit:
            place = name.replace("_", " ")
            words = say_count(
                "{record} holds {number} character in {place}, more than {limit} in a "
                "single field.",
                "{record} holds {number} characters in {place}, more than {limit} in a "
                "single field.",
                len(text),
                record=record.id,
                place=place,
                limit=limit,
            )
            yield RULE.gap(record, words)
    said: Counter[str] = Counter()
    for name, text in written:
        # the plain word is found much faster than the phrase
        if "shall" in text.casefold():
            said[name.replace("_", " ")] += len(_PHRASE.findall(text))
    if said.total() >= _MANY:
        places = Listing([name for name, count in said.items() if count])
        words = say(
            "{record} says “the organization shall” {times} times, in {places}.",
            record=record.id,
            times=said.total(),
            places=places,
        )
        yield RULE.gap(record, words)


RULE = Rule(
    id="RR-INT-06",
    severity=Severity.MAJOR,
    source="copyright of the standards",
    needs=("texts of all records",),
    text=__doc__,
    check=check,
)
