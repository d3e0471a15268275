"""Judges a value by its schema and tells every fault in our own words."""

from collections.abc import Iterable

from certfolio.intake.fault import Fault
from certfolio.intake.place import Places
from certfolio.intake.register import Row
from certfolio.intake.schema import SchemaSet
from certfolio.intake.wording import tell
from certfolio.model.problem import Problem


def validate(
    value: object, base: str, schema_name: str, places: Places, schemas: SchemaSet
) -> list[Problem]:
    """Return the problems of the value that stands at pointer `base`, in the order of the file."""
    errors = list(schemas.validator(schema_name).iter_errors(value))
    if not errors:
        return []
    context = Fault(errors[0], base, schema_name, places, schemas)
    # one fault can be reached over two keywords, say an if and an allOf
    problems = set(tell(context, errors))
    return sorted(problems, key=lambda problem: problem.sort_key)


def validate_rows(rows: Iterable[Row], schema_name: str, schemas: SchemaSet) -> list[Problem]:
    """Return the problems of all records of a file; a faulty default is told once, not per row."""
    problems = {
        problem
        for row in rows
        for problem in validate(row.value, row.pointer, schema_name, row.places, schemas)
    }
    return sorted(problems, key=lambda problem: problem.sort_key)
