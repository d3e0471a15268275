"""Shows problems the way they are printed, for tests that compare words."""

from collections.abc import Iterable

from certfolio.model.problem import Problem


def told(problems: object) -> str:
    """Return what a person would read; problems only, anything else fails the test."""
    assert isinstance(problems, Iterable)
    return "\n".join(_one(problem) for problem in problems)


def _one(problem: object) -> str:
    assert isinstance(problem, Problem)
    where = f" {problem.location.pointer}:" if problem.location.pointer else ""
    return (
        f"{problem.location}:{where} {problem.found} [{problem.code.value}]\n"
        f"  expected: {problem.expected}\n"
        f"  fix: {problem.fix}"
    )
