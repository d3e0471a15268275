"""Folds text so that the same word is found however it is written.

The script of the search page folds what a reader types in the very same way (`fold` in
theme/scripts/search.js): whoever changes one changes the other, and a test compares them.
"""

import re
import unicodedata

# what nobody sees: soft hyphens, zero-width and direction marks, byte order marks
_UNSEEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
# accents of Latin, Greek and Cyrillic, points of Hebrew, vowel signs of Arabic
_MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
)
_DROPPED = re.compile(f"[{_UNSEEN}{_MARKS}]")
_LETTERS = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "ħ": "h",
    "ı": "i",
    "ς": "σ",
}
_LETTER = re.compile("[" + "".join(_LETTERS) + "]")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_WORD_WITH_UMLAUT = re.compile(r"\w*[äöüÄÖÜ]\w*")


def fold(text: str) -> str:
    """Return a text in lower case, without accents, wide forms and invisible characters."""
    if text.isascii():
        return text.lower()
    plain = _DROPPED.sub("", unicodedata.normalize("NFKD", text).lower())
    return _LETTER.sub(lambda found: _LETTERS[found[0]], unicodedata.normalize("NFC", plain))


def spelt_out(text: str) -> str:
    """Return the words of a text that have an umlaut as people write them without: `Pruefung`."""
    if text.isascii():
        return ""
    words = _WORD_WITH_UMLAUT.findall(unicodedata.normalize("NFC", text))
    return " ".join(words).translate(_UMLAUTS)
