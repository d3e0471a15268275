"""Switches one control off before anything is imported: pytest -p mutation.switched_off.

CERTFOLIO_MUTATION names it. The file of the control stays as it is; only what Python reads of it is
changed. A control that is not found as the table says ends the run: the table would prove nothing.
"""

import importlib.abc
import importlib.machinery
import os
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any

from mutation.controls import CONTROLS, Control


class _Loader(importlib.machinery.SourceFileLoader):
    """Loads a module with the control in it switched off."""

    def __init__(self, name: str, path: str, control: Control) -> None:
        super().__init__(name, path)
        self.control = control

    def get_code(self, fullname: str) -> Any:
        """Never take what was compiled before from the disk, nor leave anything there."""
        source = self.get_data(self.path).decode("utf-8")
        if source.count(self.control.says) != 1:
            sys.exit(f"{self.control.name}: {self.path} does not say once: {self.control.says!r}")
        changed = source.replace(self.control.says, self.control.instead)
        return self.source_to_code(changed.encode("utf-8"), self.path)


class _Finder(importlib.abc.MetaPathFinder):
    def __init__(self, control: Control) -> None:
        self.control = control

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self.control.module:
            return None
        found = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        assert found is not None and found.origin is not None
        loader = _Loader(fullname, found.origin, self.control)
        return importlib.machinery.ModuleSpec(fullname, loader, origin=found.origin)


def _install(name: str) -> None:
    control = next(control for control in CONTROLS if control.name == name)
    assert control.module not in sys.modules, f"{control.module} was imported too early"
    sys.meta_path.insert(0, _Finder(control))


if wanted := os.environ.get("CERTFOLIO_MUTATION"):
    _install(wanted)
