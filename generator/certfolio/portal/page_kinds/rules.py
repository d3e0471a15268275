"""The catalogue of readiness rules by family, and the values that an organization may set."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.message import Message, say, say_count
from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.rule_answer import RuleRow, rule_row
from certfolio.portal.rule_family import family_name
from certfolio.readiness.rule_table import RULES
from certfolio.readiness.threshold import THRESHOLDS, Threshold


@dataclass(frozen=True, slots=True)
class RuleFamily:
    """The rules of one family."""

    name: Message
    rules: tuple[RuleRow, ...]


@dataclass(frozen=True, slots=True)
class SetValue:
    """A value that the rules use: what it means, what it is here, what it is otherwise."""

    name: str
    meaning: Message
    here: Message
    otherwise: Message


@dataclass(frozen=True, slots=True)
class RulesView:
    """Every rule with what it answered."""

    title: Message
    sentence: Message
    families: tuple[RuleFamily, ...]
    values: tuple[SetValue, ...]


def pages(edition: Edition) -> Iterator[Page]:
    if edition.readiness is not None:
        families: dict[Message, list[RuleRow]] = {}
        for rule in RULES:
            families.setdefault(family_name(rule.family), []).append(rule_row(edition, rule))
        view = RulesView(
            title=say("Readiness rules"),
            sentence=say_count(
                "{number} question asked of the records, each with its reason and its answers.",
                "{number} questions asked of the records, each with its reason and its answers.",
                len(RULES),
            ),
            families=tuple(RuleFamily(name, tuple(rows)) for name, rows in families.items()),
            values=tuple(_values(edition)),
        )
        yield Page(address.RULES, "rules.html", view)


def _values(edition: Edition) -> Iterator[SetValue]:
    own = edition.graph.settings.thresholds
    for name, threshold in THRESHOLDS.items():
        yield SetValue(
            name=name,
            meaning=threshold.meaning,
            here=_value(own.get(name, threshold.default), threshold),
            otherwise=_value(threshold.default, threshold),
        )


def _value(number: int, threshold: Threshold) -> Message:
    return say("{number} {unit}", number=number, unit=threshold.unit)
