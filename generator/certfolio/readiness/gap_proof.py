"""Finds the accepted evidence behind a gap item."""

from certfolio.model.ordering import natural_key
from certfolio.readiness.case import Case
from certfolio.readiness.support import Standing, standing
from certfolio.records.evidence import Evidence
from certfolio.records.gap_item import GapItem


def accepted_evidence(case: Case, item: GapItem) -> tuple[Evidence, ...]:
    """Return the accepted evidence that the item names or that supports its clause."""
    named = [case.graph.find(id) for id in item.evidence]
    supporting = [support.record for support in case.graph.supports(item.clause)]
    found = {
        record.id: record
        for record in (*named, *supporting)
        if isinstance(record, Evidence) and _is_accepted(case, record)
    }
    return tuple(found[id] for id in sorted(found, key=natural_key))


def _is_accepted(case: Case, evidence: Evidence) -> bool:
    period = case.graph.settings.audit_period
    return standing(evidence, case.as_of, period) is not Standing.NOT_ACCEPTED
