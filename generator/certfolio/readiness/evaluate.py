"""Asks every rule and collects the answers."""

from collections.abc import Iterable

from certfolio.model.finding import ReadinessFinding
from certfolio.model.ordering import natural_key
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule


def evaluate(case: Case, rules: Iterable[Rule]) -> tuple[ReadinessFinding, ...]:
    """Return every answer of every rule, in the order of the rules, then of the subjects."""
    return tuple(
        finding
        for rule in rules
        for finding in sorted(rule.check(case), key=lambda finding: natural_key(finding.subject))
    )
