"""Does everybody who holds a role have the competence that it needs, or an open way to get it?

Auditors take a name from a work sheet, ask which role it has and want to see what shows that the
person can do it. Experience counts where it was judged and written down.
"""

from collections.abc import Iterator, Mapping, Sequence

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.employment import is_employed
from certfolio.readiness.holding import Held, Holding, holding
from certfolio.readiness.rule import Rule
from certfolio.records.competence_record import CompetenceRecord
from certfolio.records.person import Person
from certfolio.records.role import Role

Records = Mapping[tuple[str, str], list[CompetenceRecord]]


def check(case: Case) -> Iterator[ReadinessFinding]:
    roles = {role.id: role for role in case.graph.all(Role) if role.status == "active"}
    people = [p for p in case.graph.all(Person) if is_employed(p, case.as_of)]
    held = {id for person in people for id in person.roles}
    if not roles:
        yield RULE.not_assessed(
            "portal", say("No role is recorded, so no competence is asked for.")
        )
    for role in roles.values():
        if not role.competence:
            yield RULE.not_applicable(
                role, say("{role} needs no special competence.", role=role.id)
            )
        elif role.id not in held:
            yield RULE.not_assessed(role, say("Nobody holds {role}.", role=role.id))
    records: dict[tuple[str, str], list[CompetenceRecord]] = {}
    for record in case.graph.all(CompetenceRecord):
        records.setdefault((record.person, record.role), []).append(record)
    for person in people:
        asking = [roles[id] for id in person.roles if id in roles and roles[id].competence]
        if asking:
            yield _judged(case, person, asking, records)


def _judged(
    case: Case, person: Person, roles: Sequence[Role], records: Records
) -> ReadinessFinding:
    if person.status == "on leave":
        return RULE.not_applicable(person, say("{person} is on leave.", person=person.id))
    holdings = [
        holding(case, role, requirement, records.get((person.id, role.id), []))
        for role in roles
        for requirement in role.competence
    ]
    worst = max(holdings, key=lambda one: one.held.value)
    told = Listing([one.told for one in _of(holdings, worst.held)], "; ")
    answer = {Held.SHOWN: RULE.met, Held.UNPROVED: RULE.partly_met, Held.MISSING: RULE.gap}
    return answer[worst.held](person, say("For {person}, {told}.", person=person.id, told=told))


def _of(holdings: Sequence[Holding], held: Held) -> list[Holding]:
    return [one for one in holdings if one.held is held]


RULE = Rule(
    id="RR-TRN-01",
    severity=Severity.MAJOR,
    source="7.2",
    needs=("roles with their competence", "people and their roles", "competence records"),
    text=__doc__,
    check=check,
)
