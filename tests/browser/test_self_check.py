"""The self-check page: the browser compares an handed_over package with its manifest by itself."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from shutil import copyfile, copytree

import pytest
from playwright.sync_api import Browser, Page

from browser.chromium import watched
from browser.marionette import Firefox, firefox
from certfolio.handover.manifest import manifest_text

pytestmark = pytest.mark.browser

WHOLE = "every one is what the manifest says."
# FIPS 180-4 examples, and every length at which the padding changes
TEXTS = {
    "abc": b"abc",
    "empty": b"",
    "two-blocks": b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "four-blocks": b"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
    b"hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
    "million": b"a" * 1_000_000,
    **{
        f"length-{size}": bytes(range(256))[:size] for size in (1, 55, 56, 57, 63, 64, 65, 119, 120)
    },
}
# FIPS 180-4, from the examples that NIST publishes with it
KNOWN = {
    "abc": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "two-blocks": "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    "million": "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
}
WITHOUT_SUBTLE = "Object.defineProperty(crypto, 'subtle', { value: undefined })"


@pytest.fixture
def handed_over(portal: Path, tmp_path: Path) -> Path:
    """A package whose payload is the vectors, with the real page in its place."""
    folder = tmp_path / "Prüfung #1 100%"
    (folder / "portal" / "theme").mkdir(parents=True)
    copyfile(portal / "verify.html", folder / "portal" / "verify.html")
    copytree(portal / "theme", folder / "portal" / "theme", dirs_exist_ok=True)
    for name, data in TEXTS.items():
        (folder / "portal" / f"{name}.txt").write_bytes(data)
    write_manifest(folder)
    return folder


def write_manifest(folder: Path) -> None:
    files = [path for path in folder.rglob("*") if path.is_file()]
    digests = {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files
    }
    (folder / "manifest-sha256.txt").write_bytes(manifest_text(digests).encode())


def test_the_vectors_are_those_of_the_standard() -> None:
    assert {name: sha256(TEXTS[name]).hexdigest() for name in KNOWN} == KNOWN


def result(page: Page, folder: Path) -> str:
    page.set_input_files("#self-check-folder", folder)
    page.wait_for_selector(".verdict-good, .verdict-bad")
    return page.inner_text("#self-check-result")


@pytest.mark.parametrize("has_subtle", [True, False], ids=["subtle", "own"])
def test_a_whole_package_is_told_whole(
    handed_over: Path, browser: Browser, has_subtle: bool
) -> None:
    with watched(browser) as seen:
        if not has_subtle:
            seen.page.add_init_script(WITHOUT_SUBTLE)
        seen.page.goto((handed_over / "portal" / "verify.html").as_uri())
        told = result(seen.page, handed_over)
        assert WHOLE in told
        assert "This shows damage, not fraud." in told
        manifest = sha256((handed_over / "manifest-sha256.txt").read_bytes()).hexdigest()
        assert f"SHA-256 of manifest-sha256.txt: {manifest}" in told
    assert seen.complaints == []


@pytest.mark.parametrize("has_subtle", [True, False], ids=["subtle", "own"])
def test_every_change_is_named(handed_over: Path, browser: Browser, has_subtle: bool) -> None:
    (handed_over / "portal" / "million.txt").write_bytes(b"a" * 999_999 + b"b")
    (handed_over / "portal" / "abc.txt").unlink()
    (handed_over / "portal" / "<img src=x onerror=alert(1)>.html").write_bytes(b"added")
    (handed_over / "portal" / ".DS_Store").write_bytes(b"left")
    with watched(browser) as seen:
        if not has_subtle:
            seen.page.add_init_script(WITHOUT_SUBTLE)
        seen.page.goto((handed_over / "portal" / "verify.html").as_uri())
        lines = [line for line in result(seen.page, handed_over).splitlines() if line]
    assert lines[:6] == [
        "This is not the package as it was made. Ask the sender for it again.",
        "portal/<img src=x onerror=alert(1)>.html is not in the manifest: it was added",
        "portal/abc.txt is missing",
        "portal/million.txt was changed",
        "Left by this computer, and no part of the package:",
        "portal/.DS_Store",
    ]
    assert seen.complaints == []


def test_another_folder_is_no_package(handed_over: Path, page: Page) -> None:
    page.goto((handed_over / "portal" / "verify.html").as_uri())
    assert "There is no manifest-sha256.txt in that folder." in result(page, handed_over / "portal")


def test_a_bag_is_compared_with_both_of_its_manifests(handed_over: Path, page: Page) -> None:
    manifest = handed_over / "manifest-sha256.txt"
    tags = {path: sha256((handed_over / path).read_bytes()).hexdigest() for path in [manifest.name]}
    (handed_over / "tagmanifest-sha256.txt").write_text(manifest_text(tags))
    page.goto((handed_over / "portal" / "verify.html").as_uri())
    assert WHOLE in result(page, handed_over)
    manifest.write_bytes(manifest.read_bytes()[:-1] + b"x\n")
    assert "manifest-sha256.txt was changed" in result(page, handed_over)


def test_without_a_script_the_page_shows_the_commands(handed_over: Path, browser: Browser) -> None:
    with watched(browser, java_script_enabled=False) as seen:
        seen.page.goto((handed_over / "portal" / "verify.html").as_uri())
        assert not seen.page.is_visible("#self-check")
        assert seen.page.is_visible("text=your browser runs none")
        assert "sha256sum -c --quiet manifest-sha256.txt" in seen.page.inner_text("main")


@pytest.fixture(scope="module")
def fox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with firefox(tmp_path_factory.mktemp("profile")) as started:
        yield started


# Firefox takes no folder from a driver; the same files are put into the field by hand
CHOOSE = """
const texts = %s;
const chosen = new DataTransfer();
for (const [path, text] of Object.entries(texts)) {
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const file = new File([bytes], path.split("/").pop());
  Object.defineProperty(file, "webkitRelativePath", { value: `handed_over/${path}` });
  chosen.items.add(file);
}
const input = document.getElementById("self-check-folder");
Object.defineProperty(input, "files", { value: [...chosen.files], configurable: true });
input.dispatchEvent(new Event("change"));
return chosen.files.length;
"""


@pytest.mark.parametrize("has_subtle", [True, False], ids=["subtle", "own"])
def test_firefox_agrees(handed_over: Path, fox: Firefox, has_subtle: bool) -> None:
    from base64 import b64encode

    paths = [path for path in sorted(handed_over.rglob("*")) if path.suffix == ".txt"]
    texts = {path.relative_to(handed_over).as_posix(): path.read_bytes() for path in paths}
    digests = {
        name: sha256(data).hexdigest()
        for name, data in texts.items()
        if name != "manifest-sha256.txt"
    }
    texts["manifest-sha256.txt"] = manifest_text(digests).encode()
    fox.open((handed_over / "portal" / "verify.html").as_uri())
    if not has_subtle:
        fox.run(f"{WITHOUT_SUBTLE}; return true;")
    coded = {name: b64encode(data).decode() for name, data in texts.items()}
    assert fox.run(CHOOSE % json.dumps(coded)) == len(texts)
    told = fox.run(
        "return new Promise((done) => { const look = () => {"
        " const found = document.querySelector('.verdict-good, .verdict-bad');"
        " found ? done(found.parentNode.textContent) : setTimeout(look, 20); }; look(); });"
    )
    assert f"{len(digests)} files" in told and WHOLE in told
