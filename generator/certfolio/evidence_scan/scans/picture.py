"""What a picture tells of the place, the person and the device, and whether it can be shown."""

from collections.abc import Iterator

from certfolio.evidence_scan.finding import Finding, Kind, Weight, named
from certfolio.evidence_scan.picture_bytes import Picture, read_picture
from certfolio.evidence_scan.subject import Scan, Subject
from certfolio.evidence_scan.xmp import Xmp, packets, read_xmp
from certfolio.model.message import say, say_count

POSITION = Kind(
    "picture-position",
    Weight.LOOK,
    say("Where a picture was taken"),
    say("The position can be read to a few metres, also where somebody lives."),
    say("In Windows: Properties, Details, Remove Properties; then record the digest anew."),
)
PERSON = Kind(
    "picture-author",
    Weight.NOTE,
    say("Who took a picture"),
    say("The picture names people or whose camera it was."),
    say("In Windows: Properties, Details, Remove Properties; then record the digest anew."),
)
DEVICE = Kind(
    "picture-device",
    Weight.NOTE,
    say("Serial number of a camera"),
    say("Pictures of the same camera can be told to belong together."),
    say("In Windows: Properties, Details, Remove Properties; then record the digest anew."),
)
WORDS = Kind(
    "picture-text",
    Weight.NOTE,
    say("Text inside a picture"),
    say("Programs and people wrote words into the file that the picture does not show."),
    say("Read them; save the picture again without its properties."),
)
SMALL = Kind(
    "picture-preview",
    Weight.NOTE,
    say("Small picture inside a picture"),
    say("It may show what was cut off or blurred in the big one."),
    say("Save the picture again without its properties."),
)
BEHIND = Kind(
    "picture-behind",
    Weight.LOOK,
    say("Data behind the end of a picture"),
    say("Some phones and screenshot programs leave there what was cropped; so do those who hide."),
    say("Open the picture and save it as a new file."),
)
TRUNCATED = Kind(
    "picture-cut-off",
    Weight.LOOK,
    say("Picture without its end"),
    say("The file broke off; programs may show part of it or nothing."),
    say("Copy the original again."),
)
TOO_BIG = Kind(
    "picture-bomb",
    Weight.UNSAFE,
    say("Picture that unpacks to an absurd size"),
    say("A small file says it is a picture so big that opening it can bring a computer down."),
    say("Take the picture anew, in the size that is needed."),
)

_PIXELS = 200_000_000
_PACKED = 1_000  # pixels for each byte: honest scans in black and white stay below
_DULL = frozenset({"software", "date:create", "date:modify", "date:timestamp"})


def look(subject: Subject) -> Iterator[Finding]:
    picture = read_picture(subject.data)
    if picture is None:
        return
    told = [read_xmp(packet, subject.budget) for packet in packets(subject.data)]
    yield from _personal(picture, told)
    yield from _state(picture, len(subject.data))


def _personal(picture: Picture, told: list[Xmp]) -> Iterator[Finding]:
    exif = picture.exif
    if exif.has_position or any(xmp.has_place for xmp in told):
        yield Finding(POSITION, say("It tells where it was taken."))
    people = [*exif.people, *(name for xmp in told for name in xmp.people)]
    people += [text for keyword, text in picture.texts if keyword in {"By-line", "Author"}]
    if named(people):
        yield Finding(PERSON, say("It names “{name}”.", name=named(people)))
    if exif.has_serial or any(xmp.has_serial for xmp in told):
        yield Finding(DEVICE, say("It tells the serial number of the camera."))
    words = [keyword for keyword, _text in picture.texts if keyword.lower() not in _DULL]
    words += ["Comment"] if exif.comments else []
    if words:
        yield Finding(WORDS, say("It holds the texts {names}.", names=named(words)))
    if exif.has_thumbnail:
        yield Finding(SMALL, say("It carries a small picture of itself."))


def _state(picture: Picture, size: int) -> Iterator[Finding]:
    pixels = picture.width * picture.height
    if pixels > _PIXELS and pixels > _PACKED * size:
        said = say(
            "It says it has {width} by {height} pixels.",
            width=picture.width,
            height=picture.height,
        )
        yield Finding(TOO_BIG, said)
    if not picture.is_whole:
        yield Finding(TRUNCATED, say("Its end is missing."))
    if picture.behind > 0:
        said = say_count(
            "{number} byte lies behind its end.",
            "{number} bytes lie behind its end.",
            picture.behind,
        )
        yield Finding(BEHIND, said)


SCAN = Scan(look, (POSITION, PERSON, DEVICE, WORDS, SMALL, BEHIND, TRUNCATED, TOO_BIG))
