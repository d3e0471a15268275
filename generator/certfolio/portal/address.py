"""The one place that knows what the pages of a portal are called."""

from certfolio.model.clause import ClauseRef
from certfolio.model.message import say

START = "index.html"
TOUR = "tour.html"
MATRIX = "matrix.html"
EVIDENCE = "evidence.html"
EXHIBITS = "exhibits.html"
SEARCH = "search.html"
DOWNLOAD_PAGE = "downloads.html"
PEOPLE = "people.html"
PICTURES = "pictures.html"
ABOUT = "about.html"
SELF_CHECK = "verify.html"
READINESS = "readiness.html"
DUE = "due.html"
RULES = "rules.html"
EVIDENCE_SCAN = "evidence-scan.html"
WITHHELD = "withheld.html"
KNOWN_GAPS = "known-gaps.html"
CALENDAR = "exports/due.ics"

DOWNLOADS = (
    ("exports/portal.json", say("Everything in this edition, for programs")),
    ("exports/matrix.csv", say("The matrix, for a spreadsheet")),
    ("exports/evidence.csv", say("The evidence index, for a spreadsheet")),
    ("exports/documents.csv", say("The document register, for a spreadsheet")),
    ("exports/soa.csv", say("The statement of applicability, for a spreadsheet")),
    ("exports/actions.csv", say("The action list, for a spreadsheet")),
    ("exports/audits.csv", say("The audit programme, for a spreadsheet")),
    ("exports/training.csv", say("The training matrix, for a spreadsheet")),
    ("exports/registers.xlsx", say("All these tables as sheets of one Excel workbook")),
)
READINESS_DOWNLOADS = (
    ("exports/readiness.json", say("What the readiness rules find, for programs")),
    (CALENDAR, say("Due dates, for a calendar")),
)


def standard(id: str) -> str:
    return f"standard-{id}.html"


def printed(standard: str) -> str:
    return f"print-{standard}.html"


def clause(ref: ClauseRef) -> str:
    return f"clause-{ref.standard}-{_flat(ref.number)}.html"


def matrix(standard: str) -> str:
    return f"matrix-{standard}.html"


def matrix_by_record(standard: str) -> str:
    return f"matrix-{standard}-by-record.html"


def register(type_name: str) -> str:
    """Return the register of a record type; the one of evidence is the evidence index."""
    return EVIDENCE if type_name == "evidence" else f"register-{type_name}.html"


def record(id: str) -> str:
    return f"{_flat(id)}.html"


def readiness_step(number: int) -> str:
    return f"readiness-step-{number}.html"


def rule(id: str) -> str:
    return f"rule-{_flat(id)}.html"


def _flat(text: str) -> str:
    return text.lower().replace(".", "-")
