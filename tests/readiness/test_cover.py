"""What documents a clause and what proves it: two results, and a state that claims no more."""

from datetime import date
from typing import Any

import pytest

from certfolio.readiness.cover import cover
from certfolio.readiness.coverage import ClauseCoverage, ClauseState
from certfolio.records.record import Record
from made import clause, graph_of, made, supporting

CLAUSE = "iso-9001-2015:8.4.1"
CONTROL = "iso-27001-2022:A.5.15"
AS_OF = date(2026, 10, 5)


def document(status: str = "effective", effective_on: str = "2026-02-09", **more: Any) -> Record:
    days = {"approved_by": "P-001", "approved_on": "2026-02-02", "effective_on": effective_on}
    return made("document", "DOC-001", status=status, clauses=supporting(CLAUSE), **(days | more))


def exhibit(id: str = "E-001", dated: str = "2026-08-01", **more: Any) -> Record:
    accepted = {"status": "accepted", "accepted_by": "P-001", "accepted_on": "2026-08-10"}
    return made(
        "evidence",
        id,
        dated=dated,
        clauses=supporting(CLAUSE),
        available_on_site="Office",
        **(accepted | more),
    )


def covered(*records: Record, ref: str = CLAUSE, as_of: date = AS_OF) -> ClauseCoverage:
    standards = ("iso-9001-2015", "iso-27001-2022")
    return cover(graph_of(*records, standards=standards), as_of)[clause(ref)]


def test_a_clause_that_nothing_names_is_a_gap() -> None:
    assert covered().state is ClauseState.GAP


def test_a_procedure_without_proof_is_documented_only() -> None:
    assert covered(document()).state is ClauseState.DOCUMENTED_ONLY


@pytest.mark.parametrize("status", ["draft", "in review", "approved", "superseded", "withdrawn"])
def test_only_an_effective_document_documents_a_clause(status: str) -> None:
    coverage = covered(document(status))
    assert coverage.state is ClauseState.GAP
    assert [support.record.id for support in coverage.documented.others] == ["DOC-001"]


def test_a_document_that_takes_effect_later_does_not_count_yet() -> None:
    assert covered(document(effective_on="2026-10-06")).state is ClauseState.GAP
    assert covered(document(effective_on="2026-10-05")).state is ClauseState.DOCUMENTED_ONLY


def test_accepted_current_proof_makes_a_clause_operating() -> None:
    coverage = covered(document(), exhibit())
    assert coverage.state is ClauseState.OPERATING
    assert [support.why for support in coverage.operated.current] == ["It says so."]


def test_proof_that_nobody_accepted_is_shown_and_does_not_count() -> None:
    coverage = covered(document(), exhibit(status="collected"))
    assert coverage.state is ClauseState.DOCUMENTED_ONLY
    assert [support.record.id for support in coverage.operated.not_accepted] == ["E-001"]


def test_proof_of_tomorrow_does_not_count_today() -> None:
    tomorrow = exhibit(dated="2026-10-06", accepted_on="2026-10-07")
    assert covered(document(), tomorrow).state is ClauseState.DOCUMENTED_ONLY


def test_expired_proof_is_stale_from_the_day_after() -> None:
    last_day = exhibit(valid_until="2026-10-05")
    assert covered(document(), last_day).state is ClauseState.OPERATING
    stale = covered(document(), last_day, as_of=date(2026, 10, 6))
    assert stale.state is ClauseState.PROOF_STALE
    assert [support.record.id for support in stale.operated.stale] == ["E-001"]


def test_proof_from_before_the_audit_period_is_stale_unless_it_is_still_valid() -> None:
    old = {"dated": "2025-09-30", "accepted_on": "2025-10-02"}
    assert covered(document(), exhibit(**old)).state is ClauseState.PROOF_STALE
    valid = exhibit(**old, valid_until="2027-01-01")
    assert covered(document(), valid).state is ClauseState.OPERATING


def test_proof_promised_each_quarter_is_stale_after_half_an_interval_more() -> None:
    promised = exhibit(dated="2026-05-20", interval="quarterly")
    assert covered(promised, as_of=date(2026, 10, 5)).state is ClauseState.OPERATING
    assert covered(promised, as_of=date(2026, 10, 6)).state is ClauseState.PROOF_STALE


def test_promised_and_seen_intervals_stand_side_by_side() -> None:
    operated = covered(
        exhibit("E-001", dated="2025-12-31", interval="quarterly"),
        exhibit("E-002", dated="2026-03-31", interval="quarterly"),
        exhibit("E-003", dated="2026-09-30", interval="quarterly", accepted_on="2026-10-01"),
    ).operated
    assert (operated.promised, operated.seen_days) == ("quarterly", 183)
    assert (operated.first, operated.last) == (date(2025, 12, 31), date(2026, 9, 30))


def test_counts_look_back_whole_months_from_the_day() -> None:
    dates = {"E-001": "2025-10-05", "E-002": "2025-10-06", "E-003": "2026-04-06"}
    dates |= {"E-004": "2026-07-05", "E-005": "2026-07-06"}
    operated = covered(*(exhibit(id, dated=day) for id, day in dates.items())).operated
    counts = (operated.last_3_months, operated.last_6_months, operated.last_12_months)
    assert counts == (1, 3, 4)


def test_a_period_counts_by_its_last_day_but_never_beyond_today() -> None:
    period = {"begins": "2026-01-01", "ends": "2026-12-31"}
    operated = covered(exhibit(period=period)).operated
    assert operated.last == AS_OF


def test_an_approved_scope_statement_leaves_a_clause_out_with_its_reason() -> None:
    left_out = [{"clause": CLAUSE, "reason": "We buy nothing."}]
    approval = {"approved_by": "P-001", "approved_on": "2026-02-02", "effective_on": "2026-02-02"}
    scope = made(
        "scope-statement", "SCP-001", status="approved", not_applicable=left_out, **approval
    )
    coverage = covered(scope, document())
    assert (coverage.state, coverage.reason) == (ClauseState.NOT_APPLICABLE, "We buy nothing.")


def test_a_draft_of_the_scope_leaves_nothing_out() -> None:
    left_out = [{"clause": CLAUSE, "reason": "We buy nothing."}]
    assert covered(
        made("scope-statement", "SCP-001", status="draft", not_applicable=left_out)
    ).state is (ClauseState.GAP)


def test_an_excluded_control_shows_why() -> None:
    entry = made(
        "soa-entry",
        "SOA-1",
        control=CONTROL,
        applicable=False,
        status="excluded",
        justification="No outsourcing.",
    )
    coverage = covered(entry, ref=CONTROL)
    assert (coverage.state, coverage.reason) == (ClauseState.NOT_APPLICABLE, "No outsourcing.")


def test_a_control_without_a_decision_is_not_assessed_where_others_are_decided() -> None:
    entry = made("soa-entry", "SOA-1", control=CONTROL, applicable=True, status="planned")
    assert covered(entry, ref=CONTROL).state is ClauseState.GAP
    undecided = covered(entry, ref="iso-27001-2022:A.5.16")
    assert undecided.state is ClauseState.NOT_ASSESSED
    assert undecided.reason == "the statement of applicability holds no decision for it"


def test_every_clause_that_asks_for_something_is_covered_and_no_heading_is() -> None:
    coverage = cover(graph_of(), AS_OF)
    assert len(coverage) == 65
    assert clause("iso-9001-2015:4") not in coverage
