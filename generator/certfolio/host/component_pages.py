"""Renders every example of every component: the documentation of the design system.

These pages are for those who make templates; no portal holds them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, Undefined
from markupsafe import Markup

from certfolio.host.environment import theme_environment
from certfolio.host.static_file import style_sheets

EXAMPLES = "examples"
_FRAME = "page.html"


@dataclass(frozen=True, slots=True)
class Example:
    """A use of a component: what is written in a template, and what comes of it."""

    name: str
    template: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Component:
    """A component with its examples; `file` is the name of its template and of its page."""

    file: str
    name: str
    use: str
    avoid: str
    examples: tuple[Example, ...]


def component_files(theme: Path) -> dict[str, str]:
    """Return the finished pages and what they are shown with, by path."""
    environment = theme_environment([theme])
    shown = components(theme)
    frame = environment.from_string((theme / EXAMPLES / _FRAME).read_text("utf-8"))
    listed = {"components": shown}
    files = {"index.html": frame.render(listed, title="Components", component=None)}
    for component in shown:
        page = frame.render(listed, title=component.name, component=component)
        files[f"{component.file}.html"] = page
    icon = (theme / "static" / "icon.svg").read_text("utf-8")
    sheets = {f"theme/{name}": text for name, text in style_sheets([theme]).items()}
    return {**files, **sheets, "theme/icon.svg": icon}


def components(theme: Path) -> tuple[Component, ...]:
    """Return every component that has examples, rendered with the values written there."""
    # an example says what it shows and no more; what it leaves out is nothing
    environment = theme_environment([theme]).overlay(undefined=Undefined)
    return tuple(
        _component(environment, file) for file in sorted((theme / EXAMPLES).glob("*.yaml"))
    )


def _component(environment: Environment, file: Path) -> Component:
    told = yaml.safe_load(file.read_text("utf-8"))
    shared = told.get("template", "")
    examples = (_example(environment, shared, written) for written in told["examples"])
    return Component(file.stem, told["name"], told["for"], told["not_for"], tuple(examples))


def _example(environment: Environment, shared: str, written: Mapping[str, Any]) -> Example:
    """Render one; an example without a template of its own is written like the others."""
    template = str(written.get("template", shared)).strip()
    html = environment.from_string(template).render(written.get("values", {}))
    # what a template rendered is as safe as the template
    return Example(str(written["name"]), template, Markup(html))  # noqa: S704
