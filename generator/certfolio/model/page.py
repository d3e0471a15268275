"""A page of the portal as a value: where it goes, what shows it, what it shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One HTML page: a flat file name, the template of theme/templates that renders it, its view.

    `view` is a frozen dataclass made by one module of `portal`; the template sees it as `view`.
    `frame` says where the page stands among the others; every page of a portal has one.
    """

    path: str
    template: str
    view: object
    frame: object = None
