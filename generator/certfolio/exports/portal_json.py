"""exports/portal.json: everything this edition holds, for other programs."""

import json
from typing import Any

from certfolio.exports.content import ExportContent, page_of
from certfolio.exports.plain import plain
from certfolio.linking.graph import Support
from certfolio.linking.resolve import link_states
from certfolio.readiness.coverage import ClauseCoverage
from certfolio.records.portal_settings import KnownGap, Withheld
from certfolio.records.record import Record
from certfolio.records.record_types import type_of

FORMAT = 1


def export(content: ExportContent) -> bytes:
    """Return the portal as JSON in UTF-8, keys in a fixed order."""
    return (json.dumps(portal_data(content), indent=1, ensure_ascii=False) + "\n").encode(
        "utf-8", "surrogatepass"
    )


def portal_data(content: ExportContent) -> dict[str, Any]:
    """Return the same as plain values; schema/exports/portal.schema.json describes it."""
    graph = content.graph
    return {
        "format": FORMAT,
        "build_id": content.build_id,
        "certfolio": content.version,
        "title": graph.settings.title,
        "organization": graph.settings.organization,
        "audience": content.audience.name,
        "as_of": str(content.as_of),
        "standards": [_standard(content, id) for id in graph.standards.catalogues],
        "link_states": {state.name.lower(): n for state, n in link_states(graph).items()},
        "clauses": [_clause(coverage) for coverage in content.coverage.values()],
        "records": [_record(content, record) for record in graph.records],
        "links": [plain(link) | {"state": link.state.name.lower()} for link in graph.links],
        **_told(content),
    }


def _told(content: ExportContent) -> dict[str, Any]:
    """Return what this audience is told besides the records; nothing where it is told nothing."""
    settings = content.graph.settings
    said = {
        "watermark": content.audience.watermark,
        "withheld": [_entry(entry) for entry in settings.withheld],
        "known_gaps": [_entry(gap) for gap in settings.known_gaps],
    }
    return {name: value for name, value in said.items() if value}


def _entry(entry: Withheld | KnownGap) -> dict[str, Any]:
    plainly: dict[str, Any] = plain(entry)
    return {name: value for name, value in plainly.items() if name != "audiences" and value != []}


def _standard(content: ExportContent, id: str) -> dict[str, Any]:
    catalogue = content.graph.standards.catalogues[id]
    scope = next(
        entry.certificate_scope
        for entry in content.graph.settings.standards
        if entry.standard == id
    )
    return {
        "id": id,
        "name": catalogue.name,
        "title": catalogue.title,
        "edition": catalogue.edition,
        "catalogue_sha256": catalogue.digest,
        "certificate_scope": scope,
    }


def _record(content: ExportContent, record: Record) -> dict[str, Any]:
    files = [plain(file) for file in content.files_of(record.id)]
    own: dict[str, Any] = plain(record)
    own.pop("files", None)
    extra = own.pop("extra", {})
    return (
        {"type": type_of(record).name, "page": page_of(record.id), "source": record.origin.path}
        | own
        | ({"files": files} if files else {})
        | ({"extra": extra} if extra else {})
    )


def _clause(coverage: ClauseCoverage) -> dict[str, Any]:
    operated = coverage.operated
    times = {
        "first": operated.first,
        "last": operated.last,
        "promised": operated.promised,
        "seen_days": operated.seen_days,
    }
    return {
        "clause": str(coverage.clause.ref),
        "title": coverage.clause.title,
        "kind": coverage.clause.kind,
        "state": coverage.state.value,
        **({} if coverage.reason is None else {"reason": coverage.reason}),
        "documented": {
            "effective": _supports(coverage.documented.effective),
            "others": _supports(coverage.documented.others),
        },
        "operated": {
            "current": _supports(operated.current),
            "stale": _supports(operated.stale),
            "not_accepted": _supports(operated.not_accepted),
            "last_3_months": operated.last_3_months,
            "last_6_months": operated.last_6_months,
            "last_12_months": operated.last_12_months,
            **{name: plain(value) for name, value in times.items() if value is not None},
        },
        "others": _supports(coverage.others),
    }


def _supports(supports: tuple[Support, ...]) -> list[dict[str, str]]:
    return [{"id": support.record.id, "why": support.why} for support in supports]
