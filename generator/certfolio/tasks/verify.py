"""The command that checks a package, as its receiver would."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from certfolio.handover.package import root_name
from certfolio.handover.verify import LEFT_HERE, NO_PACKAGE
from certfolio.handover.verify_set import Part, verify_package
from certfolio.model.problem import ExitCode
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop
from certfolio.reporting import text
from certfolio.tasks import option
from certfolio.tasks.ending import end, ending
from certfolio.tasks.private_key import expect_program
from certfolio.tasks.terminal import answer, progress

# alone on a line, in a line of sha256sum or shasum, or as certutil writes it, in pairs or not
_DIGEST = re.compile(r"(?<![0-9a-f])(?:[0-9a-f]{2} ?){31}[0-9a-f]{2}(?![0-9a-f])")
_LINE = re.compile(r"([0-9a-fA-F]{64}) [ *](.+)")
_LONGEST = 1_000_000
_HELP = {
    "path": "the zip, the folder it was unpacked to, or a folder with the volumes of a package",
    "digest": "SHA-256 from the handover sheet, or a file that sha256sum or certutil wrote it to",
    "public-key": "the sender's public key: the line or the .pub file; needs the .minisig file",
}


@task(auto_shortflags=False, positional=["path"], help=_HELP)
def verify(
    _context: Context, path: str, digest: str | None = None, public_key: str | None = None
) -> None:
    """Compare a package with its manifest, its digest and its signature; nothing is written."""
    with ending():
        place = option.folder(path)
        expected = _expected(digest, place) if digest else None
        with progress() as stage:
            stage("comparing every file")
            parts = verify_package(_package(place))
            faults = [
                *(_digest_faults(place, parts, expected) if expected else ()),
                *(_signature_faults(place, parts, public_key) if public_key else ()),
            ]
        given = _by_part(place, parts, expected) if expected else None
        proofs = _proofs(parts, given, has_key=public_key is not None)
        answer(_report(place, parts, faults, proofs))
        if faults or any(part.faults for part in parts):
            raise end(ExitCode.VERIFICATION.value)


def _package(place: Path) -> Path:
    if place.is_file() or place.is_dir():
        return place
    raise Stop(
        ExitCode.CONFIGURATION,
        found=f"there is no zip or folder {place.as_posix()}",
        expected="a package, or the folder it was unpacked to",
        fix="write the path of the package behind invoke verify",
    )


def _expected(given: str, place: Path) -> Mapping[str, str]:
    """Read 64 digits, or a file of digests; return them by the name of the zip or folder.

    sha256sum writes them before the name, certutil below a line with the name.
    """
    file = option.folder(given)
    if len(given) < 200 and file.is_file():
        with file.open("rb") as stream:
            words = stream.read(_LONGEST).decode("utf-8", "replace")
        listed = [_LINE.fullmatch(line.strip()) for line in words.splitlines()]
        by_name = {line[2].partition("/")[0]: line[1].lower() for line in listed if line}
        if by_name:
            return by_name
        found = _digests(words)
    else:
        found = _digests("".join(given.split()))
    if len(found) == 1:
        return {place.name: found.pop()}
    what = "holds" if file.is_file() else "is"
    raise Stop(
        ExitCode.CONFIGURATION,
        found=f"--digest {what} no SHA-256" + (" of this package" if file.is_file() else ""),
        expected="64 digits from 0 to f, as on the handover sheet",
        fix='write --digest "..." with the digits; blanks between them do not matter',
    )


def _digests(words: str) -> set[str]:
    return {found.replace(" ", "") for found in _DIGEST.findall(words.lower())}


def _digest_faults(
    place: Path, parts: Sequence[Part], expected: Mapping[str, str]
) -> Iterator[str]:
    """Compare every part with the digest given for it; one that was given is compared or told."""
    expected = _by_part(place, parts, expected)
    compared = [part for part in parts if part.verified is not None and part.name in expected]
    if not compared and place.name in expected:
        yield "the SHA-256 that was given is that of none of these volumes: they are other files"
    elif not compared:
        named = ", ".join(part.name for part in parts)
        yield f"no digest was given for {named}: give a zip with its own, or a file with all"
    for part in compared:
        assert part.verified is not None
        found, wanted = part.verified, expected[part.name]
        if found.digest is None and found.manifest != wanted:
            yield (
                f"the SHA-256 of its list of files is {found.manifest}, not the one given; if that"
                " one is the digest of a zip, give the zip"
            )
        elif found.digest not in (None, wanted):
            name = "the zip" if part.name == place.name else part.name
            yield f"the SHA-256 of {name} is {found.digest}, not the one given: it is another file"


def _by_part(place: Path, parts: Sequence[Part], expected: Mapping[str, str]) -> Mapping[str, str]:
    """Return the digests by part; digits alone for a folder of volumes mean the one they fit."""
    if len(parts) == 1 or list(expected) != [place.name] or not place.is_dir():
        return expected
    (wanted,) = expected.values()
    fits = {p.name: wanted for p in parts if p.verified is not None and p.verified.digest == wanted}
    return fits or expected


def _is_several(place: Path) -> bool:
    return not (place / root_name(place)).is_file()


def _signature_faults(place: Path, parts: Sequence[Part], given: str) -> list[str]:
    expect_program()
    from certfolio.handover.signature import public_key, signature_fault

    file = option.folder(given)
    words = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else given
    is_path = "/" in given or given.endswith(".pub")
    what = f"there is no file {shown(given, 120)}" if is_path else "--public-key is no public key"
    try:
        key = public_key(words)
    except ValueError:
        raise Stop(
            ExitCode.CONFIGURATION,
            found=what if not file.is_file() else "--public-key is no public key",
            expected="the line that begins with RW, or the .pub file it stands in",
            fix="ask the sender for the key, another way than the package",
        ) from None
    faults = []
    for signed in _signed(place, parts):
        signature = signed.with_name(f"{signed.name}.minisig")
        if not signature.is_file():
            faults.append(f"there is no signature {signature.name} beside {signed.name}")
            continue
        measured = signed / root_name(signed) if signed.is_dir() else signed
        written = signature.read_text(encoding="utf-8", errors="replace")
        fault = signature_fault(measured, written, key)
        faults.extend([f"{signed.name}: {fault}"] if fault else [])
    return faults


def _signed(place: Path, parts: Sequence[Part]) -> list[Path]:
    """Return the zips or folders that have to be signed: all that are there."""
    folder = place if place.is_dir() and _is_several(place) else place.absolute().parent
    return [folder / part.name for part in parts if part.verified is not None]


def _report(
    place: Path, parts: Sequence[Part], faults: Sequence[str], proofs: Sequence[str]
) -> str:
    lines = [f"{place.as_posix()}: {fault}" for fault in faults]
    for part in parts:
        name = place.as_posix() if part.name == place.name else part.name
        lines.extend(f"{name}: {fault}" for fault in part.faults)
        if len(parts) > 1 and not part.faults:
            lines.append(f"{name}: {_intact(part)}")
    if faults or any(part.faults for part in parts):
        lines.append(_advice(parts, faults))
    else:
        if len(parts) == 1:
            lines.append(_intact(parts[0]))
        lines.extend(proofs)
    for part in parts:
        if part.verified is not None and part.verified.digest:
            of = "the zip" if len(parts) == 1 else part.name
            lines.append(f"SHA-256 of {of}: {part.verified.digest}")
    return "\n".join(lines) + "\n"


def _intact(part: Part) -> str:
    found = part.verified
    assert found is not None
    whole = f"{text.counted(found.files, 'file')}, {found.octets} bytes: every one is what the"
    volume = f"{found.volumes.words}, " if found.volumes else ""
    return f"{volume}{whole} manifest says, and there is no other."


def _advice(parts: Sequence[Part], faults: Sequence[str]) -> str:
    missing = [part.name for part in parts if part.verified is None]
    is_damaged = any(part.faults and part.verified is not None for part in parts)
    if missing and not faults and not is_damaged:
        named = ", ".join(shown(name, 120) for name in missing)
        return f"What is here is as it was made, but not all of it is here: ask for {named}."
    told = [*faults, *(fault for part in parts for fault in part.faults)]
    if all(fault.endswith(NO_PACKAGE) for fault in told):
        return "Give the zip, the folder it was unpacked to, or the folder with its volumes."
    if all(fault.endswith(LEFT_HERE) for fault in told):
        return "All else is as it was made. Delete what this computer left, and verify again."
    return "This is not the package as it was made. Ask the sender for it again."


def _proofs(
    parts: Sequence[Part], expected: Mapping[str, str] | None, *, has_key: bool
) -> list[str]:
    said = []
    for part in parts:
        if expected and part.verified is not None and part.name in expected:
            what = "the zip" if part.verified.digest else "its list of files"
            what = part.name if len(parts) > 1 else what
            said.append(f"The SHA-256 of {what} is the one that was given.")
        elif expected and part.verified is not None:
            said.append(f"For {part.name} no SHA-256 was given: it was compared with none.")
    if has_key:
        said.append("The signature was made with the key that was given.")
    if not said:
        said.append(
            "This shows damage, not fraud: whoever can change the files can write a new"
            " manifest too. Compare the SHA-256 with the one the sender gave another way"
            " (--digest), or check the signature (--public-key)."
        )
    return said
