# ruff: noqa: E402
"""The programs of the regular expressions that commands meet, for this Python: what an installation brings.

    python docs/tools/compile_patterns.py [FILE [SEED …]]

Those that builds of the seeds compile, of all examples unless some are named, and drafts of their sources. Without a file they lie beside `briefbook/patterns.py`, which takes them. An installer writes byte code
for the same reason: the first run would else compile all of it anew.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT / "report") not in sys.path:  # while it is being installed, Briefbook is not
    sys.path[:0] = [str(ROOT / "report"), str(ROOT / "figures")]

# Before anything else is loaded: what the modules compile is part of it.
from briefbook.patterns import installed_file, use_programs

PROGRAMS = use_programs()

import contextlib
import io
import tempfile
from collections.abc import Callable, Sequence

EXAMPLES = (ROOT / "report" / "briefbook" / "example", *sorted((ROOT / "seeds").iterdir()))
FORMS = ("--pdf", "--pptx", "--slides-pdf", "--handout")


def write_programs(file: Path, seeds: Sequence[Path]) -> None:
    """Write the programs that builds of the seeds compile, and a verification.

    Raises ImportError where the packages that Briefbook needs are not installed.
    """
    if PROGRAMS:
        _run_commands(seeds)
        file.write_bytes(PROGRAMS.packed())


def _run_commands(seeds: Sequence[Path]) -> None:
    from briefbook.cli import main

    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds):
            text = str(seed / "source.txt")
            _run(main, "draft", text, "-o", f"{folder}/draft-{number}", "--edition", "2026-01-01")
            _run(main, "build", str(seed), "--out", folder, "--no-cache", *FORMS)
        deck = min(Path(folder).glob("*.pptx"))
        _run(main, "verify", str(deck.with_suffix(".pdf")), str(deck))


def _run(main: Callable[[list[str]], int], *command: str) -> None:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(list(command))
    if code:
        raise SystemExit(f"{' '.join(command)}: {err.getvalue()}")


if __name__ == "__main__":
    file, *seeds = map(Path, sys.argv[1:] or [installed_file()])
    write_programs(file, seeds or EXAMPLES)
