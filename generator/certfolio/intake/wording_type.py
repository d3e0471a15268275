"""Words for a value of the wrong kind: a number where text is expected, text where a list is."""

from collections.abc import Iterator

from certfolio.intake.fault import Fault
from certfolio.intake.formats import FORMATS
from certfolio.intake.phrase import kind_of
from certfolio.intake.place import last_part
from certfolio.intake.scalar import number
from certfolio.model.problem import Code, Problem

_YES = frozenset({"yes", "y", "on", "true", "ja", "oui", "si"})
_NO = frozenset({"no", "n", "off", "false", "nein", "non"})


def wrong_type(fault: Fault) -> Iterator[Problem]:
    """Say what kind of value was found and how to write the one that is expected."""
    wanted = fault.wanted if isinstance(fault.wanted, list) else [fault.wanted]
    found = f"found {kind_of(fault.value, fault.raw)}"
    yield fault.problem(found, Code.TYPE, fault.expected(), _fix(fault, wanted))


def _fix(fault: Fault, wanted: list[str]) -> str:
    if fault.value is None:
        return "write a value, or remove the line if the key is not required"
    if "string" in wanted:
        return _as_text(fault)
    if "array" in wanted:
        return _as_list(fault)
    if "boolean" in wanted:
        return _as_yes_or_no(fault)
    if "integer" in wanted or "number" in wanted:
        return _as_number(fault, is_whole="number" not in wanted)
    keys = fault.schema.get("required") or list(fault.schema.get("properties", {}))
    return f"write {', '.join(f'{key}:' for key in keys)} on lines of their own below the key"


def _as_text(fault: Fault) -> str:
    if isinstance(fault.value, list):
        is_one = len(fault.value) == 1 and isinstance(fault.value[0], str)
        return fault.write(fault.value[0]) if is_one else "write one value; no list can stand here"
    if isinstance(fault.value, dict):
        return "write one value, in quotes if it holds a colon"
    raw = fault.raw or ""
    row = FORMATS.get(fault.schema.get("format", ""))
    if row is None or row.accepts(raw):
        return fault.write(raw)
    advice = row.advise(raw)
    return fault.write(advice.value) if advice.value else advice.hint or f"write {row.expected}"


def _as_list(fault: Fault) -> str:
    if isinstance(fault.value, dict):
        return "begin the entry with a dash, since a list can hold several"
    if isinstance(fault.value, str) and fault.schema.get("items"):
        items = fault.schemas.follow(fault.schema["items"])
        if items.get("type") == "object":
            return "write every entry on a line of its own that begins with a dash"
        if "format" in items or "enum" in items:
            return fault.write([part.strip() for part in fault.value.split(",") if part.strip()])
    return fault.write([fault.value])


def _as_yes_or_no(fault: Fault) -> str:
    plain = str(fault.value).strip().casefold()
    if plain in _YES or plain in _NO:
        return fault.write(plain in _YES)
    key = last_part(fault.where)
    return f"write {key}: true or {key}: false"


def _as_number(fault: Fault, *, is_whole: bool) -> str:
    meant = number(fault.value.strip()) if isinstance(fault.value, str) else None
    if isinstance(meant, int) or (isinstance(meant, float) and not is_whole):
        return fault.write(meant)
    if isinstance(fault.value, float) and fault.value.is_integer():
        return fault.write(int(fault.value))
    return "write a whole number, such as 3" if is_whole else "write a number, such as 0.5"
