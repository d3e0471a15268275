"""Do several minors on one clause tell of a failure of the system?

One minor is a slip. Some on the same clause may be one major, and the certification body is free
to call them so; better that the organization asks itself first, in one common action.
"""

from collections.abc import Iterator, Mapping, Sequence

from certfolio.model.clause import ClauseRef
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.answerable import answerable
from certfolio.readiness.case import Case
from certfolio.readiness.nonconformity import (
    Actions,
    actions_by_finding,
    all_nonconformities,
)
from certfolio.readiness.rule import Rule
from certfolio.records.corrective_action import CorrectiveAction


def check(case: Case) -> Iterator[ReadinessFinding]:
    begin = case.graph.settings.audit_period.begins
    minors = _minors(case)
    least = case.threshold("repeated_minors")
    repeated = {clause: ids for clause, ids in minors.items() if len(ids) >= least}
    if not minors:
        yield RULE.not_applicable(
            "portal", say("No minor nonconformity was found since {begin}.", begin=begin)
        )
    elif not repeated:
        most = max(len(ids) for ids in minors.values())
        because = say_count(
            "No clause has more than {number} minor since {begin}.",
            "No clause has more than {number} minors since {begin}.",
            most,
            begin=begin,
        )
        yield RULE.met("portal", because)
    else:
        actions, owners = actions_by_finding(case), answerable(case)
        for clause, ids in repeated.items():
            yield _judged(clause, ids, actions, owners.get(clause))


def _minors(case: Case) -> Mapping[ClauseRef, Sequence[str]]:
    """Return the minors of the audit period up to the day, by clause."""
    begin = case.graph.settings.audit_period.begins
    found: dict[ClauseRef, list[str]] = {}
    for record in all_nonconformities(case):
        if record.grade == "minor" and begin <= record.found_on <= case.as_of:
            found.setdefault(record.clause, []).append(record.id)
    return found


def _judged(
    clause: ClauseRef, ids: Sequence[str], actions: Actions, owner: str | None
) -> ReadinessFinding:
    common = set.intersection(*(_lasting(actions.get(id, ())) for id in ids))
    if common:
        because = say_count(
            "{number} minor on {clause}, {ids}, are treated together by {common}.",
            "{number} minors on {clause}, {ids}, are treated together by {common}.",
            len(ids),
            clause=clause,
            ids=Listing(ids),
            common=Listing(sorted(common)),
        )
        return RULE.met(clause, because, owner=owner)
    because = say_count(
        "{number} minor on {clause}, {ids}, have no action in common that asks "
        "whether the system fails there.",
        "{number} minors on {clause}, {ids}, have no action in common that asks "
        "whether the system fails there.",
        len(ids),
        clause=clause,
        ids=Listing(ids),
    )
    return RULE.gap(clause, because, owner=owner)


def _lasting(actions: Sequence[CorrectiveAction]) -> set[str]:
    return {action.id for action in actions if action.status != "rejected"}


RULE = Rule(
    id="RR-NCR-12",
    severity=Severity.MINOR,
    source="17021-1 3.12 note",
    needs=("minor findings with their clauses", "corrective actions"),
    text=__doc__,
    check=check,
)
