"""Is the certification body accredited for the standard and its edition?

A certificate is worth what the accreditation behind it is worth. It is given for single standards
and editions, so the body's own extract is asked for before the contract, not after the audit.
"""

import re
from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.certification import standing_certificates
from certfolio.readiness.own_words import plainly
from certfolio.readiness.rule import Rule
from certfolio.records.certificate import Certificate
from certfolio.standards.catalogue import Catalogue

_UNKNOWN = ("", "-", "?", "none", "unknown", "not stated", "not known", "to be stated")

_NUMBERED = re.compile(r"\b\d{4,5}\b")


def check(case: Case) -> Iterator[ReadinessFinding]:
    certificates = standing_certificates(case)
    for catalogue in case.catalogues:
        own = [certificate for certificate in certificates if serves(certificate, catalogue.id)]
        for certificate in own:
            yield _judged(certificate, catalogue)
        if not own:
            words = say(
                "No application or certificate for {standard} is recorded, so nothing says "
                "what its body is accredited for.",
                standard=catalogue.name,
            )
            yield RULE.not_assessed(catalogue, words)


def _judged(certificate: Certificate, catalogue: Catalogue) -> ReadinessFinding:
    missing = [
        name
        for name, text in (
            (word("named", "the accreditation body"), certificate.accreditation_body),
            (word("named", "the scope of accreditation"), certificate.accreditation_scope),
        )
        if plainly(text) in _UNKNOWN
    ]
    if missing:
        words = say(
            "{certificate} does not name {missing} of {body}.",
            certificate=certificate.id,
            missing=Listing(missing),
            body=certificate.body,
        )
        return RULE.gap(certificate, words)
    scope = certificate.accreditation_scope
    named = {
        "certificate": certificate.id,
        "body": certificate.body,
        "accreditation_body": certificate.accreditation_body,
    }
    if _NUMBERED.search(scope) is None and not _is_named(scope, catalogue):
        words = say(
            "{certificate} records the accreditation of {body} by {accreditation_body}, but its "
            "scope names no standard with edition.",
            **named,
        )
        return RULE.partly_met(certificate, words)
    if not _is_named(scope, catalogue):
        words = say(
            "{certificate} records the accreditation of {body} by {accreditation_body}, but its "
            "scope does not name {standard}.",
            **named,
            standard=catalogue.name,
        )
        return RULE.gap(certificate, words)
    words = say(
        "{certificate} records the accreditation of {body} by {accreditation_body} for {standard}.",
        **named,
        standard=catalogue.name,
    )
    return RULE.met(certificate, words)


def _is_named(text: str, catalogue: Catalogue) -> bool:
    """Whether the text names the standard with this edition, with a few words between at most."""
    number, _, year = catalogue.name.rpartition(" ")[2].partition(":")
    if not year:
        return catalogue.title.casefold() in text.casefold()
    return re.search(rf"(?<![\d-]){re.escape(number)}\D{{1,30}}{year}(?!\d)", text) is not None


RULE = Rule(
    id="RR-STG-05",
    severity=Severity.MAJOR,
    source="17021-1",
    needs=("accreditation body and scope in applications and certificates",),
    text=__doc__,
    check=check,
)
