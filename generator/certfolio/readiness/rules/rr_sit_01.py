"""Do all sites belong to one system: one central function, audited, and heard in the review?

Several sites on one certificate are one system only if somebody directs them all. The body visits
the central function every time and asks what each site's audit and results said to top management.
"""

from collections.abc import Iterator, Sequence

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.audited_site import programmes_by_site
from certfolio.readiness.case import Case
from certfolio.readiness.review import held_reviews
from certfolio.readiness.rule import Rule
from certfolio.records.process import Process
from certfolio.records.site import Site

_CENTRAL = "central function"


def check(case: Case) -> Iterator[ReadinessFinding]:
    sites = case.sites
    if len(sites) < 2:
        yield RULE.not_applicable("portal", say("Fewer than two active sites are in scope."))
        return
    yield _centre(case, [site for site in sites if site.kind == _CENTRAL])
    programmes = programmes_by_site(case)
    reviews: dict[str, str] = {}
    for review in held_reviews(case):
        reviews |= dict.fromkeys(review.sites, review.id)
    for site in sites:
        yield _judged(site, programmes.get(site.id, ()), reviews.get(site.id))


def _centre(case: Case, centres: Sequence[Site]) -> ReadinessFinding:
    if not centres:
        owner = case.top_management
        return RULE.gap("portal", say("No active site is the central function."), owner=owner)
    if len(centres) > 1:
        ids = Listing([site.id for site in centres])
        words = say(
            "{ids} are all called the central function; one has to direct the others.", ids=ids
        )
        return RULE.gap("portal", words, owner=centres[0].owner)
    centre = centres[0]
    directing = [
        process.id
        for process in case.graph.all(Process)
        if process.kind == "management"
        and process.status not in ("planned", "retired")
        and centre.id in process.sites
    ]
    if not directing:
        words = say(
            "{centre} is the central function, but no management process runs there.",
            centre=centre.id,
        )
        return RULE.partly_met("portal", words, owner=centre.owner)
    words = (
        say(
            "{centre} is the central function; from there {directing} directs all sites.",
            centre=centre.id,
            directing=Listing(directing),
        )
        if len(directing) == 1
        else say(
            "{centre} is the central function; from there {directing} direct all sites.",
            centre=centre.id,
            directing=Listing(directing),
        )
    )
    return RULE.met("portal", words, owner=centre.owner)


def _judged(site: Site, programmes: Sequence[str], review: str | None) -> ReadinessFinding:
    faults = [] if programmes else [say("no approved audit programme holds it")]
    faults += [] if review else [say("no management review that was held names it")]
    if faults:
        tell = RULE.gap if len(faults) == 2 else RULE.partly_met
        return tell(
            site, say("{site} is in scope, but {faults}.", site=site.id, faults=Listing(faults))
        )
    words = say(
        "{site} is in {programmes} and was looked at by {review}.",
        site=site.id,
        programmes=Listing(programmes),
        review=review,
    )
    return RULE.met(site, words)


RULE = Rule(
    id="RR-SIT-01",
    severity=Severity.MAJOR,
    source="MD 1",
    needs=("sites", "management processes", "audit programmes", "management reviews"),
    text=__doc__,
    check=check,
)
