"""Splits the files of a package into volumes, each with all pages and some of the evidence."""

from collections.abc import Sequence
from dataclasses import dataclass

from certfolio.handover.delivery.cargo import Cargo, room_of
from certfolio.handover.delivery.profile import Form, Profile

# pages say where a file lies that is not in their volume, and each volume lists all volumes
_SPARE = 0.012
_END = 22


@dataclass(frozen=True, slots=True)
class Volumes:
    """Which evidence lies in which volume, by path; `room` is what evidence may take in each.

    `total` is what all volumes come to; `oversized` are files that fit into none.
    """

    parts: tuple[tuple[str, ...], ...]
    room: int
    total: int
    oversized: tuple[Cargo, ...] = ()


def split(profile: Profile, cargo: Sequence[Cargo], limit: int | None = None) -> Volumes:
    """Put evidence into as few volumes as its order allows; exhibits keep their order.

    What fits into one piece stays in one. `limit` is the size of a volume, as the profile says
    where it is not given.
    """
    evidence = [item for item in cargo if item.is_evidence]
    pages = room_of(item for item in cargo if not item.is_evidence) + _END
    whole = Volumes((tuple(item.path for item in evidence),), 0, pages + room_of(evidence))
    most = limit or profile.largest_part
    if most is None:
        return whole
    if profile.form is Form.FOLDER:
        large = tuple(item for item in cargo if item.size > most)
        return Volumes(whole.parts, 0, whole.total, large)
    if whole.total <= most:
        return whole
    room = most - pages - int(pages * _SPARE)
    if room < 0:
        return Volumes(whole.parts, room, whole.total)
    oversized = tuple(item for item in evidence if item.room > room)
    parts = _filled([item for item in evidence if item.room <= room], room)
    total = pages * len(parts) + room_of(evidence)
    return Volumes(parts, room, total, oversized)


def _filled(evidence: Sequence[Cargo], room: int) -> tuple[tuple[str, ...], ...]:
    parts: list[list[str]] = [[]]
    left = room
    for item in evidence:
        if item.room > left:
            parts.append([])
            left = room
        parts[-1].append(item.path)
        left -= item.room
    return tuple(tuple(part) for part in parts)
