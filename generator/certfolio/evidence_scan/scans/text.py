"""How a text is written: its encoding, and characters that are not what they look like."""

import re
from collections.abc import Iterator

from certfolio.evidence_scan.budget import TEXT_LIMIT
from certfolio.evidence_scan.finding import Finding, Kind, Weight
from certfolio.evidence_scan.subject import Scan, Subject
from certfolio.model.message import say, say_count

ENCODING = Kind(
    "text-encoding",
    Weight.NOTE,
    say("Encoding of a text"),
    say("Browsers and editors may show wrong letters, as the file does not say how to read it."),
    say("Save it as UTF-8, if it is not an original that must stay as it is."),
)
TERMINAL = Kind(
    "terminal-codes",
    Weight.LOOK,
    say("Codes for a terminal"),
    say("Shown in a terminal, the text can change colours, overwrite lines or hide parts."),
    say("Open it in an editor; leave the codes out when the log is made again."),
)
DECEIVING = Kind(
    "deceiving-characters",
    Weight.LOOK,
    say("Characters that change how a text reads"),
    say("Signs that nobody sees can turn the order of words around."),
    say("Read it in an editor that shows all characters."),
)
BINARY = Kind(
    "binary-in-text",
    Weight.LOOK,
    say("Bytes in a text that are no text"),
    say("Something else lies in the file behind its readable beginning."),
    say("Save the text again from the program that made it."),
)

_TERMINAL = re.compile(r"\x1b[\[\]()#;?P_^]|\x9b")
_DECEIVING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def look(subject: Subject) -> Iterator[Finding]:
    if not subject.is_text:
        return
    head = subject.data[:TEXT_LIMIT]
    is_wide = head.startswith(_WIDE)
    if is_wide:
        yield Finding(ENCODING, say("It is written in UTF-16."))
    elif not _is_utf_8(head):
        yield Finding(ENCODING, say("It is not UTF-8, most likely Windows-1252 or Latin-1."))
    if not is_wide and b"\x00" in subject.data:
        yield Finding(BINARY, say("It holds bytes that are no text."))
    text = subject.text
    codes = sum(1 for _ in _TERMINAL.finditer(text))
    if codes:
        said = say_count("It holds {number} code.", "It holds {number} codes.", codes)
        yield Finding(TERMINAL, said)
    signs = sum(1 for _ in _DECEIVING.finditer(text))
    if signs:
        said = say_count("It holds {number} such sign.", "It holds {number} such signs.", signs)
        yield Finding(DECEIVING, said)


def _is_utf_8(head: bytes) -> bool:
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        # what was read may end within a character
        return len(head) == TEXT_LIMIT and error.start >= len(head) - 4
    return True


SCAN = Scan(look, (ENCODING, TERMINAL, DECEIVING, BINARY))
