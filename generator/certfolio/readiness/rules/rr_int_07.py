"""Does each page say by which day, edition and version it was made?

A printed page is read long after it was made. Only with the day of judgement, the portal it comes
from and the editions behind it can anybody tell whether it still holds.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule

_DIGITS = 12


def check(case: Case) -> Iterator[ReadinessFinding]:
    owner = case.top_management
    if not case.catalogues:
        words = "No standard is declared, so no page can name an edition."
        yield RULE.gap("portal", words, owner=owner)
    for catalogue in case.catalogues:
        digest = f", catalogue {catalogue.digest[:_DIGITS]}" if catalogue.digest else ""
        words = (
            f"{catalogue.name} is known by its edition {catalogue.edition}{digest}. The foot of"
            f" each page names the day {case.as_of}, the version of certfolio and with it of the"
            " rules, and the portal, whose number changes with records and catalogues."
        )
        yield RULE.met(catalogue, words, owner=owner)


RULE = Rule(
    id="RR-INT-07",
    severity=Severity.MINOR,
    source="the portal itself",
    needs=("declared standards and their editions", "the day of judgement"),
    text=__doc__,
    check=check,
)
