"""Shows the first lines of a text file."""

from typing import BinaryIO

from certfolio.intake.preview.decoded import Decoded, decoded
from certfolio.model.message import say
from certfolio.model.preview import NoPreview, TextPreview

_READ = 16_384
_LINES = 40
_WIDTH = 240
_CHARACTERS = 6_000

UNKNOWN = NoPreview(say("Not shown here: it cannot be told in which encoding the text is."))


def text_preview(handle: BinaryIO) -> TextPreview | NoPreview:
    """Return the beginning of a text, or why it is not shown."""
    read = decoded(handle, _READ)
    return UNKNOWN if read is None else first_lines(read)


def first_lines(read: Decoded) -> TextPreview:
    lines = read.text.split("\n")
    kept = [line if len(line) <= _WIDTH else f"{line[:_WIDTH]}…" for line in lines[:_LINES]]
    text = "\n".join(kept).rstrip()[:_CHARACTERS]
    is_cut = read.is_cut or len(text) < len(read.text.rstrip())
    return TextPreview(text, read.encoding, is_cut, read.is_altered)
