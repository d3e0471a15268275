"""Recipes for the daily work: processes, evidence, risks, actions, suppliers, laws, exercises."""

from certfolio.generation.stock import Fields, Stock, day_at, days_after, number_of
from certfolio.generation.word import TOWNS

_SUFFIXES = ("csv", "csv", "txt", "txt", "pdf", "pdf", "png")
_TYPES = {"csv": "log or export", "txt": "record", "pdf": "certificate", "png": "photo"}
_INTERVALS = ("monthly", "quarterly", "half-yearly", "yearly")
_SOURCES = ("context", "process", "asset", "change", "obligation")


def process(stock: Stock, id: str) -> Fields:
    title = stock.work()
    neighbours = stock.others(id, "process", 0, 2)
    return {
        "title": f"{title}, line {number_of(id) + 1}",
        "clauses": stock.supports(id, 4),
        "kind": ("core", "support", "management")[number_of(id) % 3],
        "purpose": stock.rule(),
        "inputs": [_flow(stock, near) for near in neighbours] or [_flow(stock, None)],
        "outputs": [_flow(stock, None)],
        "criteria": [stock.rule(), stock.rule()],
        "indicators": [_indicator(stock)],
        "resources": ["Trained people", "Tools as listed", f"A room in {stock.place()}"],
        "responsibilities": [
            {"role": role, "responsibility": stock.rule()} for role in stock.some("role", 1, 2)
        ],
        "risks": stock.some("risk", 1, 3),
        "activities": [stock.work() for _ in range(4)],
        "successors": neighbours,
        "sites": stock.some("site", 1, 3),
        "documents": stock.some("document", 1, 4),
        "evidence": stock.some("evidence", 1, 4),
        "last_change": stock.day(-500, -30),
    }


def _flow(stock: Stock, neighbour: str | None) -> Fields:
    return {
        "what": stock.work(),
        **({"process": neighbour} if neighbour else {"party": "Customer"}),
    }


def _indicator(stock: Stock) -> Fields:
    target = stock.chance.randint(80, 98)
    values = [
        {"on": day_at(time), "value": target + stock.chance.randint(-9, 2)}
        for time in range(-340, 0, 85)
    ]
    return {
        "name": "Cases without rework",
        "unit": "of 100",
        "target": target,
        "better": "higher",
        "interval": "quarterly",
        "values": values,
    }


def evidence(stock: Stock, id: str) -> Fields:
    state, dated = stock.states[id], stock.day(-420, -10)
    suffix = stock.chance.choice(_SUFFIXES)
    title = stock.work()
    people = stock.some("person", 2, 2) * 2
    accepted = {"accepted_by": people[1], "accepted_on": days_after(dated, 5)}
    has_end = state == "expired" or stock.may(0.3)
    until = stock.day(-9, -1) if state == "expired" else days_after(dated, 400)
    return {
        "title": f"{title}, {dated}",
        "clauses": stock.supports(id, 3),
        "type": _TYPES[suffix],
        "dated": dated,
        **({"period": {"begins": days_after(dated, -30), "ends": dated}} if stock.may(0.4) else {}),
        **({"valid_until": until} if has_end else {}),
        **({"interval": stock.chance.choice(_INTERVALS)} if stock.may(0.5) else {}),
        "source": f"{stock.place()}, shared register",
        **_where(stock, id, title, suffix),
        "collected_by": people[0],
        "custodian": people[0],
        **(accepted if state in {"accepted", "expired"} else {}),
        **({"rejected_reason": stock.account()} if state == "rejected" else {}),
        "site": stock.one("site"),
        "process": stock.one("process"),
        "sample": f"{stock.chance.randint(3, 12)} of {stock.chance.randint(20, 400)}",
        **({"participants": stock.some("person", 1, 4)} if stock.may(0.1) else {}),
    }


def _where(stock: Stock, id: str, title: str, suffix: str) -> Fields:
    if number_of(id) and stock.may(0.1):
        return {"available_on_site": f"Cabinet {stock.chance.randint(1, 30)} in {stock.place()}"}
    folder = stock.place().lower().replace(" ", "-")
    name = f"{title.lower().replace(' ', '-')}-{id.lower()}"
    return {"files": [{"path": f"{folder}/{name}.{suffix}", "title": title}]}


def risk(stock: Stock, id: str) -> Fields:
    state = stock.states[id]
    decision = "accept" if state == "accepted" else stock.chance.choice(("reduce", "share"))
    is_chance = stock.may(0.1)
    on = stock.day(-400, -20)
    treated = {
        "residual": _rating(stock, 3, days_after(on, 15)),
        "effectiveness": stock.account(),
        "treatment_approved_by": stock.one("person"),
        "residual_accepted_by": stock.one("person"),
        "residual_accepted_on": days_after(on, 18),
    }
    return {
        "title": f"{stock.work()} fails in {stock.place()}",
        "kind": "opportunity" if is_chance else "risk",
        "description": stock.account(),
        "source": stock.chance.choice(_SOURCES),
        "criteria": stock.one("document"),
        "evaluation": _rating(stock, 5, on),
        "decision": "pursue" if is_chance and decision != "accept" else decision,
        **({"reason": stock.account()} if decision == "accept" else {}),
        "actions": stock.below(id, "origin", "action"),
        "controls": stock.among(stock.controls, 0, 4),
        "reviewed_on": stock.day(-400, -5),
        **(treated if state in {"treated", "accepted", "closed"} else {}),
        "processes": stock.some("process", 0, 2),
        "asset": stock.work(),
    }


def _rating(stock: Stock, most: int, on: str) -> Fields:
    likelihood, impact = stock.chance.randint(1, most), stock.chance.randint(1, most)
    return {"likelihood": likelihood, "impact": impact, "on": on}


def action(stock: Stock, id: str) -> Fields:
    state = stock.states[id]
    due = stock.day(-60, 120) if state in {"open", "in progress"} else stock.day(-300, -30)
    done = {
        "done_on": days_after(due, stock.chance.randint(-30, 20)),
        "result": stock.account(),
        "effectiveness_due": days_after(due, 90),
    }
    return {
        "title": f"Put {stock.work().lower()} in order",
        "description": stock.account(),
        "sources": [stock.above(id, "origin")],
        "due": due,
        **(done if state == "done" else {}),
        **({"cancelled_reason": stock.account()} if state == "cancelled" else {}),
    }


def supplier(stock: Stock, id: str) -> Fields:
    evaluated = stock.day(-600, -30)
    leave = {"approved_by": stock.one("person"), "reason": stock.account(), "until": day_at(60)}
    is_excused = stock.states[id] in {"conditional", "suspended"} and stock.may(0.5)
    town = TOWNS[number_of(id) % len(TOWNS)]
    return {
        "title": f"{town} Supplies {number_of(id) + 1}",
        "provides": stock.work(),
        "criticality": stock.chance.choice(("critical", "important", "minor")),
        "criteria": [stock.rule(), stock.rule()],
        "evaluated_on": evaluated,
        "result": f"{stock.chance.randint(50, 99)} of 100 points",
        "controls": stock.rule(),
        "next_evaluation": days_after(evaluated, 365),
        "processes": stock.some("process", 0, 2),
        "evidence": stock.some("evidence", 0, 2),
        **({"exception": leave} if is_excused else {}),
    }


def legal_requirement(stock: Stock, id: str) -> Fields:
    evaluated = stock.day(-500, -20)
    result = stock.chance.choice(("compliant",) * 6 + ("partly", "not evaluated", "not compliant"))
    needs_action = result != "compliant" and stock.may(0.7)
    return {
        "title": f"{stock.work()} act",
        "citation": f"Act {number_of(id) + 1} of {stock.chance.randint(1990, 2025)}",
        "jurisdiction": f"County of {stock.chance.choice(TOWNS)}",
        "meaning": stock.rule(),
        "sites": stock.some("site", 1, 3),
        "processes": stock.some("process", 1, 2),
        "how_met": stock.rule(),
        "evaluated_on": evaluated,
        "result": result,
        "next_evaluation": days_after(evaluated, 365),
        "actions": stock.some("action", 1, 1) if needs_action else [],
        "serious": stock.may(0.05),
        "evidence": stock.some("evidence", 0, 2),
    }


def exercise(stock: Stock, id: str) -> Fields:
    state = stock.states[id]
    kinds = ("emergency drill", "continuity exercise", "restore test", "tabletop")
    held = {"result": stock.account(), "lessons": stock.rule()}
    return {
        "title": f"{stock.work()} stands still, exercise {number_of(id) + 1}",
        "kind": kinds[number_of(id) % len(kinds)],
        "scenario": stock.account(),
        "held_on": stock.day(10, 100) if state == "planned" else stock.day(-380, -20),
        "sites": stock.some("site", 1, 2),
        "participants": stock.some("person", 2, 10),
        "interval": "yearly",
        **(held if state == "reported" else {}),
        "report": stock.some("evidence", 0, 1),
        "actions": stock.some("action", 0, 1),
    }
