"""Finds macros in Office files by what they hold, whatever the file is called."""

from collections.abc import Iterable
from enum import Enum


class Macros(Enum):
    """The kinds of programs an Office file can hold; the value goes on after the file's name."""

    VBA = "holds macros"
    EXCEL_4 = "holds Excel 4 macros"
    BINARY = "is a binary workbook, which can hold macros unseen"
    SCRIPT = "holds macros of LibreOffice"


_VBA_PARTS = ("vbaproject.bin", "vbadata.xml", "vbaprojectsignature.bin")


def macros_in(names: Iterable[str], types: bytes) -> Macros | None:
    """Return what kind of macros the parts of an Office or OpenDocument file say they are.

    `types` is the list of content types, with the relations where they were read: a macro part
    may have any name, but its type is what makes Office run it.
    """
    lower = [name.lower() for name in names]
    kinds = types.lower()
    if any(n.startswith("xl/macrosheets/") for n in lower) or b"macrosheet" in kinds:
        return Macros.EXCEL_4
    if any(n.endswith(_VBA_PARTS) for n in lower) or b"vbaproject" in kinds:
        return Macros.VBA
    if "xl/workbook.bin" in lower or b"sheet.binary.macroenabled" in kinds:
        return Macros.BINARY
    if b"macroenabled" in kinds:
        return Macros.VBA
    if any(n.startswith(("basic/", "scripts/")) and not n.endswith("/") for n in lower):
        return Macros.SCRIPT
    return None
