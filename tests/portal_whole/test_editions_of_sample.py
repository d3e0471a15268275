"""Nothing of a record above an audience's level is in any byte of its edition.

What the author of a visible record says in a sentence of their own, or in a file, is theirs to say
and not the portal's to take away.
"""

import re
from pathlib import Path, PurePosixPath

import pytest

from portal_whole.content_reader import LEVELS, Written, seen_by, settings, written_records
from portal_whole.shared_portals import AUDIENCES, EVERYTHING

LOWER = [name for name in AUDIENCES if name != EVERYTHING]


def parted(content: Path, audience: str) -> tuple[list[Written], list[Written]]:
    """Return the records that an audience sees and those that it does not."""
    records = written_records(content)
    seen = seen_by(content, audience, records)
    return seen, [record for record in records if record not in seen]


def ceiling_of(content: Path, audience: str) -> int:
    (declared,) = (a for a in settings(content)["audiences"] if a["name"] == audience)
    return LEVELS.index(declared["ceiling"])


def shown_files(content: Path, seen: list[Written], audience: str) -> set[str]:
    """Return the paths of the files that an audience gets."""
    ceiling = ceiling_of(content, audience)
    return {
        file["path"]
        for record in seen
        for file in record.files
        if LEVELS.index(file.get("classification", "public")) <= ceiling
    }


def said_by_authors(content: Path, seen: list[Written], audience: str) -> str:
    shown = shown_files(content, seen, audience)
    files = [(content / "files" / path).read_bytes() for path in shown]
    return "\n".join([r.words for r in seen] + [data.decode("latin-1") for data in files])


def published(portal: Path) -> dict[str, str]:
    """Return every file of a portal as text, with its own name in front; bytes stay findable."""
    return {
        path.relative_to(portal).as_posix(): f"{path.name}\n{path.read_bytes().decode('latin-1')}"
        for path in sorted(portal.rglob("*"))
        if path.is_file()
    }


def words(text: str) -> str:
    """Return a text as it stands in a file read byte by byte, escaped as in HTML."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.encode().decode("latin-1")


@pytest.mark.parametrize("audience", LOWER)
def test_there_is_something_to_withhold(audience: str, sample: Path) -> None:
    seen, withheld = parted(sample / "content", audience)

    assert len(withheld) >= 3
    assert len(seen) > len(withheld)


@pytest.mark.parametrize("audience", LOWER)
def test_no_id_of_a_withheld_record_is_published(audience: str, sample: Path) -> None:
    seen, withheld = parted(sample / "content", audience)
    ids = "|".join(re.escape(record.id).replace(r"\.", "[.-]") for record in withheld)
    whole = re.compile(rf"(?<![A-Za-z0-9-])(?:{ids})(?![0-9])", re.IGNORECASE)
    said = set(whole.findall(said_by_authors(sample / "content", seen, audience)))
    # the search writes the words of authors in lower case; elsewhere that would be an address
    folded = {"search.html": {id.lower() for id in said}}
    leaks = {
        path: named
        for path, text in published(sample / audience).items()
        if (named := set(whole.findall(text)) - said - folded.get(path, set()))
    }

    assert leaks == {}


@pytest.mark.parametrize("audience", LOWER)
def test_no_title_of_a_withheld_record_is_published(audience: str, sample: Path) -> None:
    seen, withheld = parted(sample / "content", audience)
    titles = {" ".join(str(r.keys["title"]).split()) for r in withheld}
    said = said_by_authors(sample / "content", seen, audience)
    files = published(sample / audience)
    leaks = [
        (title, path)
        for title in sorted(titles)
        if title not in said
        for path, text in files.items()
        if words(title) in text or title.encode().decode("latin-1") in text
    ]

    assert leaks == []


@pytest.mark.parametrize("audience", LOWER)
def test_no_file_name_of_a_withheld_record_or_file_is_published(
    audience: str, sample: Path
) -> None:
    seen, withheld = parted(sample / "content", audience)
    shown = shown_files(sample / "content", seen, audience)
    hidden = {file["path"] for record in [*seen, *withheld] for file in record.files} - shown
    names = {PurePosixPath(path).name for path in hidden}
    names -= {PurePosixPath(path).name for path in shown}
    leaks = [
        (name, path)
        for path, text in published(sample / audience).items()
        for name in names
        if name in text
    ]

    assert leaks == []
