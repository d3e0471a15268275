"""Readiness in the portal: gates, steps, rules and findings where they belong, in facts."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from certfolio.model.classification import Classification
from certfolio.model.verdict import Severity, Verdict
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.rule_family import FAMILIES
from certfolio.readiness.rule_table import RULES
from certfolio.readiness.step import step_of
from portal.editions import judged, small_edition
from portal.example_readiness import TRACEABILITY, finding
from portal.rendering import rendered, words

Soups = Mapping[str, BeautifulSoup]
READINESS_PAGES = (
    address.READINESS,
    address.DUE,
    address.RULES,
    *(address.readiness_step(number) for number in range(1, 8)),
    *(address.rule(rule.id) for rule in RULES),
)


def text(part: BeautifulSoup | Tag | None) -> str:
    assert part is not None
    return words(part.get_text(" "))


def section(soup: BeautifulSoup, heading: str) -> Tag:
    found = next(h for h in soup.select("h2") if words(h.get_text(" ")) == heading)
    return found.find_parent("section")


def test_every_gate_every_step_and_every_rule_has_its_page(soups: Soups) -> None:
    assert set(READINESS_PAGES) <= set(soups)


def test_the_start_page_says_first_what_blocks_the_audits_who_owns_it_and_by_when(
    soups: Soups,
) -> None:
    gates = section(soups["index.html"], "Can the audits go ahead").select("section")
    assert text(gates[0]) == (
        "Stage 1 planned for 30 November 2026 1 blocker found by these rules. blocker"
        " DOC-001 Supplier evaluation"
        " DOC-001 was to be reviewed by P-001 by 2026-09-01 , 34 days ago."
        " RR-DOC-04 Is every effective document inside its review interval?"
        " Owner: P-001 Ada Example . Due: 2026-09-01 overdue"
        " Everything open that counts for it: 1 blocker 1 minor"
    )
    assert text(gates[1]).startswith("Stage 2 1 blocker found by these rules. It is named above.")


def test_a_gate_without_blocker_claims_no_more_than_its_rules_can_know(tmp_path: Path) -> None:
    html = rendered(judged(small_edition()), tmp_path)["index.html"]
    assert html.count("No blocker found by these rules.") == 3
    assert "Nothing open by these rules." in html


def test_a_long_list_of_blockers_goes_on_on_the_page_of_the_gates(
    edition: Edition, tmp_path: Path
) -> None:
    subjects = [record.id for record in edition.graph.records[:7]]
    found = [finding(id, f"{id} is late.", severity=Severity.BLOCKER) for id in subjects]
    html = rendered(judged(edition, *found), tmp_path)
    start = BeautifulSoup(html["index.html"], "html.parser")
    gate = section(start, "Can the audits go ahead").section
    assert len(gate.select(".supports > li")) == 5
    more = gate.find("a", string="2 more")
    assert more["href"] == "readiness.html"
    everything = words(BeautifulSoup(html["readiness.html"], "html.parser").get_text(" "))
    assert all(f"{id} is late." in everything for id in subjects)


def test_the_storyboard_leads_to_the_page_of_each_step_with_counts_in_words(soups: Soups) -> None:
    steps = soups["index.html"].select(".storyboard > li")
    assert [step.a["href"] for step in steps] == [
        address.readiness_step(number) for number in range(1, 8)
    ]
    assert text(steps[2]) == (
        "3 Processes, policies, procedures Open: 1 blocker 1 minor 1 waived, 1 not assessed"
    )
    assert text(steps[4]) == "5 Internal audit Nothing open by these rules."


def test_a_step_shows_what_is_open_waived_unknown_and_met(soups: Soups) -> None:
    page = soups["readiness-step-3.html"]
    assert text(page.h1) == "Step 3: Processes, policies, procedures"
    missing = text(section(page, "What is missing"))
    assert "blocker 1 finding About What is missing Owner Due DOC-001" in missing
    assert "POL-001" in missing
    assert "partly met POL-001 names no day." in missing
    assert "nobody named no date" in missing
    assert (
        "DOC-002 was to be reviewed by 2026-09-30 . Waived by P-001 until 2026-12-31"
        " ( WVR-001 ): it is being replaced." in text(section(page, "Waived"))
    )
    unknown = section(page, "Not assessed: what the records do not tell")
    assert "Nobody says by when ISO 9001:2015 7.1.5.2 is reviewed." in text(unknown)
    exit_test = section(page, "The exit test")
    assert "1 gap 1 partly met 1 not assessed 1 not applicable 1 waived 1 met" in text(exit_test)
    met = exit_test.select_one("details")
    assert text(met.summary) == "Met: 1 answer"
    assert met.select_one("dd a")["href"] == "scp-001.html"


def test_a_rule_says_its_question_why_it_is_asked_and_every_answer(soups: Soups) -> None:
    page = soups["rule-rr-doc-04.html"]
    assert text(page.h1).startswith("RR-DOC-04 Is every effective document inside")
    assert text(section(page, "Why auditors ask")).startswith("Why auditors ask ")
    facts = text(page.select_one(".facts"))
    assert "A gap is minor Source" in facts
    assert "Exit test of 3. Processes, policies, procedures" in facts
    answers = section(page, "Answers")
    assert text(answers).startswith("Answers 2 findings are open. blocker 1 finding")
    folds = [text(fold.summary) for fold in answers.select("details")]
    assert folds == ["Met: 1 answer", "Not applicable: 1 answer"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_family_has_a_name_and_every_rule_a_step(rule: object) -> None:
    assert rule.family in FAMILIES  # type: ignore[attr-defined]
    assert step_of(rule.id).number in range(1, 8)  # type: ignore[attr-defined]


def test_the_catalogue_names_every_rule_and_every_value_that_can_be_set(soups: Soups) -> None:
    page = soups["rules.html"]
    linked = {link["href"] for link in page.select("main a")}
    assert {address.rule(rule.id) for rule in RULES} <= linked
    assert "review_overdue_days 180 days 180 days" in text(page.main)


def test_a_record_shows_its_open_findings_first_and_the_settled_ones_folded(soups: Soups) -> None:
    page = soups["doc-001.html"]
    assert "Readiness 1 finding is open. Owner" in text(page.select_one(".facts"))
    found = text(page.select_one("#readiness"))
    assert found == (
        "Readiness findings 1 finding is open. gap blocker"
        " DOC-001 was to be reviewed by P-001 by 2026-09-01 , 34 days ago."
        " RR-DOC-04 Is every effective document inside its review interval?"
        " Owner: P-001 Ada Example . Due: 2026-09-01 overdue"
    )
    settled = soups["scp-001.html"].select_one("#readiness details")
    assert text(settled) == (
        "Met or not applicable: 1 met SCP-001 is to be reviewed by 2027-02-01 . RR-DOC-04"
    )
    assert soups["r-001.html"].select_one("#readiness") is None


def test_a_clause_shows_what_was_found_about_it_and_about_its_records(soups: Soups) -> None:
    found = soups[address.clause(TRACEABILITY)].select_one("#readiness")
    assert [link["href"] for link in found.select("li > p:first-child a")] == ["doc-001.html"]
    assert "Not assessed: what is missing" in text(found)
    assert "Met or not applicable, on the pages of its records: 1 answer." in text(found)


def test_a_standard_shows_what_was_found_about_it(soups: Soups) -> None:
    found = soups["standard-iso-9001-2015.html"].select_one("#readiness")
    assert "not applicable Nothing of ISO 9001:2015 is to be reviewed. RR-DOC-04" in text(found)


def test_no_page_speaks_of_shares_or_calls_anything_compliant(soups: Soups) -> None:
    for path in READINESS_PAGES[:10]:
        page = text(soups[path].main).lower()
        assert "%" not in page, path
        assert "compliant" not in page, path


def test_a_page_about_one_record_stays_small(edition: Edition, tmp_path: Path) -> None:
    many = [
        finding("DOC-001", f"DOC-001 was right on day {day}.", verdict=Verdict.MET)
        for day in range(120)
    ]
    page = rendered(judged(edition, *many), tmp_path)["doc-001.html"]
    assert page.count("was right on day") == 120
    assert len(page.encode()) < 60_000


def test_an_edition_below_the_highest_level_says_that_its_rules_do_not_see_all(
    edition: Edition, soups: Soups, tmp_path: Path
) -> None:
    caution = "Judged by the records of this edition alone, for the audience “auditor”"
    for path in ("index.html", "readiness.html", "readiness-step-1.html"):
        assert caution in text(soups[path].main), path
    everything = replace(edition.audience, ceiling=Classification.RESTRICTED)
    html = rendered(replace(edition, audience=everything), tmp_path)
    assert "Judged by the records" not in html["index.html"]
