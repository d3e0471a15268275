"""What stands beside a portal in a package, and on the sheet that goes with it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from certfolio.model.message import Message, say
from certfolio.portal import wording
from certfolio.portal.edition import Edition
from certfolio.portal.volume import Volume


@dataclass(frozen=True, slots=True)
class VolumeRow:
    """One zip of a package of several; `files` counts the files of exhibits in it."""

    number: int
    name: str
    files: int


@dataclass(frozen=True, slots=True)
class PackageNote:
    """The facts of a package, for START-HERE.html and VERIFY.txt; `folder` holds the portal.

    `is_folder` says that it travels unpacked; `volume` is the number of this one of `volumes`.
    """

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
    is_folder: bool = False
    volume: int | None = None
    volumes: tuple[VolumeRow, ...] = ()

    @property
    def root(self) -> str:
        """The file that lists all others, and that nothing lists."""
        return "tagmanifest-sha256.txt" if self.is_bag else "manifest-sha256.txt"

    @property
    def measured(self) -> str:
        """The file whose SHA-256 the receiver compares."""
        return self.root if self.is_folder else self.file_name


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

    made_on: date | None
    sender: str | None
    receiver: str | None
    commit: str | None
    destroy_by: date | None
    program: str
    files: tuple[HandedFile, ...]
    is_folder: bool
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
    is_folder: bool
    public_key: str | None
    acknowledge: Message
    lines: tuple[Message, ...]


def package_note(
    edition: Edition,
    folder: str,
    file_name: str,
    *,
    is_bag: bool,
    is_signed: bool,
    is_folder: bool = False,
) -> PackageNote:
    settings = edition.graph.settings
    volume = edition.volume
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
        is_folder=is_folder,
        volume=volume.number if volume else None,
        volumes=tuple(_volume_rows(volume)) if volume else (),
    )


def _volume_rows(volume: Volume) -> Iterator[VolumeRow]:
    held = Counter(volume.held.values())
    for number, name in enumerate(volume.names, start=1):
        yield VolumeRow(number, name, held[number])


def handover_sheet(edition: Edition, parcel: Parcel) -> HandoverSheet:
    return HandoverSheet(
        title=edition.graph.settings.title,
        organization=organization_of(edition),
        watermark=edition.audience.watermark,
        lang=edition.language.code,
        facts=tuple(_facts(edition, parcel)),
        files=parcel.files,
        is_folder=parcel.is_folder,
        public_key=parcel.public_key,
        acknowledge=_acknowledge(parcel),
        lines=(say("Name"), say("Organization"), say("Date"), say("Signature")),
    )


def _acknowledge(parcel: Parcel) -> Message:
    if parcel.sender:
        return say(
            "Compare the digits, fill in the lines below, and send this sheet back to {sender};"
            " a scan or a photograph will do.",
            sender=parcel.sender,
        )
    return say(
        "Compare the digits, fill in the lines below, and send this sheet back to the sender;"
        " a scan or a photograph will do."
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
    yield Fact(say("Handed over on"), parcel.made_on or by_hand)
    yield Fact(say("Made with"), parcel.program)
    yield Fact(
        say("From the records at commit"), parcel.commit or say("none recorded"), is_code=True
    )
    yield Fact(say("Sent by"), parcel.sender or by_hand)
    yield Fact(say("Sent to"), parcel.receiver or body or by_hand)
    yield Fact(say("To be destroyed by"), parcel.destroy_by or by_hand)
