"""Makes the preview of a copied file, by what its contents were judged to be."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import BinaryIO

from certfolio.intake.collect import named_files
from certfolio.intake.preview.picture import picture_preview
from certfolio.intake.preview.portable_document import document_preview
from certfolio.intake.preview.table import table_preview
from certfolio.intake.preview.text import text_preview
from certfolio.model.preview import Preview
from certfolio.records.record import Record

_Key = tuple[str, str]

# E-mail, calendars, archives and Office files are never shown: they can hold what runs or calls.
_MAKERS: Mapping[str, Callable[[BinaryIO], Preview]] = MappingProxyType(
    {
        ".png": picture_preview,
        ".jpg": picture_preview,
        ".jpeg": picture_preview,
        ".gif": picture_preview,
        ".webp": picture_preview,
        ".txt": text_preview,
        ".log": text_preview,
        ".md": text_preview,
        ".json": text_preview,
        ".csv": table_preview,
        ".tsv": table_preview,
        ".pdf": document_preview,
    }
)


def previews(
    folder: Path, records: Iterable[Record], copied: Iterable[_Key]
) -> Mapping[_Key, Preview]:
    """Return what can be shown of the files that were copied into a folder, by their key."""
    wanted = frozenset(copied)
    made = {
        file.key: preview(folder / file.portable_name)
        for file in named_files(records)
        if file.key in wanted
    }
    return MappingProxyType({key: shown for key, shown in made.items() if shown is not None})


def preview(path: Path) -> Preview | None:
    """Return what can be shown of a file whose contents are what its suffix says."""
    maker = _MAKERS.get(PurePosixPath(path.name).suffix.lower())
    if maker is None:
        return None
    with path.open("rb") as handle:
        return maker(handle)
