"""Asks of every file of a package whether it would arrive; everything in one go."""

from collections import Counter
from collections.abc import Iterator, Sequence

from certfolio.handover.delivery.cargo import Cargo, room_of, suffix_of
from certfolio.handover.delivery.finding import Finding, Hindrance
from certfolio.handover.delivery.profile import Form, Profile
from certfolio.handover.delivery.split import Volumes
from certfolio.intake.attachment_name import is_junk
from certfolio.model.quoting import shown

_MOST_NAMED = 5
_LONG_NAME = 13  # characters of a name that fit into one place of a FAT folder
_SHAREPOINT = ("_vti_", "~$", "desktop.ini", ".lock")


def rehearse(
    profile: Profile, cargo: Sequence[Cargo], stem: str, volumes: Volumes
) -> tuple[Finding, ...]:
    """Say everything that keeps files from arriving, the files first, then the whole.

    `stem` is the name of the folder that the package is unpacked to or handed over as.
    """
    return (
        *(finding for item in cargo for finding in _item(profile, item)),
        *_sizes(profile, cargo, volumes),
        *_paths(profile, cargo, stem),
        *_numbers(profile, cargo, volumes),
    )


def _item(profile: Profile, item: Cargo) -> Iterator[Finding]:
    yield from _types(profile, item)
    if item.inside.is_locked and profile.refuses_locked:
        yield Finding(
            item.origin,
            f"opens with a password only; {profile.title} cannot look inside and refuses it",
            Hindrance.LOCKED,
            "files that can be looked into",
            "hand it over without a password, or another way, such as --profile stick",
        )
    if profile.is_sharepoint and any(part in item.path.lower() for part in _SHAREPOINT):
        yield Finding(
            item.origin,
            f"is called {shown(item.path, 120)} there, which SharePoint refuses",
            Hindrance.NAME,
            f"names without {', '.join(_SHAREPOINT)}",
            "rename it",
        )
    yield from _notices(item)


def _types(profile: Profile, item: Cargo) -> Iterator[Finding]:
    if item.suffix in profile.refused:
        yield _refused(profile, item, f"is of a kind ({item.suffix}) that {profile.title} refuses")
    inner = [name for name in item.inside.names if suffix_of(name) in profile.refused]
    if inner:
        held = _named(inner)
        yield _refused(profile, item, f"holds {held}, which {profile.title} refuses")


def _refused(profile: Profile, item: Cargo, found: str) -> Finding:
    what = "a PDF, a picture or a plain file of what it shows"
    return Finding(
        item.origin,
        found,
        Hindrance.TYPE,
        "no programs, scripts, shortcuts or macros"
        + (", and no archives" if ".zip" in profile.refused else ""),
        f"hand over {what}, or deliver another way, such as --profile stick",
    )


def _notices(item: Cargo) -> Iterator[Finding]:
    if not item.inside.is_whole:
        yield Finding(
            item.origin,
            "holds more, or lies deeper, than was looked into",
            Hindrance.UNSEEN,
            "archives that can be looked into to their end",
            "hand over the inner files as files of their own",
            is_notice=True,
        )
    left = [name for name in item.inside.names if any(map(is_junk, name.split("/")))]
    if left:
        yield Finding(
            item.origin,
            f"holds {_named(left)}, which a system or program left behind",
            Hindrance.LEFTOVER,
            "archives of what was meant to be in them",
            "pack it anew without them, if it is no original that must stay as it is",
            is_notice=True,
        )


def _sizes(profile: Profile, cargo: Sequence[Cargo], volumes: Volumes) -> Iterator[Finding]:
    part = profile.largest_part
    for item in volumes.oversized:
        takes = item.size if profile.form is Form.FOLDER else item.room
        with_pages = " with the pages around it" if profile.form is Form.ZIP else ""
        yield Finding(
            item.origin,
            f"has {megabytes(takes)}, too much{with_pages} for {profile.title}",
            Hindrance.FILE_SIZE,
            f"at most {megabytes(volumes.room if profile.form is Form.ZIP else part or 0)}",
            "hand over a smaller scan or an extract, or deliver another way, such as"
            " --profile stick",
        )
    if volumes.room < 0 and part is not None:
        pages = room_of(item for item in cargo if not item.is_evidence)
        yield Finding(
            "the pages of the portal",
            f"take {megabytes(pages)} of themselves, and {profile.title} takes"
            f" {megabytes(part)} at a time",
            Hindrance.TOTAL,
            "a way that takes the pages in one piece, as each volume opens on its own",
            "deliver another way, such as --profile upload, or raise --part-size where more is"
            " taken",
        )
    total = volumes.total if profile.form is Form.ZIP else sum(item.size for item in cargo)
    if profile.largest_total is not None and total > profile.largest_total:
        yield _too_much(profile, cargo, total)


def _too_much(profile: Profile, cargo: Sequence[Cargo], total: int) -> Finding:
    largest = sorted(cargo, key=lambda item: (-item.packed, item.path))[:3]
    named = "; ".join(f"{item.origin}, {megabytes(item.size)}" for item in largest)
    assert profile.largest_total is not None
    return Finding(
        "the package",
        f"has {megabytes(total)} in all; the largest: {named}",
        Hindrance.TOTAL,
        f"at most {megabytes(profile.largest_total)} by {profile.title}",
        "deliver another way, such as --profile stick, or hand over less",
    )


def _paths(profile: Profile, cargo: Sequence[Cargo], stem: str) -> Iterator[Finding]:
    prefix = profile.prefix.rstrip("\\/")
    before = len(prefix) + 1 + len(stem) + 1
    over = sorted(
        (item for item in cargo if before + len(item.path) > profile.longest_path),
        key=lambda item: (-len(item.path), item.path),
    )
    if not over:
        return
    longest = len(over[0].path)
    left = profile.longest_path - longest - len(stem) - 2
    number = f"{len(over)} paths are" if len(over) > 1 else "one path is"
    yield Finding(
        f"{prefix}\\{stem}\\{over[0].path}".replace("/", "\\"),
        f"has {before + longest} characters; {number} too long there",
        Hindrance.PATH,
        f"at most {profile.longest_path} characters for a whole path",
        f"agree on a folder of at most {left} characters, such as C:\\Audit, and name it with"
        " --prefix"
        if left > len("C:\\Audit")
        else "shorten the title of the organization record, which is part of the name",
    )


def _numbers(profile: Profile, cargo: Sequence[Cargo], volumes: Volumes) -> Iterator[Finding]:
    is_zip = profile.form is Form.ZIP
    number = len(volumes.parts) if is_zip else len(cargo)
    if profile.most_parts is not None and number > profile.most_parts:
        yield Finding(
            "the package",
            f"comes to {number} {'volumes' if is_zip else 'files'}",
            Hindrance.NUMBER,
            f"at most {profile.most_parts} by {profile.title}",
            "deliver another way, such as --profile stick"
            + (", or raise --part-size where more is taken" if is_zip else ""),
        )
    if profile.most_in_folder is None or is_zip:
        return
    places: Counter[str] = Counter()
    for item in cargo:
        folder, _slash, name = item.path.rpartition("/")
        places[folder] += 1 + -(-len(name) // _LONG_NAME)
    for folder, taken in sorted(places.items()):
        if taken > profile.most_in_folder:
            yield Finding(
                f"the folder {folder}",
                f"has more files than a folder of {profile.title} can name",
                Hindrance.NUMBER,
                "a file system without that limit, such as exFAT or NTFS",
                "format the stick so, or hand over the zip on it (without --profile)",
            )


def megabytes(octets: int) -> str:
    """Return a size in millions of bytes, rounded up, as limits are written."""
    tenths = -(-octets // 100_000)
    return f"{tenths // 10}.{tenths % 10} MB"


def _named(names: Sequence[str]) -> str:
    rest = len(names) - _MOST_NAMED
    first = ", ".join(shown(name, 80) for name in names[:_MOST_NAMED])
    return f"{first} and {rest} more" if rest > 0 else first
