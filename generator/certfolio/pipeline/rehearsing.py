"""Makes a portal to be looked at, which is gone afterwards."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from certfolio.handover.orderly import ending_in_order
from certfolio.pipeline.checking import Checked
from certfolio.pipeline.composing import Progress, compose
from certfolio.pipeline.edition_for import Order
from certfolio.pipeline.workspace import Workspace
from certfolio.portal.edition import Edition


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A portal in a folder that only this user can open, with its edition."""

    folder: Path
    edition: Edition


@contextmanager
def rehearsal(
    workspace: Workspace, checked: Checked, order: Order, progress: Progress
) -> Iterator[Rehearsal]:
    """Lend the portal that an audience would get, the same bytes as those of its package.

    It has gone through every check that a portal has before it is handed over. `order.target` is
    not touched. Raise what `build` raises.
    """
    with ending_in_order(), tempfile.TemporaryDirectory(prefix="certfolio-") as lent:
        edition, _pages = compose(workspace, checked, order, Path(lent), progress)
        yield Rehearsal(Path(lent), edition)
