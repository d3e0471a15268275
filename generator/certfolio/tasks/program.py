"""The console script `certfolio`: the same commands as `invoke` finds in tasks.py."""

from invoke.program import Program

from certfolio import __version__
from certfolio.tasks import namespace
from certfolio.tasks.terminal import finish


def main() -> None:
    """Run one command."""
    program = Program(
        name="certfolio", binary="certfolio", version=__version__, namespace=namespace
    )
    try:
        program.run()
    finally:
        finish()
