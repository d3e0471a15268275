"""Messages are found where they are made, in modules and in templates."""

from pathlib import Path

from certfolio.language.entry import Entry, fields
from certfolio.language.extract import in_python, in_template


def test_calls_with_literal_texts_are_messages() -> None:
    source = """
from certfolio.model.message import say, say_count, word
from certfolio.portal.status import Status

NAMED = say("Owned by"
            " {name}.", name=x)
COUNTED = say_count("{number} day", "{number} days", n)
STATES = word("state", "gap"), Status("met"), word("state", unknown)
"""
    assert set(in_python(source)) == {
        Entry("Owned by {name}."),
        Entry("{number} day", "{number} days"),
        Entry("gap", context="state"),
        Entry("met", context="state"),
    }


def test_another_function_of_the_same_name_makes_none() -> None:
    source = "from certfolio.tasks.terminal import say\nsay('Published.')\n"
    assert list(in_python(source)) == []


def test_a_pattern_without_words_is_nothing_to_translate() -> None:
    source = "from certfolio.model.message import say\nsay('{number} {title}', number=1, title=x)\n"
    assert list(in_python(source)) == []


def test_templates_are_read_with_their_markup(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        """{{ _("Owner") }} {{ _n("{number} day", "{number} days", n) }} {{ _w("state", word) }}
{% trans href=view.href %}
Open the <a href="{{ href }}">file</a>.
{% endtrans %}""",
        encoding="utf-8",
    )
    assert set(in_template(page)) == {
        Entry("Owner"),
        Entry("{number} day", "{number} days"),
        Entry('Open the <a href="%(href)s">file</a>.'),
    }


def test_the_fields_of_both_kinds_of_patterns_are_known() -> None:
    assert fields("{day}: 100 %% of %(name)s") == {"{day}", "%(name)s"}
