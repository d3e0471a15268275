"""What each format accepts, and what it says and proposes for the rest."""

import pytest

from certfolio.intake.formats import FORMATS, format_checker

ACCEPTED = {
    "date": ["2025-12-31", "2024-02-29", "1900-01-01", "2199-12-31"],
    "date-or-today": ["2025-12-31", "today"],
    "record-id": ["R-014", "E1", "A.1-b2", "x" * 47 + "1", "COM10", "R-COM1"],
    "standard-id": ["iso-9001-2015", "iso-20000-1-2018"],
    "clause-ref": ["iso-27001-2022:A.5.15", "iso-9001-2015:8.10"],
    "audience-name": ["auditor", "team-2"],
    "rule-id": ["RR-DOC-06"],
    "record-type": ["risk", "soa-entry", "readiness"],
    "file-path": ["a.pdf", "2026/März/a b#c?d%20.pdf", "-x/…/a..b.pdf", "日本/😀.png"],
    "sha256": ["0" * 64, "abcdef0123456789" * 4],
    "language-tag": ["de", "pt-BR", "zh-Hant-TW", "es-419"],
    "web-address": [
        "https://example.org",
        "http://example.org:8080/a/b?c=d#e",
        "mailto:ada.example@example.org",
    ],
    "visible-text": ["x", " 1 ", "😀", "Ж"],
    "interval": ["daily", "every-3-years"],
}
REFUSED = {
    "date": [
        *("2025-12-31\n", "2024-02-30", "1899-12-31", "2200-01-01", "20251231", "2025-W01-1"),
        *("٢٠٢٥-١٢-٣١", "2025-1-5", "", "today", "2025-12-31T00:00", "10000-01-01", "0000-01-01"),
    ],
    "date-or-today": ["Today", "tomorrow"],
    "record-id": [
        *("R-014\n", "R_1", "-R1", "R1-", "R--1", "index", "А-1", "R-٠", "../x1", "a/b1", "1R"),
        *("COM1", "com1", "lpt9", "A.com1", "x" * 48 + "1", "", "R 1"),
    ],
    "standard-id": ["ISO-9001-2015", "iso 9001", "iso--9001", "iso-9001\n", ""],
    "clause-ref": [
        "8.1",
        "iso-9001-2015",
        "iso-9001-2015:",
        "iso-9001-2015:8.1\n",
        "ISO:8",
        "a:8.",
    ],
    "audience-name": ["Auditor", "con", "a b", "2x", "a\n"],
    "rule-id": ["RR-DOC-6", "rr-doc-06", "RR-DOC-06\n", "RR-DO-06", ""],
    "record-type": ["risks", ""],
    "file-path": [
        *("", " ", "/a", "\\a", "//host/a", "\\\\host\\a", "C:a", "c:\\a", "~/a", "~anna/a"),
        *("../a", "a/../b", "a\\..\\b", "a\\b", "./a", "a//b", "a/", "a/./b", "file:a"),
        *("https://example.org/a", "a\nb", "a\tb", "a\u202eb", "a\u200bb", "a\u2028b", "\x7f"),
        *("javascript:x", "smb://host/a", "\\\\?\\C:\\a"),
    ],
    "sha256": ["A" * 64, "0" * 63, "0" * 64 + "\n", "g" * 64],
    "language-tag": ["DE", "de_DE", "deutsch", "de-de", "de\n", ""],
    "web-address": [
        *("example.org", "ftp://example.org", "javascript:alert(1)", "//example.org", "https://"),
        *(
            "https://a@example.org",
            "https://example.org/a b",
            'https://example.org/"',
            "https:///a",
        ),
        *("https://example.org\n", "mailto:ada", "https://exämple.org", "https://example.org/\\a"),
        "https://example.org/" + "a" * 2_000,
    ],
    "visible-text": ["", " ", "\n\t", "\u200b", "\u3164", "\u2800", "\u00a0"],
    "interval": ["Monthly", "biweekly", "monthly\n", ""],
}


def cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, text) for name, texts in table.items() for text in texts]


def test_every_format_has_its_cases() -> None:
    assert set(ACCEPTED) == set(REFUSED) == set(FORMATS)


@pytest.mark.parametrize(("name", "text"), cases(ACCEPTED))
def test_accepted(name: str, text: str) -> None:
    assert format_checker().conforms(text, name)


@pytest.mark.parametrize(("name", "text"), cases(REFUSED))
def test_refused(name: str, text: str) -> None:
    assert not format_checker().conforms(text, name)


@pytest.mark.parametrize(("name", "text"), cases(REFUSED))
def test_a_proposal_is_itself_accepted(name: str, text: str) -> None:
    meant = FORMATS[name].advise(text).value
    assert meant is None or FORMATS[name].accepts(meant)


def test_values_that_are_not_text_are_left_to_type() -> None:
    assert format_checker().conforms(7, "date")


@pytest.mark.parametrize(
    ("name", "text", "meant"),
    [
        ("date", "31.12.2025", "2025-12-31"),
        ("date", "1.2.2025", "2025-02-01"),
        ("date", "2024-1-5", "2024-01-05"),
        ("date", "2024/01/05", "2024-01-05"),
        ("date", "20240105", "2024-01-05"),
        ("date", "31/12/2025", "2025-12-31"),
        ("date", "12/31/2025", "2025-12-31"),
        ("date", "05/05/2025", "2025-05-05"),
        ("date", "5 June 2024", "2024-06-05"),
        ("date", "5. Jun 2024", "2024-06-05"),
        ("date", "June 5, 2024", "2024-06-05"),
        ("date", "2024-01-05T10:00:00Z", "2024-01-05"),
        ("date", " 2024-01-05\n", "2024-01-05"),
        ("date", "٢٠٢٥-١٢-٣١", "2025-12-31"),
        ("date-or-today", "Today", "today"),
        ("record-id", "А-1", "A-1"),
        ("record-id", "R_014", "R-014"),
        ("record-id", " R 014 ", "R-014"),
        ("standard-id", "ISO 9001:2015", "iso-9001-2015"),
        ("standard-id", "ISO/IEC 27001:2022", "iso-27001-2022"),
        ("standard-id", "iso/iec 20000-1:2018", "iso-20000-1-2018"),
        ("clause-ref", "ISO 9001:2015 8.4.1", "iso-9001-2015:8.4.1"),
        ("clause-ref", "ISO/IEC 27001:2022, control A.5.15", "iso-27001-2022:A.5.15"),
        ("clause-ref", "ISO-9001-2015: 8.4.1.", "iso-9001-2015:8.4.1"),
        ("audience-name", "Certification Body", "certification-body"),
        ("record-type", "risks", "risk"),
        ("file-path", "scans\\a.pdf", "scans/a.pdf"),
        ("file-path", "./a//b.pdf", "a/b.pdf"),
        ("sha256", "SHA256: " + "AB" * 32, "ab" * 32),
        ("language-tag", "de_de", "de-DE"),
        ("language-tag", "EN", "en"),
        ("web-address", "www.example.org", "https://www.example.org"),
        ("web-address", "ada@example.org", "mailto:ada@example.org"),
        ("interval", "annually", "yearly"),
        ("interval", "6 months", "half-yearly"),
        ("interval", "every 2 years", "every-2-years"),
        ("interval", "every quarter", "quarterly"),
        ("interval", "montly", "monthly"),
    ],
)
def test_what_was_probably_meant(name: str, text: str, meant: str) -> None:
    assert FORMATS[name].advise(text).value == meant


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("date", "05/06/2024", "day and month could be either way round"),
        ("date", "2024-02-30", "February 2024 has 29 days"),
        ("date", "2024-13-01", "there is no month 13"),
        ("date", "1066-10-14", "the year is not between 1900 and 2199"),
        ("date", "٢٠٢٥-١٢-٣١", "its digits are not 0 to 9"),
        ("date", "soon", ""),
        ("record-id", "А-1", '"А" is CYRILLIC CAPITAL LETTER A, U+0410'),
        ("record-id", "con.1", "con is the name of a device on Windows"),
        ("record-id", "policy", "it holds no digit"),
        ("clause-ref", "8.4.1", "its standard is missing"),
        ("file-path", "//host/a", "it names another computer"),
        ("file-path", "a\u202eb", "it holds a character that cannot be seen, U+202E"),
        ("sha256", "abc", "it has 3 characters"),
    ],
)
def test_why_a_text_does_not_fit(name: str, text: str, reason: str) -> None:
    assert FORMATS[name].advise(text).reason == reason


def test_an_ambiguous_date_leaves_the_choice_to_its_author() -> None:
    advice = FORMATS["date"].advise("05/06/2024")
    assert advice.value is None
    assert advice.hint == "write 2024-06-05 or 2024-05-06, whichever is meant"
