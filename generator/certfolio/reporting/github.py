"""Problems as workflow commands, which GitHub shows beside the changed line."""

from certfolio.model.problem import Problem
from certfolio.reporting.report import Report
from certfolio.reporting.text import summary


def report(value: Report) -> str:
    """Return one annotation a problem and a last line that counts."""
    return "\n".join([*(_annotation(problem) for problem in value.problems), summary(value)]) + "\n"


def _annotation(problem: Problem) -> str:
    level = "notice" if problem.is_notice else "error"
    place = problem.location
    words = f"{problem.found}\nexpected: {problem.expected}\nfix: {problem.fix}"
    return (
        f"::{level} file={_property(place.path)},line={place.line},col={place.column},"
        f"title={_property(problem.code.value)}::{_data(words)}"
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
