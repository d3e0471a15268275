"""Documents that people really made: what is known to lie in them is found, and nothing changes."""

import hashlib
from pathlib import Path

import pytest

from certfolio.evidence_scan.finding import Weight
from certfolio.evidence_scan.scan import scan

JOHN = ["author: Its author is “John”.", "author: Last saved by “John”."]
STEVE = "author: Its author is “Steve Canny”."
CISCO = "company: Its company is “Cisco Systems, Inc.”."
FIRST_PAGE = "thumbnail: It carries a picture of its first page."

EXPECTED = {
    "xlsxwriter/array_formula01.xlsx": JOHN,
    "xlsxwriter/chart_bar01.xlsx": JOHN,
    "xlsxwriter/comment01.xlsx": ["comments: 1 comment, by John.", *JOHN],
    "xlsxwriter/cond_format01.xlsx": JOHN,
    "xlsxwriter/data_validation02.xlsx": JOHN,
    "xlsxwriter/escapes01.xlsx": JOHN,
    "xlsxwriter/hide01.xlsx": ["hidden-sheet: 1 sheet is hidden: Sheet2.", *JOHN],
    "xlsxwriter/hyperlink01.xlsx": [*JOHN, "web-link: 1 link leads to www.perl.org."],
    "xlsxwriter/hyperlink05.xlsx": [
        *JOHN,
        "web-link: 4 links lead to www.cpan.org, www.perl.org.",
    ],
    "xlsxwriter/image01.xlsx": JOHN,
    "xlsxwriter/properties01.xlsx": [
        "author: Its author is “Someone”.",
        "author: Last saved by “Someone”.",
        "company: Its company is “of Wolves”.",
        "company: Its manager is “Dr. Heinz Doofenshmirtz”.",
    ],
    "xlsxwriter/properties03.xlsx": [
        *JOHN,
        "own-properties: It has 1 property of its own: Checked by.",
    ],
    "xlsxwriter/protect02.xlsx": JOHN,
    "xlsxwriter/table01.xlsx": JOHN,
    "xlsxwriter/utf8_01.xlsx": JOHN,
    "python-docx/comments-rich-para.docx": [
        "comments: 4 comments, by Steve Canny.",
        "web-link: 1 link leads to google.com.",
    ],
    "python-docx/doc-coreprops.docx": [
        STEVE,
        "author: Last saved by “Steve Canny”.",
        FIRST_PAGE,
    ],
    "python-docx/doc-no-coreprops.docx": [FIRST_PAGE],
    "python-docx/hdr-header-footer.docx": [STEVE, "author: Last saved by “Steve Canny”.", CISCO],
    "python-docx/par-hyperlinks.docx": [
        STEVE,
        CISCO,
        "web-link: 4 links lead to google.com, python.org, yahoo.com.",
    ],
    "python-docx/tbl-cell-access.docx": [
        STEVE,
        "author: Last saved by “Cisco Employee”.",
        CISCO,
        FIRST_PAGE,
    ],
    "mail-eml/attachment_content_disposition.eml": [
        "mail-attachments: It has 1 attachment: api.rb.",
        "mail-addresses: 2 addresses, at example.com.",
    ],
    "mail-eml/attachment_message_rfc822.eml": [
        "mail-attachments: It has 2 attachments: ForwardedMessage.eml, broken.pdf.",
        "mail-addresses: 2 addresses, at example.com.",
    ],
    "mail-eml/attachment_message_rfc822_inline_image.eml": [
        "mail-attachments: It has 2 attachments: Testmail.eml, img.png.",
        "mail-addresses: 2 addresses, at example.com.",
    ],
    "mail-eml/attachment_pdf.eml": [
        "mail-attachments: It has 1 attachment: broken.pdf.",
        "mail-addresses: 4 addresses, at xxxx.com.",
        "mail-route: It tells of 7 computers it passed.",
    ],
    "mail-eml/attachment_with_base64_encoded_name.eml": [
        "mail-attachments: It has 1 attachment: This is a test.pdf.",
        "mail-addresses: 3 addresses, at gmail.com, xxxxxxxxx.com.",
    ],
    "mail-eml/attachment_with_unquoted_name.eml": [
        "mail-attachments: It has 1 attachment: This is a test.txt.",
        "mail-addresses: 2 addresses, at example.com.",
    ],
    "mail-eml/japanese_shift_jis.eml": [
        "mail-addresses: 2 addresses, at docomo.ne.jp, example.com."
    ],
    "mail-eml/ks_c_5601-1987.eml": ["mail-addresses: 2 addresses, at example.com."],
    "mail-eml/raw_email12.eml": [
        "mail-attachments: It has 1 attachment: image/jpeg.",
        "mail-addresses: 2 addresses, at example.com.",
    ],
    "mail-eml/raw_email4.eml": [
        "mail-addresses: 2 addresses, at xxxx.xxx.",
        "mail-route: It tells of 4 computers it passed.",
    ],
    "mail-eml/two_from_in_message.eml": [
        "mail-addresses: 2 addresses, at test.com.",
        "mail-route: It tells of 3 computers it passed.",
    ],
    "mail-eml/utf8_headers.eml": [],
}
BROKEN_NAMES = {
    "mail-eml/attachment_nonascii_filename.eml": ["mail-attachments", "mail-addresses"],
    "mail-eml/attachment_with_encoded_name.eml": ["mail-attachments", "mail-addresses"],
}


@pytest.mark.parametrize("path", EXPECTED)
def test_what_is_known_to_lie_in_it_is_found(path: str, shared_data: Path) -> None:
    file = shared_data / "evidence" / path
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    said = [f"{f.kind.name}: {f.said}" for f in scan(file.name, file.read_bytes())]
    assert said == EXPECTED[path]
    assert hashlib.sha256(file.read_bytes()).hexdigest() == before


@pytest.mark.parametrize("path", BROKEN_NAMES)
def test_names_in_no_known_encoding_do_not_stop_it(path: str, shared_data: Path) -> None:
    file = shared_data / "evidence" / path
    found = scan(file.name, file.read_bytes())
    assert [finding.kind.name for finding in found] == BROKEN_NAMES[path]
    assert all(str(finding.said).isprintable() for finding in found)


@pytest.mark.shared_data
def test_every_real_document_is_in_one_of_the_two_lists(shared_data: Path) -> None:
    evidence = shared_data / "evidence"
    there = {
        file.relative_to(evidence).as_posix()
        for file in evidence.rglob("*")
        if file.suffix in {".docx", ".xlsx", ".pptx", ".eml", ".pdf"}
    }
    assert there == EXPECTED.keys() | BROKEN_NAMES.keys()


def test_the_sample_carries_names_of_the_organization_and_nothing_grave(project: Path) -> None:
    files = sorted((project / "content" / "files").rglob("*.*"))
    found = [each for file in files for each in scan(file.name, file.read_bytes())]
    assert {finding.kind.weight for finding in found} == {Weight.NOTE}
