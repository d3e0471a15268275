"""Writes what was planned, all of it or nothing: copies of the files, then the records."""

import posixpath
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from certfolio.adoption.plan import Plan, file_of
from certfolio.adoption.record_text import text_of
from certfolio.intake.attachment import Fingerprint, fingerprint
from certfolio.model.problem import Code, ExitCode
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop


def carry_out(plan: Plan, source: Path, content: Path) -> None:
    """Copy the files of the planned records below content/files and write the records.

    A file that lies there already stays as it is. Raise Stop where a file changed since it was
    looked at, or where the way to its place leads over a link; then nothing is left behind.
    """
    files = content / "files"
    with ExitStack() as undoing:
        for path, digest in _files(plan):
            target = files / posixpath.join(plan.wish.folder, path)
            if not target.exists():
                _make_folder(content, target.parent, undoing)
                _copy(source, path, digest, target)
                undoing.callback(target.unlink)
        for record in plan.records:
            target = content / file_of(record)
            _make_folder(content, target.parent, undoing)
            with target.open("x", encoding="utf-8", newline="\n") as file:
                undoing.callback(target.unlink)
                file.write(text_of(record, plan.wish))
        undoing.pop_all()


def _files(plan: Plan) -> Iterator[tuple[str, str]]:
    return (file for record in plan.records for file in record.files)


def _make_folder(content: Path, folder: Path, undoing: ExitStack) -> None:
    steps = [folder, *folder.parents]
    for step in reversed(steps[: steps.index(content)]):
        if step.is_symlink():
            raise Stop(
                ExitCode.EVIDENCE,
                found=f"{step.relative_to(content.parent).as_posix()} is a link",
                expected="plain folders below content",
                fix="put a folder in place of the link",
            )
        if not step.exists():
            step.mkdir()
            undoing.callback(step.rmdir)


def _copy(source: Path, path: str, digest: str, target: Path) -> None:
    """Copy under a name that is ignored, so that a crash leaves no half file in its place."""
    draft = target.with_name(f".{target.name}.part")
    draft.unlink(missing_ok=True)
    read = fingerprint(source, path, draft)
    if isinstance(read, Fingerprint) and read.sha256 == digest:
        draft.rename(target)
        return
    draft.unlink(missing_ok=True)
    raise Stop(
        Code.FILE_CHANGED.exit_code,
        found=f"{shown(path, 120)} changed while the folder was adopted",
        expected="a folder that nothing writes to meanwhile",
        fix="close the program that writes to it, then adopt the folder again",
    )
