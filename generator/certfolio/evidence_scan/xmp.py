"""Reads what a packet of XMP metadata says about people and places."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.evidence_scan.budget import Budget
from certfolio.evidence_scan.finding import plain
from certfolio.evidence_scan.markup import Element, MarkupDamaged, MarkupRefused, elements

_BEGIN, _END = b"<x:xmpmeta", b"</x:xmpmeta>"
_LIMIT = 4_000_000
_NAMED = ("creator", "Artist", "OwnerName", "CameraOwnerName", "AuthorsPosition", "Author")
_PLACED = ("GPSLatitude", "GPSLongitude", "Location", "City")
_SERIAL = ("SerialNumber", "BodySerialNumber", "LensSerialNumber")


@dataclass(frozen=True, slots=True)
class Xmp:
    """Names of people, whether a place is told, and whether a device is told."""

    people: tuple[str, ...]
    has_place: bool
    has_serial: bool


def packets(data: bytes) -> Iterator[bytes]:
    """Yield the packets that lie unpacked in a file."""
    at = 0
    while (start := data.find(_BEGIN, at)) >= 0:
        end = data.find(_END, start, start + _LIMIT)
        if end < 0:
            return
        at = end + len(_END)
        yield data[start:at]


def read_xmp(packet: bytes, budget: Budget) -> Xmp:
    """Read a packet; one that is damaged says nothing."""
    start = packet.find(_BEGIN)
    end = packet.find(_END)
    whole = packet[start : end + len(_END)] if 0 <= start < end else packet
    try:
        found = elements(whole, budget)
    except (MarkupDamaged, MarkupRefused):
        return Xmp((), False, False)
    people = [name for element in found for name in _people(element)]
    return Xmp(
        tuple(dict.fromkeys(name for one in people if (name := plain(one)))),
        any(_has(element, _PLACED) for element in found),
        any(_has(element, _SERIAL) for element in found),
    )


def _people(element: Element) -> Iterator[str]:
    if element.name in _NAMED:
        yield element.text
    # a list: creator, Seq, li
    if element.name == "li" and element.above in _NAMED:
        yield element.text
    for name in _NAMED:
        yield element.attributes.get(name, "")


def _has(element: Element, names: tuple[str, ...]) -> bool:
    is_named = element.name in names and bool(element.text.strip())
    return is_named or any(element.attributes.get(name) for name in names)
