"""Looks through a folder: what can be adopted, what only goes along, what is refused."""

import io
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from certfolio.adoption.html_text import read_html
from certfolio.adoption.office_title import office_title
from certfolio.intake.attachment import read_steadily
from certfolio.intake.attachment_fault import FileFault
from certfolio.intake.attachment_handle import Unopened, opened
from certfolio.intake.attachment_name import path_faults, twins
from certfolio.intake.attachment_search import survey
from certfolio.intake.attachment_type import FileType, judge
from certfolio.intake.markdown.budget import Refused, render_all
from certfolio.intake.text import SIZE_LIMIT, to_text
from certfolio.model.problem import Code, Problem
from certfolio.model.prose import Prose
from certfolio.model.quoting import shown

_MARKDOWN, _PLAIN = ".md", ".txt"
_OFFICE = (".docx", ".xlsx", ".pptx")
_WEB = (".html", ".htm")
DOCUMENTS = (_MARKDOWN, ".pdf", *_OFFICE, _PLAIN, ".odt", ".ods", *_WEB)
FILE_NAME = "its file name"
_TITLE_LIMIT = 200


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document of the folder, its path from there, and what it says of itself.

    `text` is Markdown or plain text, None where the text cannot be shown; `note` then says why.
    The file of a web page never ships: `is_text_only`.
    """

    path: str
    sha256: str
    title: str
    title_from: str
    text: str | None = None
    prose: Prose | None = None
    note: str | None = None
    is_text_only: bool = False


@dataclass(frozen=True, slots=True)
class OtherFile:
    """A file that may lie in a portal but is no document, such as a picture or a table."""

    path: str
    label: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that is left where it is, and why."""

    path: str
    fault: FileFault


@dataclass(frozen=True, slots=True)
class Folder:
    """Everything in a folder of documents, in the order of the paths."""

    documents: tuple[FoundDocument, ...]
    others: tuple[OtherFile, ...]
    refused: tuple[Refusal, ...]
    junk: tuple[str, ...]


def look_through(root: Path, jobs: int) -> Folder:
    """Read the folder without following links; every file ends up in one of the four lists."""
    listing = survey(root)
    double = twins(listing.files)
    found: list[FoundDocument | OtherFile | Refusal] = []
    for path in listing.files:
        found.append(Refusal(path, double[path]) if path in double else _look(root, path))
    return Folder(
        documents=tuple(_rendered([f for f in found if isinstance(f, FoundDocument)], jobs)),
        others=tuple(f for f in found if isinstance(f, OtherFile)),
        refused=tuple(f for f in found if isinstance(f, Refusal)),
        junk=listing.junk,
    )


def _look(root: Path, path: str) -> FoundDocument | OtherFile | Refusal:
    suffix = PurePosixPath(path).suffix.lower()
    if suffix in _WEB:
        return _web_page(root, path)
    content = io.BytesIO() if suffix in (_MARKDOWN, _PLAIN) else None
    read = read_steadily(root, path, content)
    if isinstance(read, list):
        return Refusal(path, read[0])
    if suffix not in DOCUMENTS:
        return OtherFile(path, _label(root, path), read.sha256)
    document = FoundDocument(path, read.sha256, name_of(path), FILE_NAME)
    if suffix in _OFFICE:
        return _with_title(document, _office_title(root, path), "its properties")
    return document if content is None else _with_text(document, content.getvalue())


def _label(root: Path, path: str) -> str:
    with opened(root, path) as handle:
        judged = judge(path, handle)
    return judged.label if isinstance(judged, FileType) else "file"


def _office_title(root: Path, path: str) -> str | None:
    with opened(root, path) as handle:
        return office_title(handle)


def _with_text(document: FoundDocument, data: bytes) -> FoundDocument:
    if not document.path.endswith((_MARKDOWN, _PLAIN)):
        return replace(document, note="its suffix is in capitals; rename it to show its text")
    text = to_text(document.path, data)
    if isinstance(text, Problem):
        return replace(document, note=f"{text.found}: {text.fix}")
    return replace(document, text=text)


def _web_page(root: Path, path: str) -> FoundDocument | Refusal:
    """Keep what a web page says: its file could run scripts in the reader's browser."""
    faults = path_faults(path)
    if faults:
        return Refusal(path, faults[0])
    try:
        with opened(root, path) as handle:
            data = handle.read(SIZE_LIMIT + 1)
        said = read_html(data)
    except Unopened as error:
        return Refusal(path, error.fault)
    except RecursionError:
        return Refusal(path, _unreadable_page(path, "nests its tags too deeply"))
    if len(data) > SIZE_LIMIT:
        return Refusal(path, _unreadable_page(path, f"has more than {SIZE_LIMIT:,} bytes"))
    text = "".join(c for c in said.markdown if c == "\n" or unicodedata.category(c) != "Cc")
    page = FoundDocument(path, "", name_of(path), FILE_NAME, text, is_text_only=True)
    return _with_title(page, said.title, "its title")


def _unreadable_page(path: str, why: str) -> FileFault:
    return FileFault(
        Code.FILE_TYPE,
        f"{shown(path, 120)} {why}",
        "a web page whose text can be taken over",
        "print it to a PDF, and adopt that file",
    )


def _rendered(documents: Iterable[FoundDocument], jobs: int) -> list[FoundDocument]:
    """Add the rendered texts, and titles from their first headings."""
    by_path = {document.path: document for document in documents}
    texts = {
        path: document.text
        for path, document in by_path.items()
        if document.text is not None and not path.endswith(_PLAIN)
    }
    for path, prose in render_all(texts, jobs).items():
        by_path[path] = _with_prose(by_path[path], prose)
    return list(by_path.values())


def _with_prose(document: FoundDocument, prose: Prose | Refused) -> FoundDocument:
    if isinstance(prose, Refused):
        return replace(document, text=None, note=f"its text {prose.reason}")
    titled = document
    if prose.outline and document.title_from == FILE_NAME:
        titled = _with_title(document, prose.outline[0].text, "its first heading")
    return replace(titled, prose=prose)


def _with_title(document: FoundDocument, title: str | None, source: str) -> FoundDocument:
    clean = _visible(title or "")
    return replace(document, title=clean, title_from=source) if clean else document


def name_of(path: str) -> str:
    """Return a title made from the name of a file."""
    stem = path.rpartition("/")[2].rpartition(".")[0]
    words = _visible(re.sub(r"[_\s-]+", " ", stem)) or path
    return words[0].upper() + words[1:]


def _visible(text: str) -> str:
    kept = (c if unicodedata.category(c)[0] != "C" else " " for c in text)
    clean = " ".join("".join(kept).split())
    return clean if len(clean) <= _TITLE_LIMIT else f"{clean[:_TITLE_LIMIT].rstrip()}…"
