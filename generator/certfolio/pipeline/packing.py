"""Seals a portal into a package for one receiver."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from textwrap import fill

from certfolio.evidence_scan.files import scan_files
from certfolio.evidence_scan.finding import Weight
from certfolio.handover.delivery.finding import Finding
from certfolio.handover.delivery.profile import Form, Profile
from certfolio.handover.package import Label, Layout, Sealed, write_digests
from certfolio.handover.package_place import package_place
from certfolio.host.note import render_note
from certfolio.pipeline.checking import Checked
from certfolio.pipeline.composing import Progress, compose
from certfolio.pipeline.delivering import Consignment, deliver
from certfolio.pipeline.edition_for import Order
from certfolio.pipeline.leak_check import leak_gate
from certfolio.pipeline.workspace import Workspace
from certfolio.portal.assemble import FILES
from certfolio.portal.edition import Edition
from certfolio.portal.package_note import organization_of, package_note

PACKAGE_NOTES = (
    ("START-HERE.html", "package/start_here.html"),
    ("VERIFY.txt", "package/verify.txt"),
)


@dataclass(frozen=True, slots=True)
class PackageOrder:
    """What to seal and how: the layout, whether it is signed, the way it goes where one is said."""

    layout: Layout = Layout.PLAIN
    is_signed: bool = False
    profile: Profile | None = None


@dataclass(frozen=True, slots=True)
class Handed:
    """What is handed over: a package, its volumes or its folder, and what a rehearsal noticed.

    What lies beside it is called like `beside`, with an ending of its own.
    """

    edition: Edition
    parts: tuple[Sealed, ...]
    beside: Path
    notices: tuple[Finding, ...] = ()

    def moved_to(self, folder: Path) -> "Handed":
        """Return the same at its place among the packages."""
        parts = tuple(replace(part, place=folder / part.place.name) for part in self.parts)
        return replace(self, parts=parts, beside=folder / self.beside.name)


def package(
    workspace: Workspace,
    checked: Checked,
    order: Order,
    wish: PackageOrder,
    progress: Progress,
    *,
    write_beside: Callable[[Handed], None],
) -> Handed:
    """Seal the portal that one audience sees into a package in the folder `order.target`.

    `write_beside` gets the package while nobody else sees it, and writes what is handed over with
    it into the same folder; everything then goes to its place together, or nothing does. The
    portals that were published before stay as they are, and so do other packages. Raise what
    `build` raises, Undeliverable where the package would not arrive, and SealBroken where it could
    not be read back.
    """
    places = {"content": workspace.content, "project": workspace.project}
    with package_place(order.target, order.audience.name, **places) as bench:
        portal = bench.folder / "portal"
        portal.mkdir()
        edition, _pages = compose(workspace, checked, order, portal, progress)
        label = _label(edition)

        assert checked.graph is not None
        gate = leak_gate(workspace, checked.graph, edition)

        def notes(of: Edition) -> Mapping[str, bytes]:
            return _notes(workspace, of, label, wish)

        consignment = Consignment(
            workspace, edition, portal, label, wish.layout, notes, gate, progress
        )
        parts, notices = deliver(consignment, wish.profile, bench.parcel)
        handed = Handed(edition, parts, bench.parcel / _name_beside(label, parts), notices)
        write_digests(parts, handed.beside)
        write_beside(handed)
        gate.look_at_all(_beside(bench.parcel))
    return handed.moved_to(order.target)


def _label(edition: Edition) -> Label:
    return Label(
        organization=organization_of(edition),
        standards=tuple(edition.graph.standards.catalogues),
        audience=edition.audience.name,
        as_of=edition.as_of,
        build_id=edition.build_id,
    )


def _name_beside(label: Label, parts: tuple[Sealed, ...]) -> str:
    if len(parts) > 1:
        return f"{label.stem}-{len(parts)}-volumes"
    return parts[0].place.name


def _notes(
    workspace: Workspace, edition: Edition, label: Label, wish: PackageOrder
) -> Mapping[str, bytes]:
    is_folder = wish.profile is not None and wish.profile.form is Form.FOLDER
    volume = edition.volume
    whole = label.stem if is_folder else label.file_name
    note = package_note(
        edition,
        wish.layout.value,
        volume.names[volume.number - 1] if volume else whole,
        is_bag=wish.layout is Layout.BAGIT,
        is_signed=wish.is_signed,
        is_folder=is_folder,
    )
    texts = {
        name: render_note(template, note, workspace.themes, edition.language)
        for name, template in PACKAGE_NOTES
    }
    return {
        name: (_wrapped(text) if name.endswith(".txt") else text).encode()
        for name, text in texts.items()
    }


def _wrapped(text: str) -> str:
    """Break sentences into lines, as not every editor does; commands stay in one piece."""
    lines = (
        line if line.startswith(" ") else fill(line, 78, break_long_words=False)
        for line in text.split("\n")
    )
    return "\n".join(lines)


def _beside(parcel: Path) -> dict[str, bytes]:
    """Return what lies beside the package, which was looked at before it was sealed."""
    files = (path for path in sorted(parcel.iterdir()) if path.is_file() and path.suffix != ".zip")
    return {path.name: path.read_bytes() for path in files}


def unsafe_files(workspace: Workspace, edition: Edition) -> tuple[str, ...]:
    """Name the files of an edition that are unsafe to open or to hand over, as records do."""
    scanned = scan_files(workspace.content / FILES, edition.graph.records)
    return tuple(dict.fromkeys(f.path for f in scanned if f.weight is Weight.UNSAFE))
