"""Our generator and writer as a Pelican plugin; imported only while pages are rendered."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from pelican import Pelican
from pelican.generators import Generator
from pelican.plugins import signals
from pelican.settings import read_settings
from pelican.writers import Writer

from certfolio.model.page import Page


def run(
    pages: Sequence[Page], environment: Environment, theme: Path, staging: Path, site: object
) -> bool:
    """Let Pelican write the pages into the staging folder; tell whether it kept our plugin."""
    plugin = _Plugin(pages, environment, site)
    try:
        pelican = Pelican(read_settings(override=_settings(theme, staging, plugin)))
        pelican.run()
        return plugin in pelican.plugins
    finally:
        plugin.unregister()


def _settings(theme: Path, staging: Path, plugin: "_Plugin") -> dict[str, Any]:
    """Return settings for one run: Pelican writes into them, so they are never used again."""
    feeds = ("FEED_ALL_ATOM", "CATEGORY_FEED_ATOM", "AUTHOR_FEED_ATOM", "AUTHOR_FEED_RSS")
    return dict.fromkeys((*feeds, "TRANSLATION_FEED_ATOM")) | {
        "PATH": str(staging.absolute()),
        "OUTPUT_PATH": str(staging.absolute()),
        "THEME": str(theme.absolute()),
        "THEME_STATIC_PATHS": [],
        "PLUGINS": [plugin],
        "PLUGIN_PATHS": [],
        "ARTICLE_PATHS": [],
        "PAGE_PATHS": [],
        "STATIC_PATHS": [],
        "DIRECT_TEMPLATES": [],
        "PAGINATED_TEMPLATES": {},
        "DELETE_OUTPUT_DIRECTORY": False,
        "CACHE_CONTENT": False,
        "LOAD_CONTENT_CACHE": False,
        "TIMEZONE": "UTC",
        "LOCALE": ["C"],
        "SITEURL": "",
        "RELATIVE_URLS": True,
    }


class _Plugin:
    """Holds the pages of one run and offers Pelican the classes that write them.

    The instance keeps its bound methods alive: Pelican's signals hold receivers weakly, so that a
    lambda would vanish and leave an empty portal.
    """

    def __init__(self, pages: Sequence[Page], environment: Environment, site: object) -> None:
        self._generator = _generator_of(pages, environment, site)

    def register(self) -> None:
        signals.get_generators.connect(self.generators)
        signals.get_writer.connect(self.writer)

    def unregister(self) -> None:
        signals.get_generators.disconnect(self.generators)
        signals.get_writer.disconnect(self.writer)

    def generators(self, _pelican: Pelican) -> type[Generator]:
        return self._generator

    def writer(self, _pelican: Pelican) -> type[Writer]:
        return _PortableWriter


def _generator_of(pages: Sequence[Page], environment: Environment, site: object) -> type[Generator]:
    class PageGenerator(Generator):  # type: ignore[misc]
        """Writes frozen pages; the settings and context of Pelican never reach a template."""

        def generate_output(self, writer: Writer) -> None:
            for page in pages:
                try:
                    template = environment.get_template(page.template)
                    writer.write_file(page.path, _BoundTemplate(template, page, site), {})
                except Exception as error:
                    error.add_note(f"while rendering page {page.path}")
                    raise

    return PageGenerator


@dataclass(frozen=True, slots=True)
class _BoundTemplate:
    template: Template
    page: Page
    site: object

    def render(self, _context: dict[str, object]) -> str:
        return self.template.render(view=self.page.view, site=self.site, page=self.page)


class _PortableWriter(Writer):  # type: ignore[misc]
    """Writes the same bytes on every system and never over a file that is already there."""

    def _open_w(self, filename: str, _encoding: str, override: bool = False) -> TextIOWrapper:
        return Path(filename).open("x", encoding="utf-8", newline="\n")
