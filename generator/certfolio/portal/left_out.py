"""Which lists an audience does not get: those of the record types that it leaves out."""

from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.records.record_types import BY_NAME


def left_out(edition: Edition) -> frozenset[str]:
    """Return the paths of the pages that this edition is without."""
    types = [name for name in edition.audience.leaves_out if name in BY_NAME]
    people = {address.PEOPLE} if "person" in types else set()
    return frozenset({address.register(name) for name in types} | people)


def has_list(edition: Edition, *type_names: str) -> bool:
    """Whether the edition may say how many records there are of all these types, even none."""
    return not set(type_names) & set(edition.audience.leaves_out)
