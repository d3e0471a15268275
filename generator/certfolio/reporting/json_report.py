"""Problems as JSON for other programs."""

import json
from typing import Any

from certfolio.model.problem import Problem, exit_code
from certfolio.reporting.report import Report


def report(value: Report) -> str:
    """Return one object: `records`, `exit_code` and `problems`, each with place and words."""
    content = {
        "records": value.records,
        "exit_code": exit_code(value.problems).value,
        "problems": [_entry(problem) for problem in value.problems],
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _entry(problem: Problem) -> dict[str, Any]:
    return {
        "level": "notice" if problem.is_notice else "error",
        "code": problem.code.value,
        "path": problem.location.path,
        "line": problem.location.line,
        "column": problem.location.column,
        "pointer": problem.location.pointer,
        "found": problem.found,
        "expected": problem.expected,
        "fix": problem.fix,
    }
