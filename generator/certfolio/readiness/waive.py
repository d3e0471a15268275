"""Marks the findings that somebody answers for with a waiver."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from certfolio.linking.graph import RecordGraph
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Message, say
from certfolio.records.waiver import Waiver


def waived(
    findings: Iterable[ReadinessFinding], graph: RecordGraph, as_of: date
) -> Iterator[ReadinessFinding]:
    """Yield every finding; open ones under a waiver in force carry the sentence about it.

    A waiver hides nothing: the finding stays, with its reason, and counts no longer.
    """
    in_force = waivers_in_force(graph, as_of)
    for finding in findings:
        waiver = in_force.get((finding.rule, finding.subject))
        is_waived = waiver is not None and finding.verdict.is_open
        yield replace(finding, waived=_sentence(waiver)) if is_waived and waiver else finding


def waivers_in_force(graph: RecordGraph, as_of: date) -> Mapping[tuple[str, str], Waiver]:
    """Return the waivers that count on the day, by rule and record."""
    return {
        (waiver.rule, record): waiver
        for waiver in graph.all(Waiver)
        if waiver.status == "approved" and waiver.approved_on <= as_of <= waiver.expires_on
        for record in waiver.applies_to
    }


def _sentence(waiver: Waiver) -> Message:
    reason = waiver.reason.rstrip(".")
    return say(
        "Waived by {approved_by} until {expires_on} ({waiver}): {reason}.",
        approved_by=waiver.approved_by,
        expires_on=waiver.expires_on,
        waiver=waiver.id,
        reason=reason,
    )
