"""A record that passed its schema and waits for its text: what it is, where it stands."""

from dataclasses import dataclass

from certfolio.intake.parsed import Parsed
from certfolio.intake.register import Row
from certfolio.model.location import Location
from certfolio.records.origin import Origin
from certfolio.records.record_type import RecordType


@dataclass(frozen=True, slots=True)
class Draft:
    """One valid row of a content file with its record type."""

    kind: RecordType
    row: Row
    parsed: Parsed

    @property
    def key(self) -> str:
        """The place of the record, unique over all files."""
        return f"{self.parsed.path}#{self.row.pointer}"

    @property
    def body(self) -> str | None:
        """The text below the front matter; None where there is none worth showing."""
        body = self.parsed.body
        return body if body and body.strip() else None

    @property
    def text_from(self) -> str | None:
        value = self.row.value.get("text_from")
        return value if isinstance(value, str) else None

    @property
    def origin(self) -> Origin:
        return Origin(self.parsed.path, self.place)

    def place(self, pointer: str) -> Location:
        """Return the place of a pointer inside the record."""
        return self.row.places.of(self.row.pointer + pointer)

    @property
    def text_place(self) -> Location:
        """Where the author finds the text: the body's first line, or the line of `text_from`."""
        if self.body is not None:
            return Location(self.parsed.path, self.parsed.body_line)
        return self.place("/text_from")
