"""Publishes a portal, all of it or nothing."""

from dataclasses import dataclass

from certfolio.handover.publish import staging
from certfolio.pipeline.checking import Checked
from certfolio.pipeline.composing import Progress, compose
from certfolio.pipeline.edition_for import Order
from certfolio.pipeline.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Built:
    """What was published: records, pages and files, and what was repaired after a crash before."""

    shown: int
    pages: int
    files: int
    build_id: str
    repairs: tuple[str, ...]


def build(workspace: Workspace, checked: Checked, order: Order, progress: Progress) -> Built:
    """Publish the portal that one audience sees, all of it or nothing.

    `checked` holds a graph. Raise Stop where the target or the system is in the way, FilesChanged
    where a file is not what was recorded, RenderFailed where the finished pages are not right.
    """
    content, project = workspace.content, workspace.project
    with staging(order.target, order.audience.name, content=content, project=project) as draft:
        edition, made = compose(workspace, checked, order, draft.folder, progress)
        progress("publishing")
    return Built(
        shown=len(edition.graph.records),
        pages=len(made),
        files=len(edition.files),
        build_id=edition.build_id,
        repairs=draft.repairs,
    )
