"""What a scan of evidence found, for people: file by file, then what it means and what to do."""

from collections.abc import Iterable, Iterator, Sequence

from certfolio.evidence_scan.files import ScannedFile
from certfolio.evidence_scan.finding import Finding, Kind, Weight
from certfolio.model.quoting import shown

_FILES = "content/files/"


def report(files: Sequence[ScannedFile]) -> str:
    """Return the files that carry something, an explanation of each kind, and a last line."""
    blocks = ["\n".join(_file(file)) for file in files if file.findings]
    kinds = _kinds(files)
    if kinds:
        blocks.append("\n".join(["What it means, and what to do", *_explained(kinds)]))
    blocks.append(_summary(files))
    return "\n\n".join(blocks) + "\n"


def _file(file: ScannedFile) -> Iterator[str]:
    yield f"{_FILES}{shown(file.path, 200)[1:-1]} ({file.record})"
    for finding in file.findings:
        yield f"  {finding.kind.weight.value:<7} {finding.kind.title}: {_said(finding)}"


def _said(finding: Finding) -> str:
    return f"{finding.said} In {finding.inside}." if finding.inside else str(finding.said)


def _kinds(files: Iterable[ScannedFile]) -> list[Kind]:
    kinds = {finding.kind.name: finding for file in files for finding in file.findings}
    order = list(Weight)
    found = sorted(kinds.values(), key=lambda f: (order.index(f.kind.weight), f.kind.name))
    return [finding.kind for finding in found]


def _explained(kinds: Iterable[Kind]) -> Iterator[str]:
    for kind in kinds:
        yield f"  {kind.title} [{kind.name}]"
        yield f"    {kind.means}"
        yield f"    fix: {kind.advice}"


def _summary(files: Sequence[ScannedFile]) -> str:
    if not files:
        return "No record names a file."
    words = {
        Weight.UNSAFE: "unsafe",
        Weight.CLOSED: "not to be inspected",
        Weight.LOOK: "to be looked at",
        Weight.NOTE: "with notes",
        None: "with nothing found",
    }
    weights = [file.weight for file in files]
    counts = [f"{weights.count(w)} {name}" for w, name in words.items() if w in weights]
    number = "1 file" if len(files) == 1 else f"{len(files)} files"
    return f"Looked into {number}: {', '.join(counts)}. Nothing was changed."
