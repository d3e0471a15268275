"""The names of pages, which other people's links depend on."""

from certfolio.model.clause import ClauseRef
from certfolio.portal import address


def test_pages_are_called_what_their_readers_expect() -> None:
    assert address.standard("iso-9001-2015") == "standard-iso-9001-2015.html"
    assert address.clause(ClauseRef("iso-27001-2022", "A.5.15")) == (
        "clause-iso-27001-2022-a-5-15.html"
    )
    assert address.matrix("iso-9001-2015") == "matrix-iso-9001-2015.html"
    assert address.matrix_by_record("iso-9001-2015") == "matrix-iso-9001-2015-by-record.html"
    assert address.register("risk") == "register-risk.html"
    assert address.record("DOC-001.2") == "doc-001-2.html"


def test_the_register_of_evidence_is_the_evidence_index() -> None:
    assert address.register("evidence") == "evidence.html"
