"""Is every opportunity for improvement free of something that was not met?

A breach may not be written down as advice, for then nobody has to find its cause. Auditors read
these findings for words that tell of a requirement not kept; such words are looked for in English.
"""

import re
from collections.abc import Iterator, Sequence

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.nonconformity import actions_by_finding, stated
from certfolio.readiness.rule import Rule
from certfolio.records.corrective_action import CorrectiveAction
from certfolio.records.finding import Finding

_BREACH = re.compile(
    r"\b(?:is|are|was|were|does|do|did|has|have) not (?:been )?"
    r"(?:met|meet|fulfilled|fulfil|followed|follow|complied|comply|conform|kept)\b"
    r"|\b(?:non-?conform\w*|violat\w*|breach\w*|contrary to|in conflict with|fails to|failed to)\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[ReadinessFinding]:
    findings = [f for f in case.graph.all(Finding) if f.grade == "opportunity for improvement"]
    by_finding = actions_by_finding(case)
    if not findings:
        yield RULE.not_applicable("portal", say("No opportunity for improvement is recorded."))
    for finding in findings:
        yield _judged(finding, by_finding.get(finding.id, ()))


def _judged(finding: Finding, actions: Sequence[CorrectiveAction]) -> ReadinessFinding:
    if finding.status == "withdrawn":
        return RULE.not_applicable(finding, say("{finding} was withdrawn.", finding=finding.id))
    treated = [stated(action) for action in actions if action.status != "rejected"]
    if treated:
        return RULE.gap(
            finding,
            say(
                "{finding} is graded as an opportunity for improvement, and {treated} "
                "treats it as a nonconformity.",
                finding=finding.id,
                treated=Listing(treated),
            ),
        )
    texts = (finding.title, finding.statement, finding.evidence_seen)
    words = [match[0] for text in texts for match in _BREACH.finditer(text)]
    if words:
        because = say(
            "{finding} is graded as an opportunity for improvement, and its text says {words}.",
            finding=finding.id,
            words=Listing([say("“{word}”", word=word) for word in words]),
        )
        return RULE.partly_met(finding, because)
    return RULE.met(
        finding,
        say(
            "{finding} is graded as an opportunity for improvement, and nothing in it "
            "speaks of a breach.",
            finding=finding.id,
        ),
    )


RULE = Rule(
    id="RR-NCR-09",
    severity=Severity.MINOR,
    source="17021-1 9.4.5",
    needs=("audit findings that are opportunities for improvement",),
    text=__doc__,
    check=check,
)
