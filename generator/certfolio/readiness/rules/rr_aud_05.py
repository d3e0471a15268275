"""Does every audit report say against what, where, when, by whom and with what result?

A report that leaves out criteria or scope cannot be judged, and one without a conclusion decided
nothing. If nothing was found, the report says so; some editions ask for objectives as well.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say, say_count, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.demand import demanding
from certfolio.readiness.internal_audit import reported_audits
from certfolio.readiness.rule import Rule
from certfolio.records.audit import Audit
from certfolio.records.finding import Finding


def check(case: Case) -> Iterator[ReadinessFinding]:
    audits = reported_audits(case)
    raised: dict[str, set[str]] = {}
    for finding in case.graph.all(Finding):
        raised.setdefault(finding.audit, set()).add(finding.id)
    if not audits:
        yield RULE.not_assessed("portal", say("No internal audit is reported."))
    for audit in audits:
        yield _judged(case, audit, raised.get(audit.id, set()) | set(audit.findings))


def _judged(case: Case, audit: Audit, findings: set[str]) -> ReadinessFinding:
    asking = [c for c in demanding(case, "audit objectives") if serves(audit, c.id)]
    parts = (
        (word("named", "criteria"), audit.criteria),
        (word("named", "processes"), audit.processes),
        (word("named", "sites"), audit.sites),
        (word("named", "clauses"), audit.audited_clauses),
        (word("named", "the days on which it was held"), audit.held),
        (word("named", "a conclusion"), (audit.conclusion or "").strip()),
    )
    empty = Listing(part for part, value in parts if not value)
    missing = [say("does not name {missing}", missing=empty)] if empty else []
    if not findings and not audit.no_findings:
        missing.append(say("leaves open whether anything was found"))
    if asking and not audit.objectives.strip():
        missing.append(
            say("does not name objectives, which {standard} asks for", standard=asking[0].name)
        )
    if findings and audit.no_findings:
        missing.append(
            say(
                "says that nothing was found, while {findings} came of it",
                findings=Listing(sorted(findings)),
            )
        )
    if missing:
        return RULE.gap(audit, say("{audit} {missing}.", audit=audit.id, missing=Listing(missing)))
    return RULE.met(audit, _complete(audit, len(findings)))


def _complete(audit: Audit, findings: int) -> Message:
    if findings == 0:
        return say(
            "{audit} names criteria, scope, days and team, and concludes with no finding.",
            audit=audit.id,
        )
    return say_count(
        "{audit} names criteria, scope, days and team, and concludes with {number} finding.",
        "{audit} names criteria, scope, days and team, and concludes with {number} findings.",
        findings,
        audit=audit.id,
    )


RULE = Rule(
    id="RR-AUD-05",
    severity=Severity.MAJOR,
    source="9.2.2",
    needs=("reports of internal audits", "audit findings"),
    text=__doc__,
    check=check,
)
