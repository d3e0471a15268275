"""The stages in order: content in, validated graph, findings, pages, a published portal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from certfolio.audience.see import see
from certfolio.evidence_scan.files import ScannedFile, scan_files
from certfolio.evidence_scan.finding import Weight
from certfolio.exports.exports import exports
from certfolio.handover.check_pages import check_pages
from certfolio.handover.package import Label, Layout, Sealed, seal
from certfolio.handover.package_place import package_place
from certfolio.handover.publish import staging
from certfolio.host.failure import RenderFailed
from certfolio.host.note import render_note
from certfolio.host.render import render
from certfolio.host.theme_bytes import theme_bytes
from certfolio.intake.attachment import Fingerprint
from certfolio.intake.collect import collect_files, inspect_files
from certfolio.intake.load import load_records
from certfolio.intake.preview.preview import previews
from certfolio.intake.schema import SchemaSet, load_schemas
from certfolio.intake.settings import load_settings
from certfolio.language.language import ENGLISH, Language
from certfolio.linking.graph import RecordGraph
from certfolio.linking.prose_check import prose_problems
from certfolio.linking.resolve import resolve
from certfolio.linking.settings_check import settings_problems
from certfolio.model.page import Page
from certfolio.model.problem import Problem
from certfolio.portal import address
from certfolio.portal.assemble import FILES, assemble, export_content
from certfolio.portal.edition import Edition
from certfolio.portal.labels import field_labels
from certfolio.portal.package_note import organization_of, package_note
from certfolio.portal.pages import pages
from certfolio.portal.site import site
from certfolio.readiness import readiness
from certfolio.readiness.readiness import Readiness
from certfolio.records.portal_settings import Audience
from certfolio.records.record import Record
from certfolio.records.record_types import type_of
from certfolio.standards.expectation import load_expectations
from certfolio.standards.load import load_standards


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where an organization's material lies; `themes` are searched in order."""

    project: Path
    content: Path
    schema: Path
    themes: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What reading the content came to; `graph` is None where there is a problem.

    `written` counts the records as their authors wrote them.
    """

    graph: RecordGraph | None
    schemas: SchemaSet
    problems: tuple[Problem, ...]
    written: int = 0


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: for whom, judged on which day, published where, in which language."""

    audience: Audience
    as_of: date
    target: Path
    language: Language = ENGLISH


@dataclass(frozen=True, slots=True)
class Built:
    """What was published: records, pages and files, and what was repaired after a crash before."""

    shown: int
    pages: int
    files: int
    build_id: str
    repairs: tuple[str, ...]


Progress = Callable[[str], None]

PACKAGE_NOTES = (
    ("START-HERE.html", "package/start_here.html"),
    ("VERIFY.txt", "package/verify.txt"),
)


def check(workspace: Workspace, jobs: int, *, has_digests: bool = True) -> Checked:
    """Read, validate and link everything; every problem of every file, sorted by place.

    With `has_digests` the files are read whole and compared with what was recorded; a build does
    that while it copies them.
    """
    schemas = load_schemas(workspace.schema)
    if schemas.problems:
        return Checked(None, schemas, schemas.problems)
    known, problems = load_standards(workspace.content / "standards", schemas)
    settings = load_settings(workspace.content, schemas)
    loaded = load_records(workspace.content, schemas, jobs)
    problems += loaded.problems
    files = workspace.content / FILES
    problems += inspect_files(files, loaded.records)
    if has_digests:
        problems += collect_files(files, loaded.records)[1]
    if isinstance(settings, list):
        return Checked(None, schemas, _sorted(problems + settings), loaded.written)
    unknown = settings_problems(settings, known, loaded.records)
    if unknown:
        return Checked(None, schemas, _sorted(problems + unknown), loaded.written)
    declared = known.only(tuple(entry.standard for entry in settings.standards))
    graph, faults = resolve(loaded.records, settings, declared, known, loaded.unusable)
    found = _sorted(problems + faults + prose_problems(graph.records))
    return Checked(None if _stops(found) else graph, schemas, found, loaded.written)


def build(workspace: Workspace, checked: Checked, order: Order, progress: Progress) -> Built:
    """Publish the portal that one audience sees, all of it or nothing.

    `checked` holds a graph. Raise Stop where the target or the system is in the way, FilesChanged
    where a file is not what was recorded, RenderFailed where the finished pages are not right.
    """
    places = {"content": workspace.content, "project": workspace.project}
    with staging(order.target, order.audience.name, **places) as draft:
        edition, made = compose(workspace, checked, order, draft.folder, progress)
        progress("publishing")
    return Built(
        shown=len(edition.graph.records),
        pages=len(made),
        files=len(edition.files),
        build_id=edition.build_id,
        repairs=draft.repairs,
    )


@dataclass(frozen=True, slots=True)
class PackageOrder:
    """What to seal and how: the layout, and the private key that signs it, if any."""

    layout: Layout = Layout.PLAIN
    is_signed: bool = False


def package(
    workspace: Workspace,
    checked: Checked,
    order: Order,
    wish: PackageOrder,
    progress: Progress,
) -> tuple[Edition, Sealed]:
    """Seal the portal that one audience sees into a package in the folder `order.target`.

    The portals that were published before stay as they are, and so do other packages. Raise what
    `build` raises, and SealBroken where the package could not be read back.
    """
    audience = order.audience.name
    with package_place(order.target, audience, content=workspace.content) as lent:
        portal, scratch = lent / "portal", lent / "notes"
        portal.mkdir()
        scratch.mkdir()
        edition, _made = compose(workspace, checked, order, portal, progress)
        label = Label(
            organization=organization_of(edition),
            standards=tuple(edition.graph.standards.catalogues),
            audience=audience,
            as_of=edition.as_of,
            build_id=edition.build_id,
        )
        note = package_note(
            edition,
            wish.layout.value,
            label.file_name,
            is_bag=wish.layout is Layout.BAGIT,
            is_signed=wish.is_signed,
        )
        notes = {
            name: render_note(template, note, workspace.themes, order.language).encode()
            for name, template in PACKAGE_NOTES
        }
        progress("sealing the package")
        return edition, seal(portal, notes, order.target / label.file_name, wish.layout, scratch)


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
    made = pages(edition)
    _expect_every_record(graph, made)
    progress(f"writing {len(made)} pages")
    render(made, workspace.themes, folder, site(edition), order.language)
    (folder / "data").mkdir()
    for path, data in exports(export_content(edition)).items():
        (folder / path).write_bytes(data)
    progress("checking every page")
    complaints = check_pages(folder, [page.path for page in made])
    if complaints:
        raise RenderFailed(complaints)
    return edition, made


@dataclass(frozen=True, slots=True)
class Scanned:
    """What the files of the valid records carry; `problems` are those of records not looked at."""

    records: tuple[Record, ...]
    files: tuple[ScannedFile, ...]
    problems: tuple[Problem, ...]


def scan(workspace: Workspace, jobs: int, only: str | None = None) -> Scanned:
    """Look into the files of all valid records, or of the one with the id `only`.

    Nothing needs to be linked or complete for it: files are looked at before they are accepted.
    """
    schemas = load_schemas(workspace.schema)
    if schemas.problems:
        return Scanned((), (), schemas.problems)
    loaded = load_records(workspace.content, schemas, jobs)
    wanted = [record for record in loaded.records if only in (None, record.id)]
    files = scan_files(workspace.content / FILES, wanted)
    return Scanned(loaded.records, files, _sorted(list(loaded.problems)))


def unsafe_files(workspace: Workspace, edition: Edition) -> tuple[str, ...]:
    """Name the files of an edition that are unsafe to open or to hand over, as records do."""
    scanned = scan_files(workspace.content / FILES, edition.graph.records)
    return tuple(dict.fromkeys(f.path for f in scanned if f.weight is Weight.UNSAFE))


def _carried(
    graph: RecordGraph, audience: Audience, folder: Path
) -> Mapping[tuple[str, str], ScannedFile] | None:
    """Scan the copies, so that the page speaks of the very files that are handed over."""
    if "evidence-scan" not in audience.shows:
        return None
    return {file.key: file for file in scan_files(folder, graph.records, is_copied=True)}


def judge(graph: RecordGraph, as_of: date) -> Readiness:
    """Say what the readiness rules find in a graph on a day."""
    return readiness.judge(graph, as_of, load_expectations())


def _copied(
    workspace: Workspace, graph: RecordGraph, checked: Checked, folder: Path
) -> Mapping[tuple[str, str], Fingerprint]:
    folder.mkdir()
    prints, faults = collect_files(workspace.content / FILES, graph.records, folder)
    if _stops(faults):
        raise FilesChanged(_sorted([*checked.problems, *faults]))
    return prints


class FilesChanged(Exception):  # noqa: N818 - the files are at fault, not the program
    """A file turned out to be another one, or to change, while it was copied."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("files changed")
        self.problems = problems


def _expect_every_record(graph: RecordGraph, made: tuple[Page, ...]) -> None:
    """Make sure that what goes in comes out: a page for every record."""
    paths = {page.path for page in made}
    lost = [record for record in graph.records if address.record(record.id) not in paths]
    if lost:
        raise RenderFailed([f"{type_of(record).noun} {record.id} has no page" for record in lost])


def _stops(problems: tuple[Problem, ...] | list[Problem]) -> bool:
    return any(not problem.is_notice for problem in problems)


def _sorted(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems), key=lambda problem: problem.sort_key))
