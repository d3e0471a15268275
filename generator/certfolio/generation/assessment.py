"""Recipes for judging the system: gaps, applicability, audits and what follows, certificates."""

from certfolio.generation.stock import Fields, Stock, day_at, days_after, number_of

GRADES = ("minor", "minor", "opportunity for improvement", "minor", "area of concern", "strength")
_MAJOR_EVERY = 11
BODY = "Amberly Certification"
_RATINGS = ("met", "met", "met", "partly met", "not met", "not applicable", "not assessed")
_SOURCES = ("complaint", "incident", "monitoring", "supplier")


def gap_item(stock: Stock, id: str) -> Fields:
    clause = stock.clauses[number_of(id)]
    state = stock.states[id]
    rating = "met" if state == "closed" else stock.chance.choice(_RATINGS)
    needs_reason = rating in {"not applicable", "not assessed"}
    return {
        "title": f"Gap analysis of {clause.partition(':')[2]}",
        "clause": clause,
        "situation": stock.account(),
        "rating": rating,
        **({"reason": stock.account()} if needs_reason else {}),
        "assessor": stock.one("person"),
        "assessed_on": stock.day(-420, -330),
        "actions": stock.below(id, "origin", "action"),
        "evidence": stock.some("evidence", 0, 2),
        **({"closed_on": stock.day(-300, -20)} if state == "closed" else {}),
    }


def soa_entry(stock: Stock, id: str) -> Fields:
    control, state = stock.controls[number_of(id)], stock.states[id]
    used = {
        "reasons": stock.among(("risk", "law", "contract", "good practice"), 1, 2),
        "risks": stock.some("risk", 0, 2),
        "implementation": stock.rule(),
        "documents": stock.some("document", 1, 2),
        "evidence": stock.some("evidence", 1, 3),
        "actions": stock.some("action", 0 if state == "implemented" else 1, 1),
    }
    return {
        "title": f"Control {control.partition(':')[2]}",
        "control": control,
        "applicable": state != "excluded",
        "justification": stock.account(),
        **(used if state != "excluded" else {}),
        "soa_version": "2.0",
        "approved_by": stock.named["person"][0],
        "approved_on": day_at(-120),
    }


def audit_programme(stock: Stock, id: str) -> Fields:
    number, state = number_of(id), stock.states[id]
    begins = -270 - 30 * number
    result = {"reviewed_on": day_at(-12), "review_result": stock.account()}
    return {
        "title": f"Audit programme {number + 1}",
        "standards": list(stock.standards),
        "period": {"begins": day_at(begins), "ends": day_at(begins + 364)},
        "approved_by": stock.named["person"][0],
        **({"approved_on": day_at(begins - 20)} if state != "draft" else {}),
        "frequency": "Every process once a year, important ones twice.",
        "methods": "Talks at the workplace, samples from registers, walks through the rooms.",
        "responsibilities": stock.rule(),
        "planned_audits": stock.below(id, "audit-programme", "audit"),
        "basis": {
            "importance": stock.rule(),
            "earlier_results": stock.account(),
            "changes": stock.account(),
        },
        "reporting": stock.rule(),
        "sites": list(stock.named["site"]),
        **(result if state == "reviewed" else {}),
    }


def audit(stock: Stock, id: str) -> Fields:
    state = stock.states[id]
    begin = stock.day(10, 120) if state in {"planned", "cancelled"} else stock.day(-300, -40)
    period = {"begins": begin, "ends": days_after(begin, 1)}
    findings = stock.below(id, "held audit", "finding")
    clauses = stock.among(stock.clauses, 4, 14)
    report = {
        "held": period,
        "tested": [{"what": stock.account(), "clause": clause} for clause in clauses[:4]],
        "not_sampled": [stock.work()],
        "interviewees": stock.some("person", 1, 4),
        "report_date": days_after(begin, stock.chance.randint(5, 35)),
        "recipients": stock.some("person", 1, 3),
        "conclusion": stock.account(),
        "findings": findings,
        "no_findings": not findings,
        "report": stock.some("evidence", 1, 1),
    }
    lead, *team = stock.some("person", 1, 3)
    return {
        "title": f"Audit of {stock.work().lower()}, {number_of(id) + 1}",
        "standards": list(stock.standards),
        "programme": stock.above(id, "audit-programme"),
        "kind": "supplier" if number_of(id) % 9 == 8 else "internal",
        "objectives": stock.rule(),
        "criteria": ["The declared standards", f"Procedure {stock.one('document')}"],
        "processes": stock.some("process", 1, 3),
        "sites": stock.some("site", 1, 2),
        "audited_clauses": clauses,
        "lead_auditor": lead,
        "team": team,
        "planned": period,
        "method": stock.chance.choice(("on site", "remote", "hybrid")),
        **(report if state in {"reported", "closed"} else {}),
        "prose": f"## How it went\n\n{stock.account()}\n\n{stock.account()}\n",
    }


def grade_of(id: str) -> str:
    """Return the grade of a finding; the first one is minor."""
    number = number_of(id)
    return "major" if number % _MAJOR_EVERY == 10 else GRADES[number % len(GRADES)]


def finding(stock: Stock, id: str) -> Fields:
    found, grade = _found_on(id), grade_of(id)
    is_fault = grade in {"major", "minor"}
    is_closed = stock.states[id] == "closed"
    return {
        "title": f"{stock.work()} not as described" if is_fault else stock.work(),
        "audit": stock.above(id, "held audit"),
        "grade": grade,
        "clause": stock.clause_of(id),
        "requirement": stock.rule(),
        "evidence_seen": stock.account(),
        "statement": stock.account(),
        "found_on": found,
        "process": stock.one("process"),
        "site": stock.one("site"),
        "evidence": stock.some("evidence", 0, 2),
        "corrective_actions": stock.below(id, "nonconformity", "corrective-action"),
        **({"resolution": stock.account()} if is_closed else {}),
        **({"closed_on": days_after(found, 60)} if is_closed else {}),
    }


def corrective_action(stock: Stock, id: str) -> Fields:
    source = stock.above(id, "nonconformity")
    found, state = _found_on(source), stock.states[id]
    owner, verifier = (stock.some("person", 2, 2) * 2)[:2]
    closing = {
        "effectiveness_result": stock.account(),
        "verified_by": verifier,
        "verified_on": days_after(found, 80),
        "closed_on": days_after(found, 82),
    }
    planned = {
        "cause_method": "Five questions why, asked with the people concerned",
        "cause": f"It happened {stock.cause()}.",
        "action": stock.rule(),
        "action_owner": owner,
        "due": days_after(found, 60),
        "effectiveness_criterion": "Three months without another case.",
    }
    is_planned = state not in {"open", "contained", "rejected"}
    return {
        "title": f"Correct {stock.work().lower()}",
        "source": "audit" if stock.may(0.8) else stock.chance.choice(_SOURCES),
        "findings": [source],
        "found_on": found,
        "clause": stock.clause_of(source),
        "requirement": stock.rule(),
        "evidence_seen": stock.account(),
        "grade": grade_of(source),
        **stock.sentence(0.8, "containment"),
        "correction": {"what": stock.account(), "done_on": days_after(found, 10)},
        **stock.sentence(0.8, "extent"),
        **(planned if is_planned else {}),
        **({"implemented_on": days_after(found, 50)} if state in _CARRIED_OUT else {}),
        **(closing if state == "closed effective" else {}),
        "evidence": stock.some("evidence", 0, 2),
        **({"rejected_reason": stock.account()} if state == "rejected" else {}),
    }


_CARRIED_OUT = frozenset({"implemented", "verification pending", "closed effective", "reopened"})


def _found_on(finding: str) -> str:
    return day_at(-90 - number_of(finding) * 13 % 200)


def certification_audit(stock: Stock, id: str) -> Fields:
    number, state = number_of(id), stock.states[id]
    kinds = ("stage 1", "stage 2", "surveillance", "recertification", "special")
    begin = stock.day(20, 90) if state in {"planned", "cancelled"} else stock.day(-300, -60)
    period = {"begins": begin, "ends": days_after(begin, 2)}
    held = {"held": period, "conclusion": stock.account(), "report": stock.some("evidence", 1, 1)}
    return {
        "title": f"{kinds[number % 5].capitalize()} audit, {number + 1}",
        "standards": list(stock.standards),
        "kind": kinds[number % 5],
        "body": BODY,
        "team": ["Marion Tate", "Piers Lowell"],
        "planned": period,
        "sites": list(stock.named["site"][:4]),
        "method": "on site",
        "findings": stock.below(id, "held audit", "finding"),
        **(held if state in {"held", "reported", "closed"} else {}),
    }


def certificate(stock: Stock, id: str) -> Fields:
    number, state = number_of(id), stock.states[id]
    decided = {
        "decided_on": day_at(-60),
        "code": f"AC-{number + 101}",
        "valid_from": day_at(-60),
        "valid_until": day_at(-60 + 1095),
        "surveillance": [day_at(280)],
    }
    return {
        "title": f"Certification {number + 1}",
        "standards": [stock.standards[number % 2]],
        "body": BODY,
        "accreditation_body": "National Accreditation Service",
        "accreditation_scope": "Management systems in manufacturing and services.",
        "contract_date": day_at(-400),
        "scope_text": stock.rule(),
        "sites": list(stock.named["site"]),
        "audits": stock.below(id, "certificate", "certification-audit"),
        **(decided if state in {"certified", "suspended", "withdrawn", "expired"} else {}),
    }
