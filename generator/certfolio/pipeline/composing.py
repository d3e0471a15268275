"""A whole portal written into an empty folder: the stages from the graph to the pages."""

from collections.abc import Callable
from pathlib import Path

from certfolio.exports.exports import exports
from certfolio.handover.check_copies import check_copies
from certfolio.handover.check_pages import check_pages
from certfolio.host.failure import RenderFailed
from certfolio.host.render import render
from certfolio.intake.collect import portable_names
from certfolio.linking.graph import RecordGraph
from certfolio.model.page import Page
from certfolio.model.problem import Code, Problem
from certfolio.model.quoting import shown
from certfolio.pipeline.checking import Checked, sorted_by_place
from certfolio.pipeline.edition_for import FilesChanged, Order, edition_for
from certfolio.pipeline.leak_check import leak_gate
from certfolio.pipeline.workspace import Workspace
from certfolio.portal import address
from certfolio.portal.assemble import FILES, export_content
from certfolio.portal.collisions import collisions
from certfolio.portal.edition import Edition
from certfolio.portal.pages import pages
from certfolio.portal.site import site
from certfolio.records.record_types import type_of

Progress = Callable[[str], None]


def compose(
    workspace: Workspace, checked: Checked, order: Order, folder: Path, progress: Progress
) -> tuple[Edition, tuple[Page, ...]]:
    """Write a whole portal into an empty folder and look at every page a second time."""
    assert checked.graph is not None
    progress("copying files")
    (folder / FILES).mkdir()
    edition, prints = edition_for(workspace, checked, order, folder / FILES)
    made = write_pages(workspace, edition, folder, progress)
    names = portable_names(edition.graph.records)
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
