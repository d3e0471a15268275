"""Turns the first bytes of a text into words: in a known encoding, with nothing unseen in it."""

import codecs
import re
from dataclasses import dataclass
from typing import BinaryIO

from certfolio.model.message import Message, say

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", say("UTF-8")),
    (codecs.BOM_UTF16_LE, "utf-16-le", say("UTF-16")),
    (codecs.BOM_UTF16_BE, "utf-16-be", say("UTF-16")),
)
_GUESSED = say("Windows-1252, guessed: some letters may be others")
# A text with more letters above ASCII than this is in an alphabet that nobody can guess.
_FOREIGN = 0.2
_UNPRINTED = 0.05
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The beginning of a text with line feeds only; `is_cut` says that the file goes on.

    `is_altered` says that characters which nobody sees were written as signs.
    """

    text: str
    encoding: Message
    is_cut: bool
    is_altered: bool


def decoded(handle: BinaryIO, most: int) -> Decoded | None:
    """Return the first bytes as text, None where its encoding cannot be told."""
    handle.seek(0)
    head = handle.read(most + 1)
    is_cut = len(head) > most
    found = _decode(head[:most], is_cut)
    if found is None:
        return None
    text, encoding = found
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    shown, altered = _HIDDEN.subn(_sign, plain)
    if altered > len(plain) * _UNPRINTED + 20:
        return None
    return Decoded(shown, encoding, is_cut, altered > 0)


def _decode(head: bytes, is_cut: bool) -> tuple[str, Message] | None:
    for mark, name, said in _MARKS:
        if head.startswith(mark):
            text = _strictly(head[len(mark) :], name, is_cut)
            return None if text is None else (text, said)
    text = _strictly(head, "utf-8", is_cut)
    if text is not None:
        return text, say("UTF-8")
    if sum(octet > 127 for octet in head) > len(head) * _FOREIGN:
        return None
    text = _strictly(head, "cp1252", is_cut)
    return None if text is None else (text, _GUESSED)


def _strictly(head: bytes, name: str, is_cut: bool) -> str | None:
    """Decode without replacing anything; a character cut by the end is left out."""
    try:
        return codecs.getincrementaldecoder(name)("strict").decode(head, final=not is_cut)
    except UnicodeDecodeError:
        return None


def _sign(found: re.Match[str]) -> str:
    """Write a control character as the sign Unicode has for it, any other by its number."""
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"[U+{code:04X}]"
