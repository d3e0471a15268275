"""What a scan of evidence found, for programs."""

import json
from collections.abc import Sequence

from certfolio.evidence_scan.files import ScannedFile
from certfolio.evidence_scan.finding import Weight


def report(files: Sequence[ScannedFile]) -> str:
    """Return one object: how many files, whether one is unsafe, and each with its findings."""
    content = {
        "files": len(files),
        "unsafe": sum(file.weight is Weight.UNSAFE for file in files),
        "scanned": [
            {
                "path": file.path,
                "record": file.record,
                "size": file.size,
                "findings": [
                    {
                        "kind": finding.kind.name,
                        "weight": finding.kind.weight.value,
                        "found": finding.said,
                        "inside": finding.inside or None,
                        "means": finding.kind.means,
                        "fix": finding.kind.advice,
                    }
                    for finding in file.findings
                ],
            }
            for file in files
        ],
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"
