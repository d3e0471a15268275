"""Is there accepted evidence for every control that is called implemented?

"Implemented" is a claim. Auditors take it at its word, ask to see the control at work, and write a
nonconformity where there is only a description of it.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.readiness.statement import NO_CONTROLS, Statement, statements
from certfolio.readiness.support import Standing, standing
from certfolio.records.evidence import Evidence
from certfolio.records.soa_entry import SoaEntry


def check(case: Case) -> Iterator[ReadinessFinding]:
    found = statements(case)
    for statement in found:
        yield from _judged(case, statement)
    if not found:
        yield RULE.not_applicable(PORTAL, NO_CONTROLS)


def _judged(case: Case, statement: Statement) -> Iterator[ReadinessFinding]:
    implemented = [entry for entry in statement.entries if entry.status == "implemented"]
    for entry in implemented:
        yield _entry(case, entry)
    if statement.is_empty:
        yield RULE.not_assessed(statement.catalogue, statement.nothing)
    elif not implemented:
        because = say(
            "No control of {standard} is called implemented.", standard=statement.catalogue.name
        )
        yield RULE.not_applicable(statement.catalogue, because)


def _entry(case: Case, entry: SoaEntry) -> ReadinessFinding:
    groups: dict[Standing, list[str]] = {kind: [] for kind in Standing}
    for item in _exhibits(case, entry):
        groups[standing(item, case.as_of, case.graph.settings.audit_period)].append(item.id)
    if groups[Standing.CURRENT]:
        proof = Listing(groups[Standing.CURRENT])
        return RULE.met(
            entry, say("{entry} is implemented; its proof is {proof}.", entry=entry.id, proof=proof)
        )
    if groups[Standing.STALE]:
        old = Listing(groups[Standing.STALE])
        because = say(
            "{entry} is called implemented, and its proof is no longer current: {old}.",
            entry=entry.id,
            old=old,
        )
        return RULE.partly_met(entry, because)
    waiting = groups[Standing.NOT_ACCEPTED]
    because = (
        say(
            "{entry} is called implemented, and no accepted evidence supports it. Not "
            "accepted: {waiting}.",
            entry=entry.id,
            waiting=Listing(waiting),
        )
        if waiting
        else say(
            "{entry} is called implemented, and no accepted evidence supports it.", entry=entry.id
        )
    )
    return RULE.gap(entry, because)


def _exhibits(case: Case, entry: SoaEntry) -> list[Evidence]:
    """Return the evidence that the entry names or that names the control, each once."""
    named = [case.graph.find(id) for id in entry.evidence]
    naming = [support.record for support in case.graph.supports(entry.control)]
    found = {item.id: item for item in (*named, *naming) if isinstance(item, Evidence)}
    return list(found.values())


RULE = Rule(
    id="RR-SOA-04",
    severity=Severity.MAJOR,
    source="ISO/IEC 27001 6.1.3 and 8.3",
    needs=("statement of applicability", "evidence"),
    text=__doc__,
    check=check,
)
