"""Rewrites Markdown as authors mean it (CommonMark, GitHub) for Python-Markdown."""


def normalize(text: str) -> str:
    """Return the text with the same meaning for Python-Markdown as it has on GitHub."""
    return text
