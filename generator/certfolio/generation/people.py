"""Recipes for who and where: organization, sites, roles, people and what they learn."""

from certfolio.generation.stock import Fields, Stock, days_after, number_of
from certfolio.generation.word import (
    COMPANIES,
    DEPARTMENTS,
    FIRST_NAMES,
    LAST_NAMES,
    POSITIONS,
    TOWNS,
    TRADES,
)

_STREETS = ("Mill Lane", "Station Road", "Harbour Street", "Foundry Way", "Canal Side")
_KINDS = ("central function", "permanent", "permanent", "temporary", "virtual")
_TOPICS = ("policy", "own contribution", "effect of not conforming", "objectives")


def organization(stock: Stock, _id: str) -> Fields:
    name = f"{stock.chance.choice(COMPANIES)} {stock.chance.choice(TRADES)} Ltd"
    return {
        "title": name,
        "legal_name": name,
        "address": _address(stock),
        "headcount": 12 * len(stock.ids["person"]),
        "sectors": stock.among(TRADES, 1, 3),
        "languages": ["en"],
        "representative": stock.named["person"][0],
    }


def site(stock: Stock, id: str) -> Fields:
    number = number_of(id)
    return {
        "title": f"{TOWNS[number % len(TOWNS)]} {_part(number // len(TOWNS))}".strip(),
        "kind": _KINDS[number % len(_KINDS)],
        "address": _address(stock),
        "activities": [stock.work() for _ in range(stock.chance.randint(1, 4))],
        "headcount": stock.chance.randint(3, 240),
        "in_scope": number < 2 or stock.may(0.9),
        "shifts": stock.chance.choice(("one shift", "two shifts", "three shifts")),
        "last_internal_audit": stock.day(-500, -20),
    }


def role(stock: Stock, id: str) -> Fields:
    number = number_of(id)
    above = {"reports_to": stock.ids["role"][(number - 1) // 4]} if number else {}
    return {
        "title": _role_title(number),
        "responsibilities": [stock.rule() for _ in range(3)],
        "authorities": [f"Stops {stock.work().lower()} where it is not safe."],
        "competence": [
            {"requirement": requirement_of(id, 0)},
            {"requirement": requirement_of(id, 1), "valid_months": stock.chance.choice((12, 24))},
        ],
        "audits_internally": number % 5 == 1,
        **above,
    }


def requirement_of(role: str, turn: int) -> str:
    """Return one of the two competence requirements of a role."""
    place = DEPARTMENTS[number_of(role) % len(DEPARTMENTS)]
    return f"Two years of practice in {place}" if turn % 2 == 0 else f"Yearly course for {place}"


def person(stock: Stock, id: str) -> Fields:
    number = number_of(id)
    turn = number // len(FIRST_NAMES) + number
    is_top = number < 2
    begins = stock.day(-5000, -400)
    end = stock.day(-200, -5) if stock.states[id] == "left" else None
    process = stock.one("process")
    return {
        "title": f"{FIRST_NAMES[number % len(FIRST_NAMES)]} {LAST_NAMES[turn % len(LAST_NAMES)]}",
        "function": "Managing director" if is_top else stock.chance.choice(POSITIONS),
        "department": "Direction" if is_top else stock.place(),
        "top_management": is_top,
        "active_from": begins,
        **({"active_until": end} if end else {}),
        "site": stock.ids["site"][number % len(stock.ids["site"])],
        "roles": [stock.above(id, "role")],
        "processes": [process] if stock.may(0.6) else [],
        "formerly": _former(stock) if stock.may(0.05) else [],
        **({"deputy": stock.others(id, "person", 1, 1)[0]} if stock.may(0.5) else {}),
    }


def training_session(stock: Stock, id: str) -> Fields:
    number, state = number_of(id), stock.states[id]
    held = stock.day(10, 90) if state == "planned" else stock.day(-360, -30)
    is_for_all = number < 2
    judged = {"effectiveness_result": stock.account(), "effectiveness_on": days_after(held, 20)}
    return {
        "title": f"{stock.work()}, session {number + 1}",
        "standards": list(stock.standards) if is_for_all else [stock.standards[number % 2]],
        "kind": "awareness" if is_for_all else stock.chance.choice(("competence", "induction")),
        "topics": [stock.work() for _ in range(3)],
        "covers": list(_TOPICS) if is_for_all else stock.among(_TOPICS, 0, 2),
        "held_on": held,
        "trainer": f"Trainer from {stock.place()}",
        "audience": f"Everybody who works in {stock.place()}",
        "attendees": list(stock.named["person"]) if is_for_all else stock.some("person", 3, 14),
        "duration_minutes": 15 * stock.chance.randint(2, 16),
        "material": f"Slides and form {number + 1}",
        "evaluation_method": "Five questions at the end and a look at the work after four weeks.",
        "effectiveness_due": days_after(held, 42),
        **(judged if state == "evaluated" else {}),
        "documents": stock.some("document", 0, 2),
        "evidence": stock.some("evidence", 0, 2),
    }


def competence_record(stock: Stock, id: str) -> Fields:
    state, holder = stock.states[id], stock.above(id, "person")
    held = stock.above(holder, "role")
    requirement = requirement_of(held, number_of(id) // len(stock.ids["person"]))
    obtained = stock.day(-900, -40)
    until = stock.day(-30, -1) if state == "expired" else stock.day(-20, 700)
    result = {
        "obtained_on": obtained,
        "valid_until": until,
        "assessed_by": stock.one("person"),
        "result": stock.account(),
        "evidence": stock.some("evidence", 0, 2),
    }
    return {
        "title": f"{requirement}: {holder}",
        "person": holder,
        "role": held,
        "requirement": requirement,
        **(result if state in {"competent", "expired"} else {}),
        **({"renewal": stock.one("action")} if state == "expired" and stock.may(0.5) else {}),
        **({"waived_reason": stock.account()} if state == "waived" else {}),
    }


def _former(stock: Stock) -> list[Fields]:
    return [{"process": stock.one("process"), "until": stock.day(-600, -30)}]


def _address(stock: Stock) -> str:
    number = stock.chance.randint(1, 190)
    return f"{number} {stock.chance.choice(_STREETS)}, {stock.chance.choice(TOWNS)}"


def _part(turn: int) -> str:
    return f"works {turn + 1}" if turn else ""


def _role_title(number: int) -> str:
    titles = ("Managing director", "Management system manager and internal auditor")
    if number < len(titles):
        return titles[number]
    position = POSITIONS[number % len(POSITIONS)]
    return f"{position} in {DEPARTMENTS[number // len(POSITIONS) % len(DEPARTMENTS)]}, {number}"
