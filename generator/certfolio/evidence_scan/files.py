"""Scans the files that records name: where they lie in content/, or copied into a portal."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from certfolio.evidence_scan.finding import Finding, Weight, gravest
from certfolio.evidence_scan.scan import LIMIT, scan
from certfolio.evidence_scan.scans.refused import REFUSED
from certfolio.intake.attachment import SIZE_LIMIT
from certfolio.intake.attachment_handle import Unopened, opened
from certfolio.intake.attachment_name import path_faults
from certfolio.intake.collect import NamedFile, named_files
from certfolio.model.message import say
from certfolio.records.record import Record


@dataclass(frozen=True, slots=True)
class ScannedFile:
    """A file of a record with what it carries, the gravest first; `path` is as the record says."""

    record: str
    path: str
    size: int
    findings: tuple[Finding, ...]

    @property
    def key(self) -> tuple[str, str]:
        return self.record, self.path

    @property
    def weight(self) -> Weight | None:
        return gravest(self.findings)


def scan_files(
    root: Path, records: Iterable[Record], *, is_copied: bool = False
) -> tuple[ScannedFile, ...]:
    """Scan every file of the records, sorted by path and record; each file is read once.

    With `is_copied` the files lie in `root` under the names they have in a portal.
    """
    seen: dict[tuple[str, bool], tuple[int, tuple[Finding, ...]]] = {}
    found = []
    for file in named_files(records):
        key = (file.entry.path, file.allows_macros)
        if key not in seen:
            seen[key] = _scanned(root, file, is_copied=is_copied)
        size, findings = seen[key]
        found.append(ScannedFile(file.record.id, file.entry.path, size, findings))
    return tuple(sorted(found, key=lambda each: (each.path, each.record)))


def _scanned(root: Path, file: NamedFile, *, is_copied: bool) -> tuple[int, tuple[Finding, ...]]:
    path = file.portable_name if is_copied else file.entry.path
    faults = path_faults(path)
    if faults:
        return 0, tuple(_refused(fault.found) for fault in faults)
    try:
        with opened(root, path) as handle:
            size = os.fstat(handle.fileno()).st_size
            if size > SIZE_LIMIT:
                return size, (Finding(LIMIT, say("It is too big for a portal.")),)
            data = handle.read(SIZE_LIMIT)
    except Unopened as error:
        return 0, (_refused(error.fault.found),)
    name = file.entry.path.rpartition("/")[2]
    return size, scan(name, data, allows_macros=file.allows_macros)


def _refused(reason: str) -> Finding:
    return Finding(REFUSED, say("{reason}.", reason=reason))
