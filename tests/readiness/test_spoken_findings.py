"""Whatever the rules say can be said in another language: nothing is plain text of ours."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

from test_rules import BY_ID, CASES, case_of

import certfolio
from certfolio.language.entry import entry_of
from certfolio.language.extract import in_modules
from certfolio.model.message import Listing, Message
from certfolio.portal.spoken import spoken as spoken_by_portal
from certfolio.readiness.case import Case
from certfolio.readiness.deadline import deadlines
from certfolio.readiness.gate import GATES, answer
from certfolio.readiness.rule_table import RULES
from certfolio.readiness.spoken import spoken
from certfolio.readiness.step import STEPS, storyboard
from certfolio.readiness.threshold import THRESHOLDS
from certfolio.readiness.waive import waived
from certfolio.standards.expectation import load_expectations
from certfolio.standards.load import load_standards
from made import PROJECT, graph_of, made, schemas

AS_OF = date(2026, 10, 5)


@cache
def _all_cases() -> tuple[tuple[str, object], ...]:
    """Return every reason of every fixture, with the name of its folder."""
    return tuple(
        (f"{folder.parent.name}/{folder.name}", finding.reason)
        for folder in CASES
        for finding in BY_ID[folder.parent.name].check(case_of(folder))
    )


def _inside(said: object) -> Iterator[Message]:
    """Yield a message and all messages that stand in it."""
    if isinstance(said, Message):
        yield said
    inner: Iterable[object] = ()
    if isinstance(said, Message):
        inner = said.values.values()
    elif isinstance(said, Listing):
        inner = said.items
    for value in inner:
        yield from _inside(value)


def test_every_reason_of_every_rule_is_a_message() -> None:
    plain = [name for name, reason in _all_cases() if not isinstance(reason, Message)]
    assert plain == []


def test_no_field_of_a_reason_is_a_sentence_joined_from_messages() -> None:
    joined = [
        (name, message.pattern)
        for name, reason in _all_cases()
        for message in _inside(reason)
        for value in message.values.values()
        if type(value) is str and any(sign in value for sign in ("; ", " and no ", ", and "))
    ]
    # what people wrote may hold anything; the rule about claims quotes their sentences
    assert {name.partition("/")[0] for name, _ in joined} <= {"RR-INT-05"}


def test_every_message_of_the_rules_is_handed_to_translators() -> None:
    known = schemas()
    standards, _ = load_standards(PROJECT / "no-such-folder", known)
    collected = set(in_modules(Path(certfolio.__file__).parent))
    collected |= {entry_of(said) for said in (*spoken(), *spoken_by_portal(known, standards))}
    asked = {entry_of(message) for _, reason in _all_cases() for message in _inside(reason)}
    missing = {entry for entry in asked if entry.has_words} - collected
    assert missing == set()


def test_deadlines_gates_steps_and_thresholds_are_messages() -> None:
    graph = graph_of(made("action", "ACT-001", status="open", due="2026-12-01"))
    told = [deadline.what for deadline in deadlines(graph)]
    told += [gate.title for gate in GATES] + [answer(gate, ()).sentence for gate in GATES]
    told += [step.title for step in STEPS] + [step.sentence for step in storyboard(())]
    told += [one.meaning for one in THRESHOLDS.values()] + [one.unit for one in THRESHOLDS.values()]
    assert told
    assert [said for said in told if not isinstance(said, Message)] == []


def test_the_sentence_about_a_waiver_is_a_message() -> None:
    days = {"approved_on": "2026-01-01", "expires_on": "2026-12-31"}
    waiver = made("waiver", "WVR-001", rule="RR-TEL-12", applies_to=["ACT-001"], **days)
    late = made("action", "ACT-001", status="open", due="2026-01-01")
    graph = graph_of(waiver, late)
    (finding,) = waived(
        BY_ID["RR-TEL-12"].check(Case(graph, AS_OF, load_expectations())), graph, AS_OF
    )
    assert isinstance(finding.waived, Message)
    assert isinstance(finding.reason, Message)


def test_a_rule_is_asked_and_explained_in_messages() -> None:
    said = list(spoken())
    for rule in RULES:
        assert rule.question in said
        assert all(part in said for part in rule.paragraphs)
        assert rule.why == "\n\n".join(rule.paragraphs)
    assert {message.context for message in said} == {"rule", "source", "need"}
