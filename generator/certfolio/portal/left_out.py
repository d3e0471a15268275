"""Which lists an audience does not get: those of the record types that it leaves out."""

from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.records.record_types import BY_NAME


def left_out(edition: Edition) -> frozenset[str]:
    """Return the paths of the pages that this edition is without."""
    types = [name for name in edition.audience.leaves_out if name in BY_NAME]
    people = {address.PEOPLE} if "person" in types else set()
    return frozenset({address.register(name) for name in types} | people)
