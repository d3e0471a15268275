"""Knows a password-protected Office file from an old one by what lies in its container."""

OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")

_DOCUMENT = "EncryptedPackage".encode("utf-16-le")
_METHOD = "EncryptionInfo".encode("utf-16-le")
_OLD_STREAMS = tuple(
    f"{name}\x00".encode("utf-16-le")
    for name in ("WordDocument", "Workbook", "Book", "PowerPoint Document", "_VBA_PROJECT_CUR")
)


def is_encrypted_office(data: bytes) -> bool:
    """Whether this is a new Office file under a password: a container that holds nothing else."""
    is_container = data.startswith(OLD_OFFICE) and _DOCUMENT in data and _METHOD in data
    return is_container and not any(stream in data for stream in _OLD_STREAMS)
