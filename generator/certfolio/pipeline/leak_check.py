"""Makes sure that what is handed over holds nothing above its audience."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path

from certfolio.audience.free_text import texts_in
from certfolio.audience.mention import mentions, said_in, sight_of, visible_of
from certfolio.audience.secret import hidden_paths
from certfolio.audience.see import is_file_seen, is_seen
from certfolio.handover.leak_gate import LeakGate
from certfolio.host.theme_bytes import shipped_words
from certfolio.intake.collect import files_of
from certfolio.linking.graph import RecordGraph
from certfolio.model.problem import Problem
from certfolio.pipeline.checking import Checked
from certfolio.pipeline.workspace import Workspace
from certfolio.portal.assemble import FILES
from certfolio.portal.edition import Edition, PortalFile
from certfolio.records.portal_settings import Audience
from certfolio.records.record import Record


def leak_gate(workspace: Workspace, whole: RecordGraph, edition: Edition) -> LeakGate:
    """Return the gate for an edition, which looks for what only the whole graph holds.

    What authors of visible records say themselves, in texts and in files, and what the program's
    own words and the catalogues of clauses say, is found by nobody: it is told as a notice, or no
    secret.
    """
    audience = edition.audience
    seen = visible_of(whole, edition.graph, audience)
    files = _allowed_files(whole, edition)
    sight = sight_of(whole, seen, audience)
    own = "\n\n".join(_own_words(workspace, edition, files))
    return LeakGate(
        sight.without(said_in(seen, edition.graph.settings, sight) | sight.found(own)),
        frozenset(file.path for file in files),
        frozenset((*(file.sha256 for file in files), *_digests_of_catalogues(edition))),
        lambda: frozenset(_digests(workspace.content / FILES, whole, audience)),
    )


def notices(checked: Checked, audience: Audience) -> tuple[Problem, ...]:
    """Return where the texts of an edition name what it leaves out, for somebody to look."""
    assert checked.graph is not None
    return tuple(sorted(mentions(checked.graph, audience), key=lambda notice: notice.sort_key))


def _allowed_files(whole: RecordGraph, edition: Edition) -> tuple[PortalFile, ...]:
    """Return the files of the edition that its audience may see, decided anew from the records."""
    allowed = {
        (record.id, entry.path)
        for record in whole.records
        if is_seen(record, edition.audience)
        for entry in files_of(record)
        if is_file_seen(entry, edition.audience)
    }
    return tuple(file for key, file in edition.files.items() if key in allowed)


def _own_words(
    workspace: Workspace, edition: Edition, files: tuple[PortalFile, ...]
) -> Iterator[str]:
    yield from shipped_words(workspace.themes)
    yield from cited(edition.graph.records)
    yield from texts_in(edition.graph.standards.catalogues)
    yield from texts_in(edition.labels)
    yield from texts_in(tuple(file.preview for file in files))
    yield from texts_in(edition.carried or {})


def cited(records: Iterable[Record]) -> Iterator[str]:
    """Yield what pages say when they cite a record: its title and a day.

    A hidden record may happen to be called the same, as minutes are called by subject and day.
    """
    for record in records:
        for field in fields(record):
            value = getattr(record, field.name)
            if isinstance(value, date):
                yield f"{record.title}, {value.isoformat()}"


def _digests_of_catalogues(edition: Edition) -> Iterator[str]:
    return (known.digest for known in edition.graph.standards.catalogues.values())


def _digests(folder: Path, graph: RecordGraph, audience: Audience) -> Iterator[str]:
    for path in hidden_paths(graph, audience):
        with (folder / path).open("rb") as file:
            yield hashlib.file_digest(file, "sha256").hexdigest()
