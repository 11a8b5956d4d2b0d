"""The command line: arguments in, words and an exit code out. The only room that prints.

0  done, with or without warnings
1  problems in the briefing
2  wrong use
3  could not read or write
4  a fault in Briefbook
"""

from __future__ import annotations

import argparse
import atexit
import contextlib
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from typing import NoReturn

from briefbook.cli.arguments import make_parser
from briefbook.cli.faults import drop_output, flush_output, open_streams, told
from briefbook.cli.terminal import clear_progress, tell
from briefbook.errors import Problems
from briefbook.messages import problem_of

INTERRUPTED = 130
"""The shell's convention for a command ended by Ctrl-C: 128 + SIGINT."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    given = tuple(sys.argv[1:] if arguments is None else arguments)
    parser = make_parser(*given[:1])
    options = parser.parse_args(given)
    if options.command is None:
        parser.print_help()
        return 2
    options.given = given
    try:
        with _second_opinion(options):
            code = command_of(options.command)(options)
        flush_output()
    except KeyboardInterrupt:
        clear_progress()
        print("interrupted; what was built before is unchanged", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone (`briefbook … | head`); nobody is left to tell.
        drop_output()
        return 0
    except Exception as error:  # noqa: BLE001  the last resort: a sentence for everything
        try:
            return _tell(error, options)
        except OSError as full:  # what was to be told found no room
            return _tell(full, options)
    return code


def command_of(name: str) -> Callable[[argparse.Namespace], int]:
    """Return what runs a command: of `add-source`, `add_source_command` in the module `add_source`.

    Each command is a module of this room, loaded when it is asked for, so that none waits for the
    libraries of the others.
    """
    own = name.replace("-", "_")
    command: Callable[[argparse.Namespace], int]
    command = getattr(import_module(f"briefbook.cli.{own}"), f"{own}_command")
    return command


def _second_opinion(options: argparse.Namespace) -> AbstractContextManager[None]:
    """Return what asks the model of `--entail` while a command runs."""
    folder = getattr(options, "entail", None)
    if folder is None:
        return nullcontext()
    from briefbook.entailment import asking, read_model

    return asking(read_model(folder))


def _tell(error: Exception, options: argparse.Namespace) -> int:
    """Tell what stopped a command; return its exit code."""
    if isinstance(error, Problems):
        tell(error.problems, options)
        return error.exit_code
    stopped = told(error)
    if stopped.place is None and isinstance(error, OSError):
        drop_output()
    tell((problem_of(stopped),), options)
    return stopped.exit_code


def run() -> NoReturn:
    """Run as a program; a polite end (SIGTERM: a cancelled CI run) is an interrupt like Ctrl-C."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, interrupt)
    open_streams()
    code = INTERRUPTED
    try:
        code = main()
    except SystemExit as end:  # the parser's: help, the version, wrong use
        code = _ended(end)
    except OSError as full:  # what the parser printed found no room
        code = _full(full)
    except KeyboardInterrupt:
        pass
    _end(code)


def _ended(end: SystemExit) -> int:
    """Return the exit code of what the parser ended; what it printed may find no room."""
    try:
        flush_output()
    except OSError as full:
        return _full(full)
    return end.code if isinstance(end.code, int) else int(end.code is not None)


def _full(error: OSError) -> int:
    """Tell that the output found no room; where its reader has gone, nobody is left to tell."""
    drop_output()
    if isinstance(error, BrokenPipeError):
        return 0
    stopped = told(error)
    print(f"error: {stopped.message}", file=sys.stderr)
    return stopped.exit_code


def _end(code: int) -> NoReturn:
    """End the program at once: to free each of its objects would take a tenth of a second."""
    atexit._run_exitfuncs()  # noqa: SLF001  what others have registered runs as ever
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)
