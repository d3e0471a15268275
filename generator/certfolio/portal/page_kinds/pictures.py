"""The pictures page: everything that is drawn of the records, each with its table."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.message import say
from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.pictures.picture import Picture
from certfolio.portal.pictures.placed import all_pictures


@dataclass(frozen=True, slots=True)
class PicturesView:
    """All pictures of an edition."""

    title: str
    pictures: tuple[Picture, ...]


def pages(edition: Edition) -> Iterator[Page]:
    view = PicturesView(say("Pictures"), all_pictures(edition))
    yield Page(address.PICTURES, "pictures.html", view)
