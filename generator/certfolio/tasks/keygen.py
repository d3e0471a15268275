"""The command that makes the key that packages are signed with."""

import os
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from certfolio.model.problem import ExitCode
from certfolio.model.stop import Stop
from certfolio.tasks import option
from certfolio.tasks.ending import ending
from certfolio.tasks.private_key import expect_outside, expect_program, passphrase
from certfolio.tasks.terminal import answer, say

_SHORTEST = 8
_HELP = {"key": "file for the private key; the public one gets .pub behind it"}


@task(auto_shortflags=False, positional=["key"], help=_HELP)
def keygen(_context: Context, key: str) -> None:
    """Make a key pair for signing packages: an encrypted private key and a public one."""
    path = option.folder(key)
    with ending(lambda: "No key was made."):
        expect_program()
        expect_outside(path, Path("content"))
        public = path.with_name(f"{path.name}.pub")
        for file in (path, public):
            _expect_free(file)
        from certfolio.handover.signature import new_key

        pem, pair = new_key(_new_passphrase())
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as stream:
            stream.write(pem)
        public.write_text(pair.file_text, encoding="utf-8", newline="\n")
        say(f"Private key: {path.as_posix()}. Nobody can replace it or its passphrase: keep both.")
        say(f"Public key: {public.as_posix()}. Give the receiver this line, not with a package:")
        answer(f"{pair.text}\n")


def _expect_free(file: Path) -> None:
    if os.path.lexists(file):
        raise Stop(
            ExitCode.CONFIGURATION,
            found=f"{file.as_posix()} is there already",
            expected="a new file; a key is never overwritten",
            fix="choose another name",
        )


def _new_passphrase() -> bytes:
    first = passphrase("Passphrase for the new key: ")
    if len(first) < _SHORTEST:
        raise Stop(
            ExitCode.CONFIGURATION,
            found="the passphrase is too short",
            expected=f"at least {_SHORTEST} characters; several words are better",
            fix="run the command again and type a longer one",
        )
    if passphrase("The same again: ") != first:
        raise Stop(
            ExitCode.CONFIGURATION,
            found="the two passphrases differ",
            expected="the same passphrase twice",
            fix="run the command again",
        )
    return first
