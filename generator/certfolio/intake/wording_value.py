"""Words for values of the right kind that do not fit: choices, formats, lengths, ranges."""

from collections.abc import Callable, Iterator

from certfolio.intake.fault import Fault
from certfolio.intake.format import Advice
from certfolio.intake.formats import FORMATS
from certfolio.intake.phrase import kind_of, nearest_name, one_of, quoted
from certfolio.intake.place import pointer
from certfolio.model.problem import Code, Problem

_LONGEST_ADVISED = 200


def not_a_choice(fault: Fault) -> Iterator[Problem]:
    """Say which values can be chosen, and which one was probably meant."""
    yield _choice(fault, fault.wanted)


def not_the_one(fault: Fault) -> Iterator[Problem]:
    """Say which single value is possible."""
    yield _choice(fault, [fault.wanted])


def _choice(fault: Fault, choices: list[object]) -> Problem:
    options = [choice for choice in choices if isinstance(choice, str)]
    near = nearest_name(fault.value, options) if isinstance(fault.value, str) else None
    if len(choices) == 1:
        fix = fault.write(choices[0])
    elif near is not None:
        fix = f"did you mean {near}? {fault.write(near)}"
    else:
        fix = "write one of these"
    if isinstance(fault.value, str):
        found = f"{quoted(fault.value)} cannot be chosen here"
    else:
        found = f"found {kind_of(fault.value, fault.raw)}"
    return fault.problem(found, Code.CHOICE, fault.expected(one_of(choices)), fix)


def not_in_format(fault: Fault) -> Iterator[Problem]:
    """Say that a text is not a date, an id or the like, and what was probably meant."""
    row = FORMATS[fault.wanted]
    too_long = len(fault.value) > _LONGEST_ADVISED
    advice = (
        Advice(f"it has {len(fault.value):,} characters") if too_long else row.advise(fault.value)
    )
    reason = f": {advice.reason}" if advice.reason else ""
    fix = advice.hint or f"write {row.expected}"
    if advice.value is not None:
        fix = fault.write(advice.value)
    found = f"{quoted(fault.value)} is not {row.noun}{reason}"
    yield fault.problem(found, row.code, fault.expected(row.expected), fix)


def not_in_pattern(fault: Fault) -> Iterator[Problem]:
    """Say that a text does not have the form a pattern asks for."""
    expected = fault.expected(f"text of the form {fault.wanted}")
    found = f"{quoted(fault.value)} does not have the form asked for"
    yield fault.problem(found, Code.FORMAT, expected, "write the value in that form")


def too_short(fault: Fault) -> Iterator[Problem]:
    """Say that a text is empty or too short."""
    found = "the text is empty" if not fault.value else f"the text {quoted(fault.value)} is short"
    expected = fault.expected(f"at least {_count(fault.wanted, 'character')}")
    yield fault.problem(found, Code.LENGTH, expected, "write more, or remove the line")


def too_long(fault: Fault) -> Iterator[Problem]:
    """Say by how much a text is too long."""
    found = f"the text has {_count(len(fault.value), 'character')}"
    expected = fault.expected(f"at most {_count(fault.wanted, 'character')}")
    fix = f"shorten it by {_count(len(fault.value) - fault.wanted, 'character')}"
    yield fault.problem(found, Code.LENGTH, expected, fix)


def too_few(fault: Fault) -> Iterator[Problem]:
    """Say that a list has too few entries."""
    size = len(fault.value)
    found = f"the list has {_count(size, 'entry')}" if size else "the list is empty"
    expected = fault.expected(f"at least {_count(fault.wanted, 'entry')}")
    fix = f"add {_count(fault.wanted - size, 'entry')}"
    yield fault.problem(found, Code.LENGTH, expected, fix)


def too_many(fault: Fault) -> Iterator[Problem]:
    """Say that a list has too many entries."""
    found = f"the list has {_count(len(fault.value), 'entry')}"
    expected = fault.expected(f"at most {_count(fault.wanted, 'entry')}")
    fix = f"remove {_count(len(fault.value) - fault.wanted, 'entry')}"
    yield fault.problem(found, Code.LENGTH, expected, fix)


def _out_of_range(bound: str) -> Callable[[Fault], Iterator[Problem]]:
    def words(fault: Fault) -> Iterator[Problem]:
        otherwise = f"a number {bound} {fault.wanted}"
        has_both = "minimum" in fault.schema and "maximum" in fault.schema
        expected = fault.expected(None if has_both else otherwise)
        found = f"found {kind_of(fault.value, fault.raw)}"
        yield fault.problem(found, Code.RANGE, expected, f"write {expected}")

    return words


too_low = _out_of_range("not below")
too_high = _out_of_range("not above")
not_above = _out_of_range("above")
not_below = _out_of_range("below")


def repeated(fault: Fault) -> Iterator[Problem]:
    """Say which entries of a list come a second time, at the second one."""
    for number, item in enumerate(fault.value):
        if item in fault.value[:number]:
            yield fault.problem(
                f"{quoted(item)} is in the list twice",
                Code.REPEATED,
                fault.expected("every entry once"),
                "remove one of the two",
                at=fault.places.of(fault.where + pointer(number)),
            )


def _count(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural where it is not one."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"
