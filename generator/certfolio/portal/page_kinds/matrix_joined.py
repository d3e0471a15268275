"""The matrix of all standards together: clauses that ask for the same thing share a block."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.message import say
from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.clause_row import ClauseRow, clause_row
from certfolio.portal.clause_tool import clause_tool
from certfolio.portal.edition import Edition
from certfolio.portal.link import StandardLink
from certfolio.portal.table_tool import TableTool
from certfolio.standards.joined import JoinedClause, join


@dataclass(frozen=True, slots=True)
class MatrixBlock:
    """Clauses of several standards under the topic they share; one that stands alone has none."""

    topic: str | None
    rows: tuple[ClauseRow, ...]


@dataclass(frozen=True, slots=True)
class MatrixChoice:
    """The two matrices of one standard."""

    standard: StandardLink
    matrix_href: str
    by_record_href: str


@dataclass(frozen=True, slots=True)
class MatrixJoinedView:
    """The joined matrix, and the way to the matrix of each standard."""

    title: str
    choices: tuple[MatrixChoice, ...]
    blocks: tuple[MatrixBlock, ...]
    tool: TableTool


def pages(edition: Edition) -> Iterator[Page]:
    lines = join(edition.graph.standards)
    view = MatrixJoinedView(
        title=say("Matrix"),
        choices=_choices(edition),
        blocks=tuple(
            MatrixBlock(_topic(line), tuple(clause_row(edition, c) for c in line.clauses))
            for line in lines
        ),
        tool=clause_tool(
            edition,
            "matrix",
            [clause for line in lines for clause in line.clauses],
            say("Shared topic"),
        ),
    )
    yield Page(address.MATRIX, "matrix_joined.html", view)


def _topic(line: JoinedClause) -> str | None:
    """Name a block after the clause whose number is the shared one, since all standards have it."""
    if len(line.clauses) < 2:
        return None
    shared = (clause.title for clause in line.clauses if clause.ref.number == line.key)
    return next(shared, line.clauses[0].title)


def _choices(edition: Edition) -> tuple[MatrixChoice, ...]:
    return tuple(
        MatrixChoice(
            standard=StandardLink(catalogue.name, address.standard(catalogue.id)),
            matrix_href=address.matrix(catalogue.id),
            by_record_href=address.matrix_by_record(catalogue.id),
        )
        for catalogue in edition.graph.standards.catalogues.values()
    )
