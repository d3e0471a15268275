"""The console script `certfolio`: the same commands as `invoke` finds in tasks.py."""

from invoke.program import Program

from certfolio import __version__
from certfolio.tasks import namespace


def main() -> None:
    """Run one command."""
    Program(name="certfolio", binary="certfolio", version=__version__, namespace=namespace).run()
