"""The last look at finished bytes finds a secret in whatever wraps it, and does not repeat it."""

import base64
import io
import json
import zipfile
from collections.abc import Callable
from hashlib import sha256
from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest

from certfolio.audience.mention import sight_of
from certfolio.audience.see import see
from certfolio.handover.leak_gate import LeakGate
from certfolio.model.classification import Classification
from certfolio.model.problem import ExitCode
from certfolio.model.stop import Stop
from certfolio.records.portal_settings import Audience
from made import graph_of, made

TITLE = "Übernahme & Umzug nach Larkmoor"
ID = "ACT-777"
NAME = "larkmoor-plan.pdf"
HIDDEN_FILE = sha256(b"the plan").hexdigest()
STAFF = Audience(name="staff", ceiling=Classification.INTERNAL)


def gate(*, files: frozenset[str] = frozenset()) -> LeakGate:
    graph = graph_of(
        made("action", "ACT-001"),
        made("action", "ACT-777-1"),
        made("action", ID, title=TITLE, classification="restricted"),
        made("evidence", "E-009", classification="restricted", files=[{"path": f"legal/{NAME}"}]),
    )
    sight = sight_of(graph, see(graph, STAFF).records, STAFF)
    return LeakGate(sight, files, frozenset(), lambda: frozenset({HIDDEN_FILE}))


def stopped(name: str, data: bytes) -> Stop:
    looking = gate()
    looking.look_at(name, data)
    with pytest.raises(Stop) as raised:
        looking.finish()
    for secret in (TITLE, ID, NAME, HIDDEN_FILE, "Larkmoor"):
        assert secret.lower() not in str(raised.value).lower()
    return raised.value


def zipped(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner.xml", data)
    return out.getvalue()


def in_base64(shift: int) -> Callable[[str], bytes]:
    return lambda text: base64.b64encode(b"x" * shift + text.encode() + b" tail")


FORMS: dict[str, Callable[[str], bytes]] = {
    "raw": str.encode,
    "upper case": lambda text: text.upper().encode(),
    "HTML": lambda text: escape(text).encode(),
    "numbers of HTML": lambda text: "".join(f"&#{ord(letter)};" for letter in text).encode(),
    "hexadecimal numbers of HTML": lambda text: "".join(f"&#x{ord(c):X};" for c in text).encode(),
    "URL": lambda text: quote(text).encode(),
    "every letter in URL form": lambda text: "".join(f"%{b:02X}" for b in text.encode()).encode(),
    "JSON": lambda text: json.dumps(text).encode(),
    "every letter in JSON form": lambda text: "".join(f"\\u{ord(c):04x}" for c in text).encode(),
    "JSON in an HTML attribute": lambda text: escape(json.dumps(text)).encode(),
    "base64": in_base64(0),
    "base64, second alignment": in_base64(1),
    "base64, third alignment": in_base64(2),
    "base64 for URLs": lambda text: base64.urlsafe_b64encode(text.encode()),
    "base64 glued to a word": lambda text: b"abc" + base64.b64encode(text.encode()),
    "hexadecimal": lambda text: text.encode().hex().encode(),
    "upper hexadecimal": lambda text: text.encode().hex().upper().encode(),
    "UTF-16 LE": lambda text: text.replace("Ü", "U").encode("utf-16-le"),
    "UTF-16 BE": lambda text: text.replace("Ü", "U").encode("utf-16-be"),
    "UTF-16 in base64": lambda text: base64.b64encode(text.replace("Ü", "U").encode("utf-16-le")),
    "zip": lambda text: zipped(text.encode()),
    "zip in zip": lambda text: zipped(zipped(text.encode())),
    "between tags": lambda text: "<b></b> ".join(escape(p) + " " for p in text.split()).encode(),
    "over two lines": lambda text: text.replace(" ", "\n", 1).encode(),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("secret", [TITLE, f"see {ID} for more", f"files/{NAME}"])
def test_a_secret_is_found_in_every_form(form: str, secret: str) -> None:
    if form.startswith("UTF-16"):
        secret = secret.replace(TITLE, f"{ID} and more")
    ended = stopped(
        "index.html",
        b"<p>one</p>\n<p>" + FORMS[form](secret) + b"</p>\n"
        if not form.startswith("zip")
        else FORMS[form](secret),
    )
    assert ended.exit_code is ExitCode.DISCLOSURE


def test_the_page_the_line_and_the_kind_are_told() -> None:
    ended = stopped("index.html", f"<p>one</p>\n<p>{ID}</p>".encode())
    assert str(ended) == (
        "what was about to be handed over discloses what its audience does not see:"
        " index.html, line 2: the id of a record of the type action\n"
        "  expected: pages, names and data that give nothing of what this edition leaves out\n"
        "  fix: look first in templates of your own; where they do not say it, report this to the"
        " makers of certfolio, and hand over nothing until then"
    )


def test_a_name_of_a_page_that_is_the_secret_is_not_repeated() -> None:
    ended = stopped("act-777.html", b"<p>one</p>")
    assert "the name of a page or file is or holds the id of a record" in ended.found


def test_a_digest_of_a_hidden_file_is_found_in_both_forms() -> None:
    raw = bytes.fromhex(HIDDEN_FILE)
    for form in (HIDDEN_FILE, HIDDEN_FILE.upper(), f'"{base64.b64encode(raw).decode()}"'):
        ended = stopped("data/portal.json", form.encode())
        assert "data/portal.json, line 1: the digest of a file" in ended.found


def test_a_file_of_no_record_of_the_edition_is_found(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "e-001-1-a.txt").write_bytes(b"a")
    (tmp_path / "files" / "stray.txt").write_bytes(b"b")
    looking = gate(files=frozenset({"files/e-001-1-a.txt"}))
    looking.look(tmp_path)
    with pytest.raises(Stop, match="files/: a file that belongs to no record of this edition"):
        looking.finish()


@pytest.mark.parametrize(
    "text",
    [
        "ACT-7771",
        "FACT-777",
        "ACT-777-1 and act-777-1.html",
        "777",
        "plan.pdf",
        "Umzug nach Süden",
        "f" * 64,
    ],
)
def test_what_only_looks_like_a_secret_is_none(text: str) -> None:
    looking = gate()
    looking.look_at("index.html", f"<p>{text}</p>".encode())
    looking.finish()
