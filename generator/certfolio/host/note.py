"""Renders a single text of the theme that is no page of a portal, without Pelican."""

from collections.abc import Sequence
from pathlib import Path

from certfolio.host.environment import theme_environment
from certfolio.language.language import Language


def render_note(template: str, view: object, themes: Sequence[Path], language: Language) -> str:
    """Return the text of a template that sees `view` and nothing else."""
    return theme_environment(themes, language).get_template(template).render(view=view)
