"""The shape of a path to an evidence file: relative, with forward slashes, without surprises."""

import re
import unicodedata

from certfolio.intake.format import Advice, Format
from certfolio.model.problem import Code

_DRIVE = re.compile(r"[A-Za-z]:")
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:/|(?:data|file|javascript|mailto|vbscript):", re.I)
_BELOW = "copy the file below content/files and write its path from there"
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Cn", "Co"})


def is_file_path(text: str) -> bool:
    """Tell whether the text has the shape of a path below content/files; nothing is looked up."""
    return _fault(text) is None


def _fault(text: str) -> Advice | None:
    """Return the first thing wrong with a path, the dangerous ones first."""
    unseen = next((letter for letter in text if unicodedata.category(letter) in _UNSEEN), None)
    if unseen is not None:
        reason = f"it holds a character that cannot be seen, U+{ord(unseen):04X}"
        return Advice(reason, hint="rename the file and type its new name")
    if not text.strip():
        return Advice("it is empty", hint=_BELOW)
    return _rooted(text) or _segments(text)


def _rooted(text: str) -> Advice | None:
    if text.startswith(("\\\\", "//")):
        return Advice("it names another computer", hint=_BELOW)
    if _DRIVE.match(text):
        return Advice("it names a drive", hint=_BELOW)
    if text.startswith(("/", "\\")):
        return Advice("it does not start at content/files", hint=_BELOW)
    if text.startswith("~"):
        return Advice("~ stands for somebody's own folder", hint=_BELOW)
    if _URL.match(text):
        return Advice("it is a web or file address", hint=_BELOW)
    return None


def _segments(text: str) -> Advice | None:
    parts = re.split(r"[/\\]", text)
    if ".." in parts:
        return Advice("it leads out of content/files with ..", hint=_BELOW)
    if "\\" in text:
        return Advice("it holds a backslash", text.replace("\\", "/"))
    if "." in parts or "" in parts:
        meant = "/".join(part for part in parts if part not in {"", "."})
        return Advice("it has an empty part", meant or None, "" if meant else _BELOW)
    return None


FORMATS = (
    Format(
        "file-path",
        "a path below content/files",
        "a relative path with forward slashes, such as calibration/balance-2026.pdf",
        is_file_path,
        lambda text: _fault(text) or Advice(),
        Code.FILE_PATH,
    ),
)
