"""The command line: arguments in, words and an exit code out. The only room that prints.

0  done, with or without warnings
1  problems in the briefing
2  wrong use
3  could not read or write
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Sequence

from briefbook.cli.arguments import make_parser
from briefbook.cli.commands import COMMANDS
from briefbook.cli.terminal import clear_progress, tell
from briefbook.errors import BriefbookError, Problems
from briefbook.messages import problem_of

INTERRUPTED = 130
"""The shell's convention for a command ended by Ctrl-C: 128 + SIGINT."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    parser = make_parser()
    options = parser.parse_args(arguments)
    if options.command is None:
        parser.print_help()
        return 2
    try:
        code: int = COMMANDS[options.command](options)
    except Problems as error:
        tell(error.problems, options)
        return error.exit_code
    except BriefbookError as error:
        tell((problem_of(error),), options)
        return error.exit_code
    except KeyboardInterrupt:
        clear_progress()
        print("interrupted; what was built before is unchanged", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone (`briefbook … | head`); nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def run() -> None:
    """Run as a program; a polite end (SIGTERM: a cancelled CI run) is an interrupt like Ctrl-C."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, interrupt)
    with contextlib.suppress(KeyboardInterrupt):
        sys.exit(main())
    sys.exit(INTERRUPTED)
