"""Checks that every clause and standard that a record names is known and declared."""

from collections.abc import Iterator

from certfolio.linking.reference_check import suggestion
from certfolio.model.clause import ClauseRef
from certfolio.model.problem import Code, Problem
from certfolio.model.quoting import shown
from certfolio.records.field_walk import Marked
from certfolio.records.record import Record
from certfolio.standards.catalogue import Standards


def clause_problems(
    record: Record, marked: Marked, declared: Standards, known: Standards
) -> Iterator[Problem]:
    """Yield what is wrong with a clause reference or a standard id; nothing for anything else."""
    if isinstance(marked.value, ClauseRef):
        yield from _clause(record, marked, marked.value, declared, known)
    elif marked.mark == "standard" and marked.value not in declared.catalogues:
        yield _standard(record, marked, marked.value, declared, known)


def _clause(
    record: Record, marked: Marked, ref: ClauseRef, declared: Standards, known: Standards
) -> Iterator[Problem]:
    catalogue = declared.catalogues.get(ref.standard)
    if catalogue is None:
        yield _standard(record, marked, ref.standard, declared, known)
    elif catalogue.clause(ref.number) is None:
        numbers = [clause.ref.number for clause in catalogue.clauses]
        otherwise = f"look the number up in {catalogue.name}, edition {catalogue.edition}"
        advice = suggestion(ref.number, numbers, otherwise)
        yield Problem(
            record.origin.place(marked.pointer),
            f"{catalogue.name} has no clause {shown(ref.number)}",
            Code.UNKNOWN_CLAUSE,
            f"a clause of that edition, such as {catalogue.demands[0].ref}",
            advice.replace("did you mean ", f"did you mean {ref.standard}:"),
        )


def _standard(
    record: Record, marked: Marked, name: str, declared: Standards, known: Standards
) -> Problem:
    if name in known.catalogues:
        found = f"the standard {shown(name)} is not among those of the portal"
        fix = f"add - standard: {name} below standards: in content/portal.yaml, or correct it"
    else:
        found = f"no standard has the id {shown(name)}"
        fix = suggestion(name, declared.catalogues, "add its catalogue below content/standards")
    return Problem(
        record.origin.place(marked.pointer),
        found,
        Code.UNKNOWN_STANDARD,
        f"one of {', '.join(declared.catalogues)}",
        fix,
    )
