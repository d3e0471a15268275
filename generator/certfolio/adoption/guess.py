"""Guesses from its names what sort of document a file is; every guess is told."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

POLICY = "policy"
_PROCEDURE = "procedure"
_SORTS = {
    POLICY: "policy policies",
    "procedure": "procedure procedures",
    "work instruction": "instruction instructions guide guideline guidelines check checks",
    "form": "form forms template templates checklist checklists questionnaire"
    " register registers log logs",
    "plan": "plan plans programme program schedule",
    "manual": "manual handbook",
    "specification": "specification specifications",
}
_BY_WORD = {word: sort for sort, words in _SORTS.items() for word in words.split()}
_ASIDE = re.compile(r"\([^)]*\)")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Guess:
    """`policy`, or the `type` of a document, and what spoke for it."""

    sort: str
    because: str


def guess(path: str, title: str) -> Guess:
    """Judge by the title, then the file's name, then its folders; the last word says most.

    A "policy review check" is a check, not a policy.
    """
    *folders, name = path.split("/")
    places = (
        ("its title", title),
        ("its file name", name.rpartition(".")[0]),
        *(("its folder", folder) for folder in reversed(folders)),
    )
    for place, words in places:
        word = _last_known(_WORD.findall(_ASIDE.sub(" ", words)))
        if word is not None:
            return Guess(_BY_WORD[word], f'{place} says "{word}"')
    return Guess(_PROCEDURE, "nothing in its name says what it is")


def _last_known(words: Iterable[str]) -> str | None:
    known = [word.lower() for word in words if word.lower() in _BY_WORD]
    return known[-1] if known else None
