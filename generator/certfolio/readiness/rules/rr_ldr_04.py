"""Is there somebody at work who answers for each process, role and clause?

Auditors ask for the person, not for the chart. A process whose owner has left, or a clause that
only a former colleague knew, shows that responsibilities were not handed over.
"""

from collections.abc import Iterator

from certfolio.model.clause import ClauseRef
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.answerable import answerable
from certfolio.readiness.case import Case
from certfolio.readiness.coverage import ClauseState
from certfolio.readiness.demand import demanding
from certfolio.readiness.keyed_clause import below
from certfolio.readiness.presence import absence, absence_of
from certfolio.readiness.rule import Rule
from certfolio.records.person import Person
from certfolio.records.process import Process
from certfolio.records.role import Role


def check(case: Case) -> Iterator[ReadinessFinding]:
    yield from _processes(case)
    yield from _roles(case)
    yield from _clauses(case)
    yield from _documented(case)


def _processes(case: Case) -> Iterator[ReadinessFinding]:
    processes = [process for process in case.graph.all(Process) if process.status != "retired"]
    if not processes:
        yield RULE.not_assessed("portal", say("No process is recorded that somebody could own."))
    for process in processes:
        absent = absence_of(process.owner, case.graph, case.as_of)
        if absent is None:
            yield RULE.met(
                process,
                say("{owner} answers for {process}.", owner=process.owner, process=process.id),
            )
        else:
            yield _stood_in(case, process, absent)


def _stood_in(case: Case, process: Process, absent: str) -> ReadinessFinding:
    owner = case.graph.find(process.owner)
    deputy = owner.deputy if isinstance(owner, Person) else None
    is_left = isinstance(owner, Person) and owner.status != "on leave"
    if deputy is None or is_left or absence_of(deputy, case.graph, case.as_of):
        return RULE.gap(
            process,
            say("{process} has no owner at work: {absent}.", process=process.id, absent=absent),
        )
    return RULE.met(
        process,
        say(
            "{deputy} answers for {process} as deputy: {absent}.",
            deputy=deputy,
            process=process.id,
            absent=absent,
        ),
    )


def _roles(case: Case) -> Iterator[ReadinessFinding]:
    holders: dict[str, list[Person]] = {}
    for person in case.graph.all(Person):
        for held in person.roles:
            holders.setdefault(held, []).append(person)
    roles = [role for role in case.graph.all(Role) if role.status == "active"]
    if not roles:
        yield RULE.not_assessed(
            "portal", say("No active role is recorded that somebody could hold.")
        )
    for role in roles:
        yield _role(case, role, holders.get(role.id, []))


def _role(case: Case, role: Role, holders: list[Person]) -> ReadinessFinding:
    reasons = [absence(person, case.as_of) for person in holders]
    number = reasons.count(None)
    if number:
        return RULE.met(
            role,
            say_count(
                "{role} is held by {number} person at work.",
                "{role} is held by {number} people at work.",
                number,
                role=role.id,
            ),
        )
    if reasons:
        return RULE.gap(
            role,
            say(
                "{role} is held by nobody at work: {reasons}.",
                role=role.id,
                reasons=Listing(reasons),
            ),
        )
    return RULE.gap(role, say("{role} is held by nobody.", role=role.id))


def _clauses(case: Case) -> Iterator[ReadinessFinding]:
    first = answerable(case)
    for ref, covered in case.coverage.items():
        if covered.state is not ClauseState.NOT_APPLICABLE:
            others = [support.record.owner for support in case.graph.supports(ref)]
            owners = [first[ref], *others] if ref in first else others
            yield _clause(case, ref, list(dict.fromkeys(owners)))


def _clause(case: Case, ref: ClauseRef, owners: list[str]) -> ReadinessFinding:
    reasons = {owner: absence_of(owner, case.graph, case.as_of) for owner in owners}
    present = [owner for owner, reason in reasons.items() if reason is None]
    if present:
        return RULE.met(
            ref,
            say("{present} answers for {clause}.", present=present[0], clause=ref.number),
            owner=present[0],
        )
    if not owners:
        because = say("No record names {clause}, so nobody answers for it.", clause=ref.number)
        return RULE.gap(ref, because)
    absent = Listing([reason for reason in reasons.values() if reason])
    return RULE.gap(
        ref,
        say("Nobody at work answers for {clause}: {absent}.", clause=ref.number, absent=absent),
        owner=owners[0],
    )


def _documented(case: Case) -> Iterator[ReadinessFinding]:
    for catalogue in demanding(case, "documented responsibilities"):
        for clause in below(catalogue, "5.3"):
            effective = case.coverage[clause.ref].documented.effective
            if effective:
                ids = Listing([support.record.id for support in effective])
                yield RULE.met(clause, say("Responsibilities are documented in {ids}.", ids=ids))
            else:
                because = say(
                    "No document in force sets out the responsibilities for {standard}.",
                    standard=catalogue.name,
                )
                yield RULE.gap(clause, because)


RULE = Rule(
    id="RR-LDR-04",
    severity=Severity.MAJOR,
    source="5.3",
    needs=("processes", "roles", "people", "owners of what supports a clause"),
    text=__doc__,
    check=check,
)
