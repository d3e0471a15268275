"""What the files carry besides what one sees; only for those who see everything and ask for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from certfolio.evidence_scan.files import ScannedFile
from certfolio.evidence_scan.finding import Finding, Kind, Weight
from certfolio.intake.collect import NamedFile, named_files
from certfolio.model.message import Message, say, say_count
from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.link import FileLink, RecordLink, file_link, link_to
from certfolio.portal.status import Status

_STATES = {
    Weight.UNSAFE: Status("unsafe"),
    Weight.CLOSED: Status("locked"),
    Weight.LOOK: Status("look"),
    Weight.NOTE: Status("note"),
}


@dataclass(frozen=True, slots=True)
class CarriedRow:
    """A file with everything that was found in it."""

    record: RecordLink
    file: FileLink
    found: tuple["CarriedFinding", ...]


@dataclass(frozen=True, slots=True)
class CarriedFinding:
    """A finding in words; `inside` names the file within an archive or e-mail."""

    weight: Status
    title: Message
    anchor: str
    said: Message
    inside: str


@dataclass(frozen=True, slots=True)
class CarriedKind:
    """What a kind of finding means and what can be done about it."""

    weight: Status
    title: Message
    anchor: str
    means: Message
    advice: Message


@dataclass(frozen=True, slots=True)
class EvidenceScanView:
    """The files in which something was found, and the explanation of each kind."""

    title: Message
    amounts: tuple[Message, ...]
    rows: tuple[CarriedRow, ...]
    kinds: tuple[CarriedKind, ...]


def pages(edition: Edition) -> Iterator[Page]:
    if edition.carried is None:
        return
    scanned = tuple(edition.carried.values())
    view = EvidenceScanView(
        title=say("What the files carry"),
        amounts=tuple(_amounts(scanned)),
        rows=tuple(_rows(edition, edition.carried)),
        kinds=tuple(_kinds(scanned)),
    )
    yield Page(address.EVIDENCE_SCAN, "evidence_scan.html", view)


def _amounts(files: tuple[ScannedFile, ...]) -> Iterator[Message]:
    weights = [file.weight for file in files]
    yield say_count(
        "{number} file was looked into.", "{number} files were looked into.", len(files)
    )
    for weight in Weight:
        number = weights.count(weight)
        if number:
            yield _amount(weight, number)


def _amount(weight: Weight, number: int) -> Message:
    match weight:
        case Weight.UNSAFE:
            return say_count("{number} is unsafe.", "{number} are unsafe.", number)
        case Weight.CLOSED:
            return say_count(
                "{number} cannot be inspected.", "{number} cannot be inspected.", number
            )
        case Weight.LOOK:
            return say_count(
                "{number} is to be looked at.", "{number} are to be looked at.", number
            )
        case Weight.NOTE:
            return say_count("{number} has notes only.", "{number} have notes only.", number)


def _rows(edition: Edition, carried: Mapping[tuple[str, str], ScannedFile]) -> Iterator[CarriedRow]:
    """Yield the files with findings, those with the gravest first, else in the records' order."""
    files = [file for file in named_files(edition.graph.records) if file.key in carried]
    for weight in Weight:
        for file in files:
            if carried[file.key].weight is weight:
                yield _row(edition, file, carried[file.key])


def _row(edition: Edition, file: NamedFile, scanned: ScannedFile) -> CarriedRow:
    return CarriedRow(
        link_to(edition, file.record),
        file_link(edition, file.record, file.entry),
        tuple(_finding(finding) for finding in scanned.findings),
    )


def _finding(finding: Finding) -> CarriedFinding:
    kind = finding.kind
    return CarriedFinding(
        _STATES[kind.weight], kind.title, _anchor(kind), finding.said, finding.inside
    )


def _kinds(files: tuple[ScannedFile, ...]) -> Iterator[CarriedKind]:
    kinds = {f.kind.name: f.kind for file in files for f in file.findings}
    order = list(Weight)
    for kind in sorted(kinds.values(), key=lambda k: (order.index(k.weight), k.name)):
        weight = _STATES[kind.weight]
        yield CarriedKind(weight, kind.title, _anchor(kind), kind.means, kind.advice)


def _anchor(kind: Kind) -> str:
    return f"kind-{kind.name}"
