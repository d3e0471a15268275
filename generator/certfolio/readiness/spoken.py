"""Every word of the rules that no call of `say` spells out: it comes from a docstring or a row."""

from collections.abc import Iterator

from certfolio.model.message import Message
from certfolio.readiness.rule import Rule
from certfolio.readiness.rule_table import RULES


def spoken() -> Iterator[Message]:
    """Yield each rule's question, why auditors ask it, its source and the data it looks at."""
    for rule in RULES:
        yield from spoken_of(rule)


def spoken_of(rule: Rule) -> Iterator[Message]:
    yield rule.question
    yield from rule.paragraphs
    yield rule.basis
    yield from rule.data
