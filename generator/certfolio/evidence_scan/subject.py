"""What a scan looks at: a file's name and bytes, opened once for all scans."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from certfolio.evidence_scan.budget import TEXT_LIMIT, Budget
from certfolio.evidence_scan.finding import Finding, Kind
from certfolio.evidence_scan.mail_bytes import Letter, read_mail
from certfolio.evidence_scan.parts import Parts, open_parts
from certfolio.evidence_scan.pdf_bytes import PdfText, read_pdf

_IS_INNER = re.compile(r"(?:media|embeddings|Pictures)/[^/]+$", re.IGNORECASE)
TEXTS = frozenset({".csv", ".tsv", ".txt", ".md", ".log", ".json", ".ics"})
WORD, EXCEL, SLIDES = "word/", "xl/", "ppt/"
_WIDE = (b"\xff\xfe", b"\xfe\xff")


@dataclass(slots=True)
class Subject:
    """A file, or a file inside another one; `depth` counts how far inside."""

    name: str
    data: bytes
    budget: Budget
    depth: int = 0
    allows_macros: bool = False
    parts: Parts | None = field(init=False)
    _letter: Letter | None = field(init=False, default=None)
    _pdf: PdfText | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.parts = open_parts(self.data, self.budget)

    @property
    def pdf(self) -> PdfText | None:
        """The file taken apart as a PDF; None for any other file."""
        if self._pdf is None and self.data.startswith(b"%PDF-"):
            self._pdf = read_pdf(self.data, self.budget)
        return self._pdf

    @property
    def letter(self) -> Letter | None:
        """The file taken apart as an e-mail; None for any other file."""
        if self._letter is None and self.suffix == ".eml":
            self._letter = read_mail(self.data, self.budget)
        return self._letter

    def inner(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files inside an archive or e-mail and the pictures of an Office file."""
        if self.letter is not None:
            yield from ((name, content) for name, content in self.letter.attached if content)
        if self.parts is None:
            return
        is_document = self.office is not None or self.open_document is not None
        for entry in self.parts.entries:
            if entry.is_dir() or (is_document and not _IS_INNER.search(entry.filename)):
                continue
            content = self.parts.unpack(entry)
            if content:
                yield entry.filename, content

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.name).suffix.lower()

    @property
    def office(self) -> Parts | None:
        """The parts of an Office file in the format of 2007; None for any other file."""
        if self.parts is not None and self.parts.names("[content_types].xml"):
            return self.parts
        return None

    @property
    def open_document(self) -> Parts | None:
        """The parts of an OpenDocument file; None for any other file."""
        if self.parts is not None and self.parts.get("mimetype").startswith(
            b"application/vnd.oasis.opendocument."
        ):
            return self.parts
        return None

    @property
    def is_text(self) -> bool:
        return self.suffix in TEXTS

    @property
    def text(self) -> str:
        """The first 16 MB decoded, so that something can be searched whatever the encoding."""
        head = self.data[:TEXT_LIMIT]
        if head.startswith(_WIDE):
            return head.decode("utf-16", "replace")
        try:
            return head.decode("utf-8-sig")
        except UnicodeDecodeError:
            return head.decode("cp1252", "replace")


@dataclass(frozen=True, slots=True)
class Scan:
    """One way of looking at a file, and the kinds of findings it can come to."""

    look: Callable[[Subject], Iterator[Finding]]
    kinds: tuple[Kind, ...]
