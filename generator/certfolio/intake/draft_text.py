"""Finds the text of every record and turns it into safe HTML."""

import html
from collections.abc import Iterable, Mapping
from pathlib import Path

from certfolio.intake.attachment_handle import Unopened, opened
from certfolio.intake.attachment_name import path_faults
from certfolio.intake.draft import Draft
from certfolio.intake.markdown.budget import Refused, render_all
from certfolio.intake.text import to_text
from certfolio.model.problem import Code, Problem
from certfolio.model.prose import Prose
from certfolio.model.quoting import shown

_MARKDOWN = (".md", ".markdown")
_PLAIN = (".txt", ".log")
_LARGEST = 2_000_000


def texts_of(
    drafts: Iterable[Draft], files: Path, jobs: int
) -> tuple[dict[str, Prose], list[Problem]]:
    """Return the prose of every record that has a text, by the draft's key."""
    markdown: dict[str, str] = {}
    prose: dict[str, Prose] = {}
    problems: list[Problem] = []
    by_key = {draft.key: draft for draft in drafts}
    for draft in by_key.values():
        text = _text(draft, files)
        if isinstance(text, list):
            problems += text
        elif text is not None and _is_plain(draft):
            prose[draft.key] = Prose(f"<pre>{html.escape(text)}</pre>")
        elif text is not None:
            markdown[draft.key] = text
    rendered, refused = _rendered(markdown, by_key, jobs)
    prose |= rendered
    problems += refused
    problems += [notice for key, text in rendered.items() for notice in _notices(by_key[key], text)]
    return prose, problems


def _text(draft: Draft, files: Path) -> str | list[Problem] | None:
    if draft.text_from is None:
        return draft.body
    if draft.body is not None:
        return [_both(draft)]
    if draft.text_from not in _listed(draft):
        return [_not_listed(draft)]
    if not draft.text_from.endswith((*_MARKDOWN, *_PLAIN)):
        return [_not_text(draft)]
    return _read(draft, files, draft.text_from)


def _read(draft: Draft, files: Path, path: str) -> str | list[Problem] | None:
    if path_faults(path):
        return None  # told once, where the file is inspected
    try:
        with opened(files, path) as handle:
            data = handle.read(_LARGEST + 1)
    except Unopened:
        return None
    text = to_text(f"content/files/{path}", data)
    return [text] if isinstance(text, Problem) else text


def _rendered(
    markdown: Mapping[str, str], drafts: Mapping[str, Draft], jobs: int
) -> tuple[dict[str, Prose], list[Problem]]:
    prose: dict[str, Prose] = {}
    problems = []
    for key, result in render_all(markdown, jobs).items():
        if isinstance(result, Refused):
            problems.append(_refused(drafts[key], result))
        else:
            prose[key] = result
    return prose, problems


def _refused(draft: Draft, refused: Refused) -> Problem:
    return Problem(
        draft.text_place,
        f"the text {refused.reason}",
        Code.TIME,
        "a text that can be turned into a page within ten seconds",
        "split the text into several documents, or hand it over as a PDF in files:",
    )


def _notices(draft: Draft, prose: Prose) -> list[Problem]:
    return [
        Problem(
            draft.text_place,
            f"{removed} was taken out of the text",
            Code.REMOVED,
            "text, tables, lists, and links to https, http or mailto addresses",
            "leave it out, or describe it in words",
            is_notice=True,
        )
        for removed in prose.removed
    ]


def _listed(draft: Draft) -> list[object]:
    files = draft.row.value.get("files", [])
    return (
        [entry.get("path") for entry in files if isinstance(entry, dict)]
        if isinstance(files, list)
        else []
    )


def _is_plain(draft: Draft) -> bool:
    return draft.text_from is not None and draft.text_from.endswith(_PLAIN)


def _both(draft: Draft) -> Problem:
    return Problem(
        draft.place("/text_from"),
        "the record has a text below its front matter and text_from as well",
        Code.RULE,
        "one text for the page",
        "remove text_from, or the text below the front matter",
    )


def _not_listed(draft: Draft) -> Problem:
    return Problem(
        draft.place("/text_from"),
        f"{shown(draft.text_from, 120)} is not among the record's files",
        Code.RULE,
        "one of the paths in files:",
        f"add - path: {draft.text_from} below files:",
    )


def _not_text(draft: Draft) -> Problem:
    return Problem(
        draft.place("/text_from"),
        f"{shown(draft.text_from, 120)} is not a text that can be shown",
        Code.RULE,
        "a file ending in .md or .txt",
        "remove text_from; the file itself is offered on the page",
    )
