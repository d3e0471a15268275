"""Takes out of texts the links that lead to nothing an audience sees: their addresses name it."""

from collections.abc import Sequence
from dataclasses import replace

from certfolio.intake.markdown.links import resolve_links
from certfolio.linking.prose_target import ProseTargets
from certfolio.model.prose import Prose
from certfolio.records.record import Record


def with_links_that_lead(records: Sequence[Record]) -> tuple[Record, ...]:
    """Return the records with every link in their texts led to one of them, or to their files.

    Where a link leads to none, its words stay. Links that never led anywhere go the same way, so
    that nobody can tell the two apart.
    """
    targets = ProseTargets.among(records)
    return tuple(_with_text(targets, record) for record in records)


def _with_text(targets: ProseTargets, record: Record) -> Record:
    prose = record.prose
    if prose is None:
        return record
    kept = tuple(link for link in prose.links if targets.meant(record, link) is not None)
    if kept == prose.links:
        return record
    return replace(record, prose=_without(targets, record, prose))


def _without(targets: ProseTargets, record: Record, prose: Prose) -> Prose:
    html = resolve_links(
        prose, lambda link: None if targets.meant(record, link) is None else link.href
    )
    kept = tuple(link for link in prose.links if targets.meant(record, link) is not None)
    return replace(prose, html=html, links=kept)
