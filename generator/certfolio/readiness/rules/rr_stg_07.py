"""Which changes since the last certification audit does the body have to hear of?

Whoever is certified tells the body about changes to ownership, sites, scope or the system. The
auditor asks for them at the door; a list with nobody told is an awkward start.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.certification import audits_of, is_held, last_day
from certfolio.readiness.rule import Rule
from certfolio.records.certificate import Certificate
from certfolio.records.certification_audit import CertificationAudit
from certfolio.records.change import Change
from certfolio.records.evidence import Evidence


def check(case: Case) -> Iterator[ReadinessFinding]:
    last = _last_audits(case)
    if not last:
        words = say(
            "The body has not held an audit until {today}, so no change comes after one.",
            today=case.as_of,
        )
        yield RULE.not_applicable("portal", words)
        return
    changes = [change for change in case.graph.all(Change) if change.status != "cancelled"]
    found = [finding for change in changes for finding in _judged(case, change, last)]
    if not found:
        audit = max(last.values(), key=last_day)
        words = say(
            "No change takes effect after {audit}, which ended on {last_day}.",
            audit=audit.id,
            last_day=last_day(audit),
        )
        yield RULE.met("portal", words)
    yield from found


def _last_audits(case: Case) -> dict[str, CertificationAudit]:
    """Return for each standard the last of the body's audits that was held."""
    held = {
        catalogue.id: [
            audit for audit in audits_of(case, catalogue.id) if is_held(audit, case.as_of)
        ]
        for catalogue in case.catalogues
    }
    return {standard: audits[-1] for standard, audits in held.items() if audits}


def _judged(
    case: Case, change: Change, last: dict[str, CertificationAudit]
) -> Iterator[ReadinessFinding]:
    missed = [
        audit
        for standard, audit in last.items()
        if serves(change, standard) and change.effective_on > last_day(audit)
    ]
    if not missed:
        return
    audit = min(missed, key=last_day)
    notice = _notice(case, change)
    if notice is not None:
        yield RULE.met(
            change,
            say(
                "{change} takes effect on {effective_on}, after {audit}; {notice} shows "
                "that the body knows of it.",
                change=change.id,
                effective_on=change.effective_on,
                audit=audit.id,
                notice=notice,
            ),
        )
    elif change.significant:
        words = say(
            "{change}, marked as significant, takes effect on {effective_on}, after "
            "{audit}; no record shows that the body knows.",
            change=change.id,
            effective_on=change.effective_on,
            audit=audit.id,
        )
        yield RULE.gap(change, words)
    else:
        words = say(
            "{change} takes effect on {effective_on}, after {audit}; it is not marked "
            "as significant and stands in the list.",
            change=change.id,
            effective_on=change.effective_on,
            audit=audit.id,
        )
        yield RULE.met(change, words)


def _notice(case: Case, change: Change) -> str | None:
    """Return the communication, audit or certificate that is linked with a change."""
    named = [link.target for link in case.graph.links_from(change.id) if link.field != "affects"]
    naming = [link.source for link in case.graph.links_to(change.id)]
    for id in dict.fromkeys([*named, *naming]):
        record = case.graph.find(id)
        is_message = isinstance(record, Evidence) and record.type == "communication"
        if is_message or isinstance(record, CertificationAudit | Certificate):
            return id
    return None


RULE = Rule(
    id="RR-STG-07",
    severity=Severity.INFO,
    source="17021-1 8.5.3",
    needs=("changes", "audits by the certification body", "communications linked with changes"),
    text=__doc__,
    check=check,
)
