"""Writes what goes with a package and never into it, and says what was made."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from certfolio import __version__
from certfolio.handover.delivery.rehearse import megabytes
from certfolio.handover.durable import write_durably
from certfolio.handover.package import Sealed
from certfolio.host.note import render_note
from certfolio.model.problem import ExitCode
from certfolio.model.stop import Stop
from certfolio.pipeline import Handed, Workspace
from certfolio.portal.package_note import HandedFile, Parcel, handover_sheet
from certfolio.reporting import text
from certfolio.tasks.commit import commit_of
from certfolio.tasks.terminal import say

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_EPOCH = "SOURCE_DATE_EPOCH"


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says about the handover, which the records do not know."""

    sender: str | None
    receiver: str | None
    destroy_by: date | None
    made_on: date | None


def epoch_day() -> date | None:
    """Return the day that builds are to carry instead of today's, as reproducible builds ask for.

    https://reproducible-builds.org/specs/source-date-epoch/
    """
    given = os.environ.get(_EPOCH)
    if not given:
        return None
    try:
        return datetime.fromtimestamp(int(given), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise Stop(
            ExitCode.CONFIGURATION,
            found=f"{_EPOCH} is no number of seconds",
            expected="whole seconds since 1970, such as 1775000000",
            fix=f"take {_EPOCH} out of the environment, or correct it",
        ) from None


def signatures(handed: Handed, key: "Ed25519PrivateKey | None") -> Iterator[Path]:
    """Write a signature beside every zip; for a folder, one of its list of files."""
    if key is None:
        return
    from certfolio.handover.signature import sign

    edition = handed.edition
    comment = f"certfolio portal {edition.build_id} as of {edition.as_of}"
    for part in handed.parts:
        path = part.place.with_name(f"{part.place.name}.minisig")
        write_durably(path, sign(part.measured, key, comment))
        yield path


def sheet(handed: Handed, said: Said, place: Workspace, key: "Ed25519PrivateKey | None") -> Path:
    """Write the handover sheet; the same package and words give the same sheet."""
    parcel = Parcel(
        made_on=said.made_on,
        sender=said.sender,
        receiver=said.receiver,
        commit=commit_of(place.content),
        destroy_by=said.destroy_by,
        program=f"certfolio {__version__}",
        files=tuple(map(_handed_file, handed.parts)),
        is_folder=handed.parts[0].place.is_dir(),
        public_key=_public_text(key),
    )
    view = handover_sheet(handed.edition, parcel)
    path = handed.beside.with_name(f"{handed.beside.name}.handover.html")
    language = handed.edition.language
    write_durably(path, render_note("package/handover.html", view, place.themes, language))
    return path


def tell(handed: Handed, beside: list[Path]) -> None:
    """Say what was made, what to give to the receiver, and what to look after."""
    for part in handed.parts:
        say(
            f"Sealed {part.place.as_posix()}: {text.counted(part.files, 'file')},"
            f" {megabytes(_size(part))}."
        )
        of = " of its list of files" if part.place.is_dir() else ""
        say(f"SHA-256{of} {part.digest}")
    names = dict.fromkeys((f"{handed.beside.name}.sha256", *(path.name for path in beside)))
    for name in names:
        say(f"Beside it, never inside: {name}")
    say("Give the SHA-256 to the receiver another way than the package itself.")
    for finding in handed.notices:
        say(str(finding))


def _size(part: Sealed) -> int:
    return part.octets if part.place.is_dir() else part.place.stat().st_size


def _handed_file(part: Sealed) -> HandedFile:
    folder = part.place.parent
    name = part.measured.relative_to(folder).as_posix()
    return HandedFile(name, part.measured.stat().st_size, part.digest)


def _public_text(key: "Ed25519PrivateKey | None") -> str | None:
    if key is None:
        return None
    from certfolio.handover.signature import public_of

    return public_of(key).text
