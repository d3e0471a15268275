"""Changes what a program finds around it, as far as CERTFOLIO_TEST_* ask: clock, network, packages.

Python imports this by itself in every process that has the folder on its path.
"""

import os
import sys
from typing import Any


def _turn_the_clock(day: str) -> None:
    """Make it noon of a day for everybody who asks in Python."""
    import datetime
    import time

    year, month, date = map(int, day.split("-"))
    there = datetime.datetime(year, month, date, 12, tzinfo=datetime.UTC).timestamp()
    ahead = there - time.time()
    real = time.time

    class OfAnyClock(type):
        """Takes a day or moment of the true class for one of its own."""

        def __instancecheck__(cls, value: object) -> bool:
            return isinstance(value, cls.__mro__[1])

    class Day(datetime.date, metaclass=OfAnyClock):
        @classmethod
        def today(cls) -> "Day":
            return cls.fromtimestamp(real() + ahead)

    class Moment(datetime.datetime, metaclass=OfAnyClock):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> "Moment":
            return cls.fromtimestamp(real() + ahead, tz)

        @classmethod
        def utcnow(cls) -> "Moment":
            return cls.now(datetime.UTC).replace(tzinfo=None)

    time.time = lambda: real() + ahead
    time.time_ns = lambda: int((real() + ahead) * 1e9)
    datetime.date, datetime.datetime = Day, Moment


def _refuse_the_network(log: str) -> None:
    """End the process at the first attempt to reach or ask for another computer, and say so."""

    def hear(event: str, values: tuple[object, ...]) -> None:
        if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname"}:
            with open(log, "a", encoding="utf-8") as file:  # noqa: PTH123 - pathlib is not there yet
                file.write(f"{event} {values!r}\n")
            os._exit(77)

    sys.addaudithook(hear)


class _Without:
    """Finds what Python finds on its path, but for one package."""

    def __init__(self, finder: Any, absent: str) -> None:
        self.finder = finder
        self.absent = absent

    def find_spec(self, name: str, *rest: Any) -> Any:
        if name == self.absent or name.startswith(f"{self.absent}."):
            return None
        return self.finder.find_spec(name, *rest)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.finder, name)


if day := os.environ.get("CERTFOLIO_TEST_DAY"):
    _turn_the_clock(day)
if log := os.environ.get("CERTFOLIO_TEST_NETWORK"):
    _refuse_the_network(log)
if absent := os.environ.get("CERTFOLIO_TEST_ABSENT"):
    sys.meta_path[-1] = _Without(sys.meta_path[-1], absent)
