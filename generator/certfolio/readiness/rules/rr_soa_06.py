"""Is the statement of applicability one approved version, in time for stage 1 and as applied for?

The certificate names the version of the statement. Auditors compare the copy in hand with the one
in the application before they begin, and a version approved after stage 1 was not the one audited.
"""

from collections.abc import Iterator
from datetime import date

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.readiness.statement import NO_CONTROLS, Statement, statements
from certfolio.records.certificate import Certificate

_PAST = {"withdrawn", "expired"}


def check(case: Case) -> Iterator[ReadinessFinding]:
    found = statements(case)
    for statement in found:
        if statement.is_empty:
            yield RULE.not_assessed(statement.catalogue, statement.nothing)
        else:
            yield _approval(case, statement)
            yield from _requests(case, statement)
    if not found:
        yield RULE.not_applicable(PORTAL, NO_CONTROLS)


def _approval(case: Case, statement: Statement) -> ReadinessFinding:
    catalogue, owner = statement.catalogue, statement.entries[0].owner
    stage_1, versions = case.graph.settings.planned.stage_1, _versions(statement)
    days = [entry.approved_on for entry in statement.entries if entry.approved_on is not None]
    last = max(days, default=None)
    unsigned = [e for e in statement.entries if e.approved_by is None or e.approved_on is None]
    told = _faults(case, versions, len(unsigned), last)
    if told:
        return RULE.gap(
            catalogue,
            say(
                "The statement of applicability of {standard} {told}.",
                standard=catalogue.name,
                told=Listing(told),
            ),
            owner=owner,
            due=stage_1,
        )
    if stage_1 is None:
        return RULE.not_assessed(
            catalogue,
            say(
                "The statement of applicability of {standard}, version {version}, was "
                "approved on {last}; no day of stage 1 is set.",
                standard=catalogue.name,
                version=versions[0],
                last=last,
            ),
            owner=owner,
        )
    return RULE.met(
        catalogue,
        say(
            "The statement of applicability of {standard}, version {version}, was "
            "approved on {last}, before stage 1 on {stage_1}.",
            standard=catalogue.name,
            version=versions[0],
            last=last,
            stage_1=stage_1,
        ),
        owner=owner,
    )


def _faults(case: Case, versions: list[str], unsigned: int, last: date | None) -> list[Message]:
    stage_1 = case.graph.settings.planned.stage_1
    told = (
        [say("mixes the versions {versions}", versions=Listing(versions))]
        if len(versions) > 1
        else []
    )
    if unsigned:
        told.append(
            say_count(
                "holds {number} entry that nobody approved",
                "holds {number} entries that nobody approved",
                unsigned,
            )
        )
    if last is not None and last > case.as_of:
        told.append(say("is approved only on {last}", last=last))
    if last is not None and stage_1 is not None and last >= stage_1:
        told.append(
            say(
                "was approved on {last}, not before stage 1 on {stage_1}",
                last=last,
                stage_1=stage_1,
            )
        )
    return told


def _requests(case: Case, statement: Statement) -> Iterator[ReadinessFinding]:
    catalogue, versions = statement.catalogue, _versions(statement)
    asked = [
        certificate
        for certificate in case.graph.all(Certificate)
        if serves(certificate, catalogue.id) and certificate.status not in _PAST
    ]
    for certificate in asked:
        version = certificate.soa_version
        if version is None:
            yield RULE.gap(
                certificate,
                say("{certificate} names no version of the statement.", certificate=certificate.id),
            )
        elif [version] == versions:
            yield RULE.met(
                certificate,
                say(
                    "{certificate} names version {version}, as held here.",
                    certificate=certificate.id,
                    version=version,
                ),
            )
        else:
            because = say(
                "{certificate} names version {version}; held here is {versions}.",
                certificate=certificate.id,
                version=version,
                versions=Listing(versions),
            )
            yield RULE.gap(certificate, because)
    if not asked:
        yield RULE.not_assessed(
            catalogue, say("No certificate is applied for to {standard}.", standard=catalogue.name)
        )


def _versions(statement: Statement) -> list[str]:
    return sorted({entry.soa_version for entry in statement.entries})


RULE = Rule(
    id="RR-SOA-06",
    severity=Severity.MAJOR,
    source="ISO/IEC 27006-1 8.2, as practised",
    needs=("statement of applicability", "certificate applied for", "planned day of stage 1"),
    text=__doc__,
    check=check,
)
