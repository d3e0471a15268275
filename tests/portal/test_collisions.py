"""Pages that would be one file are found, whatever the case of their names."""

from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.collisions import Collision, collisions


def test_pages_with_names_of_their_own_do_not_collide() -> None:
    assert collisions([Page("a.html", "a.html", None), Page("b.html", "a.html", None)]) == []


def test_pages_that_differ_by_case_only_are_named_together() -> None:
    first, second = Page("E-1.html", "record.html", 1), Page("e-1.html", "record.html", 2)
    assert collisions([first, Page("b.html", "b.html", None), second]) == [
        Collision("e-1.html", (first, second))
    ]


def test_ids_that_differ_by_dot_and_hyphen_want_one_page() -> None:
    pages = [Page(address.record(id), "record.html", id) for id in ("DOC-1.2", "doc-1-2")]
    assert [collision.path for collision in collisions(pages)] == ["doc-1-2.html"]
