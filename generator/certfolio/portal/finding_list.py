"""What the rules say on the page of a record, a clause or a standard: what is open comes first."""

from collections.abc import Iterable
from dataclasses import dataclass

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Message, say, say_count
from certfolio.model.verdict import Verdict
from certfolio.portal import wording
from certfolio.portal.edition import Edition
from certfolio.portal.finding_row import FindingRow, finding_rows
from certfolio.readiness.gate import gravest_first

_NOTHING_OPEN = say("Nothing open by these rules.")


@dataclass(frozen=True, slots=True)
class FindingList:
    """Findings about one thing: open ones gravest first, then waived, not assessed and settled.

    `settled` are answers that ask for nothing: met, or not applicable. `elsewhere` says how many
    more of these are on the pages of the records that belong to a clause.
    """

    sentence: Message
    open: tuple[FindingRow, ...]
    waived: tuple[FindingRow, ...]
    not_assessed: tuple[FindingRow, ...]
    settled: tuple[FindingRow, ...]
    elsewhere: Message | None = None


def findings_about(edition: Edition, subject: str) -> FindingList | None:
    """Return what the rules say about a record or a standard, None where they say nothing."""
    findings = edition.findings.by_subject.get(subject, ())
    return _listed(edition, findings, findings) if findings else None


def findings_of_clause(edition: Edition, clause: str) -> FindingList | None:
    """Return what the rules say about a clause and about what belongs to it.

    Answers about its records that ask for nothing are only counted: each is on the record's page.
    """
    own = edition.findings.by_subject.get(clause, ())
    others = edition.findings.by_clause.get(clause, ())
    if not own and not others:
        return None
    settled = sum(map(_is_settled, others))
    elsewhere = (
        say(
            "Met or not applicable, on the pages of its records: {answers}.",
            answers=wording.answers(settled),
        )
        if settled
        else None
    )
    return _listed(edition, (*own, *others), own, elsewhere)


def open_sentence(amount: int, nothing: Message = _NOTHING_OPEN) -> Message:
    """Say how many findings are open, and nothing that rules cannot know."""
    if amount == 0:
        return nothing
    return say_count("{number} finding is open.", "{number} findings are open.", amount)


def _listed(
    edition: Edition,
    findings: Iterable[ReadinessFinding],
    own: Iterable[ReadinessFinding],
    elsewhere: Message | None = None,
) -> FindingList:
    told = sorted(findings, key=gravest_first)
    still_open = [finding for finding in told if finding.is_open]
    unknown = [finding for finding in told if finding.verdict is Verdict.NOT_ASSESSED]
    return FindingList(
        sentence=open_sentence(len(still_open)),
        open=finding_rows(edition, still_open),
        waived=finding_rows(edition, (finding for finding in told if finding.waived)),
        not_assessed=finding_rows(edition, unknown),
        settled=finding_rows(edition, filter(_is_settled, own)),
        elsewhere=elsewhere,
    )


def _is_settled(finding: ReadinessFinding) -> bool:
    return finding.verdict in {Verdict.MET, Verdict.NOT_APPLICABLE}
