"""What a PDF holds below its pages: earlier states, annotations, layers, names of people."""

import re
from collections.abc import Iterator

from certfolio.evidence_scan.finding import Finding, Kind, Weight, named
from certfolio.evidence_scan.pdf_bytes import PdfText
from certfolio.evidence_scan.subject import Scan, Subject
from certfolio.evidence_scan.xmp import packets, read_xmp
from certfolio.model.message import say, say_count

REVISIONS = Kind(
    "pdf-revisions",
    Weight.LOOK,
    say("Earlier states of a PDF"),
    say("It was changed by adding to it: what was deleted or blacked out is still in the file."),
    say("Print it to a new PDF. After signing, later states are usual and may not be removed."),
)
REDACTION = Kind(
    "pdf-redaction",
    Weight.UNSAFE,
    say("Redaction that was marked and not applied"),
    say("Parts are marked for blacking out, yet their text is all in the file."),
    say("Apply the redaction in the program that marked it, then save a new file."),
)
ANNOTATIONS = Kind(
    "pdf-annotations",
    Weight.LOOK,
    say("Notes and drawings on a PDF"),
    say("Comments go along, and a rectangle drawn over text hides it from the eye only."),
    say("Read them, delete what is not meant, and print the file to a new PDF."),
)
LAYERS = Kind(
    "pdf-layers",
    Weight.NOTE,
    say("Layers of a PDF"),
    say("Layers can be switched off and on, so the pages may hold more than one sees."),
    say("Look at the list of layers, or print the file to a new PDF."),
)
PEOPLE = Kind(
    "pdf-author",
    Weight.NOTE,
    say("Author of a PDF"),
    say("The properties of the file name people, who may not want to be known outside."),
    say("Remove the name under File, Properties, or print the file to a new PDF."),
)

_END = re.compile(rb"%%EOF")
_NOTES = re.compile(
    rb"/Subtype\s{0,9}/(?:Text|FreeText|Highlight|StrikeOut|Underline|Squiggly|Ink|Stamp|Caret"
    rb"|Square|Circle|Polygon|PolyLine|Line)(?![A-Za-z0-9])"
)


def look(subject: Subject) -> Iterator[Finding]:
    pdf = subject.pdf
    if pdf is None:
        return
    states = pdf.count(_END) - (b"/Linearized" in subject.data[:2000])
    if states > 1:
        yield Finding(
            REVISIONS,
            say_count(
                "{number} earlier state lies below the present one.",
                "{number} earlier states lie below the present one.",
                states - 1,
            ),
        )
    if pdf.has("Redact"):
        yield Finding(REDACTION, say("Text is marked for redaction and still there."))
    notes = pdf.count(_NOTES)
    if notes:
        said = say_count("{number} note or drawing.", "{number} notes and drawings.", notes)
        yield Finding(ANNOTATIONS, said)
    if pdf.has("OCProperties"):
        yield Finding(LAYERS, say("Its pages have layers."))
    people = _people(subject, pdf)
    if people:
        yield Finding(PEOPLE, say("Its author is “{name}”.", name=named(people)))


def _people(subject: Subject, pdf: PdfText) -> list[str]:
    if pdf.has("Encrypt"):
        return []
    found = pdf.texts("Author")
    for packet in (*pdf.metadata, *packets(subject.data)):
        found += read_xmp(packet, subject.budget).people
    return found


SCAN = Scan(look, (REVISIONS, REDACTION, ANNOTATIONS, LAYERS, PEOPLE))
