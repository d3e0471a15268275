"""Points the links of a web page, whose text moves into a record, at the records of its folder."""

import re
from collections.abc import Mapping
from dataclasses import replace

from certfolio.adoption.folder import FoundDocument
from certfolio.linking.prose_target import beside
from certfolio.model.prose import ProseLink

_TARGET = re.compile(r"(?<=\]\()([^()\s]+)(?=\))")


def linked_by_id(page: FoundDocument, ids: Mapping[str, str]) -> FoundDocument:
    """Return the page with its links to other documents naming their records; `ids` are by path."""
    if page.text is None or page.prose is None:
        return page
    renamed = {
        link.href: _renamed(page.path, link.href, ids)
        for link in page.prose.links
        if not link.is_image
    }
    return replace(
        page,
        text=_TARGET.sub(lambda match: renamed.get(match[1], match[1]), page.text),
        prose=replace(
            page.prose,
            links=tuple(
                ProseLink(renamed.get(link.href, link.href), link.is_image, link.text)
                for link in page.prose.links
            ),
        ),
    )


def _renamed(path: str, href: str, ids: Mapping[str, str]) -> str:
    _, mark, place = href.partition("#")
    id = ids.get(beside(path, href))
    return href if id is None else f"{id}{mark}{place}"
