"""Turns the YAML parser's refusals into our own words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was found, what was expected and the fix, for parser messages that start alike.

    `is_at_opening` places it where the quote or bracket was opened, not where its end was missed.
    """

    start: str
    found: str
    expected: str
    fix: str
    is_at_opening: bool = False


_QUOTE = "put the value in quotes"
_OPEN_QUOTE = "a quotation mark that is never closed"
_CLOSE = "close the quotation mark"
_BACKSLASH = "a plain backslash in single quotes, or \\\\ in double quotes"
_BLOCK = "text on the line of | or >"
_BELOW_BLOCK = "the text on the lines below | or >, indented"
_SINGLE = "use single quotes around the value"
_ALIGN = "give all keys of one level the same indentation, with spaces only"

_REFUSALS = (
    Refusal(
        "mapping values are not allowed here",
        "a colon followed by a space where no key can stand",
        "one key: value on a line",
        f"{_QUOTE} if the colon belongs to it; a new key starts below the key above it",
    ),
    Refusal(
        "could not find expected ':'",
        "a line without a colon after its key",
        "key: value",
        "add the colon and a space after the key",
        is_at_opening=True,
    ),
    Refusal("found character '\\t'", "a tab", "spaces", "replace the tab by spaces"),
    Refusal(
        "found character",
        "a value that starts with @, ` or %, which YAML keeps for itself",
        "text in quotes",
        _QUOTE,
    ),
    Refusal("found unexpected end", _OPEN_QUOTE, "text in quotes", _CLOSE, is_at_opening=True),
    Refusal("found unexpected document", _OPEN_QUOTE, "text in quotes", _CLOSE, is_at_opening=True),
    Refusal(
        "found unknown escape character",
        "a backslash in double quotes that means nothing",
        _BACKSLASH,
        _SINGLE,
    ),
    Refusal(
        "expected escape sequence",
        "an incomplete \\x, \\u or \\U in double quotes",
        _BACKSLASH,
        _SINGLE,
    ),
    Refusal(
        "expected <block end>, but found '<scalar>'",
        "text after a closed quotation mark",
        "one value after the colon",
        "put the whole value in one pair of quotes, of the kind it does not hold itself",
    ),
    Refusal(
        "expected <block end>, but found ','",
        "a comma after a closed value",
        "one value after the colon",
        _QUOTE,
    ),
    Refusal(
        "expected <block end>",
        "a line that does not fit the indentation above it",
        "keys of one level in one column",
        _ALIGN,
    ),
    Refusal(
        "expected ',' or ']'",
        "a list in brackets that is not closed",
        "values parted by commas up to ]",
        "close the bracket, or put text that starts with [ in quotes",
        is_at_opening=True,
    ),
    Refusal(
        "expected ',' or '}'",
        "a mapping in braces that is not closed",
        "key: value pairs parted by commas up to }",
        "close the brace, or put text that starts with { in quotes",
        is_at_opening=True,
    ),
    Refusal(
        "sequence entries are not allowed here",
        "a list entry where none can stand",
        "every entry of a list on a line of its own",
        "begin a new line before the dash, or put the value in quotes",
    ),
    Refusal("expected chomping", _BLOCK, _BELOW_BLOCK, "move the text to the next line"),
    Refusal("expected a comment or a line", _BLOCK, _BELOW_BLOCK, "move the text to the next line"),
    Refusal(
        "expected alphabetic or numeric character",
        "a value that starts with * or &, which YAML keeps for itself",
        "text in quotes",
        _QUOTE,
    ),
    Refusal(
        "expected '<document start>'",
        "something that does not belong to the record above",
        "key: value lines of one record",
        _ALIGN,
    ),
)

_OTHERWISE = Refusal(
    "",
    "something that cannot be read as YAML",
    "key: value lines, indented with spaces",
    "compare the line and the one above it with a record that works; quotes often help",
)


def syntax_words(error: Exception) -> Refusal:
    """Return our words for an error of the YAML parser."""
    told = getattr(error, "problem", None) or ""
    return next((words for words in _REFUSALS if told.startswith(words.start)), _OTHERWISE)
