"""Renders texts in a process of its own, which may be killed at any moment."""

import signal
import sys
from dataclasses import dataclass
from multiprocessing.connection import Connection

from certfolio.intake.markdown.render import render
from certfolio.model.prose import Prose

_LARGEST_RESULT = 10_000_000
_MOST_MEMORY = 4 << 30


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a text was not rendered, in words that continue "this text"."""

    reason: str


def render_or_refuse(text: str) -> Prose | Refused:
    """Render the text; refuse what is nested too deeply or grows out of proportion."""
    try:
        prose = render(text)
    except RecursionError:
        return Refused("nests lists or quotes too deeply to be rendered")
    except MemoryError:
        return Refused("needs too much memory to be rendered")
    if len(prose.html) > _LARGEST_RESULT:
        return Refused("becomes a page of more than 10 MB")
    return prose


def serve(connection: Connection) -> None:
    """Say when ready, then answer each text with its result until the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    connection.send(None)
    try:
        while True:
            connection.send(render_or_refuse(connection.recv()))
    except (EOFError, OSError):
        return


def _limit_memory() -> None:
    """Keep a text that multiplies itself from taking all memory; Windows has no such limit."""
    if sys.platform != "win32":
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        soft = _MOST_MEMORY if hard == resource.RLIM_INFINITY else min(_MOST_MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
