"""What a check came to, as a value that every reporter prints in its own way."""

from dataclasses import dataclass

from certfolio.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Report:
    """Problems and notices sorted by place, and the number of records that were read."""

    problems: tuple[Problem, ...]
    records: int

    @property
    def faults(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if not problem.is_notice)

    @property
    def notices(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.is_notice)
