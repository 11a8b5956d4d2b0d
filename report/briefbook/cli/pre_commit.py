"""What pre-commit runs: `python -m briefbook.cli.pre_commit FILE…` checks the seeds of changed files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from briefbook.cli import main


def check_files(files: Sequence[str]) -> int:
    """Check the seed of each file that lies in one; return the worst exit code."""
    seeds = dict.fromkeys(
        parent
        for file in files
        for parent in Path(file).parents
        if (parent / "briefing.yaml").is_file()
    )
    return max((main(["check", str(seed)]) for seed in seeds), default=0)


if __name__ == "__main__":
    sys.exit(check_files(sys.argv[1:]))
