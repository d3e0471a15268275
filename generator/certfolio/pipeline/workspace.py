"""Where the material of an organization lies."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where an organization's material lies; `themes` are searched in order."""

    project: Path
    content: Path
    schema: Path
    themes: tuple[Path, ...]
