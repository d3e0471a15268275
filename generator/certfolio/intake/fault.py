"""One error of the validator with all that its words need."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jsonschema import ValidationError

from certfolio.intake.phrase import entry, expected_of
from certfolio.intake.place import Places, pointer
from certfolio.intake.schema import SchemaSet
from certfolio.model.location import Location
from certfolio.model.problem import Code, Problem


@dataclass(frozen=True, slots=True)
class Fault:
    """An error at a value; `since` says on which condition it is one, empty where always."""

    error: ValidationError
    base: str
    schema_name: str
    places: Places
    schemas: SchemaSet
    since: str = ""

    @property
    def value(self) -> Any:
        return self.error.instance

    @property
    def wanted(self) -> Any:
        """Return what the failing keyword says."""
        return self.error.validator_value

    @property
    def where(self) -> str:
        return self.base + pointer(*self.error.absolute_path)

    @property
    def schema(self) -> Mapping[str, Any]:
        """Return the schema that holds the failing keyword."""
        schema = self.error.schema
        return schema if isinstance(schema, dict) else {}

    @property
    def described(self) -> Mapping[str, Any]:
        """Return all that is said about the value where its key is described."""
        return self.schemas.at(self.schema_name, list(self.error.absolute_path))

    def described_below(self, key: str) -> Mapping[str, Any]:
        """Return what is said about a key of the value, whether it is there or not."""
        return self.schemas.at(self.schema_name, [*self.error.absolute_path, key])

    @property
    def raw(self) -> str | None:
        return self.places.raw(self.where)

    def expected(self, otherwise: str | None = None) -> str:
        """Return the schema author's own words if there are any, else ours."""
        for schema in (self.schema, self.described):
            if "x-expected" in schema:
                return str(schema["x-expected"])
        return otherwise if otherwise is not None else expected_of(self.schema)

    def write(self, value: object) -> str:
        """Return the fix that replaces the value."""
        return f"write {entry(self.where, value, self.places)}"

    def problem(
        self, found: str, code: Code, expected: str, fix: str, *, at: Location | None = None
    ) -> Problem:
        """Return the problem, at the value itself unless another place is given."""
        since = f", since {self.since}" if self.since else ""
        return Problem(at or self.places.of(self.where), f"{found}{since}", code, expected, fix)
