"""Do the pages work without a network, with links inside the portal only?

Auditors read where there is no network, and a page that loads something from elsewhere tells others
who reads it. The rules see the records only; the finished pages are looked at by the build.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule

_WORDS = (
    "Not assessed by the rules, which see no finished portal: every build looks at each page and"
    " refuses to publish one that loads anything from elsewhere or whose links lead nowhere."
)


def check(case: Case) -> Iterator[ReadinessFinding]:
    yield RULE.not_assessed("portal", _WORDS, owner=case.top_management)


RULE = Rule(
    id="RR-INT-04",
    severity=Severity.MAJOR,
    source="reading without a network",
    needs=("the finished portal",),
    text=__doc__,
    check=check,
)
