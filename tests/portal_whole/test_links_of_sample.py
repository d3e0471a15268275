"""Every link of the sample's portal leads somewhere, and every page can be reached."""

import posixpath
from collections.abc import Iterator
from hashlib import sha256
from json import loads
from pathlib import Path
from shutil import copytree
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import urlopen

from bs4 import BeautifulSoup

from portal_whole.page_tree import Trees

AWKWARD_NAME = "Prüfung ISO 27001 #1 100% (ÄÖÜ)"
ADDRESSES = ("href", "src", "srcset", "poster", "data", "action", "cite")


def addresses(tree: BeautifulSoup) -> Iterator[str]:
    for tag in tree.find_all(True):
        for name in ADDRESSES:
            if name in tag.attrs and tag.name != "blockquote":
                yield str(tag[name])


def is_outside(address: str) -> bool:
    return bool(urlsplit(address).scheme)


def target(page: str, address: str) -> str:
    """Return the path in the portal that an address on a page means."""
    path = unquote(urlsplit(address).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page


def test_every_link_names_a_file_in_its_very_case(portal: Path, trees: Trees) -> None:
    files = {path.relative_to(portal).as_posix() for path in portal.rglob("*") if path.is_file()}
    broken = [
        (page, address)
        for page, tree in trees.items()
        for address in addresses(tree)
        if not is_outside(address) and target(page, address) not in files
    ]

    assert broken == []


def test_every_fragment_exists(trees: Trees) -> None:
    ids = {page: {tag["id"] for tag in tree.find_all(id=True)} for page, tree in trees.items()}
    broken = [
        (page, address)
        for page, tree in trees.items()
        for address in addresses(tree)
        if not is_outside(address) and (fragment := unquote(urlsplit(address).fragment))
        if fragment not in ids[target(page, address)]
    ]

    assert broken == []


def test_nothing_but_a_persons_click_leads_out(trees: Trees) -> None:
    """A link of an author's own text may name a web page; nothing is loaded from one."""
    outside = [
        (page, tag.name, tag.get(name))
        for page, tree in trees.items()
        for tag in tree.find_all(True)
        for name in ADDRESSES
        if name in tag.attrs and is_outside(str(tag[name]))
        if tag.name != "a" or urlsplit(str(tag[name])).scheme not in {"https", "http", "mailto"}
    ]

    assert outside == []


def test_every_page_can_be_reached_from_the_start(trees: Trees) -> None:
    reached: set[str] = set()
    waiting = ["index.html"]
    while waiting:
        page = waiting.pop()
        if page in reached or page not in trees:
            continue
        reached.add(page)
        links = (str(tag["href"]) for tag in trees[page].find_all("a", href=True))
        waiting.extend(target(page, link) for link in links if not is_outside(link))

    assert set(trees) - reached == set()


def test_a_clause_leads_to_documents_proof_and_people_and_back_in_two_clicks(trees: Trees) -> None:
    """One click leads from the clause to the record, one from the record to the clause."""
    pages = [page for page in trees if page.startswith("clause-")]
    one_way = []
    for page in pages:
        results = trees[page].main.find_all(class_="result")  # type: ignore[union-attr]
        for link in (link for result in results for link in result.find_all("a", class_="record")):
            back = {target(str(link["href"]), a) for a in addresses(trees[str(link["href"])])}
            if page not in back:
                one_way.append((page, link["href"]))

    assert len(pages) > 200
    assert one_way == []


def test_every_file_opens_from_an_awkward_folder_with_the_recorded_bytes(
    portal: Path, trees: Trees, tmp_path: Path
) -> None:
    folder = tmp_path / AWKWARD_NAME
    copytree(portal, folder)
    data = loads((folder / "exports" / "portal.json").read_text("utf-8"))
    recorded = {
        file["path"]: file["sha256"]
        for record in data["records"]
        for file in record.get("files", ())
    }
    linked = {
        target(page, address): urljoin((folder / page).as_uri(), address)
        for page, tree in trees.items()
        for address in addresses(tree)
        if not is_outside(address) and target(page, address).startswith("files/")
    }

    assert set(linked) == set(recorded)
    assert {path: _digest(url) for path, url in linked.items()} == recorded


def _digest(url: str) -> str:
    with urlopen(url) as answer:
        return sha256(answer.read()).hexdigest()
