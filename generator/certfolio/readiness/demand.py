"""Finds the declared standards that make a special demand, and those that no record serves."""

from collections.abc import Sequence

from certfolio.readiness.case import Case, serves
from certfolio.records.record import Record
from certfolio.standards.catalogue import Catalogue


def demanding(case: Case, feature: str) -> tuple[Catalogue, ...]:
    """Return the declared standards that make the demand."""
    return tuple(
        catalogue
        for catalogue in case.catalogues
        if feature in case.expected(catalogue.id).features
    )


def unserved(case: Case, feature: str, records: Sequence[Record]) -> tuple[Catalogue, ...]:
    """Return the standards that make the demand and that none of the records serves."""
    return tuple(
        catalogue
        for catalogue in demanding(case, feature)
        if not any(serves(record, catalogue.id) for record in records)
    )
