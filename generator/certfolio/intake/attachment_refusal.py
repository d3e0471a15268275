"""Says why a kind of file is not shipped and what to hand over instead."""

from collections.abc import Iterable

from certfolio.intake.attachment_fault import FileFault
from certfolio.model.problem import Code
from certfolio.model.quoting import shown

_AS_PDF = "export it as a PDF or make a picture of it, and name that file"
_NO_MACROS = (
    "save it without macros (.docx, .xlsx, .pptx) or export it as a PDF; where macros must stay,"
    " give the reason in macros_allowed: below the path"
)
_PLAIN_DATA = "save what it shows as .txt, .csv or .pdf, and name that file"
_NEVER = "describe what it proves, or add a screenshot, a log or a PDF instead"
_NEW_OFFICE = "save it as .docx, .xlsx or .pptx, or export it as a PDF"

_MARKUP = "html htm xhtml xht shtml svg svgz mht mhtml"
_DATA = "xml xsl xslt rdf"
_MACROS = "docm dotm xlsm xltm xlsb xlam pptm potm ppsm ppam odb"
_OLD = "doc dot xls xlt ppt pps rtf"
_PROGRAMS = (
    "js mjs cjs jse vbs vbe wsf wsh hta exe com scr msi dll bat cmd ps1 psm1 sh py jar class swf"
    " url lnk website desktop webloc iso img vhd vhdx chm hlp library-ms search-ms"
    " settingcontent-ms appref-ms cpl reg inf sct one apk app dmg pkg deb rpm"
)

_REASONS = {
    f".{suffix}": reason
    for suffixes, reason in (
        (_MARKUP, ("can run scripts in the reader's browser", _AS_PDF)),
        (_DATA, ("can run scripts in the reader's browser", _PLAIN_DATA)),
        (_MACROS, ("is a kind of file that can hold macros", _NO_MACROS)),
        (_OLD, ("is an old kind of Office file that can hide macros", _NEW_OFFICE)),
        (_PROGRAMS, ("is a kind of file that can start programs", _NEVER)),
    )
    for suffix in suffixes.split()
}


_DANGEROUS = frozenset(f".{suffix}" for suffix in f"{_MARKUP} {_MACROS} {_PROGRAMS}".split())


def is_dangerous(suffix: str) -> bool:
    """Tell whether files with this suffix can run scripts, macros or programs when opened."""
    return suffix in _DANGEROUS


def refusal(name: str, suffix: str, allowed: Iterable[str]) -> FileFault:
    """Say why a file with this suffix is refused, and list what is taken."""
    why, fix = _REASONS.get(suffix, (_unknown(suffix), "export it as a PDF, and name that file"))
    return FileFault(
        Code.FILE_TYPE,
        f"{shown(name, 120)} {why}",
        f"one of {', '.join(allowed)}",
        fix,
    )


def _unknown(suffix: str) -> str:
    if not suffix:
        return "has no suffix that says what it is"
    return f"is of a kind ({shown(suffix, 20)}) that a portal does not take"
