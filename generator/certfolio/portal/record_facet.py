"""The facets that registers of records have in common, and which each type has of its own."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from certfolio.model.clause import ClauseRef
from certfolio.model.message import Message, say, word
from certfolio.portal import labels, wording
from certfolio.portal.edition import Edition
from certfolio.portal.facet import Facet, Option, facet
from certfolio.portal.link import NOT_IN_EDITION, link_to
from certfolio.portal.sort_key import closed_list, sort_key
from certfolio.records.field_walk import Mark, marked_values
from certfolio.records.record import Record
from certfolio.records.record_types import type_of
from certfolio.records.reference import Reference


def record_facets(edition: Edition, records: Sequence[Record]) -> tuple[Facet, ...]:
    """Return the facets of records of one type: status, its own fields, owner, clause, standard."""
    if not records:
        return ()
    name = type_of(records[0]).name
    own = FACETS.get(name, ())
    return (
        facet_of(edition, records, "status", say("Status")),
        *(facet_of(edition, records, f, labels.label(edition.labels, name, f)) for f in own),
        owner_facet(edition, records),
        family_facet(edition, [[s.clause for s in r.clauses] for r in records]),
        standard_facet(edition, [_standards(record) for record in records]),
    )


def facet_of(edition: Edition, records: Sequence[Record], name: str, label: str) -> Facet:
    """Make a facet of any field that holds words of a closed list, references or short texts."""
    rows = [tuple(_options(edition, record, name)) for record in records]
    return facet(name, label, say("none named"), rows)


def owner_facet(edition: Edition, records: Sequence[Record]) -> Facet:
    rows = [(record_option(edition, record.owner),) for record in records]
    return facet("owner", say("Owner"), say("nobody named"), rows)


def family_facet(edition: Edition, rows: Sequence[Sequence[ClauseRef]]) -> Facet:
    """Group clauses by the number they begin with: 4, 5, ... A.5, A.6."""
    found = [[_family(edition, ref) for ref in refs] for refs in rows]
    return facet("family", say("Clause"), say("no clause"), found)


def standard_facet(edition: Edition, rows: Sequence[Sequence[str]]) -> Facet:
    found = [[standard_option(edition, id) for id in ids] for ids in rows]
    return facet("standard", say("Standard"), say("no standard"), found)


def standard_option(edition: Edition, id: str) -> Option:
    catalogue = edition.graph.standards.catalogues.get(id)
    return Option(id, catalogue.name if catalogue else id, sort_key(id) or ())


def record_option(edition: Edition, id: str) -> Option:
    """Name a record by its title; all that an edition leaves out are one and the same."""
    record = edition.graph.find(id)
    if record is None:
        return Option("-", NOT_IN_EDITION, (98,))
    lang = link_to(edition, record).lang
    return Option(id, record.title, sort_key(record.title) or (), is_own=True, lang=lang)


def family_of(number: str) -> str:
    """Return the number of the clause or annex theme that a clause belongs to."""
    parts = number.split(".")
    return parts[0] if parts[0].isdigit() else ".".join(parts[:2])


def _family(edition: Edition, ref: ClauseRef) -> Option:
    number = family_of(ref.number)
    titles = (
        clause.title
        for catalogue in edition.graph.standards.catalogues.values()
        if (clause := catalogue.clause(number)) is not None
    )
    title = next(titles, None)
    label = say("{number} {title}", number=number, title=title) if title else number
    return Option(number, label, sort_key(number) or ())


def _standards(record: Record) -> list[str]:
    return [*record.standards, *(support.clause.standard for support in record.clauses)]


def _options(edition: Edition, record: Record, name: str) -> Iterator[Option]:
    value = getattr(record, name)
    words = closed_list(type(record), name)
    marks = {m.value: m.mark for m in marked_values(record) if m.pointer.split("/")[1] == name}
    for item in value if isinstance(value, tuple) else (value,):
        if item not in (None, ""):
            yield _option(edition, item, _said(edition, record, name, item), words, marks.get(item))


def _said(edition: Edition, record: Record, name: str, value: object) -> str:
    if name == "status":
        return word("state", record.status)
    return labels.choice(edition.labels, type_of(record).name, name, str(value))


def _option(
    edition: Edition, value: object, said: str, words: Sequence[str], mark: Mark | None
) -> Option:
    if isinstance(mark, Reference):
        return record_option(edition, str(value))
    if mark == "standard":
        return standard_option(edition, str(value))
    if isinstance(value, bool):
        return Option(str(value), wording.yes_or_no(value), (0, float(not value)))
    if value in words:
        return Option(str(value), said, (0, float(words.index(str(value)))))
    is_own = not isinstance(said, Message)
    return Option(str(value), said, sort_key(value) or (), is_own)


FACETS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "site": ("kind", "in_scope"),
        "person": ("department", "site", "roles"),
        "role": ("safety_critical",),
        "gap-item": ("rating",),
        "training-session": ("kind",),
        "competence-record": ("person", "role"),
        "policy": ("approved_by",),
        "document": ("type", "approved_by"),
        "process": ("kind", "sites"),
        "risk": ("kind", "source", "decision", "processes"),
        "legal-requirement": ("result",),
        "supplier": ("criticality", "result"),
        "context-issue": ("kind", "relevance"),
        "interested-party": ("kind", "relevance"),
        "exercise": ("kind", "sites"),
        "audit": ("kind", "method", "lead_auditor", "processes"),
        "finding": ("grade", "audit"),
        "corrective-action": ("grade", "source"),
        "certification-audit": ("kind", "body"),
        "evidence": ("type", "site", "process"),
    }
)
