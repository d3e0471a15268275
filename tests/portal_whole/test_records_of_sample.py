"""What the sample's authors wrote is what comes out: every record, every file, nothing else."""

import json
import re
from hashlib import sha256
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from portal_whole.content_reader import LEVELS, Written, seen_by, settings, written_records
from portal_whole.page_tree import Trees
from portal_whole.shared_portals import AUDIENCES


@pytest.fixture(scope="module")
def written(sample: Path) -> list[Written]:
    return written_records(sample / "content")


def heading(html: str) -> str:
    (text,) = re.findall("<h1>(.*?)</h1>", html, re.DOTALL)
    return " ".join(BeautifulSoup(text, "html.parser").get_text().split())


def page_name(id: str) -> str:
    return f"{id.lower().replace('.', '-')}.html"


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_record_of_the_audience_has_a_page_that_names_it(
    audience: str, sample: Path, written: list[Written]
) -> None:
    expected = {
        page_name(r.id): f"{r.id} {' '.join(str(r.keys['title']).split())}"
        for r in seen_by(sample / "content", audience, written)
    }
    pages = [(page.name, page.read_text("utf-8")) for page in (sample / audience).glob("*.html")]
    shown = {name: heading(html) for name, html in pages if 'class="note source"' in html}

    assert shown == expected


def test_the_sample_is_of_the_size_that_was_planned(written: list[Written]) -> None:
    assert len(written) > 500
    assert len({record.id for record in written}) == len(written)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_files_are_those_of_the_sources_byte_by_byte(
    audience: str, sample: Path, written: list[Written]
) -> None:
    (declared,) = (a for a in settings(sample / "content")["audiences"] if a["name"] == audience)
    ceiling = LEVELS.index(declared["ceiling"])
    expected = {
        record.id: [
            sha256((sample / "content" / "files" / file["path"]).read_bytes()).hexdigest()
            for file in record.files
            if LEVELS.index(file.get("classification", "public")) <= ceiling
        ]
        for record in seen_by(sample / "content", audience, written)
    }
    portal = sample / audience
    data = json.loads((portal / "exports" / "portal.json").read_text("utf-8"))
    copied = {
        record["id"]: [
            sha256((portal / file["path"]).read_bytes()).hexdigest()
            for file in record.get("files", ())
        ]
        for record in data["records"]
    }
    named = {file["path"] for record in data["records"] for file in record.get("files", ())}
    lying_there = {
        path.relative_to(portal).as_posix()
        for path in (portal / "files").rglob("*")
        if path.is_file()
    }

    assert copied == expected
    assert lying_there == named


def test_the_digest_on_the_page_is_that_of_the_file(portal: Path, trees: Trees) -> None:
    checked = 0
    for tree in trees.values():
        for cell in tree.find_all(class_="digest"):
            link = cell.find_parent("li").find("a", class_="file")  # type: ignore[union-attr]
            assert link is not None
            data = (portal / str(link["href"])).read_bytes()
            assert cell.get_text() == sha256(data).hexdigest()
            checked += 1

    assert checked > 50
