"""What stands beside a portal in a package, and on the sheet that goes with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from certfolio.model.message import Message, say
from certfolio.portal import wording
from certfolio.portal.edition import Edition


@dataclass(frozen=True, slots=True)
class PackageNote:
    """The facts of a package, for START-HERE.html and VERIFY.txt; `folder` holds the portal."""

    title: str
    organization: str
    audience: str
    watermark: str | None
    as_of: date
    build_id: str
    lang: str
    folder: str
    file_name: str
    is_bag: bool
    is_signed: bool


@dataclass(frozen=True, slots=True)
class HandedFile:
    """A file that is handed over, with its SHA-256."""

    name: str
    size: int
    sha256: str

    @property
    def spaced(self) -> str:
        """The digits in groups of eight, as people read them to each other."""
        return " ".join(self.sha256[place : place + 8] for place in range(0, 64, 8))


@dataclass(frozen=True, slots=True)
class Parcel:
    """Who hands what to whom, when; what nobody said is left to be filled in by hand."""

    made_at: str
    sender: str | None
    receiver: str | None
    commit: str | None
    destroy_by: date | None
    program: str
    files: tuple[HandedFile, ...]
    public_key: str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the handover sheet."""

    label: Message
    value: object
    is_code: bool = False


@dataclass(frozen=True, slots=True)
class HandoverSheet:
    """The sheet that goes with a package and never into it."""

    title: str
    organization: str
    watermark: str | None
    lang: str
    facts: tuple[Fact, ...]
    files: tuple[HandedFile, ...]
    public_key: str | None
    lines: tuple[Message, ...]


def package_note(
    edition: Edition, folder: str, file_name: str, *, is_bag: bool, is_signed: bool
) -> PackageNote:
    settings = edition.graph.settings
    return PackageNote(
        title=settings.title,
        organization=organization_of(edition),
        audience=edition.audience.name,
        watermark=edition.audience.watermark,
        as_of=edition.as_of,
        build_id=edition.build_id,
        lang=edition.language.code,
        folder=folder,
        file_name=file_name,
        is_bag=is_bag,
        is_signed=is_signed,
    )


def handover_sheet(edition: Edition, parcel: Parcel) -> HandoverSheet:
    return HandoverSheet(
        title=edition.graph.settings.title,
        organization=organization_of(edition),
        watermark=edition.audience.watermark,
        lang=edition.language.code,
        facts=tuple(_facts(edition, parcel)),
        files=parcel.files,
        public_key=parcel.public_key,
        lines=(say("Name"), say("Organization"), say("Date"), say("Signature")),
    )


def organization_of(edition: Edition) -> str:
    """Return the name of the organization, or the portal's title where this edition hides it."""
    organization = edition.graph.find(edition.graph.settings.organization)
    return organization.title if organization else edition.graph.settings.title


def _facts(edition: Edition, parcel: Parcel) -> Iterator[Fact]:
    by_hand = say("to be filled in by hand: ____________________")
    body = edition.graph.settings.certification_body
    yield Fact(say("Edition for"), edition.audience.name)
    yield Fact(say("Highest classification"), wording.LEVELS[edition.audience.ceiling])
    yield Fact(say("Judged as of"), edition.as_of)
    yield Fact(say("Portal"), edition.build_id, is_code=True)
    yield Fact(say("Records"), len(edition.graph.records))
    yield Fact(say("Made at"), parcel.made_at)
    yield Fact(say("Made with"), parcel.program)
    yield Fact(say("From the records at commit"), parcel.commit or say("none recorded"))
    yield Fact(say("Sent by"), parcel.sender or by_hand)
    yield Fact(say("Sent to"), parcel.receiver or body or by_hand)
    yield Fact(say("To be destroyed by"), parcel.destroy_by or by_hand)
