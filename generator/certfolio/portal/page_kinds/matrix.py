"""The matrix of each standard: every clause with what documents it and what proves it."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.message import say
from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.clause_row import ClauseRow, clause_row
from certfolio.portal.clause_tool import clause_tool
from certfolio.portal.edition import Edition
from certfolio.portal.pictures.heat_map import heat_map
from certfolio.portal.pictures.picture import Picture
from certfolio.portal.table_tool import TableTool
from certfolio.portal.tally import StateCount, tally


@dataclass(frozen=True, slots=True)
class MatrixView:
    """All demands of one standard, headings between them."""

    title: str
    standard: str
    standard_href: str
    by_record_href: str
    counts: tuple[StateCount, ...]
    rows: tuple[ClauseRow, ...]
    tool: TableTool
    picture: Picture | None


def pages(edition: Edition) -> Iterator[Page]:
    for catalogue in edition.graph.standards.catalogues.values():
        view = MatrixView(
            title=say("Matrix of {standard}", standard=catalogue.name),
            standard=catalogue.name,
            standard_href=address.standard(catalogue.id),
            by_record_href=address.matrix_by_record(catalogue.id),
            counts=tally(edition, catalogue),
            rows=tuple(clause_row(edition, clause) for clause in catalogue.clauses),
            picture=heat_map(edition, catalogue),
            tool=clause_tool(
                edition, f"matrix-{catalogue.id}", catalogue.demands, say("Clauses above")
            ),
        )
        yield Page(address.matrix(catalogue.id), "matrix.html", view)
