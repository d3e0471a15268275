"""Badges: every status that a record may have gets the tone that its word deserves."""

from typing import Any, get_args, get_type_hints

from certfolio.portal.status import Status
from certfolio.readiness.coverage import ClauseState
from certfolio.records.record_types import RECORD_TYPES


def statuses() -> set[str]:
    return {word for row in RECORD_TYPES for word in get_args(_hint(row.record))}


def _hint(record: type[Any]) -> Any:
    return get_type_hints(record)["status"]


def words(tone: str) -> set[str]:
    return {word for word in statuses() if Status(word).tone == tone}


def test_only_what_went_wrong_is_called_bad() -> None:
    assert words("bad") == {"expired", "missed", "not implemented", "rejected", "suspended"}


def test_what_is_over_and_asks_for_nothing_is_quiet() -> None:
    assert words("quiet") == {
        "cancelled",
        "dropped",
        "excluded",
        "left",
        "repealed",
        "retired",
        "stage 1 done",
        "stage 2 done",
        "superseded",
        "waived",
        "withdrawn",
    }


def test_states_of_clauses_differ_in_tone() -> None:
    assert {state.value: Status(state.value).tone for state in ClauseState} == {
        "operating": "good",
        "documented only": "attention",
        "proof stale": "attention",
        "gap": "bad",
        "not applicable": "quiet",
        "not assessed": "attention",
    }
