"""Who wrote an Office file, for which company, and what its properties say besides."""

from collections.abc import Iterator

from certfolio.evidence_scan.finding import Finding, Kind, Weight, named, plain
from certfolio.evidence_scan.markup import elements
from certfolio.evidence_scan.parts import Parts
from certfolio.evidence_scan.subject import Scan, Subject
from certfolio.model.message import say, say_count

AUTHOR = Kind(
    "author",
    Weight.NOTE,
    say("Names of authors"),
    say("The properties of the file name people, who may not want to be known outside."),
    say("In Office: File, Info, Check for Issues, Inspect Document, remove personal information."),
)
COMPANY = Kind(
    "company",
    Weight.NOTE,
    say("Company and manager"),
    say("The properties name a company or manager, at times one whose template was used."),
    say("Correct the properties of the file, or remove them with Inspect Document."),
)
PROPERTIES = Kind(
    "own-properties",
    Weight.NOTE,
    say("Properties of your own"),
    say("Programs left properties in the file, such as labels, customer numbers or paths."),
    say("Look at File, Info, Properties, Advanced Properties, and remove what is nobody's."),
)
THUMBNAIL = Kind(
    "thumbnail",
    Weight.NOTE,
    say("Small picture of the first page"),
    say("The picture may show an earlier state than the file itself."),
    say("Save the file again without a preview picture."),
)


def look(subject: Subject) -> Iterator[Finding]:
    if subject.office is not None:
        yield from _office(subject.office)
    elif subject.open_document is not None:
        yield from _open_document(subject.open_document)


def _office(parts: Parts) -> Iterator[Finding]:
    said = _values(parts, "docprops/core.xml", "creator", "lastModifiedBy")
    author, editor = said.get("creator"), said.get("lastModifiedBy")
    if author:
        yield Finding(AUTHOR, say("Its author is “{name}”.", name=author))
    if editor:
        yield Finding(AUTHOR, say("Last saved by “{name}”.", name=editor))
    said = _values(parts, "docprops/app.xml", "Company", "Manager", "Template", "HyperlinkBase")
    if said.get("Company"):
        yield Finding(COMPANY, say("Its company is “{name}”.", name=said["Company"]))
    if said.get("Manager"):
        yield Finding(COMPANY, say("Its manager is “{name}”.", name=said["Manager"]))
    paths = [p for p in (said.get("Template"), said.get("HyperlinkBase")) if p and _is_path(p)]
    if paths:
        yield Finding(PROPERTIES, say("It names the place “{path}”.", path=named(paths)))
    own = parts.get("docprops/custom.xml")
    if own:
        names = [e.attributes.get("name", "") for e in elements(own, parts.budget, "property")]
        yield from _own(names)
    if parts.names("docprops/thumbnail."):
        yield Finding(THUMBNAIL, say("It carries a picture of its first page."))


def _open_document(parts: Parts) -> Iterator[Finding]:
    said = _values(parts, "meta.xml", "initial-creator", "creator", "printed-by")
    if said.get("initial-creator"):
        yield Finding(AUTHOR, say("Its author is “{name}”.", name=said["initial-creator"]))
    if said.get("creator"):
        yield Finding(AUTHOR, say("Last saved by “{name}”.", name=said["creator"]))
    data = parts.get("meta.xml")
    if data:
        found = elements(data, parts.budget, "user-defined")
        yield from _own([e.attributes.get("name", "") for e in found if e.text.strip()])
    if parts.names("thumbnails/"):
        yield Finding(THUMBNAIL, say("It carries a picture of its first page."))


def _own(names: list[str]) -> Iterator[Finding]:
    if names:
        yield Finding(
            PROPERTIES,
            say_count(
                "It has {number} property of its own: {names}.",
                "It has {number} properties of its own: {names}.",
                len(names),
                names=named(names),
            ),
        )


def _values(parts: Parts, name: str, *wanted: str) -> dict[str, str]:
    data = parts.get(name)
    if not data:
        return {}
    found = elements(data, parts.budget, *wanted)
    return {e.name: plain(e.text) for e in found if e.text.strip()}


def _is_path(text: str) -> bool:
    return "\\" in text or "/" in text


SCAN = Scan(look, (AUTHOR, COMPANY, PROPERTIES, THUMBNAIL))
