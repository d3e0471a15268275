"""Names that become addresses: ids of records and standards, clause references, audiences."""

import re
import unicodedata
from collections.abc import Callable
from difflib import get_close_matches

from certfolio.intake.format import Advice, Format
from certfolio.model.clause import ClauseRef
from certfolio.model.quoting import shown
from certfolio.records.record_types import LEAVES_OUT

ID_LIMIT = 48
DEVICES = frozenset(
    ["con", "prn", "aux", "nul"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in "0123456789"]
)

_RECORD_ID = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[.-][A-Za-z0-9]+)*")
_STANDARD_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RULE_ID = re.compile(r"RR-[A-Z]{3}-[0-9]{2}")
_AUDIENCE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_ISO_NAME = re.compile(
    r"(?:(iso)(?:[/-](?:iec|ieee))?[ -]*)([0-9]{4,5}(?:-[0-9]{1,2})?)[ :-]([0-9]{4})", re.IGNORECASE
)
_ISO_CLAUSE = re.compile(
    _ISO_NAME.pattern + r"[ :,]+(?:clause +|control +)?([A-Za-z0-9.]+?)\.?", re.IGNORECASE
)
# letters of other scripts that look like Latin ones, most often from Cyrillic and Greek keyboards
_LOOK_ALIKES = dict(
    zip(
        "АВЕКМНОРСТХУІЈЅавекмнорстхуіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "ABEKMHOPCTXYIJSaBeKMHopcTxyijsABEZHIKMNOPTYX",
        strict=True,
    )
)


def is_record_id(text: str) -> bool:
    """Tell whether the text can be the id of a record and, in lower case, a file name."""
    return (
        len(text) <= ID_LIMIT
        and _RECORD_ID.fullmatch(text) is not None
        and any(letter in "0123456789" for letter in text)
        and _device_in(text) is None
    )


def _advise_record_id(text: str) -> Advice:
    if len(text) > ID_LIMIT:
        return Advice(f"it has {len(text):,} characters", hint="shorten it")
    device = _device_in(text)
    if device:
        return Advice(
            f"{device} is the name of a device on Windows",
            hint="choose another id, such as one with a hyphen before its number",
        )
    reason = _foreign_letter(text)
    meant = re.sub(r"[\s_/\\]+", "-", "".join(map(_latin, text.strip()))).strip("-.")
    if is_record_id(meant):
        return Advice(reason, meant)
    if _RECORD_ID.fullmatch(meant) and not any(letter.isdigit() for letter in meant):
        return Advice(reason or "it holds no digit", hint=f"add a number, such as {meant}-1")
    return Advice(reason)


def _device_in(text: str) -> str | None:
    """Return the part of a dotted name that Windows keeps for a device."""
    return next((part for part in text.split(".") if part.casefold() in DEVICES), None)


def _foreign_letter(text: str) -> str:
    """Name the first character that is not ASCII, since it may look as if it were."""
    letter = next((letter for letter in text if not letter.isascii()), None)
    if letter is None:
        return ""
    name = unicodedata.name(letter, "a character without a name")
    return f"{shown(letter)} is {name}, U+{ord(letter):04X}"


def _latin(letter: str) -> str:
    if letter.isascii():
        return letter
    digit = unicodedata.digit(letter, -1)
    return str(digit) if digit >= 0 else _LOOK_ALIKES.get(letter, letter)


def _advise_standard(text: str) -> Advice:
    match = _ISO_NAME.fullmatch(text.strip())
    meant = _standard_id(match) if match else text.strip().lower().replace(" ", "-")
    return Advice(_foreign_letter(text), meant if _STANDARD_ID.fullmatch(meant) else None)


def _standard_id(match: re.Match[str]) -> str:
    return f"iso-{match[2]}-{match[3]}"


def _is_clause(text: str) -> bool:
    try:
        ClauseRef.parse(text)
    except ValueError:
        return False
    return True


def _advise_clause(text: str) -> Advice:
    plain = "".join(map(_latin, text.strip()))
    match = _ISO_CLAUSE.fullmatch(plain)
    if match:
        return Advice(_foreign_letter(text), f"{_standard_id(match)}:{match[4]}")
    standard, colon, number = plain.partition(":")
    meant = f"{standard.strip().lower()}:{number.strip().rstrip('.')}"
    if colon and _is_clause(meant):
        return Advice(_foreign_letter(text), meant)
    if re.fullmatch(r"[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*", plain):
        hint = f"put the standard before it, such as iso-9001-2015:{plain}"
        return Advice("its standard is missing", hint=hint)
    return Advice(_foreign_letter(text))


def _rule_meant(text: str) -> str | None:
    meant = text.strip().upper().replace("_", "-").replace(" ", "-")
    return meant if _RULE_ID.fullmatch(meant) else None


def _is_audience(text: str) -> bool:
    return _AUDIENCE.fullmatch(text) is not None and text not in DEVICES


def _advise_audience(text: str) -> Advice:
    if text in DEVICES:
        return Advice(f"{text} is the name of a device on Windows", hint="choose another name")
    meant = re.sub(r"[\s_]+", "-", text.strip().lower())
    return Advice(_foreign_letter(text), meant if _is_audience(meant) else None)


def nearest(names: Callable[[], list[str]]) -> Callable[[str], Advice]:
    """Return an adviser that proposes the name most like the text."""

    def advise(text: str) -> Advice:
        plain = text.strip().lower().replace("_", "-").replace(" ", "-")
        close = get_close_matches(plain, names(), n=1, cutoff=0.6)
        return Advice(value=close[0] if close else None)

    return advise


FORMATS = (
    Format(
        "record-id",
        "an id",
        f"letters A to Z, digits, dots and hyphens, at least one digit, at most {ID_LIMIT} "
        "characters, such as R-014",
        is_record_id,
        _advise_record_id,
    ),
    Format(
        "standard-id",
        "the id of a standard",
        "lower-case letters, digits and hyphens, such as iso-9001-2015",
        lambda text: _STANDARD_ID.fullmatch(text) is not None,
        _advise_standard,
    ),
    Format(
        "clause-ref",
        "a clause reference",
        "standard, colon, number, such as iso-27001-2022:A.5.15",
        _is_clause,
        _advise_clause,
    ),
    Format(
        "audience-name",
        "the name of an audience",
        "lower-case letters, digits and hyphens, such as auditor",
        _is_audience,
        _advise_audience,
    ),
    Format(
        "rule-id",
        "the id of a readiness rule",
        "letters as in RR-DOC-06: RR, the family, two digits",
        lambda text: _RULE_ID.fullmatch(text) is not None,
        lambda text: Advice(_foreign_letter(text), _rule_meant(text)),
    ),
    Format(
        "record-type",
        "a record type",
        f"one of {', '.join(LEAVES_OUT)}",
        LEAVES_OUT.__contains__,
        nearest(lambda: list(LEAVES_OUT)),
    ),
)
