"""The command `watch`: build again whenever a file of the seed changes, and say what changed."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from briefbook.build import build
from briefbook.cli.terminal import tell
from briefbook.desk.file_state import file_state
from briefbook.errors import BriefbookError, Problems
from briefbook.messages import problem_of
from briefbook.model.reader import model_bytes
from briefbook.provenance.diff import compare
from briefbook.provenance.edition import Edition, read_edition
from briefbook.provenance.formatters import as_text

_PAUSE_SECONDS = 0.3
"""Between two looks: shorter than anyone waits for, and too long to be felt by the machine."""


def watch_command(options: argparse.Namespace, pause: Callable[[], None] | None = None) -> int:
    """Build on every change until Ctrl-C; `pause` waits for the next look."""
    wait = pause or (lambda: time.sleep(_PAUSE_SECONDS))
    model_bytes(options.seed)  # a missing seed is told, not waited for
    print(f"watching {options.seed}; Ctrl-C ends it", file=sys.stderr, flush=True)
    seen, edition = "", None
    while True:
        now = file_state(options.seed)
        if now != seen:
            seen = now
            edition = _built(options, edition)
        wait()


def _built(options: argparse.Namespace, before: Edition | None) -> Edition | None:
    """Build, and tell what changed in the documents; return what was built, or what was before."""
    seed: Path = options.seed
    start = time.monotonic()
    try:
        built = build(seed, options.out)
        now = read_edition(built.files[-1])
    except Problems as error:
        tell(error.problems, options)
        return before
    except BriefbookError as error:
        tell((problem_of(error),), options)
        return before
    tell(built.warnings, options)
    print(f"built in {time.monotonic() - start:.1f} s: {', '.join(map(str, built.files))}")
    if before is not None:
        changes = compare(before, now)
        print("nothing that a reader sees has changed" if changes.is_empty else as_text(changes))
    sys.stdout.flush()
    return now
