"""Finds keys, tokens and passwords; says which rule found them, never what they are."""

import re
from collections.abc import Iterator

from certfolio.evidence_scan.finding import Finding, Kind, Weight, named
from certfolio.evidence_scan.markup import words_of
from certfolio.evidence_scan.subject import EXCEL, SLIDES, WORD, Scan, Subject
from certfolio.model.message import say

KEY = Kind(
    "secret-key",
    Weight.UNSAFE,
    say("Keys and tokens"),
    say("Whoever gets the file may be able to use the key in your name."),
    say("Make the key invalid, take it out of the file, and record the digest anew."),
)
PASSWORD = Kind(
    "password",
    Weight.LOOK,
    say("What looks like a password"),
    say("The text names a password, or an address with one in it."),
    say("Change the password if it is a real one, and black it out."),
)

_KEYS = (
    ("private key", r"-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----"),
    ("PuTTY key", r"PuTTY-User-Key-File-\d"),
    ("age key", r"\bAGE-SECRET-KEY-1[0-9A-Z]{50,60}"),
    ("minisign secret key", r"untrusted comment: minisign (?:encrypted )?secret key"),
    ("AWS access key", r"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b"),
    ("GitHub token", r"\b(?:gh[pousr]_[A-Za-z0-9]{36,251}|github_pat_[A-Za-z0-9_]{22,255})"),
    ("GitLab token", r"\bglpat-[A-Za-z0-9_-]{20,64}"),
    ("Slack token", r"\bxox[abeoprs]-[A-Za-z0-9-]{10,200}"),
    ("Google API key", r"\bAIza[0-9A-Za-z_-]{35}"),
    ("Stripe key", r"\b[rs]k_live_[0-9A-Za-z]{16,100}"),
    ("npm token", r"\bnpm_[A-Za-z0-9]{36}\b"),
    ("PyPI token", r"\bpypi-[A-Za-z0-9_-]{50,250}"),
    ("SendGrid key", r"\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}"),
    ("Azure storage key", r"\bAccountKey=[A-Za-z0-9+/]{80,90}={0,2}"),
    ("signed token (JWT)", r"\beyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,2000}\."),
)
_PASSWORDS = (
    ("address with a password", r"\b[a-z][a-z0-9+.-]{1,20}://[^\s/:@]{1,80}:[^\s/@]{3,80}@"),
    (
        "password",
        r"(?i:\b(?:password|passwd|pwd|passphrase|kennwort|passwort|api[_-]?key|secret)\b)"
        r"[\"']?\s{0,3}[:=]\s{0,3}[\"']?(?=[^\s\"']{0,60}\d)(?=[^\s\"']{0,60}[A-Za-z])"
        r"[^\s\"'<>]{8,}",
    ),
)
_RULES = tuple(
    (name, re.compile(pattern), kind)
    for rules, kind in ((_KEYS, KEY), (_PASSWORDS, PASSWORD))
    for name, pattern in rules
)
# words that every match holds: most texts need no closer look
_HINTS = re.compile(
    r"PRIVATE KEY|PuTTY|AGE-SECRET|minisign|AKIA|ASIA|gh[pousr]_|github_pat|glpat|xox|AIza|_live_"
    r"|npm_|pypi-|SG\.|AccountKey|eyJ|://|pass|pwd|kennwort|api.?key|secret",
    re.IGNORECASE,
)
_OFFICE_TEXTS = ("document.xml", "sharedstrings.xml", "comments.xml", "content.xml")
_FOLDERS = (WORD, EXCEL, SLIDES, "content.xml")


def look(subject: Subject) -> Iterator[Finding]:
    found: dict[Kind, set[str]] = {}
    for text in _texts(subject):
        if _HINTS.search(text) is None:
            continue
        for name, pattern, kind in _RULES:
            if pattern.search(text):
                found.setdefault(kind, set()).add(name)
    for kind, names in found.items():
        yield Finding(kind, say("Found by the rule: {rules}.", rules=named(names, most=20)))


def _texts(subject: Subject) -> Iterator[str]:
    if subject.is_text or (subject.depth > 0 and subject.parts is None and _is_plain(subject)):
        yield subject.text
    office = subject.office or subject.open_document
    if office is not None:
        for name in office.names(*_FOLDERS, ending=".xml"):
            if name.endswith(_OFFICE_TEXTS) or "/slides/" in name or "/worksheets/" in name:
                yield words_of(office.get(name))
    if subject.letter is not None:
        yield from subject.letter.texts
        yield from subject.letter.pages
    if subject.pdf is not None:
        for piece in subject.pdf.pieces:
            yield piece.decode("latin-1")


def _is_plain(subject: Subject) -> bool:
    """Whether a file inside another one, such as id_rsa or .env, is a text."""
    return b"\x00" not in subject.data[:4_000]


SCAN = Scan(look, (KEY, PASSWORD))
