"""The build id: what tells one content of a portal from another, whenever and wherever built."""

import hashlib
from collections.abc import Iterable

from certfolio.exports import portal_json, readiness_json
from certfolio.exports.content import ExportContent

_LENGTH = 12


def build_id(content: ExportContent, look: Iterable[bytes]) -> str:
    """Return twelve hexadecimal digits drawn from the content and from how it is shown.

    `look` are the bytes of the theme. No clock, path or name of a machine takes part.
    """
    digest = hashlib.sha256(portal_json.export(content))
    if content.readiness is not None:
        digest.update(readiness_json.export(content.readiness))
    for part in look:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()[:_LENGTH]
