"""Seals a portal into a package for one receiver."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from certfolio.evidence_scan.files import scan_files
from certfolio.evidence_scan.finding import Weight
from certfolio.handover.package import Label, Layout, Sealed, seal
from certfolio.handover.package_place import package_place
from certfolio.host.note import render_note
from certfolio.pipeline.checking import Checked
from certfolio.pipeline.composing import Order, Progress, compose
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
    """What to seal and how: the layout, and the private key that signs it, if any."""

    layout: Layout = Layout.PLAIN
    is_signed: bool = False


def package(
    workspace: Workspace,
    checked: Checked,
    order: Order,
    wish: PackageOrder,
    progress: Progress,
    *,
    write_beside: Callable[[Edition, Sealed], None],
) -> tuple[Edition, Sealed]:
    """Seal the portal that one audience sees into a package in the folder `order.target`.

    `write_beside` gets the package while nobody else sees it, and writes what is handed over with
    it into the same folder; everything then goes to its place together, or nothing does. The
    portals that were published before stay as they are, and so do other packages. Raise what
    `build` raises, and SealBroken where the package could not be read back.
    """
    audience = order.audience.name
    places = {"content": workspace.content, "project": workspace.project}
    with package_place(order.target, audience, **places) as bench:
        portal, scratch = bench.folder / "portal", bench.folder / "notes"
        portal.mkdir()
        scratch.mkdir()
        edition, _pages = compose(workspace, checked, order, portal, progress)
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
        assert checked.graph is not None
        gate = leak_gate(workspace, checked.graph, edition)
        gate.look_at_all(notes)
        progress("sealing the package")
        sealed = seal(portal, notes, bench.parcel / label.file_name, wish.layout, scratch)
        write_beside(edition, sealed)
        gate.look_at_all(_beside(bench.parcel))
    return edition, replace(sealed, place=order.target / label.file_name)


def _beside(parcel: Path) -> dict[str, bytes]:
    """Return what lies beside the package, which was looked at before it was sealed."""
    files = (path for path in sorted(parcel.iterdir()) if path.is_file() and path.suffix != ".zip")
    return {path.name: path.read_bytes() for path in files}


def unsafe_files(workspace: Workspace, edition: Edition) -> tuple[str, ...]:
    """Name the files of an edition that are unsafe to open or to hand over, as records do."""
    scanned = scan_files(workspace.content / FILES, edition.graph.records)
    return tuple(dict.fromkeys(f.path for f in scanned if f.weight is Weight.UNSAFE))
