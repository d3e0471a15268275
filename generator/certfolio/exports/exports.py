"""Every export of a portal: its path in the portal and the module that makes it, one row each."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from certfolio.exports import due_ics, portal_json, readiness_json, workbook
from certfolio.exports.content import ExportContent
from certfolio.exports.tables import TABLES
from certfolio.readiness.readiness import Readiness

EXPORTS: Mapping[str, Callable[[ExportContent], bytes]] = MappingProxyType(
    {
        "exports/portal.json": portal_json.export,
        **{f"exports/{table.name}.csv": table.csv for table in TABLES},
        "exports/registers.xlsx": workbook.export,
    }
)


READINESS_EXPORTS: Mapping[str, Callable[[Readiness], bytes]] = MappingProxyType(
    {
        "exports/readiness.json": readiness_json.export,
        "exports/due.ics": due_ics.export,
    }
)


def exports(content: ExportContent) -> Mapping[str, bytes]:
    """Return the bytes of every export by its path in the portal.

    An audience that leaves readiness out gets none of its exports.
    """
    made = {path: export(content) for path, export in EXPORTS.items()}
    if content.readiness is not None:
        made |= {path: export(content.readiness) for path, export in READINESS_EXPORTS.items()}
    return made
