"""Links as pages show them: to records, clauses, standards and files."""

from dataclasses import dataclass
from typing import ClassVar

from certfolio.intake.attachment_type import is_macro_type
from certfolio.model.clause import ClauseRef
from certfolio.model.message import Message, say
from certfolio.portal import address, wording
from certfolio.portal.edition import Edition, PortalFile
from certfolio.records.part import FileEntry
from certfolio.records.record import Record
from certfolio.standards.catalogue import Catalogue, Clause

NOT_IN_EDITION = say("not part of this edition")
_FILE_NOT_IN_EDITION = say("A file that is not part of this edition")


@dataclass(frozen=True, slots=True)
class RecordLink:
    """A record by id and title; `note` says when it is superseded or withdrawn.

    A record that this edition leaves out has neither id nor address, only neutral words. `lang` is
    the language of the title where the page speaks another one.
    """

    kind: ClassVar[str] = "record"
    id: str | None
    title: str
    href: str | None
    note: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class ClauseLink:
    """A clause by number and title, with the name of its standard."""

    kind: ClassVar[str] = "clause"
    standard: str
    number: str
    title: str
    href: str | None


@dataclass(frozen=True, slots=True)
class StandardLink:
    """A standard by its name."""

    kind: ClassVar[str] = "standard"
    name: str
    href: str | None


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file with what a reader wants to know before opening it; all None when left out.

    `classification` is the higher of the file's own level and its record's; `macros_allowed` why
    the organization hands it over with its macros; `elsewhere` which other volume of the package
    holds it, and then it has a path and no address.
    """

    kind: ClassVar[str] = "file"
    title: str
    name: str | None
    href: str | None
    type: str | None
    size: int | None
    classification: Message | None
    sha256: str | None
    lang: str | None = None
    macros_allowed: str | None = None
    path: str | None = None
    elsewhere: Message | None = None


def record_link(edition: Edition, id: str) -> RecordLink:
    record = edition.graph.find(id)
    if record is None:
        return RecordLink(None, NOT_IN_EDITION, None)
    return link_to(edition, record)


def link_to(edition: Edition, record: Record) -> RecordLink:
    href = address.record(record.id)
    note, lang = edition.state_word(record.id), edition.lang_of(record)
    return RecordLink(record.id, record.title, href, note, lang)


def clause_link(edition: Edition, ref: ClauseRef) -> ClauseLink:
    """Link a clause; one of a standard that the portal does not declare stays plain text."""
    catalogue = edition.graph.standards.catalogues.get(ref.standard)
    clause = catalogue.clause(ref.number) if catalogue else None
    if catalogue is None or clause is None:
        return ClauseLink(ref.standard, ref.number, "", None)
    return ClauseLink(
        catalogue.name, ref.number, clause_title(catalogue, clause), address.clause(ref)
    )


def clause_title(catalogue: Catalogue, clause: Clause) -> str:
    """Return the title of a clause; one that is only called General says of what."""
    above = catalogue.clause(clause.parent.number) if clause.parent else None
    if above is None or clause.title != "General":
        return clause.title
    return say("{title}: general", title=above.title)


def standard_link(edition: Edition, id: str) -> StandardLink:
    catalogue = edition.graph.standards.catalogues.get(id)
    if catalogue is None:
        return StandardLink(id, None)
    return StandardLink(catalogue.name, address.standard(id))


def file_link(edition: Edition, record: Record, entry: FileEntry) -> FileLink:
    file = edition.files.get((record.id, entry.path))
    if file is None:
        return FileLink(_FILE_NOT_IN_EDITION, None, None, None, None, None, None)
    level = max(record.classification, entry.classification or record.classification)
    elsewhere = edition.elsewhere(file)
    return FileLink(
        title=file.title,
        name=file.name,
        href=None if elsewhere else file.path,
        type=_type(file),
        size=file.size,
        classification=wording.LEVELS[level],
        sha256=file.sha256,
        lang=edition.lang_of(record),
        macros_allowed=entry.macros_allowed if is_macro_type(file.name) else None,
        path=file.path,
        elsewhere=elsewhere,
    )


def _type(file: PortalFile) -> str:
    _, dot, suffix = file.name.rpartition(".")
    return suffix.upper() if dot else say("no type")
