"""Shows any field of any record: by the type of its value and by what it is marked to refer to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any

from certfolio.model.clause import ClauseRef
from certfolio.model.message import Message
from certfolio.portal import labels, wording
from certfolio.portal.edition import Edition
from certfolio.portal.link import RecordLink, clause_link, file_link, record_link, standard_link
from certfolio.portal.value import Field, Items, Part, Table, Text, Value
from certfolio.records.field_walk import Mark, marked_values
from certfolio.records.part import FileEntry, Period
from certfolio.records.record import Record
from certfolio.records.record_types import type_of
from certfolio.records.reference import Reference

_NOT_A_FIELD = frozenset({"origin", "prose", "extra"})


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the fields of one record for one edition."""

    edition: Edition
    record: Record
    marks: Mapping[str, Mark]

    def field(self, name: str) -> Field | None:
        """Return one field by its key, None where the record says nothing there."""
        value = self.value(getattr(self.record, name), f"/{name}")
        return None if value is None else Field(name, self.label(name), value)

    def chosen(self, names: Iterable[str]) -> tuple[Field, ...]:
        """Return the named fields that say something, in this order."""
        found = (self.field(name) for name in names)
        return tuple(field for field in found if field is not None)

    def others(self, shown: frozenset[str]) -> tuple[Field, ...]:
        """Return every field that is not in `shown`, then what a workspace added of its own."""
        names = [field.name for field in fields(self.record)]
        rest = self.chosen(name for name in names if name not in shown | _NOT_A_FIELD)
        return (*rest, *self._extra())

    @property
    def type_name(self) -> str:
        return type_of(self.record).name

    def label(self, path: str) -> Message:
        return labels.label(self.edition.labels, self.type_name, path)

    def value(self, value: Any, pointer: str) -> Value | None:
        """Show a value by its type; None and empty lists say nothing."""
        if value is None:
            return None
        if isinstance(value, tuple):
            return self._several(value, pointer)
        if isinstance(value, FileEntry):
            return file_link(self.edition, self.record, value)
        if is_dataclass(value) and not isinstance(value, ClauseRef | Period):
            return Part(self._part(value, pointer))
        return self._single(value, pointer)

    def _single(self, value: Any, pointer: str) -> Value:
        mark = self.marks.get(pointer)
        if isinstance(value, ClauseRef):
            return clause_link(self.edition, value)
        if isinstance(mark, Reference):
            return record_link(self.edition, value)
        if mark == "standard":
            return standard_link(self.edition, value)
        return self._text(value, _path(pointer))

    def _text(self, value: object, path: str) -> Text:
        """Show a single value; only free text is in the language of its record."""
        if isinstance(value, bool):
            return Text(wording.yes_or_no(value))
        if isinstance(value, int | float | date):
            return Text(value)
        if isinstance(value, Period):
            return Text(wording.span(value.begins, value.ends), is_span=True)
        said = labels.choice(self.edition.labels, self.type_name, path, str(value))
        return Text(said, None if isinstance(said, Message) else self.edition.lang_of(self.record))

    def _several(self, values: tuple[Any, ...], pointer: str) -> Value | None:
        if not values:
            return None
        first = values[0]
        if is_dataclass(first) and not isinstance(first, ClauseRef | FileEntry | Period):
            return self._table(values, pointer)
        shown = (self.value(item, f"{pointer}/{index}") for index, item in enumerate(values))
        return Items(_once(item for item in shown if item is not None))

    def _table(self, values: tuple[Any, ...], pointer: str) -> Table:
        names = [
            field.name
            for field in fields(values[0])
            if any(getattr(value, field.name) not in (None, ()) for value in values)
        ]
        rows = tuple(
            tuple(self.value(getattr(value, name), f"{pointer}/{index}/{name}") for name in names)
            for index, value in enumerate(values)
        )
        path = _path(pointer)
        columns = tuple(self.label(f"{path}.{name}") for name in names)
        return Table(self.label(path), columns, rows)

    def _part(self, value: Any, pointer: str) -> tuple[Field, ...]:
        path = _path(pointer)
        shown = (
            (field.name, self.value(getattr(value, field.name), f"{pointer}/{field.name}"))
            for field in fields(value)
        )
        return tuple(
            Field(name, self.label(f"{path}.{name}"), inner) for name, inner in shown if inner
        )

    def _extra(self) -> tuple[Field, ...]:
        return tuple(
            Field(name, self.label(name), self._plain(value, name))
            for name, value in self.record.extra.items()
        )

    def _plain(self, value: object, path: str) -> Value:
        """Show a value of a workspace's own schema, of which only its JSON shape is known."""
        if isinstance(value, Mapping):
            inner = ((str(key), item, f"{path}.{key}") for key, item in value.items())
            return Part(tuple(Field(k, self.label(p), self._plain(i, p)) for k, i, p in inner))
        if isinstance(value, list | tuple):
            return Items(tuple(self._plain(item, path) for item in value))
        return self._text("" if value is None else value, path)


def reader(edition: Edition, record: Record) -> Reader:
    marks = {marked.pointer: marked.mark for marked in marked_values(record)}
    return Reader(edition, record, marks)


def _once(values: Iterable[Value]) -> tuple[Value, ...]:
    """Say once that something is left out, so that nobody can count what it was."""
    shown = list(values)
    left_out = [value for value in shown if isinstance(value, RecordLink) and value.id is None]
    return (*(value for value in shown if value not in left_out), *left_out[:1])


def _path(pointer: str) -> str:
    """Turn the pointer of a value into the path that labels have: without places in lists."""
    return ".".join(part for part in pointer[1:].split("/") if not part.isdigit())
