"""The commands, as one invoke collection: one module each."""

from invoke.collection import Collection

from certfolio.tasks.build import build
from certfolio.tasks.check import check

namespace = Collection(build, check)

__all__ = ["namespace"]
