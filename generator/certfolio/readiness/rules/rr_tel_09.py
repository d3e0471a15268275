"""Has somebody acknowledged every policy since it took effect?

A policy on the intranet is not a policy that people know. Auditors ask the first person they meet,
then look for a session, a signature or a read receipt after the effective date.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.readiness.support import is_effective
from certfolio.records.evidence import Evidence
from certfolio.records.policy import Policy
from certfolio.records.training_session import TrainingSession


def check(case: Case) -> Iterator[ReadinessFinding]:
    for policy in case.graph.all(Policy):
        if is_effective(policy, case.as_of):
            yield _judged(case, policy)


def _judged(case: Case, policy: Policy) -> ReadinessFinding:
    since = policy.effective_on
    assert since is not None
    sources = {link.source for link in case.graph.links_to(policy.id)}
    for source in sorted(sources):
        record = case.graph.record(source)
        if isinstance(record, TrainingSession):
            is_held = record.status in ("held", "evaluated") and bool(record.attendees)
            if is_held and since <= record.held_on <= case.as_of:
                words = say(
                    "{policy} was introduced in {source} on {held_on}.",
                    policy=policy.id,
                    source=source,
                    held_on=record.held_on,
                )
                return RULE.met(policy, words)
        if isinstance(record, Evidence) and record.status == "accepted" and record.dated >= since:
            return RULE.met(
                policy,
                say(
                    "{policy} is acknowledged in {source}, {dated}.",
                    policy=policy.id,
                    source=source,
                    dated=record.dated,
                ),
            )
    return RULE.gap(
        policy,
        say(
            "{policy} took effect on {since}; no session held and no accepted exhibit "
            "since then names it.",
            policy=policy.id,
            since=since,
        ),
    )


RULE = Rule(
    id="RR-TEL-09",
    severity=Severity.MINOR,
    source="audit practice",
    needs=(
        "policies",
        "training sessions",
        "evidence",
    ),
    text=__doc__,
    check=check,
)
