"""Every reference is found, or told at its own place in words that lead to the repair."""

from hypothesis import given
from hypothesis import strategies as st

from certfolio.linking.link import LinkState
from certfolio.records.record import Record
from made import graph_of, linked, made, supporting, told


def test_links_are_found_in_both_directions() -> None:
    graph = graph_of(made("action", "ACT-001", sources=["ACT-002"]), made("action", "ACT-002"))
    (link,) = (link for link in graph.links_from("ACT-001") if link.field == "sources")
    assert (link.target, link.pointer, link.state) == ("ACT-002", "/sources/0", LinkState.GOOD)
    assert [link.source for link in graph.links_to("ACT-002")] == ["ACT-001"]


def test_a_link_carries_the_reason_its_author_gave() -> None:
    links = [{"to": "ACT-002", "why": "It comes first."}]
    graph = graph_of(made("action", "ACT-001", links=links), made("action", "ACT-002"))
    assert [link.why for link in graph.links_to("ACT-002")] == ["It comes first."]


def test_a_dangling_reference_names_the_near_miss_of_the_right_type() -> None:
    _, problems = linked(
        made("objective", "OBJ-001", policy="POL-01"),
        made("policy", "POL-001"),
    )
    assert [told(problem) for problem in problems] == [
        (
            "content/objectives/OBJ-001.yaml/policy",
            'no record has the id "POL-01"',
            "dangling",
            "the id of an existing policy",
            "did you mean POL-001?",
        )
    ]


def test_a_reference_to_the_wrong_type_says_what_it_found() -> None:
    _, problems = linked(made("objective", "OBJ-001", policy="ACT-001"), made("action", "ACT-001"))
    assert [told(problem)[1:4] for problem in problems] == [
        (
            '"ACT-001" is of the type action',
            "wrong-type",
            "the id of a record of the type policy",
        )
    ]


def test_a_record_that_names_itself_is_told_but_people_may_own_their_entry() -> None:
    _, problems = linked(made("action", "ACT-001", sources=["ACT-001"]))
    assert [told(problem)[1:3] for problem in problems] == [
        ('the record names itself, "ACT-001"', "self-reference")
    ]


def test_versions_that_replace_each_other_are_a_circle_and_the_circle_is_printed() -> None:
    graph, problems = linked(
        made("document", "DOC-001", replaces="DOC-002"),
        made("document", "DOC-002", replaces="DOC-003"),
        made("document", "DOC-003", replaces="DOC-001"),
        made("document", "DOC-004", replaces="DOC-001"),
    )
    assert [told(problem) for problem in problems] == [
        (
            "content/documents/DOC-001.yaml/replaces",
            "the references lead in a circle: DOC-001 → DOC-002 → DOC-003 → DOC-001",
            "cycle",
            "a chain that ends",
            "take replaces: out of the record where the chain should end",
        )
    ]
    assert [link.source for link in graph.links if link.field == "replaces"] == ["DOC-004"]


def test_processes_may_lead_in_circles() -> None:
    graph_of(
        made(
            "process", "PRC-001", successors=["PRC-002"], responsibilities=[], inputs=[], outputs=[]
        ),
        made(
            "process", "PRC-002", successors=["PRC-001"], responsibilities=[], inputs=[], outputs=[]
        ),
    )


def test_a_superseded_version_is_a_notice_that_names_the_new_one() -> None:
    graph, problems = linked(
        made("action", "ACT-001", sources=["DOC-001"]),
        made("document", "DOC-001", status="superseded"),
        made("document", "DOC-002", replaces="DOC-001"),
    )
    assert [(problem.is_notice, *told(problem)[1:]) for problem in problems] == [
        (
            True,
            '"DOC-001" is superseded',
            "superseded",
            "the version in force",
            "write DOC-002",
        )
    ]
    states = {(link.source, link.state) for link in graph.links_to("DOC-001")}
    assert states == {("ACT-001", LinkState.SUPERSEDED), ("DOC-002", LinkState.GOOD)}


def test_a_withdrawn_record_is_a_notice() -> None:
    _, problems = linked(
        made("action", "ACT-001", sources=["E-001"]),
        made("evidence", "E-001", status="withdrawn", available_on_site="Office"),
    )
    assert [(problem.is_notice, told(problem)[1]) for problem in problems] == [
        (True, '"E-001" is withdrawn')
    ]


def test_an_id_that_is_used_twice_is_told_where_it_stands_the_second_time() -> None:
    _, problems = linked(made("action", "ACT-001"), made("risk", "ACT-001", criteria="DOC-001"))
    assert told(problems[0]) == (
        "content/risks/ACT-001.yaml/id",
        'the id "ACT-001" is already used at content/actions/ACT-001.yaml:1:1',
        "duplicate-id",
        "an id of its own for every record",
        "give this record the next free id",
    )


def test_ids_that_would_be_one_file_are_told_with_both_names() -> None:
    _, problems = linked(made("action", "ACT-1.2"), made("action", "act-1-2"))
    assert [told(problem)[1:3] for problem in problems] == [
        (
            'the id "act-1-2" would share a file name with "ACT-1.2" at'
            " content/actions/ACT-1.2.yaml:1:1",
            "collision",
        )
    ]


def test_an_unknown_clause_suggests_the_near_one() -> None:
    _, problems = linked(
        made("gap-item", "GAP-001", clause="iso-9001-2015:8.4.11", assessor="P-001")
    )
    assert [told(problem) for problem in problems] == [
        (
            "content/gap-items/GAP-001.yaml/clause",
            'ISO 9001:2015 has no clause "8.4.11"',
            "unknown-clause",
            "a clause of that edition, such as iso-9001-2015:4.1",
            "did you mean iso-9001-2015:8.4.1?",
        )
    ]


def test_a_standard_that_exists_but_is_not_declared_says_where_to_declare_it() -> None:
    _, problems = linked(made("action", "ACT-001", clauses=supporting("iso-27001-2022:A.5.15")))
    assert [told(problem)[1:] for problem in problems] == [
        (
            'the standard "iso-27001-2022" is not among those of the portal',
            "unknown-standard",
            "one of iso-9001-2015",
            "add - standard: iso-27001-2022 below standards: in content/portal.yaml, or correct it",
        )
    ]


def test_an_unknown_standard_suggests_the_near_one() -> None:
    _, problems = linked(made("action", "ACT-001", standards=["iso-9001-2016"]))
    assert [told(problem)[1:] for problem in problems] == [
        (
            'no standard has the id "iso-9001-2016"',
            "unknown-standard",
            "one of iso-9001-2015",
            "did you mean iso-9001-2015?",
        )
    ]


def test_a_reference_to_a_record_with_a_fault_of_its_own_is_not_told_twice() -> None:
    from certfolio.linking.resolve import resolve
    from made import known_standards, settings

    records = [made("person", "P-001"), made("action", "ACT-001", sources=["R-001"])]
    declared = known_standards().only(("iso-9001-2015",))
    _, problems = resolve(records, settings(), declared, known_standards(), frozenset({"R-001"}))
    assert problems == []


_IDS = [f"ACT-{number}" for number in range(1, 7)]
_TARGETS = st.lists(st.sampled_from([*_IDS, "ACT-99", "P-001"]), max_size=4, unique=True)


@st.composite
def _records(draw: st.DrawFn) -> list[Record]:
    chosen = draw(st.lists(st.sampled_from(_IDS), min_size=1, unique=True))
    records = [made("action", id, sources=draw(_TARGETS)) for id in chosen]
    return draw(st.permutations(records))


@given(_records())
def test_every_reference_is_either_a_link_or_a_problem(records: list[Record]) -> None:
    graph, problems = linked(*records)
    written = {
        (record.id, f"/sources/{index}")
        for record in records
        for index in range(len(getattr(record, "sources", ())))
    }
    found = {(link.source, link.pointer) for link in graph.links if link.field == "sources"}
    refused = {
        (problem.location.path.split("/")[-1].removesuffix(".yaml"), problem.location.pointer)
        for problem in problems
    }
    assert found | refused == written
    assert not found & refused


@given(_records(), st.randoms())
def test_the_order_of_records_changes_nothing(records: list[Record], random: object) -> None:
    shuffled = list(records)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    graph, problems = linked(*records)
    other_graph, other_problems = linked(*shuffled)
    assert graph == other_graph
    assert set(problems) == set(other_problems)


def test_dates_that_cannot_both_be_true_are_told() -> None:
    period = {"begins": "2026-03-01", "ends": "2026-02-01"}
    _, problems = linked(
        made("action", "ACT-001", created="2026-02-01", updated="2026-01-31"),
        made("evidence", "E-001", period=period, available_on_site="Office"),
    )
    assert [told(problem) for problem in problems] == [
        (
            "content/actions/ACT-001.yaml/updated",
            "2026-01-31 lies before created, which is 2026-02-01",
            "order",
            "a day on or after 2026-02-01",
            "correct one of the two dates, or write updated: 2026-02-01",
        ),
        (
            "content/evidence/E-001.yaml/period/ends",
            "2026-02-01 lies before begins, which is 2026-03-01",
            "order",
            "a day on or after 2026-03-01",
            "correct one of the two dates, or write ends: 2026-03-01",
        ),
    ]
