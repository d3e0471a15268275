"""What a table in text form does in a spreadsheet: formulas, commands, separators, length."""

import csv
import re
from collections import Counter
from collections.abc import Iterator

from certfolio.evidence_scan.budget import TEXT_LIMIT
from certfolio.evidence_scan.finding import Finding, Kind, Weight
from certfolio.evidence_scan.subject import Scan, Subject
from certfolio.model.message import say, say_count

FORMULA = Kind(
    "table-formula",
    Weight.LOOK,
    say("Formulas in a text table"),
    say("A spreadsheet takes cells that begin with = + - @ for formulas and works them out."),
    say("Check that they are meant. The file is handed over as it is."),
)
COMMAND = Kind(
    "table-command",
    Weight.UNSAFE,
    say("Commands in a text table"),
    say("A cell asks a spreadsheet to start another program or to fetch an address."),
    say("Find out who wrote it; hand over the table as a PDF or as .xlsx with values only."),
)
SEPARATOR = Kind(
    "table-separator",
    Weight.NOTE,
    say("Another separator than the suffix says"),
    say("The reader's spreadsheet may show the whole table in one column."),
    say("Export it with the separator that the suffix stands for, or as .xlsx."),
)
UNEVEN = Kind(
    "table-uneven",
    Weight.NOTE,
    say("Rows of different lengths"),
    say("Cells may stand in the wrong column, or the export broke off."),
    say("Export the table again, and compare the number of its rows."),
)
LONG = Kind(
    "table-long",
    Weight.LOOK,
    say("More rows than a spreadsheet shows"),
    say("Excel leaves out whatever lies beyond 1,048,576 rows, without many words."),
    say("Split the table, or hand over the part that proves something."),
)

_ROWS = 1_048_576
_SEPARATORS = ",;\t|"
_OWN = {".csv": ",", ".tsv": "\t"}
_START = re.compile(r"[ \r]*[=@＝＋－＠\t]|[ \r]*[+-](?![\d.,\s()/:-]*[%€$£]?$)")
_COMMAND = re.compile(
    r"[=+@-].{0,300}(?:\|.{0,300}!|(?:WEBSERVICE|IMPORTXML|IMPORTDATA|IMAGE|RTD|CALL)\s{0,9}\()",
    re.IGNORECASE | re.DOTALL,
)
_CALLING = ("|", "(")


def look(subject: Subject) -> Iterator[Finding]:
    own = _OWN.get(subject.suffix)
    if own is None:
        return
    lines = subject.text.replace("\x00", "").splitlines()
    separator = _separator(lines[:200], own)
    if separator != own:
        yield Finding(
            SEPARATOR,
            say("Its cells are not separated as {suffix} says.", suffix=subject.suffix),
        )
    if subject.data.count(b"\n", TEXT_LIMIT) + len(lines) > _ROWS:
        yield Finding(LONG, say("It has more than {number} rows.", number=_ROWS))
    yield from _cells(lines, separator)


def _separator(lines: list[str], own: str) -> str:
    """Return the separator that most lines hold equally often; that of the suffix in doubt."""
    best, most = own, 0
    for separator in (own, *_SEPARATORS):
        counts = Counter(line.count(separator) for line in lines if line)
        usual, lines_like_it = counts.most_common(1)[0] if counts else (0, 0)
        if usual and lines_like_it > most:
            best, most = separator, lines_like_it
    return best


def _cells(lines: list[str], separator: str) -> Iterator[Finding]:
    formulas = commands = 0
    lengths: Counter[int] = Counter()
    for row in _rows(lines, separator):
        if row:
            lengths[len(row)] += 1
        for cell in row:
            if cell and cell[0] in " \r\t=@＝＋－＠+-" and _START.match(cell):
                formulas += 1
                is_calling = any(sign in cell for sign in _CALLING)
                commands += is_calling and _COMMAND.search(cell[:2000]) is not None
    if commands:
        said = say_count("{number} cell is a command.", "{number} cells are commands.", commands)
        yield Finding(COMMAND, said)
    if formulas > commands:
        said = say_count(
            "{number} cell is a formula to a spreadsheet.",
            "{number} cells are formulas to a spreadsheet.",
            formulas - commands,
        )
        yield Finding(FORMULA, said)
    if len(lengths) > 1:
        yield Finding(
            UNEVEN, say("Its rows have {lengths} different lengths.", lengths=len(lengths))
        )


def _rows(lines: list[str], separator: str) -> Iterator[list[str]]:
    """Read the rows as far as they can be read; a cell beyond every measure ends it."""
    reader = csv.reader(lines, delimiter=separator)
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            continue


SCAN = Scan(look, (FORMULA, COMMAND, SEPARATOR, UNEVEN, LONG))
