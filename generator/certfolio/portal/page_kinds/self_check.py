"""The page on which a reader compares an unpacked package with its manifest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from certfolio.model.message import Message, say
from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.edition import Edition

# the script fills {path}, {number} and the like; it gets the patterns in the portal's language
_WORDS: Mapping[str, Message] = {
    "nothing": say(
        "There is no manifest-sha256.txt in that folder. Choose the folder that holds"
        " START-HERE.html."
    ),
    "busy": say("Comparing {number} files …"),
    "whole": say("{number} files, {octets} bytes: every one is what the manifest says."),
    "proves": say(
        "This shows damage, not fraud. To know that it is the package the sender made, compare the"
        " SHA-256 of the zip with the handover sheet."
    ),
    "broken": say("This is not the package as it was made. Ask the sender for it again."),
    "missing": say("{path} is missing"),
    "added": say("{path} is not in the manifest: it was added"),
    "changed": say("{path} was changed"),
    "unread": say("{path} could not be read"),
    "odd": say("{path} has a line that is no digest and path: {line}"),
    "cut": say("{path} is cut off"),
    "junk": say("Left by this computer, and no part of the package:"),
    "more": say("and {number} more"),
    "manifest": say("SHA-256 of {path}: {digest}"),
}
_PROOFS = (
    say(
        "That the files are those the manifest lists. Whoever can change the files can write a new"
        " manifest too, and another version of this page."
    ),
    say(
        "The SHA-256 of the zip, compared with the one that the sender gave another way, proves"
        " that you have the very file that the sender measured."
    ),
    say("Nothing here proves who made the package, nor that what it says is true."),
)


@dataclass(frozen=True, slots=True)
class SelfCheckView:
    """What the page says, and the words of its script in the language of the portal."""

    title: Message
    proofs: tuple[Message, ...]
    words: Mapping[str, str]


def pages(edition: Edition) -> Iterator[Page]:
    speak = edition.language.text
    view = SelfCheckView(
        title=say("Check this package"),
        proofs=_PROOFS,
        words={name: speak(message) for name, message in _WORDS.items()},
    )
    yield Page(address.SELF_CHECK, "self_check.html", view)
