"""Are surveillance and recertification planned in time for every certificate?

A certificate lives on audits: the first within a year of the decision, then one in each calendar
year, and recertification early enough that major findings can be closed before the last day.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say, say_count, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.certification import (
    first_day,
    is_decided,
    is_held,
    last_day,
    standing_certificates,
)
from certfolio.readiness.interval import months_after
from certfolio.readiness.rule import Rule
from certfolio.records.certificate import Certificate
from certfolio.records.certification_audit import CertificationAudit

_Fault = tuple[Message, date]


def check(case: Case) -> Iterator[ReadinessFinding]:
    certificates = standing_certificates(case)
    if not certificates:
        yield RULE.not_applicable("portal", say("No certificate is recorded."))
    for certificate in certificates:
        if not is_decided(certificate, case.as_of):
            words = say(
                "{certificate} ({state}) was not granted until {today}.",
                certificate=certificate.id,
                state=word("state", certificate.status),
                today=case.as_of,
            )
            yield RULE.not_applicable(certificate, words)
        elif certificate.decided_on is not None and certificate.valid_until is not None:
            yield _judged(case, certificate, certificate.decided_on, certificate.valid_until)
        else:
            yield RULE.not_assessed(
                certificate,
                say(
                    "{certificate} does not say until when it is valid.", certificate=certificate.id
                ),
            )


def _judged(case: Case, certificate: Certificate, decided: date, until: date) -> ReadinessFinding:
    days = sorted({*certificate.surveillance, *_days(case, certificate, "surveillance")})
    surveillance = [day for day in days if decided < day <= until]
    renewals = [
        day for day in _days(case, certificate, "recertification") if decided < day <= until
    ]
    faults = [
        *_first_surveillance(decided, surveillance),
        *_years(case.as_of, decided, until, [*surveillance, *renewals]),
        *_renewal(case, until, renewals),
    ]
    if faults:
        told = Listing([fault for fault, _ in faults], "; ")
        due = min(day for _, day in faults)
        return RULE.gap(
            certificate,
            say("{certificate}: {faults}.", certificate=certificate.id, faults=told),
            due=due,
        )
    coming = [day for day in (*surveillance, *renewals) if day >= case.as_of]
    words = (
        say(
            "{certificate} was decided on {decided} and is valid until {until}; the "
            "next audit is planned for {day}.",
            certificate=certificate.id,
            decided=decided,
            until=until,
            day=min(coming),
        )
        if coming
        else say(
            "{certificate} was decided on {decided} and is valid until {until}; no "
            "audit is due yet.",
            certificate=certificate.id,
            decided=decided,
            until=until,
        )
    )
    return RULE.met(certificate, words)


def _days(case: Case, certificate: Certificate, kind: str) -> Sequence[date]:
    """Return the days of the certificate's audits of a kind that were held or are still to come."""
    return [
        first_day(audit)
        for audit in case.graph.all(CertificationAudit)
        if audit.kind == kind
        and audit.status != "cancelled"
        and (is_held(audit, case.as_of) or last_day(audit) >= case.as_of)
        and any(serves(audit, standard) for standard in certificate.standards)
    ]


def _first_surveillance(decided: date, surveillance: Sequence[date]) -> Iterator[_Fault]:
    limit = months_after(decided, 12)
    if not surveillance:
        yield say("no surveillance is planned, the first is due by {limit}", limit=limit), limit
    elif surveillance[0] > limit:
        yield (
            say(
                "the first surveillance on {day} comes after {limit}",
                day=surveillance[0],
                limit=limit,
            ),
            limit,
        )


def _years(as_of: date, decided: date, until: date, audits: Sequence[date]) -> Iterator[_Fault]:
    seen = {day.year for day in audits}
    last = min(as_of.year, until.year - 1)
    for year in range(decided.year + 1, last + 1):
        if seen and year not in seen:
            yield say("no audit is planned or held in {year}", year=year), date(year, 12, 31)


def _renewal(case: Case, until: date, renewals: Sequence[date]) -> Iterator[_Fault]:
    warning = case.threshold("recertification_warning_days")
    start = until - timedelta(days=warning)
    if case.as_of > until:
        yield say("its last day was {until}", until=until), until
    elif not renewals and case.as_of >= start:
        yield (
            say("it ends on {until}, and no recertification is planned before", until=until),
            until,
        )
    elif renewals and min(renewals) > start:
        left = (until - min(renewals)).days
        yield (
            say_count(
                "recertification on {day} leaves {number} day until {until}, less than {warning}",
                "recertification on {day} leaves {number} days until {until}, less than {warning}",
                left,
                day=min(renewals),
                until=until,
                warning=warning,
            ),
            start,
        )


RULE = Rule(
    id="RR-STG-06",
    severity=Severity.MINOR,
    source="17021-1 9.1.3, 9.6.3",
    needs=("decision, last day and surveillance dates of certificates", "audits by the body"),
    text=__doc__,
    check=check,
)
