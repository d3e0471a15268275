"""The action list: one line an action, wherever it came from."""

from collections.abc import Iterator

from certfolio.exports.content import ExportContent, page_of
from certfolio.exports.table import Row, Table, joined
from certfolio.records.action import Action

COLUMNS = (
    "id",
    "title",
    "description",
    "status",
    "owner",
    "due",
    "done_on",
    "sources",
    "result",
    "effectiveness_due",
    "effectiveness_on",
    "effectiveness",
    "cancelled_reason",
    "page",
)


def _rows(content: ExportContent) -> Iterator[Row]:
    return (_row(action) for action in content.graph.all(Action))


def _row(action: Action) -> Row:
    return {
        "id": action.id,
        "title": action.title,
        "description": action.description,
        "status": action.status,
        "owner": action.owner,
        "due": action.due,
        "done_on": action.done_on,
        "sources": joined(action.sources),
        "result": action.result,
        "effectiveness_due": action.effectiveness_due,
        "effectiveness_on": action.effectiveness_on,
        "effectiveness": action.effectiveness,
        "cancelled_reason": action.cancelled_reason,
        "page": page_of(action.id),
    }


TABLE = Table("actions", "Action list", COLUMNS, _rows)
