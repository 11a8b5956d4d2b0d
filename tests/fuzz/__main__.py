"""Fuzzing for as long as there is time: `python -m tests.fuzz COUNT [FIRST]`; prints what it finds.

A line of what is found goes into corpus.txt once it is mended.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.fuzz.targets import TARGETS, make_whole, try_one
from tests.fuzz.test_fuzz import SOURCES


def main() -> int:
    """Try so many inputs, of all targets in turn; return 1 if any did what none may do."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    found: Counter[str] = Counter()
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="briefbook-fuzz-") as name:
        whole = make_whole(Path(name), SOURCES)
        for number in range(first, first + count):
            target = list(TARGETS)[number % len(TARGETS)]
            if wrong := try_one(target, number, whole, Path(name, "one")):
                found[target] += 1
                print(f"{wrong.target} {wrong.number}  {wrong.what}", flush=True)
            if (number - first) % 200 == 199:
                told = f"{number - first + 1:,} inputs, {found.total()} found"
                print(
                    f"{told}, {time.monotonic() - start:.0f} seconds", file=sys.stderr, flush=True
                )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
