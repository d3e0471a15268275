"""Decides before anything is written how many records there are of each type and in which state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import get_args, get_type_hints

from certfolio.generation.assessment import grade_of
from certfolio.generation.stock import Stock, is_live
from certfolio.records.record_types import BY_NAME
from certfolio.standards.catalogue import Catalogue, Clause, Standards

_REST = "evidence"
_GOOD_SHARE = 0.7
_FAULTS = frozenset({"major", "minor"})


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a thousand records are of a type, at least and at most how many, how most are."""

    thousandth: float
    least: int
    state: str
    most: int | None = None
    sure: int = 1


SHARES: Mapping[str, Share] = {
    "organization": Share(3, 1, "active", 3),
    "scope-statement": Share(6, 2, "approved", 8, sure=2),
    "site": Share(5, 2, "active", sure=2),
    "person": Share(65, 6, "active", sure=3),
    "role": Share(8, 3, "active"),
    "gap-item": Share(50, 3, "closed"),
    "action": Share(80, 4, "done"),
    "training-session": Share(28, 2, "evaluated"),
    "competence-record": Share(90, 5, "competent"),
    "policy": Share(12, 2, "effective"),
    "document": Share(60, 4, "effective", sure=2),
    "process": Share(15, 2, "operating"),
    "soa-entry": Share(45, 3, "implemented"),
    "objective": Share(18, 2, "on track"),
    "risk": Share(60, 3, "treated"),
    "legal-requirement": Share(24, 1, "in force"),
    "supplier": Share(26, 2, "approved"),
    "change": Share(16, 1, "implemented"),
    "context-issue": Share(12, 2, "active"),
    "interested-party": Share(10, 1, "active"),
    "exercise": Share(12, 1, "reported"),
    "audit-programme": Share(6, 1, "running", 12),
    "audit": Share(18, 1, "closed"),
    "finding": Share(36, 2, "closed"),
    "corrective-action": Share(26, 1, "closed effective"),
    "management-review": Share(5, 1, "approved", 24),
    "certification-audit": Share(8, 1, "planned", 30),
    "certificate": Share(12, 1, "stage 1 planned", 24),
    "waiver": Share(5, 1, "approved"),
    _REST: Share(0, 6, "accepted", sure=2),
}


def stock_of(records: int, chance: Random, standards: Standards) -> Stock:
    """Return what an organization of about so many records is made from."""
    declared = _declared(chance, standards)
    clauses = [str(clause.ref) for each in declared for clause in each.demands]
    controls = [str(clause.ref) for clause in _controls(declared[1])]
    counts = _counts(records, {"gap-item": len(clauses), "soa-entry": len(controls)})
    ids = {
        kind: tuple(f"{BY_NAME[kind].prefix}-{number:03}" for number in range(1, count + 1))
        for kind, count in counts.items()
    }
    states = {
        id: state
        for kind, own in ids.items()
        for id, state in zip(own, _states(kind, len(own), chance), strict=True)
    }
    named = {kind: tuple(id for id in own if is_live(states[id])) for kind, own in ids.items()}
    return Stock(
        chance=chance,
        ids=ids | _groups(named, states),
        named=named,
        states=states,
        standards=tuple(each.id for each in declared),
        clauses=tuple(clauses),
        controls=tuple(controls),
    )


def _declared(chance: Random, standards: Standards) -> tuple[Catalogue, Catalogue]:
    """Return two standards; the second has controls, as entries of the statement need them."""
    known = list(standards.catalogues.values())
    with_controls = [each for each in known if _controls(each)]
    others = [each for each in known if not _controls(each)]
    return chance.choice(others), chance.choice(with_controls)


def _controls(catalogue: Catalogue) -> list[Clause]:
    return [clause for clause in catalogue.clauses if clause.kind == "control"]


def _counts(records: int, limits: Mapping[str, int]) -> dict[str, int]:
    """Return the number of each type; evidence takes what the others leave."""
    counts = {}
    for kind, share in SHARES.items():
        most = limits.get(kind, share.most)
        wanted = max(share.least, round(records * share.thousandth / 1000))
        counts[kind] = wanted if most is None else min(wanted, most)
    counts[_REST] = max(counts[_REST], records - sum(counts.values()) + counts[_REST])
    return counts


def _states(kind: str, count: int, chance: Random) -> list[str]:
    """Return a state for each record: mostly the usual one, every one where there is room."""
    share = SHARES[kind]
    possible: Sequence[str] = get_args(get_type_hints(BY_NAME[kind].record)["status"])
    every = list(possible) if count >= len(possible) + share.sure else []
    sure = min(share.sure, count)
    between = [
        share.state if chance.random() < _GOOD_SHARE else chance.choice(possible)
        for _ in range(count - sure - len(every))
    ]
    return [share.state] * sure + between + every


def _groups(
    named: Mapping[str, Sequence[str]], states: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Return groups that others belong to: what actions come from, audits held, what went wrong."""
    audits = (*named["audit"], *named["certification-audit"])
    faults = (id for id in named["finding"] if grade_of(id) in _FAULTS)
    return {
        "origin": (*named["risk"], *named["gap-item"]),
        "held audit": tuple(id for id in audits if states[id] in {"reported", "closed"}),
        "nonconformity": tuple(faults),
    }
