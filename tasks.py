"""The invoke tasks of this workspace: the collection lives in certfolio.tasks."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "generator"))

from certfolio.tasks import namespace

__all__ = ["namespace"]
