"""Verify alone, for those who only receive files: `python -m briefbook.verify`, or briefbook-verify.pyz.

It needs no more than lxml, pypdf and fontTools, and nothing that makes documents.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from briefbook.errors import BriefbookError, Problem
from briefbook.language.phrases import printable
from briefbook.verify import verify
from briefbook.verify.report_page import write_report
from briefbook.version import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the files back, print what is wrong, and return 0, 1 for problems, 2 or 3 for errors."""
    parser = argparse.ArgumentParser(
        prog="briefbook-verify",
        description="Read a finished paper, deck or page back and hold them against their manifest.",
    )
    parser.add_argument("--version", action="version", version=f"briefbook-verify {__version__}")
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="what was received")
    parser.add_argument(
        "--manifest", type=Path, metavar="JSON", help="the ledger (default: the JSON beside them)"
    )
    parser.add_argument(
        "--key", type=Path, metavar="KEY", help="a public SSH key, or a list of allowed signers"
    )
    parser.add_argument(
        "--report", type=Path, metavar="HTML", help="also write what was found as one page"
    )
    options = parser.parse_args(arguments)
    files = tuple(options.files)
    try:
        problems = verify(files, options.manifest, options.key)
        if options.report:
            write_report(options.report, files, options.manifest, options.key, problems)
    except BriefbookError as error:
        where = f"{error.place}: " if error.place else ""
        print(f"{where}error: {printable(error.message)}", file=sys.stderr)
        if error.hint:
            print(f"    {printable(error.hint)}", file=sys.stderr)
        return error.exit_code
    for problem in problems:
        print(_line(problem))
    if not problems:
        names = " and ".join(path.name for path in options.files)
        print(f"{names}: as built; every word and figure is in the ledger")
    return 1 if problems else 0


def _line(problem: Problem) -> str:
    said = f"{problem.place}: {problem.severity}: {problem.message} [{problem.rule}]"
    return "\n".join(
        map(printable, filter(None, (said, f"    {problem.hint}" * bool(problem.hint))))
    )


if __name__ == "__main__":
    sys.exit(main())
