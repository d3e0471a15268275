"""Makes the graph that one audience may see; everything above works on that one only."""

from dataclasses import fields, replace
from typing import Any, TypeVar

from certfolio.audience.prose_sight import with_links_that_lead
from certfolio.intake.collect import files_of
from certfolio.linking.graph import RecordGraph
from certfolio.linking.resolve import links_between
from certfolio.records.controlled_document import ControlledDocument
from certfolio.records.field_walk import rewrite_references
from certfolio.records.part import FileEntry
from certfolio.records.portal_settings import (
    Audience,
    KnownGap,
    OptionalPage,
    PortalSettings,
    Withheld,
)
from certfolio.records.record import Record
from certfolio.records.record_types import DRAFT, type_of

E = TypeVar("E", Withheld, KnownGap)

WITHHELD = "withheld"
"""Stands where a field must name a record that this audience does not see."""


def see(graph: RecordGraph, audience: Audience) -> RecordGraph:
    """Return the graph without what lies above the audience's ceiling or is left out for it.

    Records go with everything in them; files whose own level is higher go alone; references to
    what is gone leave no id and no gap in a numbering behind, since links are found anew.
    """
    seen = {record.id for record in graph.records if is_seen(record, audience)}
    records = with_links_that_lead(
        [_cleaned(record, audience, seen) for record in graph.records if record.id in seen]
    )
    return RecordGraph(
        settings_for(graph.settings, audience), graph.standards, records, links_between(records)
    )


def settings_for(settings: PortalSettings, audience: Audience) -> PortalSettings:
    """Return the settings without what is said to other audiences, and without their names."""
    return replace(
        settings,
        audiences=(audience,),
        withheld=_told(settings.withheld, "withheld", audience),
        known_gaps=_told(settings.known_gaps, "known-gaps", audience),
    )


def _told(entries: tuple[E, ...], page: OptionalPage, audience: Audience) -> tuple[E, ...]:
    return tuple(
        replace(entry, audiences=())
        for entry in entries
        if page in audience.shows and (not entry.audiences or audience.name in entry.audiences)
    )


def is_seen(record: Record, audience: Audience) -> bool:
    """Whether the record as such may be shown to the audience."""
    return record.classification <= audience.ceiling and not _is_left_out(record, audience)


def is_file_seen(entry: FileEntry, audience: Audience) -> bool:
    """Whether a file of a visible record may be shown; its own level can only be higher."""
    return entry.classification is None or entry.classification <= audience.ceiling


def _is_left_out(record: Record, audience: Audience) -> bool:
    if type_of(record).name in audience.leaves_out:
        return True
    is_draft = isinstance(record, ControlledDocument) and record.status == DRAFT
    return is_draft and DRAFT in audience.leaves_out


def _cleaned(record: Record, audience: Audience, seen: set[str]) -> Record:
    links = tuple(link for link in record.links if link.to in seen)
    changes: dict[str, Any] = {} if links == record.links else {"links": links}
    if "files" in {field.name for field in fields(record)}:
        files = tuple(entry for entry in files_of(record) if is_file_seen(entry, audience))
        changes["files"] = files
        changes |= _text_gone(record, files)
    kept = replace(record, **changes) if changes else record
    result = rewrite_references(kept, lambda id: id if id in seen else None, WITHHELD)
    assert isinstance(result, Record)
    return result


def _text_gone(record: Record, files: tuple[FileEntry, ...]) -> dict[str, Any]:
    """Take out the text that was read from a file which this audience does not get."""
    source = getattr(record, "text_from", None)
    if source is None or source in {entry.path for entry in files}:
        return {}
    return {"text_from": None, "prose": None}
