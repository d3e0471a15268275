"""Orders text that holds numbers the way people read it: A.5.9 before A.5.10."""

import re

_RUNS = re.compile(r"[0-9]+|[^0-9]+")

NaturalKey = tuple[tuple[int, int, str], ...]


def natural_key(text: str) -> NaturalKey:
    """Return a sort key in which runs of digits compare as numbers, the rest as lower-case text."""
    return tuple(
        (0, int(run), "") if run.isascii() and run.isdigit() else (1, 0, run.casefold())
        for run in _RUNS.findall(text)
    )
