"""Modules that other packages import and that one build never uses: loaded when something asks for them.

ReportLab imports Pillow and, through `xml.sax`, everything that opens addresses: a twentieth of a
build's time and memory. The standard library imports what examines functions, for dataclasses without
a docstring; what reads IP addresses, for every URL; and two ways of packing that no document of ours
uses. `importlib.util.LazyLoader` does not serve, since importing a module that is to be loaded later
loads it at once (Python 3.11).
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType


class _Later(ModuleType):
    """Stands in the place of a module until a name of it is asked for."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            sys.modules.pop(self.__name__, None)
        real = import_module(self.__name__)
        self.__dict__.update(vars(real))
        return getattr(real, name)


def load_later(*names: str) -> None:
    """Put modules off, of those that are not loaded yet; each of a package; for a process with one thread."""
    for name in names:
        if name not in sys.modules:
            package, _, own = name.rpartition(".")
            sys.modules[name] = later = _Later(name)
            if package:
                setattr(import_module(package), own, later)
