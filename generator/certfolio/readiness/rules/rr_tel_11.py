"""Do the names of files say what is in them?

A folder of scan1.pdf and IMG_2041.jpg tells the auditor that nobody can find anything either, and a
name that says nothing cannot be cited.
"""

import re
from collections.abc import Iterator

from certfolio.intake.collect import files_of
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.quoting import shown
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import PORTAL, Rule

_SAYS_NOTHING = re.compile(
    r"(?:scan|img|image|dsc|dscn|photo|picture|doc|document|file|untitled|new|copy|screenshot"
    r"|bild|foto|dokument|neu|kopie|unbenannt)?[ _-]*(?:\(?[0-9]+\)?|of|[ _-])*",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[ReadinessFinding]:
    is_named = True
    for record in case.graph.records:
        names = [entry.path.rpartition("/")[2] for entry in files_of(record)]
        empty = [name for name in names if _SAYS_NOTHING.fullmatch(name.rpartition(".")[0])]
        if empty:
            is_named = False
            words = Listing([shown(name) for name in empty])
            yield RULE.gap(
                record,
                say(
                    "{record} carries {words}: the name says nothing.",
                    record=record.id,
                    words=words,
                ),
            )
    if is_named:
        yield RULE.met(PORTAL, say("Every file has a name that says something."))


RULE = Rule(
    id="RR-TEL-11",
    severity=Severity.INFO,
    source="audit practice",
    needs=("file names of evidence and documents",),
    text=__doc__,
    check=check,
)
