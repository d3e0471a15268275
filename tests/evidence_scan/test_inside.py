"""What lies inside a file is named to its end, whatever it is packed in."""

from email.message import EmailMessage

from certfolio.evidence_scan.inside import inside
from evidence_scan.evidence_samples import docx, zipped


def letter(**attached: bytes) -> bytes:
    mail = EmailMessage()
    mail["From"] = "a@example.org"
    mail.set_content("See the files.")
    for name, data in attached.items():
        filename = name.replace("__", ".")
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=filename)
    return bytes(mail)


def test_files_in_archives_in_archives_are_named_with_the_way_to_them() -> None:
    inner = zipped({"deep/run.js": "1", "a.txt": "1"})
    found = inside("outer.zip", zipped({"inner.zip": inner, "b.txt": "1"}))
    assert found.names == ("inner.zip", "b.txt", "inner.zip/deep/run.js", "inner.zip/a.txt")
    assert found.is_whole


def test_attachments_of_e_mails_are_named_and_so_is_what_lies_in_them() -> None:
    found = inside("m.eml", letter(tool__zip=zipped({"setup.exe": "MZ"}), note__txt=b"x"))
    assert found.names == ("tool.zip", "note.txt", "tool.zip/setup.exe")


def test_the_parts_of_an_office_file_are_no_files() -> None:
    assert inside("a.docx", docx()).names == ()


def test_what_lies_too_deep_or_is_too_much_is_said_and_not_left_silent() -> None:
    data = zipped({"end.exe": "1"})
    for _layer in range(4):
        data = zipped({"next.zip": data})
    assert not inside("a.zip", data).is_whole
    bomb = zipped({f"{number}.txt": b"\0" * 30_000_000 for number in range(6)})
    assert not inside("bomb.zip", bomb).is_whole


def test_a_password_anywhere_inside_is_noticed() -> None:
    data = bytearray(zipped({"a.txt": "1"}))
    assert not inside("a.zip", bytes(data)).is_locked
    # the flag of an encrypted entry, in its header and in the directory
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    assert inside("a.zip", bytes(data)).is_locked
    assert inside("outer.zip", zipped({"deep/a.zip": bytes(data)})).is_locked


def test_a_damaged_archive_has_no_names() -> None:
    assert inside("a.zip", b"PK\3\4 damaged").names == ()
