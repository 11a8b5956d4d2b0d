"""Regular expressions whose programs are kept: to compile some five hundred is a tenth of a run.

Python compiles an expression into a program, a list of numbers for its matching engine, anew in every
process. An installation brings the programs of the expressions that commands meet
(docs/tools/compile_patterns.py writes them, as an installer writes byte code), those of libraries
too; what else a command met in an earlier run comes from the cache. The engine examines a program
before it takes it; another version of Python finds none and compiles as ever. What is compiled here finds
the same and gives up earlier (`pattern_code.py`).
"""

from __future__ import annotations

import atexit
import json
import re
import sys
from array import array
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import FrameType
from typing import Any, Final

from briefbook import cache

_KIND = "patterns"
_FEWEST = 32
"""So many new ones are worth writing all anew: those of a briefing's own figures are a few."""
_MOST = 4096
"""Expressions that are remembered; Python itself remembers 512, and a command meets more."""
_WORD: Final = "I"
_BYTES = array(_WORD).itemsize
_OF_SETS = ("tokenize", "reportlab.lib.rl_safe_eval")
"""Modules that join alternatives from a set: in another order in every process, never found again."""
_COMPILING = ("briefbook", "re", "functools")
_Program = tuple[int, Sequence[int], int, dict[str, int]]
"""Flags, code, how many groups, the number of each name."""


def installed_file() -> str:
    """Return where the programs of an installation lie, for this version of Python."""
    return f"{__file__.removesuffix('.py')}.{sys.implementation.cache_tag}.programs"


def use_programs(*, installed: bool = False, kept: bool = False) -> Programs | None:
    """Take the programs of expressions from here on; return those that are taken and made.

    `installed`: those that the installation brings; `kept`: those in the cache, where the new ones
    are kept at the end. None, and nothing happens, where this Python has another engine than
    CPython's.
    """
    with suppress(ImportError, AttributeError):
        import _sre  # type: ignore[import-not-found]
        from re import _compiler, _parser  # type: ignore[attr-defined]

        version = f"{sys.implementation.cache_tag} {_sre.MAGIC} {sys.byteorder}"
        programs = Programs(version, _sre.compile, _parser.parse, _code_of)
        if installed:
            with suppress(OSError), open(installed_file(), "rb") as file:
                programs.take(file.read())
        if kept:
            programs.take_kept()
            atexit.register(programs.keep)
        _compiler.compile = programs.compiled
        for name in ("DEBUG", "T"):
            # Each flag of an expression is held against these; a plain number is not asked by Python code.
            setattr(re, name, int(getattr(re, name, 0)))
        return programs
    return None


def _code_of(parsed: Any, flags: int) -> Sequence[int]:  # noqa: ANN401  what another Python's parser makes
    """Return the code of a parsed expression: ours, or where Python's compiler is another one than ours builds on, its."""
    from re import _compiler  # type: ignore[attr-defined]

    with suppress(ImportError, AttributeError, TypeError, ValueError):
        from briefbook.pattern_code import code_of  # most programs are there already

        return code_of(parsed, flags)
    code: Sequence[int] = _compiler._code(parsed, flags)  # noqa: SLF001
    return code


class Programs:
    """The programs of all expressions that a process compiles, by flags and text."""

    def __init__(
        self, version: str, loaded: Callable[..., re.Pattern[Any]], *steps: Callable[..., Any]
    ) -> None:
        self._version, self._loaded, (self._parse, self._code) = version, loaded, steps
        self._new: dict[str, _Program] = {}
        self._old: dict[str, _Program] = {}
        self._compiled: dict[str, re.Pattern[Any]] = {}

    def take(self, packed: bytes) -> None:
        """Take the programs of a file; one of another version, or broken, has none."""
        self._old |= self._unpacked(packed)

    def take_kept(self) -> None:
        """Take the programs that earlier runs kept."""
        with cache.opened():
            self.take(cache.found(_KIND, self._version) or b"")

    def packed(self) -> bytes:
        """Return the programs that were made as a file: a line of JSON, and their code behind it."""
        return self._packed(self._new)

    def keep(self) -> None:
        """Keep the programs for the next run, if many are new."""
        if len(self._new) >= _FEWEST:
            with cache.opened():
                kept = self._unpacked(cache.found(_KIND, self._version) or b"")
                cache.keep(_KIND, self._version, self._packed(kept | self._new))

    def compiled(self, pattern: str | bytes, flags: int = 0) -> re.Pattern[Any]:
        """Return an expression compiled, as `re._compiler.compile` does; raises re.error."""
        # A text stands in its key as it is, since escapes take long; it is never that of bytes.
        shown = f" {pattern}" if isinstance(pattern, str) else repr(pattern)
        key = f"{int(flags)}{shown}"
        if key not in self._compiled:
            if len(self._compiled) >= _MOST:
                self._compiled.clear()
            self._compiled[key] = self._taken(pattern, self._old.pop(key, None)) or self._of(
                pattern, self._newly_made(key, pattern, flags)
            )
        return self._compiled[key]

    def _taken(self, pattern: str | bytes, program: _Program | None) -> re.Pattern[Any] | None:
        with suppress(TypeError, ValueError, RuntimeError, OverflowError, IndexError):
            return self._of(pattern, program) if program else None
        return None

    def _newly_made(self, key: str, pattern: str | bytes, flags: int) -> _Program:
        program = self._made(pattern, flags)
        if not _is_joined_from_a_set():
            self._new[key] = program
        return program

    def _of(self, pattern: str | bytes, program: _Program) -> re.Pattern[Any]:
        flags, code, groups, numbers = program
        names: list[str | None] = [None] * (groups + 1)
        for name, number in numbers.items():
            names[number] = name
        steps = (
            code.tolist() if isinstance(code, memoryview) else list(code)
        )  # at once, not one by one
        return self._loaded(pattern, flags, steps, groups, numbers, tuple(names))

    def _made(self, pattern: str | bytes, flags: int) -> _Program:
        parsed = self._parse(pattern, flags)
        state, code = parsed.state, self._code(parsed, flags)
        return flags | state.flags, code, state.groups - 1, state.groupdict

    def _packed(self, programs: dict[str, _Program]) -> bytes:
        heads, words = {}, array(_WORD)
        for key, (flags, code, *names) in sorted(programs.items()):
            heads[key] = [flags, len(words), len(words) + len(code), *names]
            words.extend(code)
        return json.dumps([self._version, heads]).encode() + b"\n" + words.tobytes()

    def _unpacked(self, packed: bytes) -> dict[str, _Program]:
        end = packed.find(b"\n") + 1
        body = memoryview(packed)[end:]  # three megabytes, which are not copied
        words = body[: len(body) // _BYTES * _BYTES].cast(_WORD)
        with suppress(TypeError, ValueError, AttributeError):
            version, heads = json.loads(packed[:end])
            if version == self._version:
                return {
                    key: (flags, words[start:end], groups, numbers)
                    for key, (flags, start, end, groups, numbers) in heads.items()
                }
        return {}


def _is_joined_from_a_set() -> bool:
    """Tell whether one of those modules is compiling."""
    frame: FrameType | None = sys._getframe(1)  # noqa: SLF001  there is no other way to ask
    while frame and frame.f_globals.get("__name__", "").partition(".")[0] in _COMPILING:
        frame = frame.f_back
    return frame is not None and frame.f_globals.get("__name__") in _OF_SETS
