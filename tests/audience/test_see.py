"""What an audience must not see leaves no trace in the graph it gets."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from certfolio.audience.see import WITHHELD, see
from certfolio.exports.plain import plain
from certfolio.model.classification import Classification
from certfolio.model.prose import Prose
from certfolio.records.portal_settings import Audience
from made import graph_of, made

LEVELS = [level.value for level in Classification]


def audience(ceiling: str = "internal", *leaves_out: str) -> Audience:
    return Audience(name="a", ceiling=Classification(ceiling), leaves_out=leaves_out)


def test_a_record_above_the_ceiling_is_gone_in_every_direction() -> None:
    graph = graph_of(
        made("action", "ACT-001", sources=["ACT-002"]),
        made("action", "ACT-002", classification="confidential", sources=["ACT-001"]),
    )
    seen = see(graph, audience())
    assert [record.id for record in seen.records] == ["ACT-001", "P-001"]
    assert [link.target for link in seen.links_from("ACT-001")] == ["P-001"]
    assert seen.links_to("ACT-001") == ()


def test_references_to_what_is_hidden_leave_no_id_behind() -> None:
    secret = "ACT-777"
    graph = graph_of(
        made("action", "ACT-001", sources=[secret], links=[{"to": secret, "why": "See there."}]),
        made("competence-record", "CMP-001", person="P-002", role="ROLE-001", renewal=secret),
        made("role", "ROLE-001"),
        made("person", "P-002", classification="restricted"),
        made("action", secret, classification="restricted"),
    )
    seen = see(graph, audience())
    text = json.dumps([plain(record) for record in seen.records])
    assert secret not in text
    assert "See there." not in text
    assert "P-002" not in text
    competence = seen.record("CMP-001")
    assert (competence.person, competence.renewal) == (WITHHELD, None)  # type: ignore[attr-defined]


def test_a_kind_that_is_left_out_is_gone_whatever_its_level() -> None:
    graph = graph_of(made("gap-item", "GAP-001", classification="public", assessor="P-001"))
    assert see(graph, audience("restricted", "gap-item")).find("GAP-001") is None


def test_the_higher_of_record_and_file_level_counts() -> None:
    files = [
        {"path": "a.pdf"},
        {"path": "b.pdf", "classification": "restricted"},
        {"path": "c.pdf", "classification": "public"},
    ]
    graph = graph_of(made("evidence", "E-001", files=files))
    seen = see(graph, audience()).record("E-001")
    assert [entry.path for entry in seen.files] == ["a.pdf", "c.pdf"]  # type: ignore[attr-defined]


def test_whoever_sees_everything_gets_the_graph_unchanged() -> None:
    graph = graph_of(made("action", "ACT-001", classification="restricted"))
    seen = see(graph, audience("restricted"))
    assert (seen.records, seen.links) == (graph.records, graph.links)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(LEVELS), st.sets(st.integers(0, 5))), max_size=6))
def test_nobody_can_tell_from_the_graph_whether_hidden_records_exist(drawn: Any) -> None:
    """build(all) and build(only what the audience may see) start from the same graph."""
    everything = [
        made(
            "action",
            f"ACT-{number}",
            classification=level,
            sources=[f"ACT-{target}" for target in sorted(targets) if target < len(drawn)],
        )
        for number, (level, targets) in enumerate(drawn)
        if number not in targets
    ]
    known = {record.id for record in everything}
    everything = [
        made(
            "action",
            record.id,
            classification=record.classification.value,
            sources=[id for id in record.sources if id in known],  # type: ignore[attr-defined]
        )
        for record in everything
    ]
    visible = {r.id for r in everything if r.classification <= Classification.INTERNAL}
    only_visible = [
        made(
            "action",
            record.id,
            classification=record.classification.value,
            sources=[id for id in record.sources if id in visible],  # type: ignore[attr-defined]
        )
        for record in everything
        if record.id in visible
    ]
    assert see(graph_of(*everything), audience()) == see(graph_of(*only_visible), audience())


def test_drafts_of_policies_and_documents_go_with_their_files() -> None:
    graph = graph_of(
        made("document", "DOC-001", status="draft", files=[{"path": "draft.pdf"}]),
        made("document", "DOC-002", status="in review"),
        made("policy", "POL-001", status="draft"),
    )
    seen = see(graph, audience("restricted", "draft"))
    assert [record.id for record in seen.records] == ["DOC-002", "P-001"]


def test_a_text_that_was_read_from_a_hidden_file_goes_with_it() -> None:
    files = [{"path": "plan.md", "classification": "restricted"}]
    document = made("document", "DOC-001", files=files, text_from="plan.md")
    graph = graph_of(replace(document, prose=Prose("<p>Secret</p>")))
    seen = see(graph, audience()).record("DOC-001")
    assert (seen.prose, seen.text_from, seen.files) == (None, None, ())  # type: ignore[attr-defined]
    whole = see(graph, audience("restricted")).record("DOC-001")
    assert whole.prose is not None
