"""Finds where the texts that an audience reads name what it does not see, for somebody to look."""

from collections.abc import Iterable, Iterator

from certfolio.audience.distinctive import distinctive
from certfolio.audience.free_text import free_texts
from certfolio.audience.secret import Secret, secrets_from
from certfolio.audience.see import is_seen, see
from certfolio.audience.sight import Sight
from certfolio.intake.collect import files_of
from certfolio.linking.graph import RecordGraph
from certfolio.model.location import Location
from certfolio.model.problem import Code, Problem
from certfolio.records.portal_settings import Audience, PortalSettings
from certfolio.records.record import Record
from certfolio.records.record_types import RECORD_TYPES


def mentions(graph: RecordGraph, audience: Audience) -> list[Problem]:
    """Return a notice for every text of this edition that names what it leaves out.

    A notice says where, by what, and who should look; never what is named. What somebody wrote in
    words of their own is theirs to say, so nothing is taken out and nothing is refused.
    """
    seen = see(graph, audience)
    sight = sight_of(graph, seen.records, audience)
    found = [] if sight.is_empty else list(_in_records(graph, seen, sight, audience))
    return found + list(_shared_files(graph, seen, audience))


def visible_of(graph: RecordGraph, seen: RecordGraph, audience: Audience) -> tuple[Record, ...]:
    """Return the records of an edition that its audience may see, decided anew from the whole."""
    whole = {record.id: record for record in graph.records}
    return tuple(
        record
        for record in seen.records
        if record.id in whole and is_seen(whole[record.id], audience)
    )


def sight_of(graph: RecordGraph, seen: Iterable[Record], audience: Audience) -> Sight:
    """Return a sight for all secrets of an audience that cannot be mistaken for something else."""
    names = {record.id: record.title for record in seen}
    titles = [*names.values(), *_words_of_the_field(graph)]
    return Sight.of(distinctive(secrets_from(graph, audience), titles), names)


def _words_of_the_field(graph: RecordGraph) -> Iterator[str]:
    """Yield what types of records and clauses are called, which everybody may say."""
    for row in RECORD_TYPES:
        yield from (row.noun, row.plural)
    for catalogue in graph.standards.catalogues.values():
        yield from (clause.title for clause in catalogue.clauses)


def said_in(seen: Iterable[Record], settings: PortalSettings, sight: Sight) -> frozenset[Secret]:
    """Return the secrets that the authors of visible records and settings say themselves."""
    texts = [text for record in seen for _, text in free_texts(record)]
    texts += [text for _, text in free_texts(settings)]
    return sight.found("\n\n".join(texts))


def _in_records(
    graph: RecordGraph, seen: RecordGraph, sight: Sight, audience: Audience
) -> Iterator[Problem]:
    for record in seen.records:
        for pointer, text in free_texts(record):
            for secret in _in_order(sight.found(text)):
                place = record.origin.place(pointer)
                # the owner as the records say it, whom the audience may not see
                owner = graph.record(record.id).owner
                yield _notice(place, secret, audience, f"{owner}, who owns {record.id},")
    for pointer, text in free_texts(seen.settings):
        for secret in _in_order(sight.found(text)):
            place = seen.settings.origin.place(pointer)
            yield _notice(place, secret, audience, "whoever looks after portal.yaml")


def _in_order(secrets: Iterable[Secret]) -> list[Secret]:
    return sorted(secrets, key=lambda secret: (secret.told, secret.text))


def _notice(place: Location, secret: Secret, audience: Audience, who: str) -> Problem:
    return Problem(
        place,
        f"the text gives {secret.told}, which the audience {audience.name} does not see",
        Code.MENTION,
        "texts that name only what all their readers may know of",
        f"{who} should look: reword it, raise the classification, or leave it if these readers"
        " may know",
        is_notice=True,
    )


def _shared_files(graph: RecordGraph, seen: RecordGraph, audience: Audience) -> Iterator[Problem]:
    """Tell of files that go along with one record while another one, or its entry, hides them."""
    shown = {entry.path for record in seen.records for entry in files_of(record)}
    hiding = {
        entry.path
        for record in graph.records
        for entry in files_of(record)
        if entry.path in shown and not _is_shown_by(seen, record, entry.path)
    }
    for record in seen.records:
        for number, entry in enumerate(files_of(graph.record(record.id))):
            if entry.path in hiding and _is_shown_by(seen, record, entry.path):
                yield _shared(record, number, audience)


def _is_shown_by(seen: RecordGraph, record: Record, path: str) -> bool:
    kept = seen.find(record.id)
    return kept is not None and any(entry.path == path for entry in files_of(kept))


def _shared(record: Record, number: int, audience: Audience) -> Problem:
    return Problem(
        record.origin.place(f"/files/{number}/path"),
        f"the audience {audience.name} gets this file with {record.id}, and another record keeps"
        " it from them",
        Code.MENTION,
        "one level for a file wherever it is named",
        f"{record.owner}, who owns {record.id}, should look: write classification: beside the"
        " path here, or lower it there",
        is_notice=True,
    )
