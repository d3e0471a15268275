"""Does no text claim a certificate before the decision, or accreditation for the organization?

Until the body has decided, saying "we are certified" misleads customers and puts the contract at
risk. Accredited are certification bodies and laboratories, never the organization that is audited.
Only plain claims in English are found; marks and logos in pictures are for people to look at.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Message, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.certification import decided_certificate
from certfolio.readiness.claim import claims, standards_in
from certfolio.readiness.plain_text import texts
from certfolio.readiness.rule import Rule
from certfolio.records.organization import Organization
from certfolio.records.record import Record

_SHOWN = 100


def check(case: Case) -> Iterator[ReadinessFinding]:
    names = tuple(
        name for one in case.graph.all(Organization) for name in (one.title, one.legal_name)
    )
    awaited = _Awaited(case)
    is_clean = True
    for record in case.graph.records:
        for finding in _found(record, names, awaited):
            is_clean = False
            yield finding
    if is_clean:
        words = say_count(
            "No text in {number} record claims accreditation, or a certificate before "
            "its decision.",
            "No text in {number} records claims accreditation, or a certificate before "
            "its decision.",
            len(case.graph.records),
        )
        yield RULE.met("portal", words, owner=case.top_management)


class _Awaited:
    """Which declared standards are certified already, by the numbers that people write."""

    def __init__(self, case: Case) -> None:
        numbers = {
            catalogue.name.rpartition(" ")[2].partition(":")[0]: catalogue.id
            for catalogue in case.catalogues
        }
        self.declared = frozenset(numbers)
        self.decided = frozenset(
            number for number, id in numbers.items() if decided_certificate(case, id) is not None
        )

    def is_premature(self, sentence: str) -> bool:
        """Whether a claim speaks of a standard that is not decided; of others nothing is known."""
        named = standards_in(sentence)
        if named:
            return bool(named & (self.declared - self.decided))
        return not self.decided


def _found(record: Record, names: tuple[str, ...], awaited: _Awaited) -> Iterator[ReadinessFinding]:
    for field, text in texts(record):
        for sentence in claims(text, "certified", names):
            if awaited.is_premature(sentence):
                does = say("claims a certificate that nobody has granted yet")
                yield _gap(record, does, field, sentence)
        for sentence in claims(text, "accredited", names):
            yield _gap(record, say("calls the organization accredited"), field, sentence)


def _gap(record: Record, does: Message, field: str, sentence: str) -> ReadinessFinding:
    place, shown = field.replace("_", " "), sentence.rstrip(".!; ")
    if len(shown) > _SHOWN:
        shown = f"{shown[:_SHOWN].rpartition(' ')[0]} …"
    return RULE.gap(
        record,
        say(
            "{record} {does}, in {place}: “{sentence}”.",
            record=record.id,
            does=does,
            place=place,
            sentence=shown,
        ),
    )


RULE = Rule(
    id="RR-INT-05",
    severity=Severity.MINOR,
    source="17021-1 8.3",
    needs=("texts of all records", "decisions on certificates"),
    text=__doc__,
    check=check,
)
