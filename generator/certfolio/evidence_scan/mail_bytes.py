"""Takes an e-mail apart: who wrote to whom, which way it came, texts and attachments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.header import decode_header
from email.message import Message as Mail
from email.parser import BytesParser
from email.policy import compat32

from certfolio.evidence_scan.budget import Budget, Exhausted

_SIZE = 32_000_000
_NESTING = 60  # boundaries and letters in letters: each may lie inside the one before
_NESTS = re.compile(rb"boundary\s*=|message/rfc822", re.IGNORECASE)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})")
_PEOPLE = ("From", "Sender", "Reply-To", "To", "Cc", "Bcc")


@dataclass(slots=True)
class Letter:
    """An e-mail: domains of its addresses, hops on its way, HTML texts, attached files."""

    domains: list[str] = field(default_factory=list)
    addresses: int = 0
    hops: int = 0
    has_hidden_receivers: bool = False
    texts: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    attached: list[tuple[str, bytes]] = field(default_factory=list)


def read_mail(data: bytes, budget: Budget) -> Letter:
    """Read an e-mail; raise Exhausted where it is bigger or more nested than letters are."""
    if len(data) > _SIZE or len(_NESTS.findall(data)) > _NESTING:
        raise Exhausted
    try:
        mail = BytesParser(policy=compat32).parsebytes(data)
        letter = _headers(mail)
        for part in mail.walk():
            _add(letter, part, budget)
    except RecursionError as error:
        raise Exhausted from error
    return letter


def _headers(mail: Mail) -> Letter:
    found = [
        domain.lower()
        for name in _PEOPLE
        for value in mail.get_all(name, [])
        for domain in _ADDRESS.findall(str(value)[:20_000])
    ]
    return Letter(
        domains=sorted(set(found)),
        addresses=len(found),
        hops=len(mail.get_all("Received", [])) + len(mail.get_all("X-Originating-IP", [])),
        has_hidden_receivers=any(str(value).strip() for value in mail.get_all("Bcc", [])),
    )


def _add(letter: Letter, part: Mail, budget: Budget) -> None:
    if part.is_multipart():
        if part.get_content_type() == "message/rfc822":
            letter.attached.append((_name(part) or "message.eml", b""))
        return
    kind = part.get_content_type()
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    budget.unpack(len(content))
    if kind.startswith("multipart/"):
        return
    name = _name(part)
    if name or not kind.startswith("text/"):
        letter.attached.append((name or kind, content))
        return
    (letter.pages if kind == "text/html" else letter.texts).append(_text(part, content))


def _name(part: Mail) -> str:
    try:
        raw = part.get_filename() or ""
    except (ValueError, LookupError, TypeError, AttributeError):
        return "?"
    return "".join(_words(str(raw)))


def _words(raw: str) -> Iterator[str]:
    try:
        pieces = decode_header(raw)
    except (ValueError, LookupError, TypeError):
        yield raw
        return
    for word, charset in pieces:
        yield word if isinstance(word, str) else _decoded(word, charset)


def _text(part: Mail, content: bytes) -> str:
    try:
        charset = part.get_content_charset()
    except (ValueError, LookupError, TypeError):
        charset = None
    return _decoded(content, charset)


def _decoded(data: bytes, charset: str | None) -> str:
    try:
        return data.decode(charset or "utf-8", "replace")
    except (LookupError, ValueError):
        return data.decode("latin-1")
