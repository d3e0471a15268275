"""A text that hangs or breaks the renderer is refused by name, and only that text."""

import multiprocessing
from threading import Event, Thread

import pytest

from certfolio.intake.markdown.budget import Refused, render_all
from certfolio.intake.markdown.render import render

_TEXTS = {f"text {number}": f"# Title {number}\n\n- a\n  - b {number}\n" for number in range(30)}
_NESTED = "".join(f"{'    ' * level}- a\n" for level in range(300))
_SLOW = "[" * 50_000


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_do_not_depend_on_the_number_of_jobs(jobs: int) -> None:
    results = render_all(_TEXTS, jobs)

    assert results == {name: render(text) for name, text in _TEXTS.items()}
    assert list(results) == list(_TEXTS)


def test_nothing_to_render_is_no_work() -> None:
    assert render_all({}, jobs=4) == {}


def test_a_text_over_its_time_is_refused_and_its_process_is_gone() -> None:
    results = render_all({"slow": _SLOW, **_TEXTS}, jobs=2, seconds=1.5)

    assert results.pop("slow") == Refused(
        "takes more than 1.5 seconds to render; long runs of brackets"
        " or other repeated signs are the usual cause"
    )
    assert results == {name: render(text) for name, text in _TEXTS.items()}
    assert multiprocessing.active_children() == []


def test_lists_nested_without_end_are_refused() -> None:
    results = render_all({"nested": _NESTED, **_TEXTS}, jobs=1)

    assert results.pop("nested") == Refused("nests lists or quotes too deeply to be rendered")
    assert len(results) == len(_TEXTS)
    assert Refused not in map(type, results.values())


def test_the_last_text_may_be_the_slow_one() -> None:
    results = render_all({"a": "b", "slow": _SLOW}, jobs=1, seconds=1.5)

    assert results["a"] == render("b")
    assert isinstance(results["slow"], Refused)


def test_a_text_larger_than_allowed_is_refused_unread() -> None:
    results = render_all({"large": "ä" * 250_001, "a": "b"}, jobs=1)

    assert results == {
        "large": Refused("has 500,002 bytes, more than the 500,000 a text may have"),
        "a": render("b"),
    }


def test_twenty_thousand_nested_tags_are_closed_again() -> None:
    result = render_all({"tags": "<div>" * 20_000}, jobs=1, seconds=60)["tags"]

    assert not isinstance(result, Refused)
    assert result.html.count("<div>") == result.html.count("</div>")


def test_a_program_with_threads_starts_fresh_processes() -> None:
    done = Event()
    thread = Thread(target=done.wait)
    thread.start()
    try:
        assert render_all({"a": "b"}, jobs=1) == {"a": render("b")}
    finally:
        done.set()
        thread.join()
