"""Makes the tables of one edition without a portal: the same bytes as in its folder exports/."""

from collections.abc import Collection, Mapping

from certfolio.exports.exports import exports
from certfolio.exports.tables import TABLES
from certfolio.handover.publish import staging
from certfolio.pipeline.checking import Checked
from certfolio.pipeline.composing import Progress
from certfolio.pipeline.edition_for import Order, edition_for
from certfolio.pipeline.leak_check import leak_gate
from certfolio.pipeline.workspace import Workspace
from certfolio.portal.assemble import export_content

WORKBOOK = "registers"
TABLE_NAMES = (*(table.name for table in TABLES), WORKBOOK)


def export(
    workspace: Workspace,
    checked: Checked,
    order: Order,
    names: Collection[str],
    progress: Progress,
) -> Mapping[str, int]:
    """Write tables into the folder `order.target`, all or none; return how large each is.

    The folder is new, empty, or one that held exports for the same audience before; what it held
    is replaced. Nothing is written that the audience may not see. Raise what `build` raises.
    """
    audience, content, project = order.audience.name, workspace.content, workspace.project
    with staging(order.target, audience, content=content, project=project, kind="exports") as draft:
        made = _made(workspace, checked, order, progress)
        wanted = {name: data for name, data in made.items() if name.partition(".")[0] in names}
        for name, data in wanted.items():
            (draft.folder / name).write_bytes(data)
    return {name: len(data) for name, data in wanted.items()}


def _made(
    workspace: Workspace, checked: Checked, order: Order, progress: Progress
) -> Mapping[str, bytes]:
    assert checked.graph is not None
    progress("reading the files")
    edition, _prints = edition_for(workspace, checked, order)
    progress("writing the tables")
    made = {path.rpartition("/")[2]: d for path, d in exports(export_content(edition)).items()}
    tables = {name: data for name, data in made.items() if name.partition(".")[0] in TABLE_NAMES}
    leak_gate(workspace, checked.graph, edition).look_at_all(tables)
    return tables
