"""What the script of tables needs to know of a matrix."""

from collections.abc import Sequence

from certfolio.model.message import say
from certfolio.portal.clause_facet import GAPS_ONLY, clause_facets, state_of
from certfolio.portal.edition import Edition
from certfolio.portal.sort_key import sort_key
from certfolio.portal.table_tool import TableTool, column, table_tool
from certfolio.readiness.coverage import ClauseCoverage, ClauseState
from certfolio.standards.catalogue import Clause


def clause_tool(edition: Edition, name: str, clauses: Sequence[Clause], headings: str) -> TableTool:
    """Make the tool of a matrix whose rows are these clauses; `headings` names what stands above.

    Documents and proof sort by how many count.
    """
    refs = [clause.ref for clause in clauses]
    found = [edition.coverage.get(ref) for ref in refs]
    order = list(ClauseState)
    columns = (
        column("clause", say("Clause"), map(sort_key, refs)),
        column("documented", say("Documented by"), (sort_key(_documents(c)) for c in found)),
        column("operated", say("Operated: proved by"), (sort_key(_proofs(c)) for c in found)),
        column("last", say("Last proof"), (sort_key(c and c.operated.last) for c in found)),
        column(
            "state",
            say("State"),
            (sort_key(order.index(state_of(edition, ref))) for ref in refs),
        ),
    )
    return table_tool(
        edition,
        name,
        columns,
        clause_facets(edition, refs),
        headings=headings,
        only=GAPS_ONLY,
        unfolds=True,
    )


def _documents(coverage: ClauseCoverage | None) -> int:
    return len(coverage.documented.effective) if coverage else 0


def _proofs(coverage: ClauseCoverage | None) -> int:
    return len(coverage.operated.current) if coverage else 0
