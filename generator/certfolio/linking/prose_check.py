"""Finds links in texts that lead to nothing: their words are shown and cannot be clicked."""

import posixpath
from collections.abc import Iterable

from certfolio.linking.near_file import NearFiles
from certfolio.linking.prose_target import ProseTargets, RecordTarget, beside, text_path
from certfolio.model.location import Location
from certfolio.model.problem import Code, Problem
from certfolio.model.prose import ProseLink
from certfolio.model.quoting import shown
from certfolio.records.record import Record


def prose_problems(records: Iterable[Record]) -> list[Problem]:
    """Return a notice for every relative link and picture in a text that leads to nothing.

    The same link twice in one text is one notice.
    """
    known = tuple(records)
    targets = ProseTargets.among(known)
    near = NearFiles(targets.carriers)
    return [
        problem
        for record in known
        for link in dict.fromkeys(record.prose.links if record.prose else ())
        if (problem := _problem(targets, near, record, link)) is not None
    ]


def _problem(
    targets: ProseTargets, near: NearFiles, record: Record, link: ProseLink
) -> Problem | None:
    meant = targets.meant(record, link)
    if meant is None:
        return _nowhere(near, record, link)
    if isinstance(meant, RecordTarget) and meant.is_place_missing:
        return _no_place(record, link, meant)
    return None


def _nowhere(near: NearFiles, record: Record, link: ProseLink) -> Problem:
    kind = "picture" if link.is_image else "link"
    return Problem(
        _text_place(record),
        f"the {kind} {shown(link.href, 120)} in the text of {record.id} leads to nothing",
        Code.BROKEN_LINK,
        "the id of a record, or the path from this text to a file that a record carries",
        _advice(near, text_path(record), link.href),
        is_notice=True,
    )


def _advice(near: NearFiles, source: str, href: str) -> str:
    """Return the path to write in the text of a file, or what else to do."""
    meant = near.nearest(beside(source, href))
    if meant is None:
        return "correct it, or name the file it means in the files: of a record"
    return f"did you mean {posixpath.relpath(meant, posixpath.dirname(source))}?"


def _no_place(record: Record, link: ProseLink, meant: RecordTarget) -> Problem:
    fragment = link.href.partition("#")[2]
    return Problem(
        _text_place(record),
        f"the link {shown(link.href, 120)} in the text of {record.id} names a place that"
        f" {meant.record.id} does not have",
        Code.BROKEN_LINK,
        f"a heading of the text of {meant.record.id}",
        f"correct what follows #, now {shown(fragment)}; the link leads to the top of the page",
        is_notice=True,
    )


def _text_place(record: Record) -> Location:
    has_file = getattr(record, "text_from", None) is not None
    return record.origin.place("/text_from" if has_file else "")
