"""A text by the organization, rendered to safe HTML, with what others need to know about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as a reader sees it; `anchor` is the `id` it has in the HTML."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ProseLink:
    """A link or image that leads to another file.

    `href` is what the author wrote, decoded from HTML but not percent-decoded.
    `text` is what remains readable when the target does not exist: the words
    of the link or the alternative text of the image.
    """

    href: str
    is_image: bool
    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Safe HTML; its headings and its links to other files, both in the order of the text.

    `removed` says in short words what was taken out as unsafe, each once.
    """

    html: str
    outline: tuple[Heading, ...] = ()
    links: tuple[ProseLink, ...] = ()
    removed: tuple[str, ...] = ()
