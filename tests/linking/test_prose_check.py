"""Links in texts that lead to nothing are told at the text, word for word."""

from certfolio.intake.markdown.render import render
from certfolio.linking.prose_check import prose_problems
from certfolio.linking.prose_target import FileTarget, ProseTargets, RecordTarget
from certfolio.model.prose import ProseLink
from certfolio.records.record import Record
from made import made, told


def _document(id: str, path: str, text: str, *more: str) -> Record:
    from dataclasses import replace

    files = [{"path": file} for file in (path, *more)]
    return replace(made("document", id, files=files, text_from=path), prose=render(text))


def _found(text: str, *others: Record) -> list[tuple[str, str, str, str, str]]:
    source = _document("DOC-001", "adopted/set/policies/a.md", text)
    return [told(problem) for problem in prose_problems([source, *others])]


def test_a_link_to_nothing_is_a_notice_at_the_text() -> None:
    assert _found("See [the list](../lists/gone.md).") == [
        (
            "content/documents/DOC-001.yaml/text_from",
            'the link "../lists/gone.md" in the text of DOC-001 leads to nothing',
            "broken-link",
            "the id of a record, or the path from this text to a file that a record carries",
            "correct it, or name the file it means in the files: of a record",
        )
    ]


def test_a_near_miss_names_the_path_to_write() -> None:
    other = _document("DOC-002", "adopted/set/procedures/backup_procedure.md", "Words.")

    for wrong in ("../procedures/backup_procedures.md", "Backup_procedure.md"):
        assert _found(f"See [it]({wrong}).", other)[0][4] == (
            "did you mean ../procedures/backup_procedure.md?"
        )


def test_a_place_that_the_other_text_does_not_have_is_told_and_the_page_still_reached() -> None:
    other = _document("DOC-002", "adopted/set/policies/b.md", "# Scope\n\nWords.")
    text = "[here](b.md#scope) and [there](b.md#gone)"

    assert _found(text, other) == [
        (
            "content/documents/DOC-001.yaml/text_from",
            'the link "b.md#gone" in the text of DOC-001 names a place that DOC-002 does not have',
            "broken-link",
            "a heading of the text of DOC-002",
            'correct what follows #, now "gone"; the link leads to the top of the page',
        )
    ]


def test_what_links_and_pictures_mean() -> None:
    source = _document("DOC-001", "set/a.md", "Words.", "set/plan.png")
    other = _document("DOC-002", "set/below/b c.md", "# One heading", "set/plan.csv")
    targets = ProseTargets.among([source, other])

    assert targets.meant(source, ProseLink("doc-002", False, "")) == RecordTarget(other)
    assert targets.meant(source, ProseLink("below/b%20c.md#one-heading", False, "")) == (
        RecordTarget(other, "t-one-heading")
    )
    assert targets.meant(other, ProseLink("../plan.csv?x=1", False, "")) == RecordTarget(other)
    assert targets.meant(source, ProseLink("plan.png", True, "")) == FileTarget(
        source, source.files[1]
    )
    assert targets.meant(other, ProseLink("../plan.png", True, "")) == FileTarget(
        source, source.files[1]
    )
    assert targets.meant(source, ProseLink("DOC-002", True, "")) is None
    assert targets.meant(source, ProseLink("../../outside.md", False, "")) is None


def test_the_same_link_twice_and_links_to_the_outside_are_not_told_again() -> None:
    text = "[a](gone.md) [b](https://example.org/gone.md) [a](gone.md) ![p](gone.png)"

    assert [found[1] for found in _found(text)] == [
        'the link "gone.md" in the text of DOC-001 leads to nothing',
        'the picture "gone.png" in the text of DOC-001 leads to nothing',
    ]
