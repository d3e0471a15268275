"""What readers see of a field: its name, and the words of its closed list where it has one."""

from collections.abc import Mapping
from dataclasses import dataclass

from certfolio.model.message import Message


@dataclass(frozen=True, slots=True)
class FieldName:
    """The title of a field; `choices` are the words it may hold, by the way they are written."""

    title: Message
    choices: Mapping[str, Message]


Labels = Mapping[str, Mapping[str, FieldName]]
"""For each record type, every field by its path, such as `tested.what`."""
