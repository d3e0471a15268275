"""Tells a reason in somebody's own words from one that says nothing."""


def says_nothing(text: str, *names: str) -> bool:
    """Whether a reason is empty, a word or two, or only repeats one of the names.

    Shortness is measured in bytes: scripts without spaces say much in few signs.
    """
    plain = plainly(text)
    is_short = len(plain.split()) < 3 and len(plain.encode()) < 16
    return is_short or plain in {plainly(name) for name in names}


def plainly(text: str) -> str:
    """Return the text without the differences that make no difference: case, spaces, full stop."""
    return " ".join(text.casefold().split()).rstrip(".")
