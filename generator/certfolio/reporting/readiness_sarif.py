"""Open readiness findings as SARIF 2.1.0, at the place of their record."""

import json
from typing import Any
from urllib.parse import quote

from certfolio import __version__
from certfolio.linking.graph import RecordGraph
from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.gate import GateAnswer
from certfolio.readiness.rule import Rule
from certfolio.readiness.rule_table import RULES
from certfolio.reporting.sarif import SCHEMA

_LEVELS = {
    Severity.BLOCKER: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.INFO: "note",
}


def report(graph: RecordGraph, gates: tuple[GateAnswer, ...]) -> str:
    """Return one run: every rule, and a result for every open finding of the gates."""
    findings = dict.fromkeys(finding for answer in gates for finding in answer.open)
    index = {rule.id: number for number, rule in enumerate(RULES)}
    run = {
        "tool": {
            "driver": {
                "name": "certfolio readiness",
                "version": __version__,
                "rules": [_rule(rule) for rule in RULES],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, graph, index) for finding in findings],
    }
    content = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.question},
        "fullDescription": {"text": rule.why},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: ReadinessFinding, graph: RecordGraph, index: dict[str, int]) -> dict[str, Any]:
    record = graph.find(finding.subject)
    origin = graph.settings.origin if record is None else record.origin
    place = origin.place("")
    return {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.reason},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(place.path)},
                    "region": {"startLine": place.line, "startColumn": place.column},
                },
                "logicalLocations": [{"fullyQualifiedName": finding.subject}],
            }
        ],
    }
