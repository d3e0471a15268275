"""The Jinja environment of the theme: escaped, strict, and deaf to anything but the theme."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape


def theme_environment(themes: Sequence[Path]) -> Environment:
    """Load templates from the first theme that has them, and from nowhere else."""
    environment = Environment(
        loader=FileSystemLoader([theme / "templates" for theme in themes]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=keep_carriage_returns,
        auto_reload=False,
    )
    # the only built-in that draws at random
    environment.globals.pop("lipsum")
    return environment


def keep_carriage_returns(value: object) -> object:
    """Write a carriage return as a reference: an HTML parser turns a raw one into a line feed."""
    if isinstance(value, str) and "\r" in value:
        return Markup(str(escape(value)).replace("\r", "&#13;"))  # noqa: S704 - escaped just before
    return value
