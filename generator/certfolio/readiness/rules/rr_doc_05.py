"""Is exactly one version of each document in force, and does nothing rest on a replaced one?

Two versions in force mean that two people work in two ways and both are right. A process or control
that still names a replaced version works by a text that nobody keeps any more.
"""

from collections.abc import Iterator

from certfolio.linking.link import LinkState, ResolvedLink
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.readiness.support import is_effective
from certfolio.records.controlled_document import ControlledDocument
from certfolio.records.training_session import TrainingSession

_ENDED = ("superseded", "withdrawn")
# fields that say what holds today; `links` and `replaces` may well lead into the past
_RESTING = ("documents", "policy", "addressed_by")


def check(case: Case) -> Iterator[ReadinessFinding]:
    by_number: dict[str, list[ControlledDocument]] = {}
    for record in case.graph.records:
        if isinstance(record, ControlledDocument):
            by_number.setdefault(record.number.strip(), []).append(record)
    if not by_number:
        yield RULE.not_assessed("portal", say("No document or policy is recorded."))
    for number, versions in by_number.items():
        yield _number(case, number, versions)
        for version in versions:
            if version.status in _ENDED:
                yield _replaced(case, version)


def _number(case: Case, number: str, versions: list[ControlledDocument]) -> ReadinessFinding:
    effective = [version for version in versions if is_effective(version, case.as_of)]
    if len(effective) > 1:
        older, *_ = sorted(effective, key=lambda version: str(version.effective_on))
        shown = Listing(
            [
                say("{document} (version {version})", document=version.id, version=version.version)
                for version in effective
            ]
        )
        return RULE.gap(
            older, say("{number} is in force more than once: {shown}.", number=number, shown=shown)
        )
    if effective:
        (only,) = effective
        because = say(
            "{document}, version {version}, is the only one of {number} in force.",
            document=only.id,
            version=only.version,
            number=number,
        )
        return RULE.met(only, because)
    last = versions[-1]
    waiting = [version for version in versions if version.status not in _ENDED]
    if waiting:
        shown = Listing(
            [
                say(
                    "{document} has the status {state}",
                    document=version.id,
                    state=word("state", version.status),
                )
                for version in waiting
            ]
        )
        return RULE.not_applicable(
            waiting[0],
            say("No version of {number} is in force: {shown}.", number=number, shown=shown),
        )
    if any(version.status == "superseded" for version in versions):
        because = say(
            "{document} is {state}, and no version of {number} is in force.",
            document=last.id,
            state=word("state", last.status),
            number=number,
        )
        return RULE.gap(last, because)
    return RULE.not_applicable(
        last, say("{number} was withdrawn with {document}.", number=number, document=last.id)
    )


def _replaced(case: Case, document: ControlledDocument) -> ReadinessFinding:
    resting = [link.source for link in case.graph.links_to(document.id) if _rests(case, link)]
    if resting:
        sources = Listing(dict.fromkeys(resting))
        return RULE.gap(
            document,
            say(
                "{document} is {state}, yet named as what holds today by {sources}.",
                document=document.id,
                state=word("state", document.status),
                sources=sources,
            ),
        )
    return RULE.met(
        document,
        say(
            "{document} is {state}, and no record rests on it.",
            document=document.id,
            state=word("state", document.status),
        ),
    )


def _rests(case: Case, link: ResolvedLink) -> bool:
    is_past = link.state in (LinkState.SUPERSEDED, LinkState.WITHDRAWN)
    # a session of last year was rightly held with the version of last year
    is_session = isinstance(case.graph.find(link.source), TrainingSession)
    return is_past and link.field in _RESTING and not is_session


RULE = Rule(
    id="RR-DOC-05",
    severity=Severity.MAJOR,
    source="7.5.3",
    needs=("documents and policies with number and version", "records that name them"),
    text=__doc__,
    check=check,
)
