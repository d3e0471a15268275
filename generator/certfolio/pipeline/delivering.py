"""Takes a finished portal through a rehearsal and into the pieces in which it is handed over."""

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from certfolio.evidence_scan.inside import Inside, inside
from certfolio.handover.delivery.cargo import Cargo
from certfolio.handover.delivery.finding import Finding, Hindrance, Undeliverable, faults_of
from certfolio.handover.delivery.profile import Form, Profile
from certfolio.handover.delivery.rehearse import rehearse
from certfolio.handover.delivery.split import Volumes, split
from certfolio.handover.leak_gate import LeakGate
from certfolio.handover.package import Label, Layout, Sealed, gathered, lay_out, seal
from certfolio.handover.volume_list import NAME, VolumeList
from certfolio.handover.zip_reader import read_entries
from certfolio.pipeline.composing import Progress, write_pages
from certfolio.pipeline.workspace import Workspace
from certfolio.portal.assemble import FILES
from certfolio.portal.edition import Edition, PortalFile
from certfolio.portal.volume import Volume


@dataclass(frozen=True, slots=True)
class Consignment:
    """A finished portal on its way: its edition, its folder, what it is called, how it travels.

    `notes` writes the texts that lie beside the portal, for a volume or for the whole; nothing
    goes past `gate`.
    """

    workspace: Workspace
    edition: Edition
    portal: Path
    label: Label
    layout: Layout
    notes: Callable[[Edition], Mapping[str, bytes]]
    gate: LeakGate
    progress: Progress

    def gathered(
        self, edition: Edition, portal: Path, more: Mapping[str, bytes]
    ) -> dict[str, Path]:
        """Return every file of a package that holds this portal, its notes and `more`."""
        scratch = portal.with_name(f"{portal.name}-notes")
        scratch.mkdir(exist_ok=True)
        notes = {**self.notes(edition), **more}
        self.gate.look_at_all(notes)
        return gathered(portal, notes, self.layout, scratch)


def deliver(
    consignment: Consignment, profile: Profile | None, parcel: Path
) -> tuple[tuple[Sealed, ...], tuple[Finding, ...]]:
    """Write the package, its volumes or its plain folder to `parcel`; return them with notices.

    Raise Undeliverable, with every reason, where it would not arrive the way of the profile.
    """
    label, progress = consignment.label, consignment.progress
    files = consignment.gathered(consignment.edition, consignment.portal, {})
    progress("sealing the package")
    if profile is None:
        return (seal(files, parcel / label.file_name),), ()
    if profile.form is Form.FOLDER:
        sizes = {path: source.stat().st_size for path, source in files.items()}
        notices = _rehearsed(consignment, profile, _cargo(consignment, files, sizes))
        return (lay_out(files, parcel / label.stem),), notices
    whole = seal(files, parcel / label.file_name)
    cargo = _cargo(consignment, files, _packed(whole.place))
    notices = _rehearsed(consignment, profile, cargo)
    if len(split(profile, cargo).parts) == 1:
        return (whole,), notices
    whole.place.unlink()
    return _volumes(consignment, profile, cargo, parcel), notices


def _rehearsed(
    consignment: Consignment, profile: Profile, cargo: Sequence[Cargo]
) -> tuple[Finding, ...]:
    """Return what is worth knowing; raise Undeliverable where it would not arrive."""
    consignment.progress(f"rehearsing {profile.title}")
    plan = split(profile, cargo)
    findings = rehearse(profile, cargo, _stem(consignment.label, plan), plan)
    if faults_of(findings):
        raise Undeliverable(findings, profile.title)
    return findings


def _stem(label: Label, plan: Volumes) -> str:
    """Return the name of the folder that Explorer unpacks to."""
    if len(plan.parts) == 1:
        return label.stem
    return label.volume_names(len(plan.parts))[-1].removesuffix(".zip")


def _packed(archive: Path) -> Mapping[str, int]:
    with archive.open("rb") as stream:
        return {entry.name: entry.packed for entry in read_entries(stream)}


def _cargo(
    consignment: Consignment, files: Mapping[str, Path], packed: Mapping[str, int]
) -> tuple[Cargo, ...]:
    origins = _origins(consignment)
    return tuple(
        Cargo(
            path=path,
            size=source.stat().st_size,
            packed=packed[path],
            origin=origins.get(path, path),
            is_evidence=path in origins,
            inside=_inside(source) if path in origins else Inside(),
        )
        for path, source in sorted(files.items())
    )


def _origins(consignment: Consignment) -> Mapping[str, str]:
    """Return what evidence is called in the content folder, by its path in the package."""
    folder = f"{consignment.workspace.content.name}/{FILES}"
    prefix = consignment.layout.value
    return {
        f"{prefix}/{file.path}": f"{folder}/{path} ({id})"
        for (id, path), file in consignment.edition.files.items()
    }


def _inside(source: Path) -> Inside:
    return inside(source.name, source.read_bytes())


def _volumes(
    consignment: Consignment, profile: Profile, cargo: Sequence[Cargo], parcel: Path
) -> tuple[Sealed, ...]:
    """Write every volume; where one came out too big, once more with less in each."""
    assert profile.largest_part is not None
    limit = profile.largest_part
    while True:
        made = _written(consignment, split(profile, cargo, limit), parcel)
        over = max(each.place.stat().st_size for each in made) - profile.largest_part
        if over <= 0:
            return made
        for each in made:
            each.place.unlink()
        limit -= 2 * over
        again = split(profile, cargo, limit)
        if again.room < 0 or again.oversized:
            raise Undeliverable((_too_big(profile, over),), profile.title)


def _too_big(profile: Profile, over: int) -> Finding:
    return Finding(
        "the volumes",
        f"come out {over} bytes larger than {profile.title} takes, however they are filled",
        Hindrance.TOTAL,
        "volumes that hold all pages and a file or more",
        "deliver another way, such as --profile stick, or raise --part-size where more is taken",
    )


def _written(consignment: Consignment, plan: Volumes, parcel: Path) -> tuple[Sealed, ...]:
    names = consignment.label.volume_names(len(plan.parts))
    prefix = f"{consignment.layout.value}/"
    held = {
        path.removeprefix(prefix): number
        for number, part in enumerate(plan.parts, start=1)
        for path in part
    }
    return tuple(
        _volume(consignment, Volume(number, names, held), parcel)
        for number in range(1, len(names) + 1)
    )


def _volume(consignment: Consignment, volume: Volume, parcel: Path) -> Sealed:
    consignment.progress(f"writing volume {volume.number} of {len(volume.names)}")
    edition = replace(consignment.edition, volume=volume)
    folder = consignment.portal.with_name(f"volume-{volume.number}")
    (folder / FILES).mkdir(parents=True)
    files = tuple(edition.files.values())
    for file in files:
        if volume.held[file.path] == volume.number:
            _copy(consignment.portal / file.path, folder / file.path)
    write_pages(consignment.workspace, edition, folder, consignment.progress)
    consignment.gate.look(folder)
    consignment.gate.finish()
    listed = {NAME: _listed(volume, files, consignment.layout)}
    sealed = seal(
        consignment.gathered(edition, folder, listed), parcel / volume.names[volume.number - 1]
    )
    for used in (folder, folder.with_name(f"{folder.name}-notes")):
        shutil.rmtree(used)
    return sealed


def _listed(volume: Volume, files: Sequence[PortalFile], layout: Layout) -> bytes:
    known = {f"{layout.value}/{file.path}": (volume.held[file.path], file.sha256) for file in files}
    return VolumeList(volume.number, volume.names, known).data


def _copy(source: Path, destination: Path) -> None:
    """Give a file a second name where the disk can, as files may be large."""
    try:
        os.link(source, destination)
    except OSError:
        shutil.copyfile(source, destination)
