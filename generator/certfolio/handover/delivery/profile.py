"""What a way of handing over allows: sizes, numbers, names, kinds of files, lengths of paths."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from certfolio.handover.delivery.refused_types import ARCHIVES, GATEWAYS
from certfolio.records.portal_settings import Delivery

MEGABYTE = 1_000_000
# MAX_PATH is 260 with the zero at the end; what Explorer unpacks or opens has 259 to itself
WINDOWS_PATH = 259
_DOWNLOADS = r"C:\Users\firstname.lastname\Downloads"


class Form(Enum):
    """How a package travels: as zip files, or as a plain folder."""

    ZIP = "zip"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Profile:
    """A way of handing over, with its limits; None where there is none.

    A part is what is handed over in one piece: a zip, or each file of a plain folder. `prefix` is
    where a receiver unpacks or keeps it, in front of every path. `refused` are suffixes with their
    dots, and `advice` is said when a package was made for it.
    """

    name: str
    title: str
    form: Form
    prefix: str
    longest_path: int = WINDOWS_PATH
    largest_part: int | None = None
    largest_total: int | None = None
    most_parts: int | None = None
    most_in_folder: int | None = None
    refused: frozenset[str] = frozenset()
    refuses_locked: bool = False
    is_sharepoint: bool = False
    advice: str = ""


PROFILES: tuple[Profile, ...] = (
    Profile(
        name="mail",
        title="e-mail",
        form=Form.ZIP,
        prefix=_DOWNLOADS,
        # many companies take messages of 10 MB; attachments grow by 37 % on the way (base64)
        largest_part=7 * MEGABYTE,
        largest_total=50 * MEGABYTE,
        most_parts=8,
        refused=GATEWAYS,
        refuses_locked=True,
        advice="Send each zip in a message of its own, and ask for an answer: some mail gateways"
        " hold back zips with web pages in them without telling anybody.",
    ),
    Profile(
        name="upload",
        title="an upload portal",
        form=Form.ZIP,
        prefix=_DOWNLOADS,
        largest_part=100 * MEGABYTE,
        largest_total=2_000 * MEGABYTE,
        most_parts=20,
        refused=GATEWAYS,
        refuses_locked=True,
        advice="Upload the zips as they are; a portal that unpacks them shows the pages without"
        " their look.",
    ),
    Profile(
        name="share",
        title="a file share",
        form=Form.FOLDER,
        prefix=r"\\fileserver.example\departments\quality\certification audit",
        is_sharepoint=True,
        advice="Give readers the right to read only. Windows and macOS leave files such as"
        " Thumbs.db behind where somebody may write, and invoke verify then says so.",
    ),
    Profile(
        name="stick",
        title="a USB stick",
        form=Form.FOLDER,
        prefix="E:",
        # FAT32: a file has less than 4 GB, a folder 65,534 places of which a name takes several
        largest_part=4 * 1024**3 - 1,
        largest_total=14_000 * MEGABYTE,
        most_in_folder=65_534,
        advice="Encrypt the stick where the classification asks for it, and give the password"
        " another way than the stick.",
    ),
    Profile(
        name="no-zip",
        title="a receiver who takes no zip",
        form=Form.FOLDER,
        prefix=_DOWNLOADS,
        largest_part=100 * MEGABYTE,
        largest_total=2_000 * MEGABYTE,
        most_parts=5_000,
        refused=GATEWAYS | ARCHIVES,
        refuses_locked=True,
        is_sharepoint=True,
        advice="Upload the folder as a whole, with its folders in it: the pages find each other and"
        " their files by these names.",
    ),
)


def profiles(own: Iterable[Delivery]) -> dict[str, Profile]:
    """Return every profile by name: those of the program, then the organization's own.

    One of its own takes all limits of the one it is like, unless it names another; a kind of file
    it refuses comes on top.
    """
    known = {profile.name: profile for profile in PROFILES}
    for delivery in own:
        known[delivery.name] = _own(delivery, next(p for p in PROFILES if p.name == delivery.like))
    return known


def changed(profile: Profile, *, prefix: str | None, part: int | None) -> Profile:
    """Return the profile with what a person said on the command line."""
    return replace(
        profile, prefix=prefix or profile.prefix, largest_part=part or profile.largest_part
    )


def _own(delivery: Delivery, like: Profile) -> Profile:
    def octets(megabytes: int | None) -> int | None:
        return None if megabytes is None else megabytes * MEGABYTE

    return replace(
        like,
        name=delivery.name,
        title=delivery.title or like.title,
        prefix=delivery.prefix or like.prefix,
        longest_path=delivery.longest_path or like.longest_path,
        largest_part=octets(delivery.largest_part_mb) or like.largest_part,
        largest_total=octets(delivery.largest_total_mb) or like.largest_total,
        most_parts=delivery.most_parts or like.most_parts,
        refused=like.refused | {f".{suffix.lower().lstrip('.')}" for suffix in delivery.refuses},
    )
