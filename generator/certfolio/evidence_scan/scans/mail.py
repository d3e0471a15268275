"""What an e-mail carries along: attachments, pictures from elsewhere, addresses, its way."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from certfolio.evidence_scan.finding import Finding, Kind, Weight, named
from certfolio.evidence_scan.subject import Scan, Subject
from certfolio.intake.attachment_refusal import is_dangerous
from certfolio.model.message import say, say_count

ATTACHMENTS = Kind(
    "mail-attachments",
    Weight.LOOK,
    say("Attachments of an e-mail"),
    say("Whatever was attached goes along, whether the evidence needs it or not."),
    say("Save the mail without what is not needed, or print it to a PDF."),
)
PROGRAM = Kind(
    "mail-program",
    Weight.UNSAFE,
    say("Programs and scripts in an e-mail"),
    say("They can run on the reader's computer, and mail gateways refuse a package with them."),
    say("Save the mail without them, or print it to a PDF."),
)
REMOTE = Kind(
    "mail-remote",
    Weight.LOOK,
    say("Pictures an e-mail fetches"),
    say("A mail program that shows them tells the sender when and where the mail was read."),
    say("Print the mail to a PDF."),
)
SCRIPT = Kind(
    "mail-script",
    Weight.UNSAFE,
    say("Scripts and forms in an e-mail"),
    say("The mail is a web page with parts that can run or send data."),
    say("Print the mail to a PDF."),
)
ADDRESSES = Kind(
    "mail-addresses",
    Weight.NOTE,
    say("Addresses of an e-mail"),
    say("People inside and outside are named with their addresses."),
    say("Check that all of them may be known to the reader; else print and black out on paper."),
)
BLIND = Kind(
    "mail-blind-copy",
    Weight.LOOK,
    say("Blind copies of an e-mail"),
    say("It names receivers whom the others were not to see."),
    say("Save the mail without the line Bcc, or print it to a PDF."),
)
ROUTE = Kind(
    "mail-route",
    Weight.NOTE,
    say("The way an e-mail came"),
    say("Its head names computers and addresses of networks that it passed."),
    say("That is part of an original. Print it to a PDF where the original is not needed."),
)

_REMOTE = re.compile(
    r"<(?:img|link|iframe|video|audio|source|table|td|body)\b[^<>]{0,2000}?"
    r"(?:src|href|background)\s{0,9}=\s{0,9}[\"']?\s{0,9}(?:https?:)?//"
    r"|url\(\s{0,9}[\"']?(?:https?:)?//",
    re.IGNORECASE,
)
_SCRIPT = re.compile(
    r"<(?:script|form|object|embed|applet)\b|\son\w{3,20}\s{0,9}=|javascript:", re.IGNORECASE
)


def look(subject: Subject) -> Iterator[Finding]:
    letter = subject.letter
    if letter is None:
        return
    attached = [name for name, _content in letter.attached]
    if attached:
        yield Finding(
            ATTACHMENTS,
            say_count(
                "It has {number} attachment: {names}.",
                "It has {number} attachments: {names}.",
                len(attached),
                names=named(attached),
            ),
        )
    programs = [name for name in attached if is_dangerous(PurePosixPath(name).suffix.lower())]
    if programs:
        yield Finding(PROGRAM, say("It holds {names}.", names=named(programs)))
    if any(_REMOTE.search(page) for page in letter.pages):
        yield Finding(REMOTE, say("Its text fetches pictures from other computers."))
    if any(_SCRIPT.search(page) for page in letter.pages):
        yield Finding(SCRIPT, say("Its text holds a script or a form."))
    if letter.has_hidden_receivers:
        yield Finding(BLIND, say("It names receivers of blind copies."))
    if letter.domains:
        yield Finding(
            ADDRESSES,
            say_count(
                "{number} address, at {places}.",
                "{number} addresses, at {places}.",
                letter.addresses,
                places=named(letter.domains),
            ),
        )
    if letter.hops:
        yield Finding(
            ROUTE,
            say_count(
                "It tells of {number} computer it passed.",
                "It tells of {number} computers it passed.",
                letter.hops,
            ),
        )


SCAN = Scan(look, (ATTACHMENTS, PROGRAM, REMOTE, SCRIPT, ADDRESSES, BLIND, ROUTE))
