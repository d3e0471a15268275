"""What the script of the search page says, in the language of the portal."""

from collections.abc import Mapping

from certfolio.language.language import Language
from certfolio.model.message import Message, say, say_count
from certfolio.readiness.step import STEPS

_FIRST_NUMBERS = range(200)


def spoken(language: Language) -> Mapping[str, object]:
    """Return every word of the script by its key; counted ones by the plural forms of Intl."""
    text = language.text
    return {
        "lang": language.code,
        "found": _counted(language, _found),
        "some": _counted(language, _some),
        "more": _counted(language, _more),
        "all": text(say("Everything that the filters leave, by type and number.")),
        "nothing": text(say("Nothing is found for “{query}”.", query="{query}")),
        "nothing_filtered": text(
            say("Nothing is found for “{query}” with these filters.", query="{query}")
        ),
        "similar": text(
            say("Spelt like this nowhere: {words}. Similar words are shown.", words="{words}")
        ),
        "in_id": text(say("Found in its number")),
        "in_title": text(say("Found in its title")),
        "in_clause": text(say("Clause")),
        "in_file": text(say("File")),
        "in_section": text(say("Section")),
        "in_owner": text(say("Owner")),
        "in_text": text(say("Found further down in its text")),
        "owner": text(say("Owner: {name}", name="{name}")),
        "serves": text(say("Serves {clauses}", clauses="{clauses}")),
        "without": text(say("Without {words}", words="{words}")),
        "remove": text(say("Take away the filter {name}", name="{name}")),
        "every_value": text(say("Show all {number}", number="{number}")),
        "facets": {
            "type": text(say("Type")),
            "step": text(say("Step")),
            "standard": text(say("Standard")),
            "status": text(say("Status")),
            "owner": text(say("Owner")),
        },
        "steps": _steps(language),
    }


def _steps(language: Language) -> list[str]:
    """Name the steps by their number; 0 is what all of them stand on."""
    basis = say("What all steps stand on")
    names = [say("{number} {step}", number=step.number, step=step.title) for step in STEPS]
    return [language.text(name) for name in (basis, *names)]


def _counted(language: Language, message: object) -> Mapping[str, str]:
    """Say a counted sentence once for each plural form, with the number left open."""
    forms: dict[str, str] = {}
    for number in _FIRST_NUMBERS:
        form = language.locale.plural_form(number)
        if form not in forms:
            forms[form] = language.text(message(number))  # type: ignore[operator]
    return forms


def _found(number: int) -> Message:
    return say_count("{number} result", "{number} results", number, **_OPEN)


def _some(number: int) -> Message:
    return say_count(
        "No entry has all of these words; {number} has some of them.",
        "No entry has all of these words; {number} have some of them.",
        number,
        **_OPEN,
    )


def _more(number: int) -> Message:
    return say_count("Show {number} more", "Show {number} more", number, **_OPEN)


_OPEN = {"number": "{number}"}
