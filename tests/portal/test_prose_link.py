"""Links inside an organization's own texts find the pages that they mean."""

from dataclasses import replace

import pytest

from certfolio.model.prose import ProseLink
from certfolio.portal.edition import Edition
from certfolio.portal.prose_link import target_of
from certfolio.records.document import Document
from certfolio.records.origin import Origin
from certfolio.records.part import FileEntry
from portal.editions import small_edition


@pytest.fixture(scope="module")
def adopted() -> Edition:
    """Two documents whose texts were taken from files, one with a picture beside it."""
    first, second = small_edition().graph.all(Document)
    records = (
        replace(
            first,
            text_from="handbook/purchasing/suppliers.md",
            files=(
                FileEntry(path="handbook/purchasing/suppliers.md"),
                FileEntry(path="handbook/purchasing/flow.png"),
            ),
            origin=Origin.at("content/documents/DOC-001.yaml"),
        ),
        replace(
            second,
            text_from="handbook/quality policy.md",
            files=(FileEntry(path="handbook/quality policy.md"),),
            origin=Origin.at("content/documents/DOC-002.yaml"),
        ),
    )
    return small_edition(records)


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("../quality%20policy.md", "doc-002.html"),
        ("../quality%20policy.md#When", "doc-002.html#t-when"),
        ("./suppliers.md", "doc-001.html"),
        ("flow.png", "doc-001.html"),
        ("DOC-002", "doc-002.html"),
        ("doc-002", "doc-002.html"),
        ("DOC-002#t-when", "doc-002.html#t-when"),
        ("../missing.md", None),
        ("../../../../etc/passwd", None),
        ("../quality%20policy.md#nowhere", "doc-002.html"),
        ("DOC-777", None),
    ],
)
def test_a_link_leads_to_the_record_that_carries_the_file(
    adopted: Edition, href: str, target: str | None
) -> None:
    record = adopted.graph.record("DOC-001")
    assert target_of(adopted, record, ProseLink(href, False, "there")) == target


def test_a_picture_is_shown_from_the_files_of_the_portal(adopted: Edition) -> None:
    record = adopted.graph.record("DOC-001")
    picture = ProseLink("flow.png", True, "the flow")
    assert target_of(adopted, record, picture) == "files/doc-001-1-flow.png"


def test_a_picture_that_is_left_out_stays_words(adopted: Edition) -> None:
    edition = replace(adopted, files={})
    picture = ProseLink("flow.png", True, "the flow")
    assert target_of(edition, edition.graph.record("DOC-001"), picture) is None


def test_records_written_as_markdown_link_to_each_other_by_file(edition: Edition) -> None:
    risk = edition.graph.record("R-001")
    link = ProseLink("../suppliers/SUP-001.md", False, "the supplier")
    assert target_of(edition, risk, link) == "sup-001.html"
