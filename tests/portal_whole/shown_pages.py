"""Picks the pages that tests look at, so that none of the portal's page kinds is forgotten."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from certfolio.audience.see import see
from certfolio.portal.assemble import assemble
from certfolio.portal.labels import field_labels
from certfolio.portal.pages import pages
from certfolio.standards.expectation import load_expectations
from portal_whole.builds import checked
from portal_whole.page_tree import one_of_each_kind

TEMPLATES = "templates.json"


def write_templates(content: Path, audience: str, target: Path) -> None:
    """Write down beside a portal which template each of its pages is made with."""
    result = checked(content)
    assert result.graph is not None
    settings = result.graph.settings
    wanted = next(known for known in settings.audiences if known.name == audience)
    edition = assemble(
        see(result.graph, wanted),
        wanted,
        date.fromisoformat(str(settings.as_of)),
        prints={},
        labels=field_labels(result.schemas),
        look=(),
        expectations=load_expectations(),
    )
    made = {page.path: page.template for page in pages(edition)}
    (target / TEMPLATES).write_text(json.dumps(made), "utf-8")


def one_of_each_template(portal: Path) -> dict[str, Path]:
    """Return of all page kinds the largest page, as the table PAGES has them.

    A shipped template that no page of the sample is made with is a fault of the sample.
    """
    made: dict[str, str] = json.loads((portal.parent / TEMPLATES).read_text("utf-8"))
    chosen: dict[str, Path] = {}
    for path, template in made.items():
        page = portal / path
        if page.exists() and page.stat().st_size > _size(chosen.get(template)):
            chosen[template] = page
    return chosen


def shown_pages(portal: Path) -> Iterator[Path]:
    """Yield a page of every kind, of every type of record and every register."""
    yield from sorted({*one_of_each_kind(portal).values(), *one_of_each_template(portal).values()})


def _size(page: Path | None) -> int:
    return page.stat().st_size if page is not None else 0
