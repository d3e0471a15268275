"""Does each page say by which day, edition and version it was made?

A printed page is read long after it was made. Only with the day of judgement, the portal it comes
from and the editions behind it can anybody tell whether it still holds.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule

_DIGITS = 12


def check(case: Case) -> Iterator[ReadinessFinding]:
    owner = case.top_management
    if not case.catalogues:
        words = say("No standard is declared, so no page can name an edition.")
        yield RULE.gap("portal", words, owner=owner)
    for catalogue in case.catalogues:
        words = (
            say(
                "{standard} is known by its edition {edition}, catalogue {digest}. The foot "
                "of each page names the day {today}, the version of certfolio and with it "
                "of the rules, and the portal, whose number changes with records and "
                "catalogues.",
                standard=catalogue.name,
                edition=catalogue.edition,
                digest=catalogue.digest[:_DIGITS],
                today=case.as_of,
            )
            if catalogue.digest
            else say(
                "{standard} is known by its edition {edition}. The foot of each page names "
                "the day {today}, the version of certfolio and with it of the rules, and "
                "the portal, whose number changes with records and catalogues.",
                standard=catalogue.name,
                edition=catalogue.edition,
                today=case.as_of,
            )
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
