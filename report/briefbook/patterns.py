"""Regular expressions whose programs are kept: to compile some five hundred is a tenth of a run.

Python compiles an expression into a program, a list of numbers for its matching engine, anew in every
process. A command takes the programs of an earlier run from the cache, those of libraries too. The
engine examines a program before it takes it; another version of Python, or of Briefbook, finds none
and compiles as ever.
"""

from __future__ import annotations

import atexit
import json
import re
import sys
from array import array
from base64 import b64decode, b64encode
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

from briefbook import cache

_KIND = "patterns"
_FEWEST = 32
"""So many new ones are worth writing all anew: those of a briefing's own figures are a few."""
_WORD = "I"
_OF_SETS = ("tokenize", "reportlab.lib.rl_safe_eval")
"""Modules that join alternatives from a set: in another order in every process, never found again."""
_COMPILING = ("briefbook", "re", "functools")
_Program = list[Any]
"""Flags, code, how many groups, the number of each name, the name of each number."""


def keep_programs() -> None:
    """Take the programs of expressions from the cache until the process ends, then keep those that are new.

    Nothing happens where this Python has another engine than CPython's.
    """
    with suppress(ImportError, AttributeError):
        import _sre  # type: ignore[import-not-found]
        from re import _compiler, _parser  # type: ignore[attr-defined]

        version = f"{sys.implementation.cache_tag} {_sre.MAGIC}"
        programs = _Programs(version, _sre.compile, _parser.parse, _compiler._code)  # noqa: SLF001
        _compiler.compile = programs.compiled
        atexit.register(programs.keep)


class _Programs:
    """The programs of all expressions that a process compiles, by flags and text."""

    def __init__(
        self, version: str, loaded: Callable[..., re.Pattern[Any]], *steps: Callable[..., Any]
    ) -> None:
        self._version, self._loaded, (self._parse, self._code) = version, loaded, steps
        self._new: dict[str, _Program] = {}
        self._old = self._found()

    def _found(self) -> dict[str, _Program]:
        with cache.opened(), suppress(ValueError):
            if isinstance(kept := json.loads(cache.found(_KIND, self._version) or b"{}"), dict):
                return kept
        return {}

    def compiled(self, pattern: str | bytes, flags: int = 0) -> re.Pattern[Any]:
        """Return an expression compiled, as `re._compiler.compile` does; raises re.error."""
        key = f"{int(flags)} {pattern!r}"
        # Python keeps what is compiled: the room of its program is free again.
        if program := self._old.pop(key, None):
            with suppress(TypeError, ValueError, RuntimeError, OverflowError):
                return self._of(pattern, program)
        program = self._made(pattern, flags)
        if not _is_joined_from_a_set():
            self._new[key] = program
        return self._of(pattern, program)

    def _of(self, pattern: str | bytes, program: _Program) -> re.Pattern[Any]:
        flags, code, groups, numbers, names = program
        words = array(_WORD, b64decode(code)).tolist()
        return self._loaded(pattern, flags, words, groups, numbers, tuple(names))

    def _made(self, pattern: str | bytes, flags: int) -> _Program:
        parsed = self._parse(pattern, flags)
        names: list[str | None] = [None] * parsed.state.groups
        for name, number in parsed.state.groupdict.items():
            names[number] = name
        code = b64encode(array(_WORD, self._code(parsed, flags)).tobytes()).decode()
        return [
            flags | parsed.state.flags,
            code,
            parsed.state.groups - 1,
            parsed.state.groupdict,
            names,
        ]

    def keep(self) -> None:
        """Keep the programs for the next run, if many are new."""
        if len(self._new) >= _FEWEST:
            with cache.opened():
                cache.keep(_KIND, self._version, json.dumps(self._found() | self._new).encode())


def _is_joined_from_a_set() -> bool:
    """Tell whether one of those modules is compiling."""
    frame: FrameType | None = sys._getframe(1)  # noqa: SLF001  there is no other way to ask
    while frame and frame.f_globals.get("__name__", "").partition(".")[0] in _COMPILING:
        frame = frame.f_back
    return frame is not None and frame.f_globals.get("__name__") in _OF_SETS
