"""Reads one finished page and notes what its tags point to and what they must not hold."""

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from bs4 import BeautifulSoup
from bs4.filter import ElementFilter

_ADDRESSES = frozenset(
    {"href", "src", "poster", "data", "action", "formaction", "background", "xlink:href", "ping"}
)
_FORBIDDEN = frozenset({"base", "object", "embed", "applet", "frame", "frameset"})
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_OUTSIDE = frozenset({"http:", "https:", "mailto:", "tel:"})
_DROPPED_BY_BROWSERS = re.compile(r"[\t\n\r]")
_NOT_IN_POLICY = "and is not in the content security policy"
# A frame is empty until a link shows a PDF in it; no browser shows one in a sandbox.
_PLAIN_FRAME = frozenset({"name", "title"})
_LOCAL_DOCUMENT = re.compile(r"files/[a-z0-9._-]+\.pdf", re.IGNORECASE)
_BLANKS = "".join(map(chr, range(33)))
_PICTURE_DATA = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,", re.IGNORECASE)


@dataclass(slots=True)
class PageLook:
    """What one page says: its ids, the addresses inside the portal it names, and its faults."""

    ids: set[str] = field(default_factory=set)
    links: dict[str, None] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def look_at(path: Path) -> PageLook:
    """Read a page in a single pass without building its tree."""
    notes = _Notes()
    BeautifulSoup(
        path.read_text(encoding="utf-8"),
        "html.parser",
        parse_only=notes,  # type: ignore[arg-type]  # the stubs know its subclass only
        on_duplicate_attribute=notes.repeated,
    )
    if not notes.policy:
        notes.look.faults.append("the head does not begin with its content security policy")
    return notes.look


class _Notes(ElementFilter):
    """Is asked about every tag, notes what it sees, and lets none into the tree."""

    def __init__(self) -> None:
        super().__init__()
        self.look = PageLook()
        self.policy = ""
        self._former_tag = ""
        self._judged_next = ""

    def allow_tag_creation(
        self, _prefix: str | None, name: str, attributes: Mapping[str, str] | None
    ) -> bool:
        self._note(name, attributes or {})
        if self._former_tag == "head" and _is_policy(name, attributes or {}):
            self.policy = (attributes or {})["content"]
        self._former_tag = name
        is_judged = name == "style" or (name == "script" and not _is_data(attributes or {}))
        self._judged_next = name if is_judged else ""
        return False

    def allow_string_creation(self, string: str) -> bool:
        """Compare a script or style with the policy: one that slipped in with text is not in it."""
        name, self._judged_next = self._judged_next, ""
        if name:
            digest = b64encode(sha256(string.encode()).digest()).decode()
            if f"'sha256-{digest}'" not in _directive(self.policy, name):
                self.look.faults.append(f"a {name} begins {string.strip()[:40]!r} {_NOT_IN_POLICY}")
        return False

    def repeated(self, _attributes: object, name: str, _value: str) -> None:
        self.look.faults.append(f"a tag has two attributes called {name}")

    def _note(self, name: str, attributes: Mapping[str, str]) -> None:
        fault = self.look.faults.append
        if name in _FORBIDDEN:
            fault(f"a {name} element is not allowed")
        if name == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
            fault("a page that leads elsewhere by itself is not allowed")
        if name == "iframe" and not _PLAIN_FRAME.issuperset(attributes):
            fault("a frame may have a name and a title only")
        if "target" in attributes and not _shows_document(name, attributes):
            fault(f"only a PDF of the portal may be shown in a frame, not {attributes!r}"[:200])
        for attribute, value in attributes.items():
            if attribute == "id":
                self._note_id(value)
            elif attribute.startswith("on"):
                fault(f"a {name} element has the attribute {attribute}")
            elif attribute == "style":
                fault(f"a {name} element has a style attribute")
            elif name == "script" and attribute == "src":
                fault(f"a script is loaded from {value!r}")
            elif attribute == "srcset":
                for candidate in value.split(","):
                    self._note_address(name, (candidate.split() or [""])[0])
            elif attribute in _ADDRESSES:
                self._note_address(name, value)

    def _note_id(self, value: str) -> None:
        if not value or value in self.look.ids:
            self.look.faults.append(f"the id {value!r} is {'used twice' if value else 'empty'}")
        self.look.ids.add(value)

    def _note_address(self, name: str, value: str) -> None:
        address = _DROPPED_BY_BROWSERS.sub("", value).strip(_BLANKS)
        scheme = _SCHEME.match(address)
        if scheme is None and not address.startswith(("//", "\\", "/\\")):
            self.look.links[address] = None
            return
        is_link = name in {"a", "area"}
        if is_link and scheme is not None and scheme[0].lower() in _OUTSIDE:
            return
        if name in {"img", "image"} and _PICTURE_DATA.match(address):
            return
        kind = "leads to" if is_link else "would load"
        self.look.faults.append(f"a {name} element {kind} {address[:120]!r}")


def _is_data(attributes: Mapping[str, str]) -> bool:
    return attributes.get("type", "").lower() in {"application/json", "application/ld+json"}


def _directive(policy: str, name: str) -> str:
    """Return what the policy says of scripts or of styles."""
    parts = (part.strip() for part in policy.split(";"))
    return next((part for part in parts if part.startswith(f"{name}-src ")), "")


def _shows_document(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether something is a link by which a frame of the page shows a PDF among the files."""
    is_preview = name == "a" and attributes["target"].startswith("preview-")
    return is_preview and _LOCAL_DOCUMENT.fullmatch(attributes.get("href", "")) is not None


def _is_policy(name: str, attributes: Mapping[str, str]) -> bool:
    kind = attributes.get("http-equiv", "").lower()
    return name == "meta" and kind == "content-security-policy" and "content" in attributes
