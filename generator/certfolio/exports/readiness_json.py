"""exports/readiness.json: what the rules say, for other programs."""

import json
from typing import Any

from certfolio.exports.plain import plain
from certfolio.readiness.gate import GateAnswer
from certfolio.readiness.readiness import Readiness
from certfolio.readiness.rule import Rule
from certfolio.readiness.rule_table import RULES
from certfolio.readiness.step import StepAnswer

FORMAT = 1


def export(readiness: Readiness) -> bytes:
    """Return the answers as JSON in UTF-8, keys in a fixed order."""
    text = json.dumps(readiness_data(readiness), indent=1, ensure_ascii=False) + "\n"
    return text.encode("utf-8", "surrogatepass")


def readiness_data(readiness: Readiness) -> dict[str, Any]:
    """Return the same as plain values; schema/exports/readiness.schema.json describes it."""
    return {
        "format": FORMAT,
        "as_of": str(readiness.as_of),
        "gates": [_gate(answer) for answer in readiness.gates],
        "steps": [_step(answer) for answer in readiness.steps],
        "rules": [_rule(rule) for rule in RULES],
        "findings": [plain(finding) for finding in readiness.findings],
        "deadlines": [plain(deadline) for deadline in readiness.deadlines],
    }


def _gate(answer: GateAnswer) -> dict[str, Any]:
    return {
        "name": answer.gate.name,
        "title": answer.gate.title,
        "answer": answer.sentence,
        "blockers": [{"rule": f.rule, "subject": f.subject} for f in answer.blockers],
        "open": len(answer.open),
    }


def _step(answer: StepAnswer) -> dict[str, Any]:
    return {
        "number": answer.step.number,
        "title": answer.step.title,
        "answer": answer.sentence,
        "open": len(answer.open),
        "waived": len(answer.waived),
        "not_assessed": len(answer.not_assessed),
        "met": answer.met,
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "severity": rule.severity.value,
        "question": rule.question,
        "source": rule.source,
        "needs": list(rule.needs),
    }
