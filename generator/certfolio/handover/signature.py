"""Detached signatures of packages in minisign's file format, so that its program can check them.

Format: https://jedisct1.github.io/minisign/, "Signature format" and "Public key format"; hashed
signatures (algorithm `ED`): Ed25519 (RFC 8032) over the BLAKE2b-512 of the file, and a second one
over the first and the trusted comment. Needs the extra `sign` (cryptography), imported only here.
"""

import binascii
import hashlib
import secrets
from base64 import b64decode, b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from certfolio.model.problem import ExitCode
from certfolio.model.stop import Stop

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_KEY = b"Ed"
_HASHED = b"ED"
_ID_SIZE = 8
_ONCE = 1 << 20


@dataclass(frozen=True, slots=True)
class PublicKey:
    """An Ed25519 public key with the number that minisign calls it by."""

    id: bytes
    raw: bytes

    @property
    def text(self) -> str:
        """The one line that is given to the receiver, over the phone if need be."""
        return b64encode(_KEY + self.id + self.raw).decode()

    @property
    def file_text(self) -> str:
        return (
            f"untrusted comment: minisign public key {self.id[::-1].hex().upper()}\n{self.text}\n"
        )


def new_key(passphrase: bytes) -> tuple[bytes, PublicKey]:
    """Return a new private key as an encrypted PEM text, and its public key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import (
        BestAvailableEncryption,
        Encoding,
        PrivateFormat,
    )

    key = Ed25519PrivateKey.generate()
    lock = BestAvailableEncryption(passphrase)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock)
    return pem, public_of(key)


def load_key(pem: bytes, passphrase: bytes) -> "Ed25519PrivateKey":
    """Return the private key of an encrypted PEM text; raise Stop where it does not open."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(pem, passphrase)
    except (ValueError, TypeError):
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise Stop(
            ExitCode.CONFIGURATION,
            found="the key cannot be opened with this passphrase",
            expected="a key made by invoke keygen, and its passphrase",
            fix="type the passphrase again, or name another key with --sign",
        )
    return key


def sign(path: Path, key: "Ed25519PrivateKey", comment: str) -> str:
    """Return the text of a signature file; `comment`, one line, is signed too and shown."""
    public = public_of(key)
    signature = key.sign(_hash(path))
    whole = key.sign(signature + comment.encode())
    return (
        f"untrusted comment: signature of {path.name}\n"
        f"{b64encode(_HASHED + public.id + signature).decode()}\n"
        f"trusted comment: {comment}\n"
        f"{b64encode(whole).decode()}\n"
    )


def public_key(text: str) -> PublicKey:
    """Read a public key, as the single line or the whole file; raise ValueError."""
    line = text.strip().splitlines()[-1] if text.strip() else ""
    try:
        raw = b64decode(line.encode("ascii"), validate=True)
    except (UnicodeEncodeError, binascii.Error):
        raw = b""
    if len(raw) != 2 + _ID_SIZE + 32 or raw[:2] != _KEY:
        raise ValueError("not a minisign public key")
    return PublicKey(raw[2 : 2 + _ID_SIZE], raw[2 + _ID_SIZE :])


def signature_fault(path: Path, signature: str, key: PublicKey) -> str | None:
    """Say what is wrong with a signature file, or None where it is a signature of the file."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    lines = signature.splitlines()
    try:
        first, whole = (b64decode(lines[number], validate=True) for number in (1, 3))
        comment = lines[2].removeprefix("trusted comment: ")
    except (IndexError, ValueError):
        return "the signature file is damaged"
    if first[:2] != _HASHED or len(first) != 2 + _ID_SIZE + 64 or len(whole) != 64:
        return "the signature file is damaged"
    if not secrets.compare_digest(first[2 : 2 + _ID_SIZE], key.id):
        return "it was signed with another key than the one given"
    opened = Ed25519PublicKey.from_public_bytes(key.raw)
    try:
        opened.verify(first[2 + _ID_SIZE :], _hash(path))
        opened.verify(whole, first[2 + _ID_SIZE :] + comment.encode())
    except InvalidSignature:
        return "the signature does not fit the file: one of the two was changed"
    return None


def public_of(key: "Ed25519PrivateKey") -> PublicKey:
    raw = key.public_key().public_bytes_raw()
    # the number only tells keys apart; drawn from the key, it needs no file of its own
    return PublicKey(hashlib.sha256(raw).digest()[:_ID_SIZE], raw)


def _hash(path: Path) -> bytes:
    digest = hashlib.blake2b()
    with path.open("rb") as stream:
        while chunk := stream.read(_ONCE):
            digest.update(chunk)
    return digest.digest()
