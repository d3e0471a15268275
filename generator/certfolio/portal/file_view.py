"""A file on the page of its record: what it is, how to check it, what can be looked at here."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import escape

from certfolio.intake.collect import files_of
from certfolio.model.message import Message, say
from certfolio.model.preview import DocumentPreview, NoPreview, Preview, TablePreview, TextPreview
from certfolio.portal.edition import Edition
from certfolio.portal.link import FileLink, file_link
from certfolio.records.record import Record

_MOST = 24_000
"""Characters of previews on one page, as they are written: the page stays below 60 kB."""
_OPEN = 2
_CELL = 11
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_HEAVY = NoPreview(say("Not shown here, so that this page stays light: open the file."))


@dataclass(frozen=True, slots=True)
class FileView:
    """A file with its preview; `is_open` says that the preview is not folded.

    `columns` are the letters above a table. `number` counts the files of the record from one.
    """

    link: FileLink
    number: int
    preview: Preview | None
    is_open: bool
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """How a file is compared with its digest on one system: the command to type."""

    system: Message
    command: str


@dataclass(frozen=True, slots=True)
class FileViews:
    """All files of a record, and how to check the first of them."""

    files: tuple[FileView, ...]
    checks: tuple[Check, ...]

    @property
    def has_frame(self) -> bool:
        """Whether the page shows a PDF in itself, which its security policy must allow."""
        return any(isinstance(view.preview, DocumentPreview) for view in self.files)


def file_views(edition: Edition, record: Record) -> FileViews:
    views = tuple(_views(edition, record))
    first = next((view.link.href for view in views if view.link.href), None)
    return FileViews(views, () if first is None else _checks(first))


def _views(edition: Edition, record: Record) -> Iterator[FileView]:
    left = _MOST
    for number, entry in enumerate(files_of(record), start=1):
        file = edition.files.get((record.id, entry.path))
        # pictures and PDFs are shown from the file, which another volume may hold
        preview = file.preview if file and not edition.elsewhere(file) else None
        weight = _weight(preview)
        if weight > left:
            preview, weight = _HEAVY, 0
        left -= weight
        yield FileView(
            link=file_link(edition, record, entry),
            number=number,
            preview=preview,
            is_open=number <= _OPEN,
            columns=_columns(preview),
        )


def _columns(preview: Preview | None) -> tuple[str, ...]:
    if not isinstance(preview, TablePreview):
        return ()
    return tuple(_LETTERS[: max(map(len, preview.rows))])


def _weight(preview: Preview | None) -> int:
    """Return the octets that a preview takes in a page."""
    if isinstance(preview, TextPreview):
        return len(escape(preview.text).encode())
    if isinstance(preview, TablePreview):
        return sum(len(escape(cell).encode()) + _CELL for row in preview.rows for cell in row)
    return 0


def _checks(path: str) -> tuple[Check, ...]:
    windows = path.replace("/", "\\")
    return (
        Check(say("Windows"), f"certutil -hashfile {windows} SHA256"),
        Check(say("Linux"), f"sha256sum {path}"),
        Check(say("macOS"), f"shasum -a 256 {path}"),
    )
