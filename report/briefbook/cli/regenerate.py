"""The command `regenerate`: refresh, check, build, compare and verify a seed in one go.

Before and after are built by the same program, so that only the seed can make a difference. The
second build tells in the documents what changed, and changes.md tells a reviewer.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from briefbook.output import write_together
from briefbook.provenance.diff import compare
from briefbook.provenance.edition import read_edition
from briefbook.provenance.formatters import as_markdown

CHANGES = "changes.md"
REFRESH_FLAGS = ("--update-anchors", "--accept-edited", "--allow-private")


def regenerate_command(options: argparse.Namespace) -> int:
    """Run all steps; the first that fails ends the run with its exit code."""
    seed, out = options.seed, options.out
    before, changes = out / "before", out / CHANGES
    _clear(before, changes)
    name = seed.resolve().name
    old, new = before / f"{name}.json", out / f"{name}.json"
    refresh = [flag for flag in REFRESH_FLAGS if _is_given(options, flag)]
    steps = (
        ["build", str(seed), "--out", str(before)],
        ["refresh", str(seed), "--contact", options.contact, *refresh],
        ["check", str(seed), "--format", str(options.format)],
        ["build", str(seed), "--out", str(out)],
    )
    if code := _first_failure(steps):
        return code
    told = _told(old, new)
    if told:
        write_together(out, {CHANGES: told.encode()})
        print(told, end="")
        if code := _first_failure((["build", str(seed), "--out", str(out), "--since", str(old)],)):
            return code
    else:
        print("Nothing changed.")
    return _first_failure((["verify", str(out / f"{name}.pdf"), str(out / f"{name}.pptx")],))


def _clear(before: Path, changes: Path) -> None:
    """Remove what an earlier run left."""
    if before.is_dir() and not before.is_symlink():
        shutil.rmtree(before)
    changes.unlink(missing_ok=True)


def _is_given(options: argparse.Namespace, flag: str) -> bool:
    return bool(getattr(options, flag.removeprefix("--").replace("-", "_")))


def _first_failure(steps: tuple[list[str], ...]) -> int:
    """Run commands in order; return the exit code of the first that fails, 0 if none does."""
    from briefbook.cli import main

    for step in steps:
        if code := main(step):
            return code
    return 0


def _told(old: Path, new: Path) -> str:
    """Return what a reader could see of the change, as Markdown; empty if nothing."""
    changes = compare(read_edition(old), read_edition(new))
    return "" if changes.is_empty else as_markdown(changes)
