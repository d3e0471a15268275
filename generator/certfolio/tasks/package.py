"""The command that seals a portal into the file that is handed over."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from invoke.context import Context
from invoke.tasks import task

from certfolio import __version__, pipeline
from certfolio.handover.durable import write_durably
from certfolio.handover.package import Layout, Sealed
from certfolio.handover.package_place import repaired_place
from certfolio.host.note import render_note
from certfolio.model.quoting import shown
from certfolio.pipeline import FilesChanged, Order, PackageOrder, Workspace
from certfolio.portal.edition import Edition
from certfolio.portal.package_note import HandedFile, Parcel, handover_sheet
from certfolio.reporting import text
from certfolio.reporting.report import Report
from certfolio.tasks import option
from certfolio.tasks.commit import commit_of
from certfolio.tasks.ending import Refused, ending
from certfolio.tasks.private_key import open_key
from certfolio.tasks.terminal import progress, say
from certfolio.tasks.workspace import workspace

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_HELP = {
    "audience": "for whom, as declared in portal.yaml (default: auditor)",
    "as-of": "the day to judge by: a date or the word today (default: as portal.yaml says)",
    "content": option.CONTENT,
    "output": "folder for packages (default: output/packages)",
    "lang": "language of the portal's own words (default: lang of portal.yaml, else English)",
    "bagit": "lay the package out as a BagIt bag, for archives that ask for one",
    "sign": "private key made by invoke keygen; the passphrase is asked for",
    "sender": "who hands it over, for the handover sheet",
    "receiver": "who gets it (default: the certification body of portal.yaml)",
    "destroy-by": "the day by which the receiver destroys all copies, for the handover sheet",
    "jobs": option.JOBS,
}


@dataclass(frozen=True, slots=True)
class Handover:
    """What a person says about the handover, which the records do not know."""

    sender: str | None
    receiver: str | None
    destroy_by: date | None


@task(auto_shortflags=False, help=_HELP)
def package(
    _context: Context,
    *,
    audience: str = "auditor",
    as_of: str | None = None,
    content: str | None = None,
    output: str = "output/packages",
    lang: str | None = None,
    bagit: bool = False,
    sign: str | None = None,
    sender: str | None = None,
    receiver: str | None = None,
    destroy_by: str | None = None,
    jobs: str | None = None,
) -> None:
    """Seal the portal of one audience into a zip with its manifest, digest and handover sheet."""
    folder = option.folder(output)
    with ending(lambda: f"No package was made; what lies in {folder.as_posix()} is as it was."):
        place = workspace(content)
        said = Handover(sender, receiver, option.day("destroy-by", destroy_by))
        key = open_key(Path(sign), place.content) if sign else None
        places = {"content": place.content, "project": place.project}
        for repair in repaired_place(folder, audience, **places):
            say(f"Repaired after an interrupted command: {repair}.")
        beside: list[Path] = []
        unsafe: list[str] = []
        with progress() as stage:
            checked = _checked(place, option.jobs(jobs), stage)
            assert checked.graph is not None
            settings = checked.graph.settings
            day, is_clock = option.day_of_judgement(as_of, settings)
            order = Order(
                audience=option.audience(audience, settings),
                as_of=day,
                target=folder,
                language=option.language(lang, settings, place.themes),
            )
            told = pipeline.notices(checked, order.audience)
            wish = PackageOrder(Layout.BAGIT if bagit else Layout.PLAIN, key is not None)

            def write_beside(edition: Edition, sealed: Sealed) -> None:
                beside.extend(_signed(sealed, edition, key))
                beside.extend(_sheet(sealed, edition, said, place, key))
                stage("looking into the files")
                unsafe.extend(pipeline.unsafe_files(place, edition))

            try:
                _edition, sealed = pipeline.package(
                    place, checked, order, wish, stage, write_beside=write_beside
                )
            except FilesChanged as changed:
                raise Refused(Report(changed.problems, checked.written)) from changed
        for notice in told:
            say(text.problem_text(notice))
        if is_clock:
            say(f"Judged by today's date, {day}.")
        _tell(sealed, beside)
        if unsafe:
            say(_warning(unsafe))


def _warning(unsafe: list[str]) -> str:
    """Name files that act when opened or hold keys; they were sealed, as a person decides."""
    named = ", ".join(shown(path, 120) for path in unsafe[:5])
    rest = f" and {len(unsafe) - 5} more" if len(unsafe) > 5 else ""
    return f"Unsafe to hand over: {named}{rest}. Ask invoke evidence.scan why before you send it."


def _checked(place: Workspace, jobs: int, stage: Callable[[str], None]) -> pipeline.Checked:
    stage("reading the records")
    checked = pipeline.check(place, jobs, has_digests=False)
    if checked.graph is None:
        raise Refused(Report(checked.problems, checked.written))
    return checked


def _signed(sealed: Sealed, edition: Edition, key: "Ed25519PrivateKey | None") -> tuple[Path, ...]:
    if key is None:
        return ()
    from certfolio.handover.signature import sign

    comment = f"certfolio portal {edition.build_id} as of {edition.as_of}"
    path = sealed.place.with_name(f"{sealed.place.name}.minisig")
    write_durably(path, sign(sealed.place, key, comment))
    return (path,)


def _sheet(
    sealed: Sealed,
    edition: Edition,
    said: Handover,
    place: Workspace,
    key: "Ed25519PrivateKey | None",
) -> tuple[Path, ...]:
    """Write the handover sheet; the clock is asked here, as the sheet is no part of the package."""
    parcel = Parcel(
        made_at=datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        sender=said.sender,
        receiver=said.receiver,
        commit=commit_of(place.content),
        destroy_by=said.destroy_by,
        program=f"certfolio {__version__}",
        files=(HandedFile(sealed.place.name, sealed.place.stat().st_size, sealed.digest),),
        public_key=_public_text(key),
    )
    sheet = handover_sheet(edition, parcel)
    path = sealed.place.with_name(f"{sealed.place.name}.handover.html")
    write_durably(path, render_note("package/handover.html", sheet, place.themes, edition.language))
    return (sealed.place.with_name(f"{sealed.place.name}.sha256"), path)


def _public_text(key: "Ed25519PrivateKey | None") -> str | None:
    if key is None:
        return None
    from certfolio.handover.signature import public_of

    return public_of(key).text


def _tell(sealed: Sealed, beside: list[Path]) -> None:
    size = sealed.place.stat().st_size
    say(
        f"Sealed {sealed.place.as_posix()}: {text.counted(sealed.files, 'file')},"
        f" {-(-size // 100_000) / 10:.1f} MB."
    )
    say(f"SHA-256 {sealed.digest}")
    for path in beside:
        say(f"Beside it, never inside: {path.name}")
    say("Give the SHA-256 to the receiver another way than the package itself.")
