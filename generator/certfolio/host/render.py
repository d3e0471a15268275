"""Turns page values into HTML files through Pelican, which does nothing else here."""

import traceback
from collections.abc import Sequence
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from certfolio.host.containment import contained
from certfolio.host.environment import theme_environment
from certfolio.host.failure import RenderFailed
from certfolio.host.page_path import path_complaints
from certfolio.host.static_file import copy_static_files
from certfolio.language.language import ENGLISH, Language
from certfolio.model.page import Page
from certfolio.model.problem import ExitCode


def render(
    pages: Sequence[Page],
    themes: Sequence[Path],
    staging: Path,
    site: object,
    language: Language = ENGLISH,
) -> None:
    """Write every page and the static files of the themes into the staging folder.

    Templates are looked for in the themes in order, so that a workspace's theme, given first, may
    replace single templates; they see `view`, `site` and `page` and nothing else. Raise
    RenderFailed for anything Pelican or the theme complains of; a failing disk is an OSError.
    """
    complaints = path_complaints(page.path for page in pages)
    if complaints:
        raise RenderFailed(complaints)
    copy_static_files(themes, staging)
    with contained() as messages:
        from certfolio.host.stage import run

        try:
            is_kept = run(pages, theme_environment(themes, language), themes[-1], staging, site)
        except TemplateError as error:
            raise _template_failure(error, themes) from error
    missing = [page.path for page in pages if not (staging / page.path).is_file()]
    complaints = [*messages, *(f"page {path} was not written" for path in missing)]
    if not is_kept:
        complaints.append("Pelican did not keep the plugin that writes the pages")
    if complaints:
        raise RenderFailed(complaints)


def _template_failure(error: TemplateError, themes: Sequence[Path]) -> RenderFailed:
    """Name the template and line, and whose theme it is."""
    reason = error.message or type(error).__name__
    context = "".join(f" ({note})" for note in getattr(error, "__notes__", ()))
    if isinstance(error, TemplateNotFound):
        return RenderFailed([f"template {error.name} is missing from the theme{context}"])
    place = _template_place(error, themes)
    if place is None:
        return RenderFailed([f"{reason}{context}"])
    index, name, line = place
    is_overriding = index < len(themes) - 1
    return RenderFailed(
        [f"templates/{name}:{line}: {reason}{context}"],
        exit_code=ExitCode.CONFIGURATION if is_overriding else ExitCode.CRASH,
    )


def _template_place(error: TemplateError, themes: Sequence[Path]) -> tuple[int, str, int] | None:
    frames = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError) and error.filename is not None:
        frames.append((error.filename, error.lineno))
    for filename, line in reversed(frames):
        for index, theme in enumerate(themes):
            if Path(filename).is_relative_to(theme / "templates"):
                name = Path(filename).relative_to(theme / "templates").as_posix()
                return index, name, line or 1
    return None
