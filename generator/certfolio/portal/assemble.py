"""Puts an edition together: what an audience sees, judged, with its files and its build id."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import groupby
from types import MappingProxyType

from certfolio import __version__
from certfolio.evidence_scan.files import ScannedFile
from certfolio.exports.build_id import build_id
from certfolio.exports.content import ExportContent, ExportedFile
from certfolio.intake.attachment import Fingerprint
from certfolio.intake.collect import NamedFile, named_files
from certfolio.language.language import ENGLISH, Language
from certfolio.linking.graph import RecordGraph
from certfolio.model.preview import Preview
from certfolio.portal.edition import Edition, PortalFile
from certfolio.portal.field_name import Labels
from certfolio.readiness.cover import cover
from certfolio.readiness.readiness import Readiness, judge
from certfolio.records.portal_settings import Audience
from certfolio.records.record_types import READINESS
from certfolio.standards.expectation import Expectations

FILES = "files"
_NO_PREVIEWS: Mapping[tuple[str, str], Preview] = MappingProxyType({})


def assemble(
    graph: RecordGraph,
    audience: Audience,
    as_of: date,
    *,
    prints: Mapping[tuple[str, str], Fingerprint],
    labels: Labels,
    look: Iterable[bytes],
    expectations: Expectations,
    language: Language = ENGLISH,
    previews: Mapping[tuple[str, str], Preview] = _NO_PREVIEWS,
    carried: Mapping[tuple[str, str], ScannedFile] | None = None,
) -> Edition:
    """Return the edition of a graph that holds only what the audience may see.

    `prints` are the files that were copied, by (record id, path); `look` the bytes of the theme,
    `previews` what can be looked at of some of the files, by the same key, and `carried` what a
    scan found in them, for an audience that asks for it.
    The readiness rules see no more of the records than the audience does.
    """
    edition = Edition(
        graph=graph,
        coverage=cover(graph, as_of),
        files=portal_files(graph, prints, previews),
        labels=labels,
        as_of=as_of,
        audience=audience,
        build_id="",
        version=__version__,
        readiness=_readiness(graph, audience, as_of, expectations),
        language=language,
        carried=carried,
    )
    shown = (*look, language.code.encode(), language.source)
    return replace(edition, build_id=build_id(export_content(edition), shown))


def export_content(edition: Edition) -> ExportContent:
    """Return what the exports of an edition are made of."""
    by_record = groupby(edition.files.items(), key=lambda item: item[0][0])
    return ExportContent(
        graph=edition.graph,
        coverage=edition.coverage,
        files={
            id: tuple(ExportedFile(f.path, f.name, f.size, f.sha256) for _, f in items)
            for id, items in by_record
        },
        as_of=edition.as_of,
        audience=edition.audience,
        version=edition.version,
        build_id=edition.build_id,
        readiness=edition.readiness,
    )


def _readiness(
    graph: RecordGraph, audience: Audience, as_of: date, expectations: Expectations
) -> Readiness | None:
    return None if READINESS in audience.leaves_out else judge(graph, as_of, expectations)


def portal_files(
    graph: RecordGraph,
    prints: Mapping[tuple[str, str], Fingerprint],
    previews: Mapping[tuple[str, str], Preview],
) -> dict[tuple[str, str], PortalFile]:
    """Return the files of a portal by the record and the path that name them."""
    return {
        file.key: _portal_file(file, prints[file.key], previews.get(file.key))
        for file in named_files(graph.records)
        if file.key in prints
    }


def _portal_file(file: NamedFile, read: Fingerprint, preview: Preview | None) -> PortalFile:
    name = file.entry.path.rpartition("/")[2]
    return PortalFile(
        path=f"{FILES}/{file.portable_name}",
        title=file.entry.title or name,
        name=name,
        size=read.size,
        sha256=read.sha256,
        preview=preview,
    )
