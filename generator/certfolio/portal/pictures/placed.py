"""Which pictures belong to which page: the pictures page has all, a register has its own."""

from collections.abc import Callable, Mapping

from certfolio.portal.edition import Edition
from certfolio.portal.pictures.action_ageing import action_ageing
from certfolio.portal.pictures.audit_coverage import audit_coverage
from certfolio.portal.pictures.competence_matrix import competence_matrix
from certfolio.portal.pictures.heat_map import heat_map
from certfolio.portal.pictures.objective_trend import objective_trends
from certfolio.portal.pictures.picture import Picture
from certfolio.portal.pictures.process_map import process_map
from certfolio.portal.pictures.risk_matrix import risk_matrix
from certfolio.portal.pictures.step_path import step_path
from certfolio.portal.pictures.validity_timeline import validity_timeline

Draw = Callable[[Edition], Picture]

OF_REGISTER: Mapping[str, Draw] = {
    "process": process_map,
    "evidence": validity_timeline,
    "corrective-action": action_ageing,
    "competence-record": competence_matrix,
    "objective": objective_trends,
    "risk": risk_matrix,
    "audit": audit_coverage,
    "audit-programme": audit_coverage,
}

_OVERVIEW: tuple[Draw, ...] = (
    validity_timeline,
    process_map,
    risk_matrix,
    objective_trends,
    competence_matrix,
    audit_coverage,
    action_ageing,
)


def picture_of(edition: Edition, type_name: str) -> Picture | None:
    """Return the picture that stands in the register of a record type, if it has one."""
    draw = OF_REGISTER.get(type_name)
    if draw is None:
        return None
    picture = draw(edition)
    return picture if picture.table.rows else None


def all_pictures(edition: Edition) -> tuple[Picture, ...]:
    """Return every picture of which there is something to show."""
    heat_maps = (heat_map(edition, c) for c in edition.graph.standards.catalogues.values())
    drawn = (step_path(edition), *heat_maps, *(draw(edition) for draw in _OVERVIEW))
    return tuple(picture for picture in drawn if picture.table.rows)
