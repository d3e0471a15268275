"""Reads JSON strictly, with the place of every key and value.

The standard library's reader keeps no places and takes NaN and repeated keys; this one does not.
"""

import re
from contextlib import suppress
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]

from certfolio.intake.parsed import Tree
from certfolio.intake.scalar import NumberRefused, number
from certfolio.intake.tree_builder import ReadingStoppedError, TreeBuilder
from certfolio.model.problem import Code, Problem
from certfolio.model.quoting import shown

_SPACE = re.compile(r"[ \t\n]*")
_WORD = re.compile(r"[^\s,:\[\]{}\"]+")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_CONSTANTS: dict[str, object] = {"null": None, "true": True, "false": False}
_NOT_FINITE = frozenset({"NaN", "Infinity", "-Infinity"})
_VALUE = 'a value: "text", a number, true, false, null, [ or {'


def read_json(path: str, text: str) -> Tree | list[Problem]:
    """Read the text of a JSON file."""
    scanner = _Scanner(path, text)
    with suppress(ReadingStoppedError):
        scanner.document()
    tree = scanner.tree
    return tree.problems or Tree(tree.root, tree.places)


class _Scanner:
    """Walks through the text once; the depth limit of the tree bounds the recursion."""

    def __init__(self, path: str, text: str) -> None:
        self.text = text
        self.tree = TreeBuilder(path, text)
        self.index = 0

    def document(self) -> None:
        if not self._next():
            found, fix = "nothing is written here", "write the record, or delete the file"
            raise self.tree.stop(0, found, Code.EMPTY, "a record in braces, { }", fix)
        self._value()
        if self._next():
            found = "something after the end of the record"
            fix = "remove what follows, or put several records into a list"
            raise self._syntax(found, "one value in a file", fix)

    def _value(self) -> None:
        character = self._next()
        if character == "{":
            self._mapping()
        elif character == "[":
            self._list()
        elif character == '"':
            start = self.index
            value = self._text()
            self.tree.scalar(value, start, self.text[start : self.index])
        else:
            self._word()

    def _mapping(self) -> None:
        self.tree.open({}, self.index)
        self.index += 1
        if self._next() == "}":
            self._close()
            return
        while True:
            self._key()
            self._value()
            if self._end_or_comma("}"):
                return

    def _key(self) -> None:
        if self._next() == "/":
            found, fix = "a comment, which JSON does not have", "remove the comment"
            raise self._syntax(found, 'a key such as "title"', fix)
        if self._next() != '"':
            found = "a key that is not in double quotes" if self._next() else "the file ends here"
            raise self._syntax(found, 'a key such as "title"', "put the key in double quotes")
        start = self.index
        self.tree.key(self._text(), start)
        if self._next() != ":":
            raise self._syntax("no colon after the key", '"key": value', "add the colon")
        self.index += 1

    def _list(self) -> None:
        self.tree.open([], self.index)
        self.index += 1
        if self._next() == "]":
            self._close()
            return
        while True:
            self._value()
            if self._end_or_comma("]"):
                return

    def _end_or_comma(self, end: str) -> bool:
        """Step over a comma; return whether the list or mapping ends instead."""
        character = self._next()
        if character == end:
            self._close()
            return True
        if character != ",":
            found = "no comma before the next entry" if character else "the file ends here"
            fix = "add the comma" if character else f"close what is open with {end}"
            raise self._syntax(found, f"a comma or {end}", fix)
        comma = self.index
        self.index += 1
        if self._next() == end:
            self.index = comma
            raise self._syntax(
                "a comma after the last entry", f"{end} after the last entry", "remove the comma"
            )
        return False

    def _text(self) -> str:
        value: str
        try:
            value, self.index = scanstring(self.text, self.index + 1, True)
        except JSONDecodeError as error:
            raise self._broken_text(error.pos) from None
        return value

    def _broken_text(self, index: int) -> ReadingStoppedError:
        character = self.text[index : index + 1]
        if character and character < " ":
            self.index = index
            found, fix = "a line break or tab inside a text", "write \\n for it, or \\t for a tab"
        elif "\\" in self.text[max(index - 1, 0) : index + 1]:
            self.index = index
            found, fix = "a backslash that means nothing", "write \\\\ for a backslash"
        else:
            found, fix = "a quotation mark that is never closed", "close the quotation mark"
        return self._syntax(found, "text in double quotes", fix)

    def _word(self) -> None:
        """Read a number or one of the three words; anything else cannot stand here."""
        match = _WORD.match(self.text, self.index)
        if match is None:
            found = "no value" if self._next() else "the file ends here"
            raise self._syntax(found, _VALUE, "write the value")
        word = match[0]
        if word not in _CONSTANTS and word not in _NOT_FINITE and not _NUMBER.fullmatch(word):
            fix = "put text in double quotes; JSON has no comments and no single quotes"
            raise self._syntax(f"{shown(word)} is not a value", _VALUE, fix)
        self.tree.scalar(_constant_or_number(word), self.index, word)
        self.index = match.end()

    def _next(self) -> str:
        """Skip white space; return the next character, empty at the end of the file."""
        match = _SPACE.match(self.text, self.index)
        self.index = match.end() if match else self.index
        return self.text[self.index : self.index + 1]

    def _close(self) -> None:
        self.index += 1
        self.tree.close()

    def _syntax(self, found: str, expected: str, fix: str) -> ReadingStoppedError:
        return self.tree.stop(self.index, found, Code.SYNTAX, expected, fix)


def _constant_or_number(word: str) -> object:
    if word in _CONSTANTS:
        return _CONSTANTS[word]
    if word in _NOT_FINITE:
        return NumberRefused(f"{word} is not a number", "write the number, or null")
    if "e" in word or "E" in word:
        return NumberRefused(f"{shown(word)} has an exponent", "write the number out")
    return number(word)
