"""Makes the anchors of headings as GitHub does, so that tables of contents keep working."""

import unicodedata

PREFIX = "t-"


def slug(text: str) -> str:
    """Return the anchor of a heading: lower case, hyphens for spaces, no other punctuation."""
    kept = (character for character in text.strip().lower() if _is_kept(character))
    return "".join(kept).replace(" ", "-")


def prefixed(anchor: str) -> str:
    """Return the `id` an author's anchor has in rendered HTML, apart from the page's own ids."""
    return anchor if anchor.startswith(PREFIX) else PREFIX + anchor


def _is_kept(character: str) -> bool:
    category = unicodedata.category(character)
    return character in " -" or category[0] in "LM" or category in ("Nd", "Pc")
