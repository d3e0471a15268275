"""Shows a value from a content file inside a message, short and without surprises."""

import unicodedata

_LIMIT = 60


def shown(value: object, limit: int = _LIMIT) -> str:
    """Return the value in double quotes, cut after `limit` characters, control characters escaped.

    Bidirectional controls and other format characters are escaped too, so that a message reads in
    a terminal as it was written.
    """
    text = value if isinstance(value, str) else str(value)
    cut = text[:limit]
    visible = "".join(_visible(character) for character in cut)
    return f'"{visible}…"' if len(text) > limit else f'"{visible}"'


def _visible(character: str) -> str:
    if character == "\n":
        return "\\n"
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"}:
        return f"\\u{ord(character):04x}"
    return character
