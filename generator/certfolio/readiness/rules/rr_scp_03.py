"""Is the scope asked for on the certificate the approved one, word for word?

The certification body prints what the application says. A text that differs from the approved
scope, or a site outside it, promises customers more than was audited.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.force import scopes_in_force
from certfolio.readiness.keyed_clause import refs_below
from certfolio.readiness.rule import Rule
from certfolio.records.certificate import Certificate
from certfolio.records.scope_statement import ScopeStatement
from certfolio.standards.catalogue import Catalogue

_ENDED = ("withdrawn", "expired")
_SHOWN = 4


def check(case: Case) -> Iterator[ReadinessFinding]:
    asked = {entry.standard: entry.certificate_scope for entry in case.graph.settings.standards}
    for catalogue in case.catalogues:
        found = scopes_in_force(case, catalogue.id)
        if len(found) != 1:
            yield RULE.not_assessed(
                catalogue,
                say(
                    "Not exactly one scope statement is in force for {standard}, so there is "
                    "no text to compare with.",
                    standard=catalogue.name,
                ),
                clauses=refs_below(catalogue, "4.3"),
            )
            continue
        yield _of_portal(asked[catalogue.id], found[0], catalogue)
        for certificate in case.graph.all(Certificate):
            if serves(certificate, catalogue.id) and certificate.status not in _ENDED:
                yield _of_certificate(certificate, found[0], catalogue)


def _of_portal(text: str, scope: ScopeStatement, catalogue: Catalogue) -> ReadinessFinding:
    clauses = refs_below(catalogue, "4.3")
    difference = _difference(text, scope)
    if difference:
        because = say(
            "The scope in portal.yaml for {standard} {difference}.",
            standard=catalogue.name,
            difference=difference,
        )
        return RULE.gap(catalogue, because, owner=scope.owner, clauses=clauses)
    because = say(
        "The scope in portal.yaml for {standard} is that of {scope}, version {version}.",
        standard=catalogue.name,
        scope=scope.id,
        version=scope.version,
    )
    return RULE.met(catalogue, because, owner=scope.owner, clauses=clauses)


def _of_certificate(
    certificate: Certificate, scope: ScopeStatement, catalogue: Catalogue
) -> ReadinessFinding:
    clauses = refs_below(catalogue, "4.3")
    difference = _difference(certificate.scope_text, scope)
    outside = [site for site in certificate.sites if site not in scope.sites]
    faults = [say("the scope {difference}", difference=difference)] if difference else []
    faults += (
        [say("the sites go beyond {scope} by {outside}", scope=scope.id, outside=Listing(outside))]
        if outside
        else []
    )
    if faults:
        return RULE.gap(
            certificate,
            say("In {certificate} {faults}.", certificate=certificate.id, faults=Listing(faults)),
            clauses=clauses,
        )
    because = say(
        "{certificate} asks for the scope and for no other sites than {scope}.",
        certificate=certificate.id,
        scope=scope.id,
    )
    return RULE.met(certificate, because, clauses=clauses)


def _difference(text: str, scope: ScopeStatement) -> Message | None:
    """Return how a text differs from the scope's, line breaks apart; None when it does not."""
    asked, approved = text.split(), scope.text.split()
    if asked == approved:
        return None
    same = zip(asked, approved, strict=False)
    begin = next((at for at, (one, other) in enumerate(same) if one != other), None)
    at = min(len(asked), len(approved)) if begin is None else begin
    return say(
        "{asked} where {scope} {approved}",
        asked=_goes_on(asked, at),
        scope=scope.id,
        approved=_goes_on(approved, at),
    )


def _goes_on(words: list[str], at: int) -> Message:
    part = " ".join(words[at : at + _SHOWN])
    return say('goes on with "{words}"', words=part) if part else say("ends")


RULE = Rule(
    id="RR-SCP-03",
    severity=Severity.MAJOR,
    source="17021-1 8.2.2, 9.1.1",
    needs=("scope statements", "certificate requests", "certificate scopes in portal.yaml"),
    text=__doc__,
    check=check,
)
