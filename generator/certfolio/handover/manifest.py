"""The manifest of a package: the SHA-256 of every file, in the form that `sha256sum -c` reads."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import BinaryIO

from certfolio.handover.package_name import path_fault
from certfolio.model.quoting import shown

NAME = "manifest-sha256.txt"
# a BagIt bag (RFC 8493) lists its payload in the first and everything beside it in the second
TAG_NAME = "tagmanifest-sha256.txt"
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_ONCE = 1 << 20


def expected_digests(manifests: Mapping[str, bytes]) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """Return the digests by path that the manifests of a package ask for, and their faults.

    `manifests` holds the bytes of those that are there, by name. In a bag the second lists the
    first, so that exactly one file is listed nowhere.
    """
    expected: dict[str, str] = {}
    faults: list[str] = []
    for name in sorted(manifests):
        digests, wrong = read_manifest(manifests[name])
        faults.extend(f"{name}: {fault}" for fault in wrong)
        faults.extend(f"{name}: {path} is listed twice" for path in digests.keys() & expected)
        expected |= digests
    root = root_of(manifests)
    if root in expected:
        faults.append(f"{root}: it lists itself")
    return expected, tuple(faults)


def root_of(manifests: Iterable[str]) -> str:
    """Return the name of the one file of a package that no manifest lists."""
    return TAG_NAME if TAG_NAME in set(manifests) else NAME


def digest_of(stream: BinaryIO) -> str:
    """Return the SHA-256 of all that a stream holds, as 64 hexadecimal digits."""
    digest = hashlib.sha256()
    while chunk := stream.read(_ONCE):
        digest.update(chunk)
    return digest.hexdigest()


def manifest_text(digests: Mapping[str, str]) -> str:
    """Write a line for each file, sorted by path: digest, two spaces, path."""
    return "".join(f"{digests[path]}  {path}\n" for path in sorted(digests))


def read_manifest(data: bytes) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """Return the digests by path, and everything that is wrong with the manifest.

    It is taken only as this program writes it: UTF-8 without a byte order mark, line feeds, lower
    case digits, sorted, every path once and inside the package.
    """
    faults = [*_shape_faults(data)]
    digests: dict[str, str] = {}
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), start=1):
        found = _LINE.fullmatch(line)
        if found is None:
            faults.append(f"line {number} is no digest and path: {shown(line, 80)}")
            continue
        digest, path = found.groups()
        faults.extend(f"line {number}: {fault}" for fault in _path_faults(path, digests))
        digests[path] = digest
    if list(digests) != sorted(digests):
        faults.append("its lines are not sorted by path")
    return MappingProxyType(digests), tuple(faults)


def _shape_faults(data: bytes) -> Iterable[str]:
    if not data:
        yield "it is empty"
    if data.startswith(b"\xef\xbb\xbf"):
        yield "it begins with a byte order mark"
    if b"\r" in data:
        yield "its lines end with carriage returns; it was changed on the way"
    elif data and not data.endswith(b"\n"):
        yield "its last line is not whole"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        yield "it is not UTF-8"


def _path_faults(path: str, known: Mapping[str, str]) -> Iterable[str]:
    fault = path_fault(path)
    if fault is not None:
        yield fault
    if path in known:
        yield f"{shown(path, 80)} is named twice"
