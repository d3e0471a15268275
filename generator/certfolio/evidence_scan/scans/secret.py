"""Finds keys, tokens and passwords; says which rule found them, never what they are."""

import re
from collections.abc import Iterator

from certfolio.evidence_scan.finding import Finding, Kind, Weight, named
from certfolio.evidence_scan.markup import words_of
from certfolio.evidence_scan.parts import Parts
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

# a rule: its name, words of which every match holds one, and the pattern itself
_KEYS = (
    (
        "private key",
        ("private key",),
        r"-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----",
    ),
    ("PuTTY key", ("putty-user",), r"PuTTY-User-Key-File-\d"),
    ("age key", ("age-secret-key",), r"\bAGE-SECRET-KEY-1[0-9A-Z]{50,60}"),
    (
        "minisign secret key",
        ("minisign",),
        r"untrusted comment: minisign (?:encrypted )?secret key",
    ),
    ("AWS access key", ("akia", "asia"), r"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b"),
    (
        "GitHub token",
        ("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"),
        r"\b(?:gh[pousr]_[A-Za-z0-9]{36,251}|github_pat_[A-Za-z0-9_]{22,255})",
    ),
    ("GitLab token", ("glpat-",), r"\bglpat-[A-Za-z0-9_-]{20,64}"),
    ("Slack token", ("xox",), r"\bxox[abeoprs]-[A-Za-z0-9-]{10,200}"),
    ("Google API key", ("aiza",), r"\bAIza[0-9A-Za-z_-]{35}"),
    ("Stripe key", ("k_live_",), r"\b[rs]k_live_[0-9A-Za-z]{16,100}"),
    ("npm token", ("npm_",), r"\bnpm_[A-Za-z0-9]{36}\b"),
    ("PyPI token", ("pypi-",), r"\bpypi-[A-Za-z0-9_-]{50,250}"),
    ("SendGrid key", ("sg.",), r"\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}"),
    ("Azure storage key", ("accountkey=",), r"\bAccountKey=[A-Za-z0-9+/]{80,90}={0,2}"),
    (
        "signed token (JWT)",
        (".eyj",),
        r"\beyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,2000}\.",
    ),
)
_ASKED = ("password", "passwd", "pwd", "passphrase", "kennwort", "passwort", "secret")
_PASSWORDS = (
    (
        "address with a password",
        ("://",),
        r"\b[a-z][a-z0-9+.-]{1,20}://[^\s/:@]{1,80}:[^\s/@]{3,80}@",
    ),
    (
        "password",
        (*_ASKED, "api key", "api-key", "api_key", "apikey"),
        rf"(?i:\b(?:{'|'.join(_ASKED)}|api[ _-]?key)\b)"
        r"[\"']?\s{0,3}[:=]\s{0,3}[\"']?(?=[^\s\"']{0,60}\d)(?=[^\s\"']{0,60}[A-Za-z])"
        r"[^\s\"'<>]{8,}",
    ),
)
_RULES = tuple(
    (name, words, re.compile(pattern), kind)
    for rules, kind in ((_KEYS, KEY), (_PASSWORDS, PASSWORD))
    for name, words, pattern in rules
)
_OFFICE_TEXTS = ("document.xml", "sharedstrings.xml", "comments.xml", "content.xml")
_FOLDERS = (WORD, EXCEL, SLIDES, "content.xml")


def look(subject: Subject) -> Iterator[Finding]:
    found: dict[Kind, set[str]] = {}
    for text in _texts(subject):
        lower = text.lower()
        for name, words, pattern, kind in _RULES:
            if any(word in lower for word in words) and pattern.search(text):
                found.setdefault(kind, set()).add(name)
    for kind, names in found.items():
        yield Finding(kind, say("Found by the rule: {rules}.", rules=named(names, most=20)))


def _texts(subject: Subject) -> Iterator[str]:
    if subject.is_text or (subject.depth > 0 and subject.parts is None and _is_plain(subject)):
        yield subject.text
    office = subject.office or subject.open_document
    if office is not None:
        for name in office.names(*_FOLDERS, ending=".xml"):
            if name.endswith(_OFFICE_TEXTS) or "/slides/" in name or _has_words(office, name):
                yield words_of(office.get(name))
    if subject.letter is not None:
        yield from subject.letter.texts
        yield from subject.letter.pages
    if subject.pdf is not None:
        for piece in subject.pdf.pieces:
            yield piece.decode("latin-1")


def _has_words(office: Parts, name: str) -> bool:
    """Whether a sheet holds its texts itself; Excel keeps those of all sheets in one part."""
    return "/worksheets/" in name and b"inlineStr" in office.get(name)


def _is_plain(subject: Subject) -> bool:
    """Whether a file inside another one, such as id_rsa or .env, is a text."""
    return b"\x00" not in subject.data[:4_000]


SCAN = Scan(look, (KEY, PASSWORD))
