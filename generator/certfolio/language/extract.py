"""Finds every message in our modules and templates, so that a language can be complete."""

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from jinja2.ext import babel_extract

from certfolio.language.entry import Entry

_Texts = tuple[str | None, ...]
_Make = Callable[[_Texts], Entry | None]

_SOURCES = frozenset({"certfolio.model.message", "certfolio.portal.status"})
_TEMPLATE_OPTIONS = {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}


def in_modules(folder: Path) -> Iterator[Entry]:
    """Yield the messages of all Python modules below a folder."""
    for path in sorted(folder.rglob("*.py")):
        yield from in_python(path.read_text(encoding="utf-8"))


def in_python(source: str) -> Iterator[Entry]:
    """Yield the messages of one module: the calls that make one of literal texts."""
    nodes = tuple(ast.walk(ast.parse(source)))
    # the commands have a `say` of their own, which prints
    keywords = {name: _KEYWORDS[name] for node in nodes for name in _imported(node)}
    for node in nodes:
        if isinstance(node, ast.Call):
            yield from _made(keywords, _name(node.func), map(_literal, node.args))


def in_templates(folder: Path) -> Iterator[Entry]:
    """Yield the messages of all templates below a folder."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield from in_template(path)


def in_template(path: Path) -> Iterator[Entry]:
    with path.open("rb") as file:
        for _line, name, texts, _comments in babel_extract(
            file, tuple(_TEMPLATE_KEYWORDS), (), _TEMPLATE_OPTIONS
        ):
            yield from _made(
                _TEMPLATE_KEYWORDS, name, (texts,) if isinstance(texts, str) else texts
            )


def _made(
    keywords: Mapping[str, _Make], name: str, texts: Iterable[str | None] | None
) -> Iterator[Entry]:
    make = keywords.get(name)
    entry = make((*(texts or ()), None, None)) if make else None
    if entry is not None and entry.has_words:
        yield entry


def _one(texts: _Texts) -> Entry | None:
    return Entry(texts[0]) if texts[0] else None


def _several(texts: _Texts) -> Entry | None:
    return Entry(texts[0], texts[1]) if texts[0] and texts[1] else None


def _in_context(texts: _Texts) -> Entry | None:
    return Entry(texts[1], context=texts[0]) if texts[0] and texts[1] else None


def _state(texts: _Texts) -> Entry | None:
    return Entry(texts[0], context="state") if texts[0] else None


_KEYWORDS: Mapping[str, _Make] = MappingProxyType(
    {"say": _one, "say_count": _several, "word": _in_context, "Status": _state}
)
_TEMPLATE_KEYWORDS: Mapping[str, _Make] = MappingProxyType(
    {
        "_": _one,
        "_n": _several,
        "_w": _in_context,
        "gettext": _one,
        "ngettext": _several,
        "pgettext": _in_context,
    }
)


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.ImportFrom) and node.module in _SOURCES:
        yield from (alias.name for alias in node.names if alias.name in _KEYWORDS)


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
