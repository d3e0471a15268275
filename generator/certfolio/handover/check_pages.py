"""Looks a second time, and by other means, at every page of a finished portal."""

import os
import posixpath
import re
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from pathlib import Path
from urllib.parse import unquote

from certfolio.handover.page_look import PageLook, look_at

_PAGES_AT_ONCE = 64
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LOADED = re.compile(r"""(?:url\(|@import)\s*["']?\s*(?!url\()([^"')\s;]+)""", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|\\", re.IGNORECASE)


def check_pages(
    folder: Path, expected: Iterable[str] | None = None, *, executor: Executor | None = None
) -> list[str]:
    """Say everything that is wrong with the pages of a finished folder; nothing when all is well.

    Every link names a file that is there, in the same case, and a place that exists in it; nothing
    is loaded from elsewhere; no script, handler or style slipped in. With `expected`, the pages
    are exactly these; with `executor`, they are read in parallel. A word of complaint means a bug
    of ours: authors cannot cause one.
    """
    files = frozenset(_files(folder))
    pages = sorted(path for path in files if path.endswith(".html"))
    complaints = [*_unexpected(pages, expected), *_assets(folder, files)]
    ids: dict[str, frozenset[str]] = {}
    fragments: dict[tuple[str, str], str] = {}
    for page, look in zip(pages, _looks(folder, pages, executor), strict=True):
        ids[page] = frozenset(look.ids)
        complaints.extend(f"{page}: {fault}" for fault in look.faults)
        complaints.extend(f"{page}: {fault}" for fault in _followed(page, look, files, fragments))
    complaints.extend(
        f"{page}: the link {target}#{fragment} names a place that does not exist"
        for (target, fragment), page in fragments.items()
        if fragment not in ids[target]
    )
    return complaints


def _looks(folder: Path, pages: list[str], executor: Executor | None) -> Iterable[PageLook]:
    paths = [folder / page for page in pages]
    if executor is None:
        return map(look_at, paths)
    return executor.map(look_at, paths, chunksize=_PAGES_AT_ONCE)


def _files(folder: Path) -> Iterator[str]:
    for base, _folders, names in os.walk(folder):
        for name in names:
            yield Path(base, name).relative_to(folder).as_posix()


def _unexpected(pages: list[str], expected: Iterable[str] | None) -> Iterator[str]:
    if expected is None:
        return
    wanted = frozenset(expected)
    yield from (f"{page}: this page was not asked for" for page in pages if page not in wanted)
    yield from (f"{page}: this page is missing" for page in sorted(wanted.difference(pages)))


def _assets(folder: Path, files: frozenset[str]) -> Iterator[str]:
    for path in sorted(files):
        if path.lower().endswith((".js", ".mjs", ".cjs")):
            yield f"{path}: a portal holds no script files"
        if path.endswith(".css"):
            yield from _stylesheet(path, (folder / path).read_text(encoding="utf-8"), files)


def _stylesheet(path: str, text: str, files: frozenset[str]) -> Iterator[str]:
    for address in _LOADED.findall(_COMMENT.sub("", text)):
        if address.startswith(("data:", "#")):
            continue
        if _ELSEWHERE.match(address):
            yield f"{path}: the stylesheet would load {address[:120]!r}"
        elif _target(path, re.split("[?#]", address)[0]) not in files:
            yield f"{path}: the stylesheet names {address[:120]!r}, which is no file"


def _followed(
    page: str, look: PageLook, files: frozenset[str], fragments: dict[tuple[str, str], str]
) -> Iterator[str]:
    """Follow the links of a page to files; note places in other pages to be looked up later."""
    for address in look.links:
        path, hash_sign, fragment = address.partition("#")
        target = _target(page, path.partition("?")[0])
        if target not in files:
            yield f"the link {address!r} leads to no file"
        elif hash_sign and target.endswith(".html"):
            fragments.setdefault((target, unquote(fragment)), page)


def _target(page: str, path: str) -> str:
    if not path:
        return page
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path)))
