"""Problems as SARIF 2.1.0, which code hosts and editors display at the line."""

import json
from typing import Any
from urllib.parse import quote

from certfolio import __version__
from certfolio.model.problem import Code, Problem
from certfolio.reporting.report import Report

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def report(value: Report) -> str:
    """Return one run with every code as a rule and every problem as a result."""
    codes = sorted({problem.code.value for problem in value.problems})
    run = {
        "tool": {
            "driver": {
                "name": "certfolio",
                "version": __version__,
                "rules": [{"id": code, "name": _name(code)} for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes) for problem in value.problems],
    }
    content = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _name(code: str) -> str:
    return Code(code).name.title().replace("_", "")


def _result(problem: Problem, codes: list[str]) -> dict[str, Any]:
    place = problem.location
    parts = (problem.found, f"Expected: {problem.expected}", f"Fix: {problem.fix}")
    words = " ".join(part if part.endswith(("?", ".")) else f"{part}." for part in parts)
    return {
        "ruleId": problem.code.value,
        "ruleIndex": codes.index(problem.code.value),
        "level": "note" if problem.is_notice else "error",
        "message": {"text": words},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(place.path)},
                    "region": {"startLine": place.line, "startColumn": place.column},
                },
                "logicalLocations": [{"fullyQualifiedName": place.pointer or "/"}],
            }
        ],
    }
