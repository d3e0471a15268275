"""Texts that name what their readers do not see get a notice, which does not name it again."""

from typing import Any

import pytest

from certfolio.audience.mention import mentions
from certfolio.linking.graph import RecordGraph
from certfolio.model.classification import Classification
from certfolio.records.portal_settings import Audience
from made import graph_of, made, told

STAFF = Audience(name="staff", ceiling=Classification.INTERNAL)
SECRET = {"classification": "restricted"}


def graph_saying(text: str, **hidden: Any) -> RecordGraph:
    return graph_of(
        made("action", "ACT-001", result=text, status="done"),
        made("action", "ACT-777", **SECRET, title="Move the vault to Larkmoor", **hidden),
        made(
            "evidence",
            "E-009",
            **SECRET,
            files=[{"path": "legal/larkmoor-plan.pdf", "title": "Plan of the Larkmoor vault"}],
        ),
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("See ACT-777 for more.", "the id of a record of the type action"),
        ("see act-777.", "the id of a record of the type action"),
        ("We move a vault to the north.", None),
        ("Then “Move the vault — to LARKMOOR” began.", "the title of a record of the type action"),
        ("It is in larkmoor-plan.pdf now.", "the name of a file of a record of the type evidence"),
        ("ACT-7771 and ACT-77 are others, PACT-777 too.", None),
        ("Nothing is named.", None),
    ],
)
def test_a_text_that_names_a_hidden_record_is_told_and_the_name_is_not(
    text: str, kind: str | None
) -> None:
    notices = mentions(graph_saying(text), STAFF)
    if kind is None:
        assert notices == []
        return
    (notice,) = notices
    assert notice.is_notice
    assert told(notice) == (
        "content/actions/ACT-001.yaml/result",
        f"the text gives {kind}, which the audience staff does not see",
        "mention",
        "texts that name only what all their readers may know of",
        "P-001, who owns ACT-001, should look: reword it, raise the classification, or leave it"
        " if these readers may know",
    )


def test_everyday_titles_are_no_secret() -> None:
    graph = graph_of(
        made("action", "ACT-001", result="The open action was done.", title="An open action"),
        made("action", "ACT-002", title="Open action", **SECRET),
    )
    assert mentions(graph, STAFF) == []


def test_whoever_sees_everything_gets_no_notice() -> None:
    everyone = Audience(name="all", ceiling=Classification.RESTRICTED)
    assert mentions(graph_saying("See ACT-777."), everyone) == []


def test_a_reference_is_no_text() -> None:
    graph = graph_of(
        made("action", "ACT-001", sources=["ACT-777"]), made("action", "ACT-777", **SECRET)
    )
    assert mentions(graph, STAFF) == []


def test_a_file_that_one_record_shows_and_another_keeps_is_told() -> None:
    graph = graph_of(
        made("evidence", "E-001", files=[{"path": "shared.pdf"}]),
        made("evidence", "E-002", **SECRET, files=[{"path": "shared.pdf"}]),
    )
    (notice,) = mentions(graph, STAFF)
    assert notice.location.pointer == "/files/0/path"
    assert notice.found == (
        "the audience staff gets this file with E-001, and another record keeps it from them"
    )
