"""Every text format a schema may name, and the checker that knows these and no others."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from jsonschema import FormatChecker

from certfolio.intake import format_date, format_name, format_path, format_text
from certfolio.intake.format import Format

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        row.name: row
        for row in (
            *format_date.FORMATS,
            *format_name.FORMATS,
            *format_path.FORMATS,
            *format_text.FORMATS,
        )
    }
)


def format_checker() -> FormatChecker:
    """Return a checker for our formats; values that are not text pass, as JSON Schema has it."""
    checker = FormatChecker(formats=())
    for row in FORMATS.values():
        checker.checks(row.name)(_accepts(row))
    return checker


def _accepts(row: Format) -> Callable[[object], bool]:
    return lambda value: not isinstance(value, str) or row.accepts(value)
