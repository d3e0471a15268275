"""A sentence of our own that can still be said in another language.

It is text, in English, wherever text is wanted; it also keeps what it was made of, so that the
portal can say it in the language of its reader. Only `language/` translates.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

_NOTHING: Mapping[str, object] = MappingProxyType({})
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class Message(str):
    """English text with the pattern and the values it was made of.

    `pattern` is the gettext msgid, with named fields such as `{day}`; `plural` its second form,
    chosen by `number`; `values` what the fields stand for: texts, numbers, dates, messages and
    lists of them. `context` tells apart equal words of different meaning (msgctxt).
    """

    __slots__ = ("context", "number", "pattern", "plural", "values")

    pattern: str
    plural: str | None
    number: int | None
    values: Mapping[str, object]
    context: str | None

    def __new__(
        cls,
        pattern: str,
        values: Mapping[str, object] = _NOTHING,
        *,
        plural: str | None = None,
        number: int | None = None,
        context: str | None = None,
    ) -> "Message":
        chosen = pattern if plural is None or number == 1 else plural
        made = super().__new__(cls, chosen.format_map(values) if values else chosen)
        made.pattern, made.plural, made.number = pattern, plural, number
        made.values, made.context = values, context
        return made

    def __reduce__(self) -> tuple[object, ...]:
        return (_again, (self.pattern, dict(self.values), self.plural, self.number, self.context))


class Listing(str):
    """Several values as one enumeration: `A`, `A and B`, `A, B and C`.

    With `between` they stand in a row parted by these signs, such as `; `, in every language.
    """

    __slots__ = ("between", "items")

    items: tuple[object, ...]
    between: str | None

    def __new__(cls, items: Iterable[object], between: str | None = None) -> "Listing":
        parts = tuple(items)
        words = [str(part) for part in parts]
        joined = " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
        made = super().__new__(cls, joined if between is None else between.join(words))
        made.items, made.between = parts, between
        return made

    def __reduce__(self) -> tuple[object, ...]:
        return (Listing, (self.items, self.between))


class _Written(str):
    """A date in words or figures; the date itself is for tables."""

    __slots__ = ("day",)

    day: date

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), (self.day,))


class LongDay(_Written):
    """A date written for reading: `5 October 2026`."""

    __slots__ = ()

    def __new__(cls, day: date) -> "LongDay":
        made = super().__new__(cls, f"{day.day} {_MONTHS[day.month - 1]} {day.year}")
        made.day = day
        return made


class Month(_Written):
    """A month as the tick of an axis: `2026-10`."""

    __slots__ = ()

    def __new__(cls, day: date) -> "Month":
        made = super().__new__(cls, f"{day.year}-{day.month:02}")
        made.day = day
        return made


def say(pattern: str, /, **values: object) -> Message:
    """Return a message; the fields of the pattern are filled with the values of these names."""
    return Message(pattern, MappingProxyType(values))


def say_count(one: str, many: str, number: int, /, **values: object) -> Message:
    """Return the form of a message that fits a number, which fills the field `{number}`."""
    filled = MappingProxyType({"number": number, **values})
    return Message(one, filled, plural=many, number=number)


def word(context: str, text: str) -> Message:
    """Return a single word or short name of a closed list, such as a state."""
    return Message(text, context=context)


def _again(
    pattern: str,
    values: Mapping[str, object],
    plural: str | None,
    number: int | None,
    context: str | None,
) -> Message:
    frozen = MappingProxyType(dict(values))
    return Message(pattern, frozen, plural=plural, number=number, context=context)
