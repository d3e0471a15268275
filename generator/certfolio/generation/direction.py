"""Recipes for what top management decides: scope, context, objectives, changes, reviews."""

from certfolio.generation.stock import Fields, Stock, day_at, days_after, number_of

_INPUTS = (
    "actions from earlier reviews",
    "changes in context",
    "changes in interested parties",
    "nonconformities and corrective actions",
    "monitoring and measurement results",
    "audit results",
    "opportunities for improvement",
    "customer satisfaction and feedback",
    "achievement of objectives",
    "process performance and conformity",
    "performance of external providers",
    "adequacy of resources",
    "actions on risks and opportunities",
    "risk assessment and treatment",
    "feedback from interested parties",
    "compliance obligations",
)
_RESULTS = ("opportunities for improvement", "changes to the system", "resource needs")
_WAIVABLE = (("RR-DOC-04", "document"), ("RR-DOC-05", "document"), ("RR-RSK-03", "risk"))


def scope_statement(stock: Stock, id: str) -> Fields:
    number, state = number_of(id), stock.states[id]
    approval = {
        "approved_by": stock.named["person"][0],
        "approved_on": stock.day(-300, -250),
        "effective_on": stock.day(-240, -200),
        "next_review": stock.day(-20, 200),
    }
    return {
        "title": f"Scope of the management system, part {number + 1}",
        "standards": [stock.standards[number % 2]],
        "text": scope_text(stock, number % 2),
        "version": f"{number + 1}.0",
        "sites": list(stock.named["site"]),
        "activities": [stock.work() for _ in range(4)],
        "outsourced": [
            {"what": stock.work(), "supplier": supplier, "control": stock.rule()}
            for supplier in stock.some("supplier", 0, 2)
        ],
        "legal_obligations": stock.some("legal-requirement", 0, 5),
        **(approval if state in {"approved", "superseded"} else {}),
        **stock.replaced(id, "scope-statement"),
        "prose": f"## What is covered\n\n{stock.account()}\n",
    }


def scope_text(stock: Stock, turn: int) -> str:
    """Return the words of the scope of one of the two standards."""
    names = " and ".join(("Manufacture", "servicing", "development", "information")[turn::2])
    return f"{names} at all sites of the organization, {len(stock.ids['site'])} in number"


def objective(stock: Stock, id: str) -> Fields:
    baseline = stock.chance.randint(20, 80)
    target = baseline + stock.chance.randint(5, 15)
    times = range(-330, -10, 90)
    return {
        "title": f"{stock.work()}: {target} of 100 in time",
        "standards": [stock.standards[number_of(id) % 2]],
        "statement": f"At least {target} of 100 cases are finished in time.",
        "policy": stock.one("policy"),
        "measure": "Finished in time, counted from the register",
        "unit": "cases of 100",
        "baseline": baseline,
        "target": target,
        "better": "higher",
        "due": stock.day(-30, 300),
        "actions_planned": stock.rule(),
        "resources": f"{stock.chance.randint(2, 30)} days of work",
        "evaluation": "The head of department reports the value each quarter.",
        "interval": "quarterly",
        "measurements": [
            {"on": day_at(time), "value": stock.chance.randint(baseline, target)} for time in times
        ],
        "process": stock.one("process"),
        "actions": stock.some("action", 0, 2),
    }


def context_issue(stock: Stock, id: str) -> Fields:
    climate = {"relevant": True, "reason": stock.account(), "decided_on": stock.day(-300, -30)}
    return {
        "title": f"Climate change and {stock.work().lower()}"
        if number_of(id) == 0
        else stock.work(),
        "kind": stock.chance.choice(("internal", "external")),
        "effect": stock.account(),
        **_taken_up(stock),
        **({"climate": climate} if number_of(id) == 0 else {}),
    }


def interested_party(stock: Stock, _id: str) -> Fields:
    return {
        "title": f"{stock.chance.choice(('Customers', 'Staff', 'Neighbours', 'Authorities'))}"
        f" and {stock.work().lower()}",
        "kind": stock.chance.choice(("internal", "external")),
        "need": stock.rule(),
        "obligation": stock.may(0.3),
        **_taken_up(stock),
    }


def _taken_up(stock: Stock) -> Fields:
    taken_up = {"addressed_by": stock.some("risk", 1, 3)}
    return {
        "relevance": stock.chance.choice(("high", "medium", "low")),
        "reviewed_on": stock.day(-420, -10),
        **(taken_up if stock.may(0.8) else {"not_addressed_reason": stock.account()}),
    }


def change(stock: Stock, id: str) -> Fields:
    state, effective = stock.states[id], stock.day(-300, 100)
    is_decided = state in {"approved", "implemented", "reviewed"}
    result = {"reviewed_on": days_after(effective, 30), "review_result": stock.account()}
    return {
        "title": f"{stock.work()} moves to {stock.place()}",
        "reason": stock.account(),
        "consequences": stock.account(),
        "integrity": stock.rule(),
        "resources": f"{stock.chance.randint(2, 90)} thousand pounds",
        "responsibilities": stock.rule(),
        "effective_on": effective,
        "approved_by": stock.one("person"),
        **({"approved_on": days_after(effective, -20)} if is_decided else {}),
        **(result if state == "reviewed" else {}),
        "affects": [*stock.some("process", 1, 2), *stock.some("document", 0, 2)],
        "significant": stock.may(0.2),
    }


def management_review(stock: Stock, id: str) -> Fields:
    number, state = number_of(id), stock.states[id]
    before = stock.ids["management-review"][number - 1] if number else None
    is_ahead = state == "planned"
    held = day_at(40 if is_ahead else -30 - 60 * (len(stock.ids["management-review"]) - number))
    approval = {"approved_by": stock.named["person"][0], "approved_on": days_after(held, 7)}
    actions = stock.some("action", 1, 3)
    return {
        "title": f"Management review of {held}",
        "standards": list(stock.standards),
        "held_on": held,
        "chair": stock.named["person"][0],
        "attendees": list(stock.named["person"][:6]),
        "inputs": [_input(stock, topic) for topic in _INPUTS],
        "results": [{"category": category, "decision": stock.rule()} for category in _RESULTS],
        "actions": actions,
        **({"previous": before} if before else {}),
        "previous_actions": [
            {"action": action, "state": stock.account()} for action in stock.some("action", 0, 2)
        ],
        "sites": list(stock.named["site"]),
        **(approval if state == "approved" else {}),
        "minutes": stock.some("evidence", 1, 1),
        "next_review": days_after(held, 180),
        "prose": "\n\n".join(["## Minutes", stock.account(), stock.account(), ""]),
    }


def _input(stock: Stock, topic: str) -> Fields:
    return {
        "topic": topic,
        "content": stock.account(),
        "references": stock.some("evidence", 0, 2),
    }


def waiver(stock: Stock, id: str) -> Fields:
    rule, kind = _WAIVABLE[number_of(id) % len(_WAIVABLE)]
    approved = stock.day(-400, -20)
    return {
        "title": f"Leave from {rule}, number {number_of(id) + 1}",
        "rule": rule,
        "applies_to": stock.some(kind, 1, 2),
        "reason": stock.account(),
        "approved_by": stock.named["person"][0],
        "approved_on": approved,
        "expires_on": days_after(approved, stock.chance.choice((180, 365))),
    }
