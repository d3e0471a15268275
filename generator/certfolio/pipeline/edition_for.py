"""What one audience gets of a checked content, as one value, for a portal and for tables alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from certfolio.audience.see import see
from certfolio.evidence_scan.files import ScannedFile, scan_files
from certfolio.host.theme_bytes import theme_bytes
from certfolio.intake.attachment import Fingerprint
from certfolio.intake.collect import collect_files
from certfolio.intake.preview.preview import previews
from certfolio.language.language import ENGLISH, Language
from certfolio.linking.graph import RecordGraph
from certfolio.model.problem import Problem
from certfolio.pipeline.checking import Checked, sorted_by_place, stops
from certfolio.pipeline.workspace import Workspace
from certfolio.portal.assemble import FILES, assemble
from certfolio.portal.edition import Edition
from certfolio.portal.labels import field_labels
from certfolio.records.portal_settings import Audience
from certfolio.standards.expectation import load_expectations

Prints = Mapping[tuple[str, str], Fingerprint]


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: for whom, judged on which day, published where, in which language."""

    audience: Audience
    as_of: date
    target: Path
    language: Language = ENGLISH


class FilesChanged(Exception):  # noqa: N818 - the files are at fault, not the program
    """A file turned out to be another one, or to change, while it was copied."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("files changed")
        self.problems = problems


def edition_for(
    workspace: Workspace, checked: Checked, order: Order, copies: Path | None = None
) -> tuple[Edition, Prints]:
    """Return the edition of what the audience sees, and what its files were when they were read.

    With `copies`, an empty folder, the files are copied there, and previews and scans are made of
    the copies. Raise FilesChanged where a file is not what was recorded.
    """
    assert checked.graph is not None
    graph = see(checked.graph, order.audience)
    prints, faults = collect_files(workspace.content / FILES, graph.records, copies)
    if stops(faults):
        raise FilesChanged(sorted_by_place([*checked.problems, *faults]))
    edition = assemble(
        graph,
        order.audience,
        order.as_of,
        prints=prints,
        labels=field_labels(checked.schemas),
        look=theme_bytes(workspace.themes),
        expectations=load_expectations(),
        language=order.language,
        previews=previews(copies, graph.records, prints) if copies else {},
        carried=_carried(graph, order.audience, copies) if copies else None,
    )
    return edition, prints


def _carried(
    graph: RecordGraph, audience: Audience, folder: Path
) -> Mapping[tuple[str, str], ScannedFile] | None:
    """Scan the copies, so that the page speaks of the very files that are handed over."""
    if "evidence-scan" not in audience.shows:
        return None
    return {file.key: file for file in scan_files(folder, graph.records, is_copied=True)}
