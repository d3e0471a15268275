"""The command that checks a package, as its receiver would."""

from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from certfolio.handover.verify import Verified, verify_folder, verify_zip
from certfolio.model.problem import ExitCode
from certfolio.model.stop import Stop
from certfolio.reporting import text
from certfolio.tasks import option
from certfolio.tasks.ending import end, ending
from certfolio.tasks.private_key import expect_program
from certfolio.tasks.terminal import answer, progress

_DIGITS = 64
_HELP = {
    "path": "the zip, or the folder it was unpacked to",
    "digest": "SHA-256 of the zip, from the handover sheet",
    "public-key": "the sender's public key: the line or the .pub file; needs the .minisig file",
}


@task(auto_shortflags=False, positional=["path"], help=_HELP)
def verify(
    _context: Context, path: str, digest: str | None = None, public_key: str | None = None
) -> None:
    """Compare a package with its manifest, its digest and its signature; nothing is written."""
    with ending():
        place = option.folder(path)
        expected = _digits(digest) if digest else None
        with progress() as stage:
            stage("comparing every file")
            found = verify_folder(place) if place.is_dir() else verify_zip(_file(place))
            faults = [
                *found.faults,
                *_digest_faults(found, expected),
                *(_signature_faults(place, public_key) if public_key else ()),
            ]
        answer(_report(place, found, faults, expected is not None, public_key is not None))
        if faults:
            raise end(ExitCode.VERIFICATION.value)


def _file(place: Path) -> Path:
    if place.is_file():
        return place
    raise Stop(
        ExitCode.CONFIGURATION,
        found=f"there is no zip or folder {place.as_posix()}",
        expected="a package, or the folder it was unpacked to",
        fix="write the path of the package behind invoke verify",
    )


def _digits(given: str) -> str:
    digits = "".join(given.split()).lower()
    if len(digits) == _DIGITS and set(digits) <= set("0123456789abcdef"):
        return digits
    raise Stop(
        ExitCode.CONFIGURATION,
        found="--digest is no SHA-256",
        expected="64 digits from 0 to f, as on the handover sheet",
        fix='write --digest "..." with the digits; blanks between them do not matter',
    )


def _digest_faults(found: Verified, expected: str | None) -> list[str]:
    if expected is None or found.digest == expected:
        return []
    if found.digest is None:
        return ["a folder has no digest of its own: give the zip to compare it with --digest"]
    return [f"the SHA-256 of the zip is {found.digest}, not the one given: it is another file"]


def _signature_faults(place: Path, given: str) -> list[str]:
    expect_program()
    from certfolio.handover.signature import public_key, signature_fault

    file = option.folder(given)
    words = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else given
    try:
        key = public_key(words)
    except ValueError:
        raise Stop(
            ExitCode.CONFIGURATION,
            found="--public-key is no public key",
            expected="the line that begins with RW, or the .pub file it stands in",
            fix="ask the sender for the key, another way than the package",
        ) from None
    signature = place.with_name(f"{place.name}.minisig")
    if place.is_dir() or not signature.is_file():
        return [f"there is no signature {signature.name} beside the zip"]
    fault = signature_fault(place, signature.read_text(encoding="utf-8", errors="replace"), key)
    return [fault] if fault else []


def _report(
    place: Path, found: Verified, faults: list[str], has_digest: bool, has_key: bool
) -> str:
    lines = [f"{place.as_posix()}: {fault}" for fault in faults]
    if faults:
        lines.append("This is not the package as it was made. Ask the sender for it again.")
    else:
        lines.append(
            f"{text.counted(found.files, 'file')}, {found.octets} bytes: every one is what the"
            " manifest says, and there is no other."
        )
        if has_digest:
            lines.append("The SHA-256 of the zip is the one that was given.")
        if has_key:
            lines.append("The signature was made with the key that was given.")
        if not has_digest and not has_key:
            lines.append(
                "This shows damage, not fraud: whoever can change the files can write a new"
                " manifest too. Compare the SHA-256 with the one the sender gave another way"
                " (--digest), or check the signature (--public-key)."
            )
    if found.digest:
        lines.append(f"SHA-256 of the zip: {found.digest}")
    return "\n".join(lines) + "\n"
