"""The Jinja environment of the theme: escaped, strict, and deaf to anything but the theme."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from certfolio.host.contents import contents
from certfolio.host.running_head import running_head, style_policy
from certfolio.host.script import script_globals
from certfolio.language.language import ENGLISH, Language
from certfolio.model.message import Listing, LongDay, Message, Month, say, say_count, word


def theme_environment(themes: Sequence[Path], language: Language = ENGLISH) -> Environment:
    """Load templates from the first theme that has them, and from nowhere else.

    Whatever a template shows is shown in the language: messages translated, dates as it writes
    them. `_("Owned by {name}", name=...)`, `_n("{number} day", "{number} days", n)` and
    `_w("state", ...)` make messages; `{% trans %}` translates sentences with links in them.
    """
    environment = Environment(
        loader=FileSystemLoader([theme / "templates" for theme in themes]),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown_in(language),
        auto_reload=False,
    )
    # the only built-in that draws at random
    environment.globals.pop("lipsum")
    _install(environment, language)
    environment.globals.update(script_globals(themes))
    environment.globals.update(
        {"contents": contents, "running_head": running_head, "style_policy": style_policy}
    )
    environment.globals.update({"_": say, "_n": say_count, "_w": word})
    environment.filters.update(
        {"said": language.shown, "day": language.long_day, "size": language.size}
    )
    return environment


def _install(environment: Environment, language: Language) -> None:
    """Let `{% trans %}` translate, and show what stands inside it as it would be shown outside."""
    environment.policies["ext.i18n.trimmed"] = True
    # tells the extension to hand the values over by name
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    of, shown = language.translations, _shown_in(language)

    def filled(pattern: object, values: Mapping[str, object]) -> Markup:
        # the theme and its .po files are trusted with markup, values never are
        text = Markup(pattern)  # noqa: S704
        return text % {name: shown(value) for name, value in values.items()}

    def one(pattern: str, **values: object) -> Markup:
        return filled(of.gettext(pattern), values)

    def one_in(context: str, pattern: str, **values: object) -> Markup:
        return filled(of.pgettext(context, pattern), values)

    def several(pattern: str, plural: str, number: int, **values: object) -> Markup:
        return filled(of.ngettext(pattern, plural, number), {"num": number, **values})

    environment.globals.update({"gettext": one, "pgettext": one_in, "ngettext": several})


def _shown_in(language: Language) -> Callable[[object], object]:
    def shown(value: object) -> object:
        if isinstance(value, Message | Listing | LongDay | Month | date):
            return keep_carriage_returns(language.shown(value))
        return keep_carriage_returns(value)

    return shown


def keep_carriage_returns(value: object) -> object:
    """Write a carriage return as a reference: an HTML parser turns a raw one into a line feed."""
    if isinstance(value, str) and "\r" in value:
        return Markup(str(escape(value)).replace("\r", "&#13;"))  # noqa: S704 - escaped just before
    return value
