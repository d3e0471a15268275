"""Keeps what Pelican does to the whole process inside one run."""

import locale
import logging
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TypeVar

_Item = TypeVar("_Item")


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def contained() -> Iterator[list[str]]:
    """Yield the list that fills with every message logged as a warning or worse.

    Pelican reports failures only by logging them, and its filter against repeated messages lasts
    as long as the process. Logging, locale, import path and signals are as before afterwards.
    """
    collector = _Collector()
    with ExitStack() as restoring:
        _restore_logging(restoring)
        # Pelican sets the locale of the process and puts the current folder on the import path
        restoring.callback(locale.setlocale, locale.LC_ALL, locale.setlocale(locale.LC_ALL))
        restoring.callback(_replace, sys.path, list(sys.path))
        known_loggers = set(logging.root.manager.loggerDict)
        _import_pelican()
        _demote_foreign_loggers(known_loggers)
        _quiet(restoring)
        _forget_repeated_messages()
        root = logging.getLogger()
        root.handlers[:] = [collector]
        root.setLevel(logging.WARNING)
        logging.disable(logging.NOTSET)
        yield collector.messages


def _restore_logging(restoring: ExitStack) -> None:
    root = logging.getLogger()
    restoring.callback(logging.disable, root.manager.disable)
    restoring.callback(root.setLevel, root.level)
    restoring.callback(_replace, root.handlers, list(root.handlers))
    restoring.callback(_replace, root.filters, list(root.filters))
    restoring.callback(logging.setLoggerClass, logging.getLoggerClass())
    restoring.callback(setattr, root, "__class__", type(root))


def _import_pelican() -> None:
    import pelican  # noqa: F401 - half a second, and it patches logging


def _demote_foreign_loggers(known: set[str]) -> None:
    """Give loggers of other packages, made while Pelican was imported, back their plain class."""
    from pelican.log import FatalLogger

    for name, logger in logging.root.manager.loggerDict.items():
        is_foreign = name not in known and name.split(".")[0] != "pelican"
        if is_foreign and isinstance(logger, FatalLogger):
            logger.disable_filter()
            logger.__class__ = logging.Logger


def _quiet(restoring: ExitStack) -> None:
    from pelican import console

    restoring.callback(setattr, console, "quiet", console.quiet)
    console.quiet = True


def _forget_repeated_messages() -> None:
    from pelican.log import LimitFilter

    LimitFilter._ignore.clear()
    LimitFilter._raised_messages.clear()
    LimitFilter._group_count.clear()


def _replace(target: list[_Item], former: list[_Item]) -> None:
    target[:] = former
