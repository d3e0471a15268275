"""Is no record filled with text that looks copied from a standard?

The text of standards is protected, and a requirement pasted in says nothing about how the work is
done. A single field that is very long, or the same turn of phrase again and again, gives it away.
"""

import re
from collections import Counter
from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.plain_text import texts
from certfolio.readiness.rule import Rule
from certfolio.readiness.sentence import counted, listed
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
        words = (
            f"In {counted(len(case.graph.records), 'record')} no field is longer than"
            f" {counted(limit, 'character')} and no text repeats the phrase of requirements."
        )
        yield RULE.met("portal", words, owner=case.top_management)


def _found(record: Record, limit: int) -> Iterator[ReadinessFinding]:
    written = texts(record)
    fields = written[:-1] if record.prose is not None else written
    for name, text in fields:
        if len(text) > limit:
            size = counted(len(text), "character")
            place = name.replace("_", " ")
            words = f"{record.id} holds {size} in {place}, more than {limit} in a single field."
            yield RULE.gap(record, words)
    said: Counter[str] = Counter()
    for name, text in written:
        # the plain word is found much faster than the phrase
        if "shall" in text.casefold():
            said[name.replace("_", " ")] += len(_PHRASE.findall(text))
    if said.total() >= _MANY:
        places = listed([name for name, count in said.items() if count])
        words = f"{record.id} says “the organization shall” {said.total()} times, in {places}."
        yield RULE.gap(record, words)


RULE = Rule(
    id="RR-INT-06",
    severity=Severity.MAJOR,
    source="copyright of the standards",
    needs=("texts of all records",),
    text=__doc__,
    check=check,
)
