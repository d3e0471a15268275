"""What the exports are made of: one audience's graph, judged on a day, with its files."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from certfolio.linking.graph import RecordGraph
from certfolio.linking.identity import slug
from certfolio.model.clause import ClauseRef
from certfolio.readiness.coverage import Coverage
from certfolio.readiness.readiness import Readiness
from certfolio.records.portal_settings import Audience


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file of a record: its path in the portal, size in bytes, SHA-256 in lower-case hex."""

    path: str
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ExportContent:
    """Everything an export may draw on; `files` holds each record's files in its own order.

    `build_id` is empty while the build id itself is being worked out from the rest; `readiness` is
    None for an audience that leaves it out.
    """

    graph: RecordGraph
    coverage: Coverage
    files: Mapping[str, tuple[ExportedFile, ...]]
    as_of: date
    audience: Audience
    version: str
    build_id: str = ""
    readiness: Readiness | None = None

    def files_of(self, id: str) -> tuple[ExportedFile, ...]:
        return self.files.get(id, ())


def clause_page_of(ref: ClauseRef) -> str:
    """Return the name of a clause's page in the portal."""
    return f"clause-{ref.standard}-{ref.number.lower().replace('.', '-')}.html"


def page_of(id: str) -> str:
    """Return the name of a record's page in the portal."""
    return f"{slug(id)}.html"
