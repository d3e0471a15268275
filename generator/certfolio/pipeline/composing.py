"""A whole portal written into an empty folder: the stages from the graph to the pages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from certfolio.audience.see import see
from certfolio.evidence_scan.files import ScannedFile, scan_files
from certfolio.exports.exports import exports
from certfolio.handover.check_copies import check_copies
from certfolio.handover.check_pages import check_pages
from certfolio.host.failure import RenderFailed
from certfolio.host.render import render
from certfolio.host.theme_bytes import theme_bytes
from certfolio.intake.attachment import Fingerprint
from certfolio.intake.collect import collect_files, portable_names
from certfolio.intake.preview.preview import previews
from certfolio.language.language import ENGLISH, Language
from certfolio.linking.graph import RecordGraph
from certfolio.model.page import Page
from certfolio.model.problem import Code, Problem
from certfolio.model.quoting import shown
from certfolio.pipeline.checking import Checked, sorted_by_place, stops
from certfolio.pipeline.leak_check import leak_gate
from certfolio.pipeline.workspace import Workspace
from certfolio.portal import address
from certfolio.portal.assemble import FILES, assemble, export_content
from certfolio.portal.collisions import collisions
from certfolio.portal.edition import Edition
from certfolio.portal.labels import field_labels
from certfolio.portal.pages import pages
from certfolio.portal.site import site
from certfolio.records.portal_settings import Audience
from certfolio.records.record_types import type_of
from certfolio.standards.expectation import load_expectations


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: for whom, judged on which day, published where, in which language."""

    audience: Audience
    as_of: date
    target: Path
    language: Language = ENGLISH


class FilesChanged(Exception):  # noqa: N818 - the files are at fault, not the program
    """A file turned out to be another one, or to change, while it was copied."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("files changed")
        self.problems = problems


Progress = Callable[[str], None]


def compose(
    workspace: Workspace, checked: Checked, order: Order, folder: Path, progress: Progress
) -> tuple[Edition, tuple[Page, ...]]:
    """Write a whole portal into an empty folder and look at every page a second time."""
    assert checked.graph is not None
    graph = see(checked.graph, order.audience)
    progress("copying files")
    prints = _copied(workspace, graph, checked, folder / FILES)
    edition = assemble(
        graph,
        order.audience,
        order.as_of,
        prints=prints,
        labels=field_labels(checked.schemas),
        look=theme_bytes(workspace.themes),
        expectations=load_expectations(),
        language=order.language,
        previews=previews(folder / FILES, graph.records, prints),
        carried=_carried(graph, order.audience, folder / FILES),
    )
    made = write_pages(workspace, edition, folder, progress)
    names = portable_names(graph.records)
    check_copies(folder / FILES, {names[key]: made_of.sha256 for key, made_of in prints.items()})
    progress("searching for what must not be in it")
    gate = leak_gate(workspace, checked.graph, edition)
    gate.look(folder)
    gate.finish()
    return edition, made


def write_pages(
    workspace: Workspace, edition: Edition, folder: Path, progress: Progress
) -> tuple[Page, ...]:
    """Write the pages and exports of an edition beside its files, and look at every page again."""
    made = pages(edition)
    _expect_every_record(edition.graph, made)
    _expect_names_apart(edition.graph, made)
    progress(f"writing {len(made)} pages")
    render(made, workspace.themes, folder, site(edition), edition.language)
    (folder / "exports").mkdir()
    for path, data in exports(export_content(edition)).items():
        (folder / path).write_bytes(data)
    progress("checking every page")
    complaints = check_pages(folder, [page.path for page in made])
    if complaints:
        raise RenderFailed(complaints)
    return made


def _copied(
    workspace: Workspace, graph: RecordGraph, checked: Checked, folder: Path
) -> Mapping[tuple[str, str], Fingerprint]:
    folder.mkdir()
    prints, faults = collect_files(workspace.content / FILES, graph.records, folder)
    if stops(faults):
        raise FilesChanged(sorted_by_place([*checked.problems, *faults]))
    return prints


def _carried(
    graph: RecordGraph, audience: Audience, folder: Path
) -> Mapping[tuple[str, str], ScannedFile] | None:
    """Scan the copies, so that the page speaks of the very files that are handed over."""
    if "evidence-scan" not in audience.shows:
        return None
    return {file.key: file for file in scan_files(folder, graph.records, is_copied=True)}


def _expect_every_record(graph: RecordGraph, made: tuple[Page, ...]) -> None:
    """Make sure that what goes in comes out: a page for every record."""
    paths = {page.path for page in made}
    lost = [record for record in graph.records if address.record(record.id) not in paths]
    if lost:
        raise RenderFailed([f"{type_of(record).noun} {record.id} has no page" for record in lost])


def _expect_names_apart(graph: RecordGraph, made: tuple[Page, ...]) -> None:
    """Make sure that no record wants the file name of a page that every portal has."""
    records = {address.record(record.id): record for record in graph.records}
    problems = [
        Problem(
            records[page.path].origin.place("/id"),
            f"a record with the id {shown(records[page.path].id)} would be the page {page.path},"
            " which is there for something else",
            Code.COLLISION,
            "an id that gives its page a name of its own",
            "give this record the next free id",
        )
        for collision in collisions(made)
        for page in collision.pages[:1]
        if page.path in records
    ]
    if problems:
        raise FilesChanged(sorted_by_place(problems))
