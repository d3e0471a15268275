"""Groups the demands of a standard into the families that people speak of: clause 7, Annex A.5."""

from collections.abc import Sequence

from certfolio.standards.catalogue import Catalogue, Clause


def family_of(number: str) -> str:
    """Return the number of the family: `7` of 7.1.4, `A.5` of A.5.15."""
    parts = number.split(".")
    return parts[0] if parts[0].isdigit() else ".".join(parts[:2])


def family_title(catalogue: Catalogue, number: str, clauses: Sequence[Clause]) -> str:
    """Return what a family is called: by its heading, else by the theme of its clauses."""
    heading = catalogue.clause(number)
    return heading.title if heading else next((c.theme for c in clauses if c.theme), "")


def families(catalogue: Catalogue) -> dict[str, list[Clause]]:
    """Return the demands of a standard by family, in the standard's own order."""
    found: dict[str, list[Clause]] = {}
    for clause in catalogue.demands:
        found.setdefault(family_of(clause.ref.number), []).append(clause)
    return found
