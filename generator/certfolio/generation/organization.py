"""Makes a believable organization of any size: the files of a content folder, from a seed."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath
from random import Random
from types import MappingProxyType

from certfolio.generation import assessment, direction, operation, people, written_text
from certfolio.generation.evidence_file import MAKERS
from certfolio.generation.layout import record_files
from certfolio.generation.plan import stock_of
from certfolio.generation.stock import AS_OF, Fields, Recipe, Stock, day_at, days_after
from certfolio.generation.yaml_text import yaml_text
from certfolio.records.record_types import RECORD_TYPES
from certfolio.standards.catalogue import Standards

_LEVELS = ("public", "internal", "internal", "internal", "internal", "confidential", "restricted")
_OPEN_TO_ALL = frozenset({"organization", "site", "role", "person", "scope-statement"})
# the day on which a record of this kind comes into being
_BIRTHDAYS = ("dated", "found_on", "assessed_on")
_DIGEST_SHARE = 0.5

RECIPES: Mapping[str, Recipe] = MappingProxyType(
    {
        "organization": people.organization,
        "scope-statement": direction.scope_statement,
        "site": people.site,
        "person": people.person,
        "role": people.role,
        "gap-item": assessment.gap_item,
        "action": operation.action,
        "training-session": people.training_session,
        "competence-record": people.competence_record,
        "policy": written_text.policy,
        "document": written_text.document,
        "process": operation.process,
        "soa-entry": assessment.soa_entry,
        "evidence": operation.evidence,
        "objective": direction.objective,
        "risk": operation.risk,
        "legal-requirement": operation.legal_requirement,
        "supplier": operation.supplier,
        "change": direction.change,
        "context-issue": direction.context_issue,
        "interested-party": direction.interested_party,
        "exercise": operation.exercise,
        "audit-programme": assessment.audit_programme,
        "audit": assessment.audit,
        "finding": assessment.finding,
        "corrective-action": assessment.corrective_action,
        "management-review": direction.management_review,
        "certification-audit": assessment.certification_audit,
        "certificate": assessment.certificate,
        "waiver": direction.waiver,
    }
)


def organization(records: int, seed: int, standards: Standards) -> Mapping[str, bytes]:
    """Return the files of a content folder by their paths in it.

    From a hundred records on there are exactly so many; a smaller organization has about sixty, as
    it has every record type. The same arguments give the same bytes on every machine. Two of the
    `standards` are declared.
    """
    chance = Random(seed)  # noqa: S311 - nothing is kept secret by it
    stock = stock_of(records, chance, standards)
    files = {"portal.yaml": yaml_text(_settings(stock)).encode()}
    for row in RECORD_TYPES:
        made = [_record(stock, row.name, id) for id in stock.ids[row.name]]
        for record in made:
            files |= _attached(stock.chance, record)
        files |= record_files(row, made)
    return MappingProxyType(files)


def _record(stock: Stock, kind: str, id: str) -> Fields:
    fields = RECIPES[kind](stock, id)
    is_open = kind in _OPEN_TO_ALL
    created = next((fields[name] for name in _BIRTHDAYS if name in fields), stock.day(-460, -300))
    age = (AS_OF - date.fromisoformat(created)).days
    return {
        "id": id,
        "title": fields.pop("title"),
        "status": stock.states[id],
        "classification": "public" if is_open else stock.chance.choice(_LEVELS),
        "owner": id if kind == "person" else stock.one("person"),
        "created": created,
        "updated": days_after(created, stock.chance.randint(0, age)),
        **fields,
    }


def _attached(chance: Random, record: Fields) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a record, and note the digest of some in it."""
    for entry in record.get("files", ()):
        suffix = PurePosixPath(entry["path"]).suffix[1:]
        data = MAKERS[suffix](chance, record["title"])
        if chance.random() < _DIGEST_SHARE:
            entry["sha256"] = hashlib.sha256(data).hexdigest()
        yield f"files/{entry['path']}", data


def _settings(stock: Stock) -> Fields:
    return {
        "title": "Certification portal",
        "organization": stock.ids["organization"][0],
        "as_of": AS_OF.isoformat(),
        "standards": [
            {"standard": standard, "certificate_scope": direction.scope_text(stock, turn)}
            for turn, standard in enumerate(stock.standards)
        ],
        "certification_body": assessment.BODY,
        "planned": {"stage_1": day_at(56), "stage_2": day_at(112), "decision": day_at(154)},
        "audit_period": {"begins": day_at(-369), "ends": day_at(118)},
        "audiences": [
            {"name": "internal", "ceiling": "internal"},
            {"name": "management", "ceiling": "restricted"},
            {"name": "auditor", "ceiling": "confidential", "leaves_out": ["gap-item"]},
        ],
    }
