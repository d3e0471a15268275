"""Messages: English text wherever text is wanted, with what it was made of kept beside it."""

import json
import pickle
from dataclasses import dataclass, replace
from datetime import date

from certfolio.model.message import Listing, LongDay, Message, Month, say, say_count, word

DAY = date(2026, 10, 5)


@dataclass(frozen=True, slots=True)
class Told:
    reason: Message
    days: int = 0


def test_a_message_is_its_english_text() -> None:
    told = say("{document} is to be reviewed by {day}.", document="DOC-001", day=DAY)
    assert told == "DOC-001 is to be reviewed by 2026-10-05."
    assert told.pattern == "{document} is to be reviewed by {day}."
    assert dict(told.values) == {"document": "DOC-001", "day": DAY}


def test_a_message_without_fields_may_hold_braces() -> None:
    assert say("write {name} here") == "write {name} here"


def test_values_with_braces_are_left_alone() -> None:
    assert say("It says “{text}”.", text="{day}") == "It says “{day}”."


def test_a_number_chooses_the_form_and_may_stand_in_it() -> None:
    def late(number: int) -> Message:
        return say_count("{due}, {number} day ago", "{due}, {number} days ago", number, due=DAY)

    assert late(1) == "2026-10-05, 1 day ago"
    assert late(0) == "2026-10-05, 0 days ago"
    assert late(12) == "2026-10-05, 12 days ago"
    assert late(12).number == 12


def test_a_word_keeps_the_context_that_tells_it_apart() -> None:
    assert word("state", "open") == word("verb", "open") == "open"
    assert word("state", "open").context == "state"


def test_an_enumeration_reads_as_people_write_it() -> None:
    assert Listing([]) == ""
    assert Listing(["A"]) == "A"
    assert Listing(["A", "B"]) == "A and B"
    assert Listing(["A", DAY, 3]) == "A, 2026-10-05 and 3"


def test_a_row_is_parted_by_the_signs_it_was_given() -> None:
    assert Listing(["A", "B", "C"], "; ") == "A; B; C"
    assert Listing(["A"], "; ") == "A"


def test_messages_survive_pickling_with_all_that_is_inside() -> None:
    inner = Listing([say("no {what}", what="owner"), word("done", "approved")], "; ")
    whole = say_count("{number} fault: {told}", "{number} faults: {told}", 2, told=inner)
    again = pickle.loads(pickle.dumps(whole))
    assert again == whole
    assert (again.pattern, again.plural, again.number) == (whole.pattern, whole.plural, 2)
    assert again.values["told"].between == "; "
    assert [part.pattern for part in again.values["told"].items] == ["no {what}", "approved"]
    assert again.values["told"].items[1].context == "done"
    assert pickle.loads(pickle.dumps(LongDay(DAY))).day == DAY
    assert pickle.loads(pickle.dumps(Month(DAY))).day == DAY


def test_messages_survive_the_copy_of_a_value_that_holds_them() -> None:
    told = replace(Told(say("Owned by {name}.", name="P-001")), days=3)
    assert told.reason.values["name"] == "P-001"


def test_messages_count_as_text_for_json_sorting_and_sets() -> None:
    told = [say("b {x}", x=1), say("a"), Listing(["c", "d"])]
    assert json.dumps(told) == '["b 1", "a", "c and d"]'
    assert sorted(told) == ["a", "b 1", "c and d"]
    assert {say("a"): 1}["a"] == 1
    assert len({say("a"), "a", word("state", "a")}) == 1
