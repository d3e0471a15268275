"""The stages in order: content in, validated graph, findings, pages, a published portal or package.

The tasks import these names from here; every stage has a module of its own.
"""

from certfolio.pipeline.building import Built, build
from certfolio.pipeline.checking import Checked, check
from certfolio.pipeline.edition_for import FilesChanged, Order
from certfolio.pipeline.exporting import TABLE_NAMES, export
from certfolio.pipeline.judging import judge
from certfolio.pipeline.leak_check import notices
from certfolio.pipeline.packing import Handed, PackageOrder, package, unsafe_files
from certfolio.pipeline.rehearsing import Rehearsal, rehearsal
from certfolio.pipeline.scanning import Scanned, scan
from certfolio.pipeline.workspace import Workspace

__all__ = [
    "TABLE_NAMES",
    "Built",
    "Checked",
    "FilesChanged",
    "Handed",
    "Order",
    "PackageOrder",
    "Rehearsal",
    "Scanned",
    "Workspace",
    "build",
    "check",
    "export",
    "judge",
    "notices",
    "package",
    "rehearsal",
    "scan",
    "unsafe_files",
]
