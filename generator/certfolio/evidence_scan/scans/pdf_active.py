"""What a PDF does by itself or asks its reader to do: scripts, programs, attachments, forms."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from certfolio.evidence_scan.finding import Finding, Kind, Weight, named
from certfolio.evidence_scan.pdf_bytes import PdfText
from certfolio.evidence_scan.subject import Scan, Subject
from certfolio.model.message import say, say_count

JAVASCRIPT = Kind(
    "pdf-javascript",
    Weight.UNSAFE,
    say("JavaScript in a PDF"),
    say("It holds a program that readers of PDF may run when the file is opened."),
    say("Print it to a new PDF; forms that count need their values only."),
)
LAUNCH = Kind(
    "pdf-launch",
    Weight.UNSAFE,
    say("A PDF that starts programs"),
    say("An action in it starts a program or opens another file."),
    say("Print it to a new PDF, and ask where this one came from."),
)
SUBMIT = Kind(
    "pdf-submit",
    Weight.UNSAFE,
    say("A PDF that sends data"),
    say("A form in it sends what is filled in to an address, or fetches data."),
    say("Print the filled form to a new PDF."),
)
ATTACHMENT = Kind(
    "pdf-attachment",
    Weight.LOOK,
    say("Files attached inside a PDF"),
    say("Other files travel inside it, which nobody sees on its pages."),
    say("Look at them in the list of attachments, and hand them over as files of their own."),
)
MEDIA = Kind(
    "pdf-media",
    Weight.LOOK,
    say("Films, sound or 3D in a PDF"),
    say("It holds parts that only some readers can play, and that programs were attacked by."),
    say("Print it to a new PDF; add a picture or a text of what is played."),
)
REMOTE = Kind(
    "pdf-remote",
    Weight.LOOK,
    say("A PDF that opens others"),
    say("Links in it open files outside, which names folders and servers of yours."),
    say("Take out the links, or print it to a new PDF."),
)
WEB_LINK = Kind(
    "pdf-web-link",
    Weight.NOTE,
    say("Links in a PDF"),
    say("Links lead out of the file; addresses of your own network tell its names."),
    say("Take out links that only work inside your house."),
)

_JAVASCRIPT = ("JavaScript", "JS")
_LAUNCH = ("Launch",)
_SUBMIT = ("SubmitForm", "ImportData")
_ATTACHED = ("EmbeddedFile", "EmbeddedFiles")
_MEDIA = ("RichMedia", "Movie", "Sound", "Rendition", "U3D", "PRC", "Flash")
_REMOTE = ("GoToR", "GoToE")
_ATTACHED_FILE = re.compile(rb"/EmbeddedFile(?![A-Za-z0-9])")


def look(subject: Subject) -> Iterator[Finding]:
    pdf = subject.pdf
    if pdf is None:
        return
    if pdf.has(*_JAVASCRIPT):
        yield Finding(JAVASCRIPT, say("It holds JavaScript."))
    if pdf.has(*_LAUNCH):
        yield Finding(LAUNCH, say("An action in it starts a program."))
    if pdf.has(*_SUBMIT):
        yield Finding(SUBMIT, say("A form in it sends or fetches data."))
    if pdf.has(*_ATTACHED):
        yield _attached(pdf)
    if pdf.has(*_MEDIA):
        yield Finding(MEDIA, say("It holds a film, sound or a 3D model."))
    if pdf.has(*_REMOTE):
        yield Finding(REMOTE, say("A link in it opens another file."))
    hosts = [_host(address) for address in pdf.texts("URI")]
    if hosts:
        yield Finding(
            WEB_LINK,
            say_count(
                "{number} link leads to {places}.",
                "{number} links lead to {places}.",
                len(hosts),
                places=named(hosts),
            ),
        )


def _attached(pdf: PdfText) -> Finding:
    number = max(1, pdf.count(_ATTACHED_FILE))
    return Finding(
        ATTACHMENT,
        say_count("It holds {number} attached file.", "It holds {number} attached files.", number),
    )


def _host(address: str) -> str:
    try:
        parsed = urlsplit(address)
        host = parsed.hostname
    except ValueError:
        return address
    return parsed.path.rpartition("@")[2] if parsed.scheme == "mailto" else host or address


SCAN = Scan(look, (JAVASCRIPT, LAUNCH, SUBMIT, ATTACHMENT, MEDIA, REMOTE, WEB_LINK))
