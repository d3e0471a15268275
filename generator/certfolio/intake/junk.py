"""Names that systems, editors and version control leave in folders and nobody wrote."""

from fnmatch import fnmatchcase

_NAMES = frozenset({".git", ".gitkeep", ".ds_store", "thumbs.db", "desktop.ini", ".svn", ".idea"})
_SHAPES = ("~$*", "*.swp", "*.swo", "*~", "._*", ".#*", "*.tmp")


def is_junk(name: str) -> bool:
    """Tell whether a file or folder is ignored for its name, whatever it holds."""
    plain = name.casefold()
    return plain in _NAMES or any(fnmatchcase(plain, shape) for shape in _SHAPES)
