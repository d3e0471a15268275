"""Known gaps: what the organization says itself is missing, with its plan and the day it is due."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.message import LongDay, Message, say, say_count
from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.link import ClauseLink, RecordLink, clause_link, record_link
from certfolio.portal.status import Status
from certfolio.records.portal_settings import KnownGap


@dataclass(frozen=True, slots=True)
class GapEntry:
    """A gap with what is done about it, by whom and until when."""

    anchor: str
    title: str
    status: Status
    missing: str
    plan: str
    due: LongDay
    owner: RecordLink
    clauses: tuple[ClauseLink, ...]


@dataclass(frozen=True, slots=True)
class KnownGapsView:
    """The gaps, those due first in front."""

    title: Message
    amounts: tuple[Message, ...]
    entries: tuple[GapEntry, ...]
    lang: str | None


def pages(edition: Edition) -> Iterator[Page]:
    told = sorted(edition.graph.settings.known_gaps, key=lambda gap: gap.due)
    if told:
        view = KnownGapsView(
            title=say("Known gaps"),
            amounts=tuple(_amounts(edition, told)),
            entries=tuple(_entry(edition, number, gap) for number, gap in enumerate(told, 1)),
            lang=edition.own_lang,
        )
        yield Page(address.KNOWN_GAPS, "known_gaps.html", view)


def _amounts(edition: Edition, told: list[KnownGap]) -> Iterator[Message]:
    yield say_count("{number} gap is listed.", "{number} gaps are listed.", len(told))
    late = sum(_is_late(edition, gap) for gap in told)
    if late:
        yield say_count("{number} of them is overdue.", "{number} of them are overdue.", late)


def _is_late(edition: Edition, gap: KnownGap) -> bool:
    return gap.due < edition.as_of


def _entry(edition: Edition, number: int, gap: KnownGap) -> GapEntry:
    return GapEntry(
        anchor=f"gap-{number}",
        title=gap.title,
        status=Status("overdue" if _is_late(edition, gap) else "open"),
        missing=gap.missing,
        plan=gap.plan,
        due=LongDay(gap.due),
        owner=record_link(edition, gap.owner),
        clauses=tuple(clause_link(edition, ref) for ref in gap.clauses),
    )
