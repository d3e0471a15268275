"""Opens and makes the private key that signs packages; passphrases are asked for, never stored."""

import getpass
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from certfolio.model.problem import ExitCode
from certfolio.model.stop import Stop

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def open_key(path: Path, content: Path) -> "Ed25519PrivateKey":
    """Ask for the passphrase of a key and return the key; raise Stop where that fails."""
    expect_program()
    expect_outside(path, content)
    from certfolio.handover.signature import load_key

    if not path.is_file():
        raise Stop(
            ExitCode.CONFIGURATION,
            found=f"there is no key {path.as_posix()}",
            expected="a private key made by invoke keygen",
            fix="make one with invoke keygen, or name another with --sign",
        )
    return load_key(path.read_bytes(), passphrase("Passphrase of the key: "))


def passphrase(prompt: str) -> bytes:
    """Ask without showing what is typed; without a terminal, read a line of standard input."""
    if sys.stdin is not None and sys.stdin.isatty():
        return getpass.getpass(prompt).encode()
    line = sys.stdin.readline() if sys.stdin is not None else ""
    return line.rstrip("\r\n").encode()


def expect_program() -> None:
    if find_spec("cryptography") is None:
        raise Stop(
            ExitCode.ENVIRONMENT,
            found="the package cryptography is not installed, and signing needs it",
            expected="certfolio with its extra sign",
            fix='python -m pip install "certfolio[sign]"',
        )


def expect_outside(path: Path, content: Path) -> None:
    """Refuse a private key among the records: one day it would be handed over with them."""
    place, kept = path.resolve(), content.resolve()
    if kept in place.parents:
        raise Stop(
            ExitCode.CONFIGURATION,
            found=f"{path.as_posix()} lies in the content folder",
            expected="a private key outside of content/, where only its owner can read it",
            fix="keep it elsewhere, such as ~/certfolio-key.pem",
        )
