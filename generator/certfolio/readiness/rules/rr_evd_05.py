"""Are personal and confidential data masked in what is handed over, or kept for viewing on site?

The audit needs to see that the work was done, not who was ill or what somebody earns. Auditors do
not want such copies on their machines, and whoever sends them has a problem of their own.
"""

from collections.abc import Iterator

from certfolio.model.classification import Classification
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.records.evidence import Evidence

_SET_ASIDE = {"rejected", "withdrawn"}


def check(case: Case) -> Iterator[ReadinessFinding]:
    items = [item for item in case.graph.all(Evidence) if item.status not in _SET_ASIDE]
    sensitive = [item for item in items if _is_sensitive(item)]
    for item in sensitive:
        yield _judged(item)
    if not sensitive:
        yield RULE.not_applicable(PORTAL, say("No evidence is marked as personal or confidential."))


def _is_sensitive(item: Evidence) -> bool:
    return item.personal_data or _level(item) >= Classification.CONFIDENTIAL


def _level(item: Evidence) -> Classification:
    """Return the highest level of the record and its files."""
    return max([item.classification, *(f.classification for f in item.files if f.classification)])


def _judged(item: Evidence) -> ReadinessFinding:
    if not item.files and item.available_on_site:
        place = item.available_on_site.rstrip(".")
        return RULE.met(
            item,
            (
                say(
                    "{item} holds personal data and is shown on site: {place}.",
                    item=item.id,
                    place=place,
                )
                if item.personal_data
                else say(
                    "{item} is {level} and is shown on site: {place}.",
                    item=item.id,
                    level=word("value", _level(item).value),
                    place=place,
                )
            ),
        )
    if not item.files:
        return RULE.not_assessed(
            item,
            (
                say(
                    "{item} holds personal data, and this portal holds no file of it.", item=item.id
                )
                if item.personal_data
                else say(
                    "{item} is {level}, and this portal holds no file of it.",
                    item=item.id,
                    level=word("value", _level(item).value),
                )
            ),
        )
    if item.redaction:
        masked = item.redaction.rstrip(".")
        return RULE.met(
            item,
            (
                say(
                    "{item} holds personal data; masked in the copy: {masked}.",
                    item=item.id,
                    masked=masked,
                )
                if item.personal_data
                else say(
                    "{item} is {level}; masked in the copy: {masked}.",
                    item=item.id,
                    level=word("value", _level(item).value),
                    masked=masked,
                )
            ),
        )
    return RULE.gap(
        item,
        (
            say(
                "{item} holds personal data, and nothing says what was masked in the copy "
                "handed over.",
                item=item.id,
            )
            if item.personal_data
            else say(
                "{item} is {level}, and nothing says what was masked in the copy handed over.",
                item=item.id,
                level=word("value", _level(item).value),
            )
        ),
    )


RULE = Rule(
    id="RR-EVD-05",
    severity=Severity.MINOR,
    source="7.5.3; data protection law",
    needs=("classification of evidence", "redactions", "files"),
    text=__doc__,
    check=check,
)
