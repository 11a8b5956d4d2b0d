"""What nobody foresaw, as a sentence: no traceback reaches the terminal.

A full disk or a lack of memory is told for what it is. A fault of Briefbook's own is told as one,
with a file that holds what its makers need; outputs are written whole or not at all, so that none
is touched.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TextIO

from briefbook.errors import BriefbookError, SourceLocation
from briefbook.version import __version__


class Fault(BriefbookError):
    """Briefbook itself is at fault."""

    exit_code = 4


def open_streams() -> None:
    """Make stdout and stderr take every text: closed ones swallow it, others escape odd letters.

    A console with another code page shows the number of a letter that it does not have.
    """
    for name in ("stdout", "stderr"):
        stream: TextIO | None = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr = _Notes(
            sys.stderr.detach(), sys.stderr.encoding, "backslashreplace", line_buffering=True
        )


class _Notes(io.TextIOWrapper):
    """Messages to whoever watches: where they find no room, the work goes on, and ends as it would."""

    def write(self, text: str) -> int:
        """Write a text; what cannot be written is dropped."""
        with contextlib.suppress(OSError):
            return super().write(text)
        return len(text)

    def flush(self) -> None:
        """Write out what was kept, if there is room."""
        with contextlib.suppress(OSError, ValueError):
            super().flush()


def flush_output() -> None:
    """Write out what was printed; raises BrokenPipeError or OSError while there is a reader."""
    sys.stdout.flush()


def drop_output() -> None:
    """Let stdout lead nowhere, so that the interpreter's end does not stumble over it again."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def told(error: Exception) -> BriefbookError:
    """Return any error as one that can be told; what was raised on purpose is so already."""
    if isinstance(error, BriefbookError):
        return error
    if isinstance(error, MemoryError):
        return BriefbookError(
            "there is not enough memory", hint="close other programs, or raise the limit"
        )
    if isinstance(error, OSError) and error.errno is not None:
        place = SourceLocation(os.fsdecode(error.filename)) if error.filename else None
        what = "cannot read or write" if place else "cannot write to the output"
        return BriefbookError(f"{what}: {error.strerror}", place=place)
    return Fault(
        f"a fault in Briefbook: {type(error).__name__}",
        hint=f"please report it with {_report(error)}; no output was changed",
    )


def _report(error: Exception) -> str:
    """Write what a maker needs into a file of the system's own folder; return its path."""
    lines = (
        f"briefbook {__version__}, Python {sys.version}, {sys.platform}\n",
        f"arguments: {sys.argv[1:]!r}\n\n",
        *traceback.format_exception(error),
    )
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="briefbook-fault-", suffix=".txt", delete=False, encoding="utf-8",
            errors="backslashreplace",
        ) as file:  # fmt: skip
            file.writelines(lines)
    except OSError:
        return "the last line of its trace: " + traceback.format_exception(error)[-2].strip()
    return file.name
