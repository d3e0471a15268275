"""Says whether an exhibit counts as proof on the day, and why not where it does not."""

from dataclasses import dataclass

from certfolio.model.message import LongDay, Message, say, word
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
    sentence: Message


def proof_worth(edition: Edition, evidence: Evidence) -> ProofWorth:
    worth = standing(evidence, edition.as_of, edition.graph.settings.audit_period)
    day = LongDay(edition.as_of)
    if worth is Standing.CURRENT:
        return ProofWorth(Status("counts as proof"), say("on {day}", day=day))
    why = _refused if worth is Standing.NOT_ACCEPTED else _stale
    return ProofWorth(
        Status("does not count"), say("on {day}: {reason}", day=day, reason=why(edition, evidence))
    )


def _refused(edition: Edition, evidence: Evidence) -> Message:
    if evidence.status != "accepted":
        return say("its status is “{status}”.", status=word("state", evidence.status))
    if evidence.accepted_on is None:
        return say("the day of its acceptance is not recorded.")
    if evidence.accepted_on > edition.as_of:
        return say("it is accepted only on {day}.", day=LongDay(evidence.accepted_on))
    return say("it is dated only {day}.", day=LongDay(evidence.dated))


def _stale(edition: Edition, evidence: Evidence) -> Message:
    if evidence.valid_until is not None:
        return say("its validity ended on {day}.", day=LongDay(evidence.valid_until))
    last = LongDay(last_day(evidence))
    if evidence.interval is not None:
        return say(
            "it is promised {interval}, speaks up to {last}, and was too old after {over}.",
            interval=wording.interval(evidence.interval),
            last=last,
            over=LongDay(lapses_on(last_day(evidence), evidence.interval)),
        )
    begins = LongDay(edition.graph.settings.audit_period.begins)
    return say(
        "it speaks up to {last}, and the audit period begins on {begins}.", last=last, begins=begins
    )
