"""What a theme looks like, as bytes: another look is another build."""

from collections.abc import Iterator, Sequence
from pathlib import Path


def theme_bytes(themes: Sequence[Path]) -> Iterator[bytes]:
    """Yield name and contents of everything that makes the look, in a fixed order."""
    for theme in themes:
        for folder in ("templates", "styles", "scripts", "static"):
            for file in sorted((theme / folder).rglob("*")):
                if file.is_file():
                    yield file.relative_to(theme).as_posix().encode()
                    yield file.read_bytes()


def shipped_words(themes: Sequence[Path]) -> Iterator[str]:
    """Yield what the theme that comes with this program says, and all its languages.

    It comes last in the order of themes; what a theme of somebody's own says is not among it.
    """
    for folder in ("templates", "styles", "scripts", "static", "languages"):
        for file in sorted((themes[-1] / folder).rglob("*")):
            if file.is_file():
                yield file.read_text("utf-8", "replace")
