"""Problems as lines that people read and editors jump to."""

from certfolio.model.problem import Problem
from certfolio.reporting.report import Report


def report(value: Report) -> str:
    """Return three lines a problem, notices first, and a last line that counts."""
    told = [problem_text(problem) for problem in (*value.notices, *value.faults)]
    return "\n".join([*told, summary(value)]) + "\n"


def problem_text(problem: Problem) -> str:
    """Return `file:line:column: /pointer: found [code]`, then what was expected, then the fix."""
    pointer = f" {problem.location.pointer}:" if problem.location.pointer else ""
    kind = " notice:" if problem.is_notice else ""
    return (
        f"{problem.location}:{pointer}{kind} {problem.found} [{problem.code.value}]\n"
        f"  expected: {problem.expected}\n"
        f"  fix: {problem.fix}"
    )


def summary(value: Report) -> str:
    """Return one sentence: how many records were read and what was found."""
    faults, notices = len(value.faults), len(value.notices)
    found = f"{counted(faults, 'problem')}" if faults else "no problem"
    also = f" and {counted(notices, 'notice')}" if notices else ""
    return f"{counted(value.records, 'record')} read: {found}{also}."


def counted(number: int, noun: str) -> str:
    """Return `1 problem`, `2 problems`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
