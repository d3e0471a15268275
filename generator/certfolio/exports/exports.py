"""Every export of a portal: its path in the portal and the module that makes it, one row each."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from certfolio.exports import documents_csv, evidence_csv, matrix_csv, portal_json
from certfolio.exports.content import ExportContent

EXPORTS: Mapping[str, Callable[[ExportContent], bytes]] = MappingProxyType(
    {
        "data/portal.json": portal_json.export,
        "data/matrix.csv": matrix_csv.export,
        "data/evidence.csv": evidence_csv.export,
        "data/documents.csv": documents_csv.export,
    }
)


def exports(content: ExportContent) -> Mapping[str, bytes]:
    """Return the bytes of every export by its path in the portal."""
    return {path: export(content) for path, export in EXPORTS.items()}
