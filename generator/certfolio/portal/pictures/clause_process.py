"""Draws clause families by process: how many clauses the audits of that process name."""

from collections.abc import Iterator, Sequence

from certfolio.model.message import say
from certfolio.portal.edition import Edition
from certfolio.portal.pictures.audit_row import AuditRow
from certfolio.portal.pictures.fitting import SMALL, fit
from certfolio.portal.pictures.picture import Drawing, Mark, box, plain, words
from certfolio.readiness.internal_audit import days_of
from certfolio.records.audit import Audit

MOST_PROCESSES, MOST_FAMILIES = 20, 40
_LEFT, _PITCH, _ROW, _HEAD = 250, 34, 20, 70


def clause_process(
    edition: Edition, audits: Sequence[Audit], rows: Sequence[AuditRow], years: Sequence[int]
) -> Iterator[Drawing]:
    """Yield one figure of families by processes, where there are both."""
    processes = [row for row in rows if row.process][:MOST_PROCESSES]
    families = [row for row in rows if row.clauses][:MOST_FAMILIES]
    if not processes or not families:
        return
    inside = [
        a for a in audits if days_of(a).ends.year in years and a.status in {"reported", "closed"}
    ]
    yield Drawing(
        width=_LEFT + len(processes) * _PITCH + 44,
        height=_HEAD + len(families) * _ROW + 6,
        marks=(*_heads(processes), *_rows(families, processes, inside)),
        title=say("Clause families by process, reported audits of all sites"),
        says=say("Numbers count the clauses that an audit names which also names the process."),
        note=say(
            "A number counts the clauses that reported audits name which also name the process; an"
            " audit does not record which clause it tested in which process."
        ),
        is_wide=True,
    )


def _heads(processes: Sequence[AuditRow]) -> Iterator[Mark]:
    for index, row in enumerate(processes):
        x = _LEFT + index * _PITCH + _PITCH / 2
        id = row.process.id if row.process else ""
        yield Mark(
            (words(x, _HEAD - 8, fit(id, 62, SMALL), "fine", turn=-60),), row.title, row.href
        )


def _rows(
    families: Sequence[AuditRow], processes: Sequence[AuditRow], audits: Sequence[Audit]
) -> Iterator[Mark]:
    for index, family in enumerate(families):
        y = _HEAD + index * _ROW
        title = f"{family.standard} {family.title}"
        yield Mark((words(0, y + 14, fit(title, _LEFT - 8, SMALL), "fine"),), title, family.href)
        for place, row in enumerate(processes):
            yield _cell(family, row, audits, _LEFT + place * _PITCH, y)


def _cell(family: AuditRow, row: AuditRow, audits: Sequence[Audit], x: float, y: float) -> Mark:
    ours = [audit for audit in audits if row.process and row.process.id in audit.processes]
    named = {ref for audit in ours for ref in audit.audited_clauses}
    amount = sum(ref in named for ref in family.clauses)
    style = "none" if not amount else "shade-3" if amount == len(family.clauses) else "shade-1"
    shapes = [box(x + 1, y + 1, _PITCH - 2, _ROW - 2, style)]
    if not amount:
        return plain(*shapes)
    says = say(
        "{family} in {process}: {number} of {all}",
        family=family.title,
        process=row.title,
        number=amount,
        all=len(family.clauses),
    )
    whole = len(family.clauses)
    said = str(amount) if amount == whole else f"{amount}/{whole}"
    return Mark((*shapes, words(x + _PITCH / 2, y + 14, said, "fine digits", "middle")), says)
