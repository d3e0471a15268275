"""Small parts of the sentences that findings are made of."""

from collections.abc import Sequence


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return `1 day`, `3 days`, `2 opportunities`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def listed(items: Sequence[object]) -> str:
    """Return `A`, `A and B`, `A, B and C`."""
    words = [str(item) for item in items]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
