"""The build id: what tells one content of a portal from another, whenever and wherever built."""

import hashlib
from collections.abc import Iterable

from certfolio.exports.content import ExportContent
from certfolio.exports.portal_json import export

_LENGTH = 12


def build_id(content: ExportContent, look: Iterable[bytes]) -> str:
    """Return twelve hexadecimal digits drawn from the content and from how it is shown.

    `look` are the bytes of the theme. No clock, path or name of a machine takes part.
    """
    digest = hashlib.sha256(export(content))
    for part in look:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()[:_LENGTH]
