"""Reads YAML strictly, over PyYAML's events: one document, plain data, every value with its place.

Refused: keys written twice, aliases, anchors, merge keys, tags, directives and keys that are not
text. The C parser is used where PyYAML has it; its refusals are judged again by the pure parser,
so that the words are the same everywhere.
"""

import re
from typing import Any

import yaml

from certfolio.intake.parsed import Tree
from certfolio.intake.scalar import NumberRefused, plain_value
from certfolio.intake.tree_builder import ReadingStoppedError, TreeBuilder
from certfolio.intake.yaml_wording import syntax_words
from certfolio.model.problem import Code, Problem
from certfolio.model.quoting import shown

PURE: Any = yaml.SafeLoader
FASTEST: Any = getattr(yaml, "CSafeLoader", PURE)

# what YAML itself forbids, and the line breaks only YAML knows: they would shift lines and text
_UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_GLUED_COMMENT = re.compile(r"[|>][-+0-9]*#")
_ONE_DOCUMENT = "one YAML document in a file"
_PLAIN_DATA = "plain keys and values"


def read_yaml(
    path: str, text: str, span: tuple[int, int] | None = None, parser: Any = FASTEST
) -> Tree | list[Problem]:
    """Read the YAML in a part of a file's text, all of it by default; places are the file's."""
    start, end = span or (0, len(text))
    source = text[start:end]
    unreadable = _UNREADABLE.search(source)
    if unreadable is not None:
        return [_unreadable(path, text, start + unreadable.start())]
    if parser is not PURE and not _is_judged_differently(source):
        tree = _read(path, text, source, start, parser)
        if tree is not None:
            return tree
    return _read(path, text, source, start, PURE) or []


def _is_judged_differently(source: str) -> bool:
    """Tell whether the two parsers may disagree, so that the pure one has to read the text.

    Known: tabs, a question mark inside brackets, and a comment glued to | or >, where the C parser
    would lose the text.
    """
    if "\t" in source or _GLUED_COMMENT.search(source):
        return True
    return "?" in source and ("[" in source or "{" in source)


def _read(
    path: str, text: str, source: str, start: int, parser: Any
) -> Tree | list[Problem] | None:
    """Return the tree or its problems; None where the fast parser leaves it to the pure one."""
    reader = _Reader(path, text, start)
    try:
        for event in yaml.parse(source, Loader=parser):
            reader.take(event)
    except ReadingStoppedError:
        pass
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        if parser is not PURE:
            return None
        reader.syntax(error)
    reader.finish()
    return reader.tree.problems or Tree(reader.tree.root, reader.tree.places)


def _unreadable(path: str, text: str, index: int) -> Problem:
    tree = TreeBuilder(path, text)
    tree.problem(
        index,
        f"a character that cannot be seen, U+{ord(text[index]):04X}",
        Code.CHARACTER,
        "visible text, spaces and line breaks",
        "delete the character and type the space or line break again",
    )
    return tree.problems[0]


class _Reader:
    """Turns parser events into a tree, noting what is refused on the way."""

    def __init__(self, path: str, text: str, start: int) -> None:
        self.tree = TreeBuilder(path, text)
        self.start = start
        self.documents = 0
        self.alias_told = False

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._collection(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.tree.close()
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def syntax(self, error: Exception) -> None:
        words = syntax_words(error)
        name = "context_mark" if words.is_at_opening else "problem_mark"
        mark = getattr(error, name, None)
        index = self.start + (mark.index if mark is not None else 0)
        self.tree.problem(index, words.found, Code.SYNTAX, words.expected, words.fix)

    def finish(self) -> None:
        """Note that nothing was written at all."""
        is_blank = self.tree.root is None and self.tree.raws.get("", "") == ""
        if is_blank and not self.tree.problems:
            self.tree.problem(
                self.start,
                "nothing is written here",
                Code.EMPTY,
                "key: value lines, one for every key of the record",
                "write the record, or delete the file",
            )

    def _document(self, event: Any) -> None:
        self.documents += 1
        index = self.start + event.start_mark.index
        if self.documents > 1:
            found = "a second document begins here"
            fix = "remove the line ---, or move what follows into a file of its own"
            raise self.tree.stop(index, found, Code.DOCUMENTS, _ONE_DOCUMENT, fix)
        if event.version or event.tags:
            found = "a YAML directive, a line that starts with %"
            raise self.tree.stop(index, found, Code.SYNTAX, _PLAIN_DATA, "remove the line")

    def _scalar(self, event: Any) -> None:
        index = self.start + event.start_mark.index
        raw = self.tree.text[index : self.start + event.end_mark.index]
        self._refuse_extras(event, index)
        value = event.value if event.style else plain_value(event.value)
        if self._is_key():
            self._key(value, raw, index, is_plain=not event.style)
        else:
            self.tree.scalar(value, index, raw)

    def _key(self, value: object, raw: str, index: int, is_plain: bool) -> None:
        if is_plain and value == "<<":
            self._refuse_alias(index, "a merge key <<")
        if isinstance(value, str):
            self.tree.key(value, index)
            return
        kind = "a number" if isinstance(value, int | float | NumberRefused) else "not text"
        if isinstance(value, bool) or value is None:
            kind = "not text"
        found = f"the key {shown(raw)} is {kind}" if raw else "a value without a key"
        fix = f'write "{raw}": in quotes' if raw else "write the key before the colon"
        self.tree.problem(index, found, Code.TYPE, "a key that is text", fix)
        self.tree.key(raw, index)

    def _collection(self, event: Any) -> None:
        index = self.start + event.start_mark.index
        self._refuse_extras(event, index)
        if self._is_key():
            found = "a list or mapping where a key is expected"
            fix = "put text that starts with { or [ in quotes"
            raise self.tree.stop(index, found, Code.TYPE, "a key that is text", fix)
        self.tree.open([] if isinstance(event, yaml.SequenceStartEvent) else {}, index)

    def _alias(self, event: Any) -> None:
        index = self.start + event.start_mark.index
        self._refuse_alias(index, f"an alias, *{event.anchor}")
        if self._is_key():
            self.tree.key(f"*{event.anchor}", index)
        else:
            self.tree.scalar(None, index, f"*{event.anchor}")

    def _is_key(self) -> bool:
        frames = self.tree.frames
        return bool(frames) and isinstance(frames[-1].container, dict) and frames[-1].key is None

    def _refuse_extras(self, event: Any, index: int) -> None:
        if event.anchor is not None:
            self._refuse_alias(index, f"an anchor, &{event.anchor}")
        if event.tag is not None:
            found = f"a tag, {shown(event.tag)}"
            fix = "remove the tag, or put text that starts with ! in quotes"
            self.tree.problem(index, found, Code.TAG, _PLAIN_DATA, fix)

    def _refuse_alias(self, index: int, found: str) -> None:
        """Note the first alias, anchor or merge key; one repair usually serves them all."""
        if self.alias_told:
            return
        self.alias_told = True
        fix = "write the values out in full, or put text that starts with * or & in quotes"
        self.tree.problem(index, found, Code.ALIAS, "every value written out where it is used", fix)
