"""What every record has, whatever its type."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from certfolio.model.classification import Classification
from certfolio.model.prose import Prose
from certfolio.records.origin import Origin
from certfolio.records.part import ClauseSupport, Link, StandardId
from certfolio.records.reference import PersonId

_NOTHING: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An entry in content/: what all record types have in common.

    `prose` is the safe HTML of the text below the front matter (or of the file it is taken from);
    `extra` holds properties that a workspace's own schema allows and no dataclass knows.
    """

    id: str
    title: str
    status: str
    classification: Classification
    owner: PersonId
    created: date
    updated: date | None = None
    standards: tuple[StandardId, ...] = ()
    clauses: tuple[ClauseSupport, ...] = ()
    links: tuple[Link, ...] = ()
    lang: str | None = None
    prose: Prose | None = None
    extra: Mapping[str, object] = field(default_factory=lambda: _NOTHING)
    origin: Origin = field(default=Origin.at("content"), compare=False, repr=False)
