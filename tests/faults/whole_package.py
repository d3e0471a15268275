"""Says which packages of a folder are whole, as their receivers would find out."""

from hashlib import sha256
from pathlib import Path

from certfolio.handover.verify import verify_zip


def whole_packages(folder: Path) -> dict[str, str]:
    """Return the digest of every zip by its name, after checking all that lies beside it."""
    found = {}
    for path in sorted(folder.glob("*.zip")):
        digest = sha256(path.read_bytes()).hexdigest()
        assert verify_zip(path).faults == (), path.name
        beside = path.with_name(f"{path.name}.sha256")
        assert beside.read_text(encoding="utf-8") == f"{digest}  {path.name}\n", path.name
        sheet = path.with_name(f"{path.name}.handover.html")
        assert digest in sheet.read_text(encoding="utf-8"), path.name
        found[path.name] = digest
    return found
