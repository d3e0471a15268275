"""Says what an adoption did and what it could not place, as text for people."""

from collections import Counter
from collections.abc import Iterable, Sequence

from certfolio.adoption.plan import Plan, PlannedRecord
from certfolio.adoption.record_text import NO_VERSION, record_of, value_of
from certfolio.linking.prose_check import prose_problems
from certfolio.records.record import Record
from certfolio.reporting.text import counted

_MORE = "give it to a record as evidence, or name it in the files: of a document"


def report(plan: Plan, known: Iterable[Record], catalogue_name: str, *, is_dry: bool) -> str:
    """Return the whole report; sections that have nothing to say are left out.

    `known` are the records that were there before.
    """
    placed, folder = plan.placed, plan.folder
    sections = (
        ("Records", [_record_line(record) for record in plan.records]),
        ("Adopted before, kept as they are", list(_kept(plan))),
        ("Approval data read from the texts; please compare", list(_approvals(plan))),
        ("To be completed by hand", list(_open(plan))),
        ("Controls without a document: gaps in the matrix", [str(ref) for ref in placed.empty]),
        ("Rows of the map whose control is unknown", placed.unknown),
        ("Documents that the map names and the folder does not hold", placed.absent),
        ("Remarks on the map", placed.remarks),
        ("Documents in no row of the map", plan.unmapped if plan.wish.map_name else ()),
        ("Links in the texts that lead to nothing: shown, not clickable", _dangling(plan, known)),
        ("Texts that cannot be shown; the file itself is offered", list(_unshown(plan))),
        ("Web pages: the text is kept, the file stays outside the portal", list(_web(plan))),
        (
            "Files that are no documents and were not adopted",
            [f"{file.path}: {file.label}; {_MORE}" for file in plan.left],
        ),
        (
            "Refused",
            [f"{one.path}: {one.fault.found}; {one.fault.fix}" for one in folder.refused],
        ),
        ("Left behind by programs, ignored", folder.junk),
    )
    parts = [_summary(plan, catalogue_name)]
    parts += [_section(title, lines) for title, lines in sections if lines]
    return "\n".join([*parts, _last_line(plan, is_dry)])


def _section(title: str, lines: Sequence[str]) -> str:
    return "\n".join([f"{title} ({len(lines)})", *(f"  {line}" for line in lines), ""])


def _summary(plan: Plan, catalogue_name: str) -> str:
    kinds = Counter(record.kind for record in plan.records)
    others = counted(kinds["document"], "other document")
    lines = [
        f"{counted(len(plan.folder.documents), 'document')} found for {catalogue_name}:"
        f" {_policies(kinds['policy'])} and {others} to be recorded,"
        f" {len(plan.kept)} recorded before.",
        _map_line(plan),
        f"Owner {plan.wish.owner}, classification {plan.wish.classification},"
        f" created {plan.wish.as_of} where no text gives an earlier date.",
        "",
    ]
    return "\n".join(lines)


def _policies(number: int) -> str:
    return "1 policy" if number == 1 else f"{number} policies"


def _map_line(plan: Plan) -> str:
    placed = plan.placed
    if plan.wish.map_name is None:
        return "No map was given, so no document names a clause yet."
    return (
        f"{plan.wish.map_name}: {counted(placed.rows, 'row')}, {placed.linked_rows} of them with"
        f" {counted(placed.links, 'link')} to documents, {placed.empty_rows} without a document;"
        f" {len(placed.unknown)} of all with a control that is unknown."
    )


def _record_line(record: PlannedRecord) -> str:
    document, guess = record.document, record.guess
    return (
        f"{record.id}  {document.path}: {document.title} (from {document.title_from});"
        f" {guess.sort}, as {guess.because}"
    )


def _kept(plan: Plan) -> Iterable[str]:
    for kept in plan.kept:
        named = ", ".join(str(clause) for clause in kept.missing)
        yield f"{kept.record.id}  {kept.document.path}" + (
            f"; the map now also names it for {named}: add that to its clauses:" if named else ""
        )


def _approvals(plan: Plan) -> Iterable[str]:
    for record in plan.records:
        value = value_of(record, plan.wish)
        facts = [
            f"{name} {value[name]}"
            for name in ("approved_by", "approved_on", "effective_on", "next_review")
            if name in value
        ]
        if facts:
            yield f"{record.id}  {record.document.path}: {value['status']}, {', '.join(facts)}"


def _open(plan: Plan) -> Iterable[str]:
    drafts = [record for record in plan.records if not record.stated.is_approved]
    if drafts:
        yield (
            f"approval of {counted(len(drafts), 'draft')}: approved_by, approved_on, effective_on,"
            " next_review, then status: effective; a draft does not count as documenting a clause"
        )
    names = Counter(
        record.stated.approver
        for record in drafts
        if record.stated.approver and record.stated.approved_by is None
    )
    if names:
        told = ", ".join(f"{name} ({number})" for name, number in sorted(names.items()))
        yield f"approvers that the texts name and no person record has as its title: {told}"
    if plan.records:
        yield "retention, and for policies commitments, communicated and external_availability"
        yield "the type of each document, guessed from its name (see the list of records)"
    if any(record.clauses for record in plan.records):
        yield "why each document supports its clauses: the map names them without a reason"
    unversioned = sum(record.stated.version is None for record in plan.records)
    if unversioned:
        yield f"the version of {counted(unversioned, 'record')}, now {NO_VERSION}"


def _dangling(plan: Plan, known: Iterable[Record]) -> list[str]:
    paths = {record.id: record.document.path for record in plan.records}
    made = [record_of(record, plan.wish) for record in plan.records]
    origins = {record.origin.path: paths[record.id] for record in made}
    return [
        f"{origins[problem.location.path]}: {problem.found}; {problem.fix}"
        for problem in prose_problems([*known, *made])
        if problem.location.path in origins
    ]


def _unshown(plan: Plan) -> Iterable[str]:
    for record in plan.records:
        if record.document.note is not None:
            yield f"{record.id}  {record.document.path}: {record.document.note}"


def _web(plan: Plan) -> Iterable[str]:
    for record in plan.records:
        if record.document.is_text_only:
            yield (
                f"{record.id}  {record.document.path}: headings, lists and tables were turned into"
                " Markdown; print the page to a PDF and add that file where its looks matter"
            )


def _last_line(plan: Plan, is_dry: bool) -> str:
    refused = len(plan.folder.refused)
    not_taken = f" {counted(refused, 'file')} refused, see above." if refused else ""
    if is_dry:
        return f"Nothing was written (--dry-run).{not_taken}\n"
    if not plan.records:
        return f"Nothing was written: there is nothing new to adopt.{not_taken}\n"
    files = sum(len(record.files) for record in plan.records)
    where = f"content/files/{plan.wish.folder}".rstrip("/")
    return (
        f"{counted(len(plan.records), 'record')} written,"
        f" pointing at {counted(files, 'file')} in {where}.{not_taken}\n"
    )
