"""The row of one record type."""

from dataclasses import dataclass

from certfolio.model.message import Message
from certfolio.records.record import Record


@dataclass(frozen=True, slots=True)
class RecordType:
    """What the rest of the program needs to know of a record type.

    `folder` is its folder in content/, `prefix` begins the ids that `invoke new` proposes, `step`
    is the step of certification it belongs to (1 to 7, 0 for what all steps stand on), `noun` and
    `plural` are what readers see.
    """

    name: str
    record: type[Record]
    folder: str
    prefix: str
    step: int
    noun: Message
    plural: Message
