"""Says whether an exhibit counts as proof on the day, and why not where it does not."""

from dataclasses import dataclass

from certfolio.portal import wording
from certfolio.portal.edition import Edition
from certfolio.portal.status import Status
from certfolio.readiness.interval import lapses_on
from certfolio.readiness.support import Standing, last_day, standing
from certfolio.records.evidence import Evidence


@dataclass(frozen=True, slots=True)
class ProofWorth:
    """What an exhibit is worth on the day: a word and the reason."""

    state: Status
    sentence: str


def proof_worth(edition: Edition, evidence: Evidence) -> ProofWorth:
    worth = standing(evidence, edition.as_of, edition.graph.settings.audit_period)
    day = wording.day(edition.as_of)
    if worth is Standing.CURRENT:
        return ProofWorth(Status("counts as proof"), f"on {day}")
    why = _refused if worth is Standing.NOT_ACCEPTED else _stale
    return ProofWorth(Status("does not count"), f"on {day}: {why(edition, evidence)}")


def _refused(edition: Edition, evidence: Evidence) -> str:
    if evidence.status != "accepted":
        return f"its status is “{evidence.status}”."
    if evidence.accepted_on is None:
        return "the day of its acceptance is not recorded."
    if evidence.accepted_on > edition.as_of:
        return f"it is accepted only on {wording.day(evidence.accepted_on)}."
    return f"it is dated only {wording.day(evidence.dated)}."


def _stale(edition: Edition, evidence: Evidence) -> str:
    if evidence.valid_until is not None:
        return f"its validity ended on {wording.day(evidence.valid_until)}."
    last = wording.day(last_day(evidence))
    if evidence.interval is not None:
        over = wording.day(lapses_on(last_day(evidence), evidence.interval))
        interval = wording.interval(evidence.interval)
        return f"it is promised {interval}, speaks up to {last}, and was too old after {over}."
    begins = wording.day(edition.graph.settings.audit_period.begins)
    return f"it speaks up to {last}, and the audit period begins on {begins}."
