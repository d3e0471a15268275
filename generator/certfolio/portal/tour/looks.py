"""What to look at on each stop of the tour: pages, and records chosen by stated rules."""

from collections.abc import Iterator

from certfolio.model.message import say
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.tour import choice
from certfolio.portal.tour.look import Look, look_at, record_look
from certfolio.records.audit import Audit
from certfolio.records.audit_programme import AuditProgramme
from certfolio.records.certification_audit import CertificationAudit
from certfolio.records.competence_record import CompetenceRecord
from certfolio.records.corrective_action import CorrectiveAction
from certfolio.records.evidence import Evidence
from certfolio.records.finding import Finding
from certfolio.records.gap_item import GapItem
from certfolio.records.management_review import ManagementReview
from certfolio.records.policy import Policy
from certfolio.records.process import Process
from certfolio.records.scope_statement import ScopeStatement
from certfolio.records.training_session import TrainingSession


def scope(edition: Edition) -> Iterator[Look]:
    """Scope statement and gap analysis."""
    approved = [s for s in edition.graph.all(ScopeStatement) if s.status == "approved"]
    yield from record_look(
        edition,
        ScopeStatement,
        choice.newest(approved, lambda scope: scope.approved_on, edition.as_of),
        look=say("Its boundaries, its sites, and what it says does not apply."),
        chosen=say("the approved scope statement with the latest approval"),
        absent=say("No approved scope statement is in this edition."),
    )
    still_open = [item for item in edition.graph.all(GapItem) if item.status != "closed"]
    yield from record_look(
        edition,
        GapItem,
        choice.newest(still_open, lambda item: item.assessed_on, edition.as_of),
        look=say("What was found to be missing, and which actions follow from it."),
        chosen=say("the gap item assessed last among those not closed"),
        absent=say("No gap item is open in this edition."),
    )


def training(edition: Edition) -> Iterator[Look]:
    """Training and competence."""
    held = [
        session
        for session in edition.graph.all(TrainingSession)
        if session.status in ("held", "evaluated")
    ]
    yield from record_look(
        edition,
        TrainingSession,
        choice.newest(held, lambda session: session.held_on, edition.as_of),
        look=say("Who took part, and how its effect was evaluated."),
        chosen=say("the session held last"),
        absent=say("No training session that was held is in this edition."),
    )
    yield from record_look(
        edition,
        CompetenceRecord,
        choice.newest(
            edition.graph.all(CompetenceRecord), lambda record: record.obtained_on, edition.as_of
        ),
        look=say("What the role asks for, and what shows that the person can do it."),
        chosen=say("the competence obtained last"),
        absent=say("No competence record with a date is in this edition."),
    )


def documents(edition: Edition) -> Iterator[Look]:
    """The standards, a policy and a process."""
    for catalogue in edition.graph.standards.catalogues.values():
        yield Look(
            page=catalogue.name,
            href=address.standard(catalogue.id),
            look=say("Every clause with its documents, its proof and its state."),
        )
    if not edition.graph.standards.catalogues:
        yield Look(absent=say("No standard is declared in this portal."))
    yield from record_look(
        edition,
        Policy,
        choice.newest(
            (p for p in edition.graph.all(Policy) if p.status == "effective"),
            lambda policy: policy.approved_on,
            edition.as_of,
        ),
        look=say("Its version and approval, its commitments, and how it was made known."),
        chosen=say("the effective policy approved last"),
        absent=say("No effective policy is in this edition."),
    )
    yield from record_look(
        edition,
        Process,
        max(edition.graph.all(Process), key=_neighbours, default=None),
        look=say("What goes in, what comes out, and which processes stand on either side."),
        chosen=say("the process with the most processes beside it"),
        absent=say("No process is in this edition."),
    )


def proof(edition: Edition) -> Iterator[Look]:
    """One clause with its document and its proof."""
    coverage = choice.fullest_clause(edition)
    if coverage is None:
        yield Look(absent=say("No clause has both an effective document and current proof."))
    else:
        clause = coverage.clause
        yield Look(
            page=say(
                "{standard}, {number} {title}",
                standard=edition.graph.standards.catalogues[clause.ref.standard].name,
                number=clause.ref.number,
                title=clause.title,
            ),
            href=address.clause(clause.ref),
            look=say("The two results, documented and operated, and the reason of every record."),
            chosen=say("the clause with the most current proof among those with a document"),
        )
        yield look_at(
            edition,
            coverage.documented.effective[0].record,
            say("What it says is done, by whom and how often."),
            say("the first effective document of this clause"),
        )
        proof = choice.newest_proof(coverage, edition.as_of)
        if proof is not None:
            yield look_at(
                edition,
                proof,
                say("Its files, its date, who accepted it, and whether it shows what is said."),
                say("the newest current proof of this clause"),
            )
    if edition.graph.all(Evidence):
        yield Look(
            page=say("Evidence index"),
            href=address.EVIDENCE,
            look=say("Draw a sample of your own from all exhibits."),
        )


def audits(edition: Edition) -> Iterator[Look]:
    """Programme, audit, finding and corrective action."""
    yield from record_look(
        edition,
        AuditProgramme,
        choice.newest(
            edition.graph.all(AuditProgramme), lambda plan: plan.period.begins, edition.as_of
        ),
        look=say("How often what is audited, by whom, and on what basis that was decided."),
        chosen=say("the programme that began last"),
        absent=say("No audit programme is in this edition."),
    )
    audit = choice.audit_with_most_findings(edition)
    yield from record_look(
        edition,
        Audit,
        audit,
        look=say("What was tested and what was not, and the conclusion."),
        chosen=say("the internal audit with the most findings"),
        absent=say("No internal audit that was held is in this edition."),
    )
    finding = choice.finding_of(edition, audit) if audit else None
    yield from record_look(
        edition,
        Finding,
        finding,
        look=say("Against which requirement it is, and what shows it."),
        chosen=say("the gravest finding of that audit"),
        absent=say("That audit names no finding in this edition.")
        if audit
        else say("So there is no finding to follow."),
    )
    yield from record_look(
        edition,
        CorrectiveAction,
        choice.action_for(edition, finding),
        look=say("The cause, what was done against it, and how its effect was verified."),
        chosen=say("the corrective action for that finding, else the newest that is open"),
        absent=say("No corrective action for it is in this edition, and none is open."),
    )


def review(edition: Edition) -> Iterator[Look]:
    """The management review."""
    held = [r for r in edition.graph.all(ManagementReview) if r.status in ("held", "approved")]
    yield from record_look(
        edition,
        ManagementReview,
        choice.newest(held, lambda review: review.held_on, edition.as_of),
        look=say("Every input as a row, the decisions, and the actions with owner and date."),
        chosen=say("the review held last"),
        absent=say("No management review that was held is in this edition."),
    )


def certification(edition: Edition) -> Iterator[Look]:
    """The audit by the certification body."""
    yield from record_look(
        edition,
        CertificationAudit,
        choice.next_certification_audit(edition),
        look=say("When, for which standards and sites, and by whom."),
        chosen=say("the audit by the certification body that comes next, else the last one"),
        absent=say("No audit by the certification body is in this edition."),
    )
    yield Look(
        page=say("About this portal"),
        href=address.ABOUT,
        look=say("What the words mean, how to cite, and what can be downloaded."),
    )


def _neighbours(process: Process) -> int:
    return len(process.predecessors) + len(process.successors)
