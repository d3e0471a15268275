"""Are no placeholders left in the texts?

TBD, XX.XX.XXXX or a company name in square brackets shows that a template was never finished, and
that whoever approved it did not read to the end.
"""

import re
from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, say_count
from certfolio.model.quoting import shown
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.plain_text import texts
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.records.record import Record

_WHO = r"(?:your |the |insert )?(?:company|organi[sz]ation|name|date|person|role|title)"
_PLACEHOLDER = re.compile(
    r"\b(?:TBD|TBC|T\.B\.D\.|FIXME|lorem ipsum)\b"
    r"|\bto be (?:decided|defined|determined|completed)\b"
    r"|\bXX[./-]XX[./-]XXXX\b|\bX{3,}\b|\?{3,}|_{5,}"
    rf"|\[{_WHO}[^\]\n]{{0,30}}\]|<{_WHO}[^>\n]{{0,30}}>",
    re.IGNORECASE,
)
# every placeholder holds one of these, and looking for plain words takes a tenth of the time
_SIGNS = ("tbd", "tbc", "t.b.d", "fixme", "lorem", "to be ", "xx", "???", "_____", "[", "<")


def check(case: Case) -> Iterator[ReadinessFinding]:
    is_clean = True
    for record in case.graph.records:
        found = dict.fromkeys(_placeholders(record))
        if found:
            is_clean = False
            words = Listing([shown(word, 30) for word in list(found)[:3]])
            yield RULE.gap(
                record,
                say_count(
                    "{record} still holds {number} placeholder: {words}.",
                    "{record} still holds {number} placeholders: {words}.",
                    len(found),
                    record=record.id,
                    words=words,
                ),
            )
    if is_clean:
        yield RULE.met(PORTAL, say("No text holds a placeholder that this rule knows."))


def _placeholders(record: Record) -> Iterator[str]:
    written = [text for _, text in texts(record)]
    folded = "\n".join(written).casefold()
    if any(sign in folded for sign in _SIGNS):
        for text in written:
            yield from (match[0] for match in _PLACEHOLDER.finditer(text))


RULE = Rule(
    id="RR-TEL-06",
    severity=Severity.MINOR,
    source="audit practice",
    needs=("texts of all records",),
    text=__doc__,
    check=check,
)
