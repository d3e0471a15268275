"""A clause as a line of a table: what documents it, what proves it, where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from certfolio.linking.graph import Support
from certfolio.model.message import Message, word
from certfolio.portal.edition import Edition
from certfolio.portal.link import ClauseLink, RecordLink, clause_link, link_to
from certfolio.portal.status import Status
from certfolio.readiness.coverage import ClauseCoverage, ClauseState
from certfolio.standards.catalogue import Clause


@dataclass(frozen=True, slots=True)
class Mention:
    """A record in a cell with its reason; `remark` says why it does not count."""

    record: RecordLink
    remark: Message | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """One clause; a heading has no state and nothing in its cells."""

    clause: ClauseLink
    is_heading: bool
    state: Status | None = None
    documented: tuple[Mention, ...] = ()
    operated: tuple[Mention, ...] = ()
    last: date | None = None
    reason: str | None = None

    @property
    def level(self) -> int:
        """How deep a heading stands: 1 for clause 7, 2 for 7.1."""
        return self.clause.number.count(".") + 1

    @property
    def is_gap(self) -> bool:
        return self.state is not None and self.state.word == ClauseState.GAP.value


def clause_row(edition: Edition, clause: Clause) -> ClauseRow:
    link = clause_link(edition, clause.ref)
    coverage = edition.coverage.get(clause.ref)
    if coverage is None:
        state = Status(ClauseState.NOT_ASSESSED.value) if clause.is_demand else None
        return ClauseRow(link, not clause.is_demand, state)
    operated = coverage.operated
    return ClauseRow(
        clause=link,
        is_heading=not clause.is_demand,
        state=Status(coverage.state.value),
        documented=_documented(edition, coverage),
        operated=(
            *_mentions(edition, operated.current),
            *_mentions(edition, operated.stale, word("state", "stale")),
            *_with_status(edition, operated.not_accepted),
        ),
        last=operated.last,
        reason=coverage.reason,
    )


def _documented(edition: Edition, coverage: ClauseCoverage) -> tuple[Mention, ...]:
    documented = coverage.documented
    return (
        *_mentions(edition, documented.effective),
        *_with_status(edition, documented.others),
    )


def _mentions(
    edition: Edition, supports: Iterable[Support], remark: Message | None = None
) -> tuple[Mention, ...]:
    return tuple(Mention(link_to(edition, s.record), remark, s.why) for s in supports)


def _with_status(edition: Edition, supports: Iterable[Support]) -> tuple[Mention, ...]:
    """Say of each record why it does not count; a superseded one says so itself."""
    links = ((link_to(edition, support.record), support) for support in supports)
    return tuple(
        Mention(link, None if link.note else word("state", support.record.status), support.why)
        for link, support in links
    )
