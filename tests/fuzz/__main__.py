"""Fuzzing for as long as there is time: `python -m tests.fuzz COUNT [FIRST]`; prints what it finds.

A line of what is found goes into corpus.txt once it is mended. Inputs are tried in child processes, so
that what thousands of texts leave in memory is given back.
"""

from __future__ import annotations

import concurrent.futures
import multiprocessing
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.fuzz.targets import TARGETS, Whole, make_whole, try_one
from tests.fuzz.test_fuzz import SOURCES

_BATCH = 200
_SLOW_SECONDS = 20
"""Of processor time: told, and no fault."""


def batch(numbers: range, whole: Whole, folder: Path) -> list[str]:
    """Try some inputs, of all targets in turn; return the targets of those that did what none may do."""
    found = []
    for number in numbers:
        target = list(TARGETS)[number % len(TARGETS)]
        start = time.process_time()
        if wrong := try_one(target, number, whole, folder):
            found.append(target)
            print(f"{wrong.target} {wrong.number}  {wrong.what}", flush=True)
        if (took := time.process_time() - start) > _SLOW_SECONDS:
            print(f"{target} {number}  took {took:.0f} s", file=sys.stderr, flush=True)
    return found


def main() -> int:
    """Try so many inputs; return 1 if any did what none may do."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    found: Counter[str] = Counter()
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="briefbook-fuzz-") as name:
        whole = make_whole(Path(name), SOURCES)
        for begin in range(first, first + count, _BATCH):
            numbers = range(begin, min(begin + _BATCH, first + count))
            fork = multiprocessing.get_context("fork")
            with concurrent.futures.ProcessPoolExecutor(1, mp_context=fork) as pool:
                found.update(pool.submit(batch, numbers, whole, Path(name, "one")).result())
            told = f"{numbers.stop - first:,} inputs, {found.total()} found"
            print(f"{told}, {time.monotonic() - start:.0f} seconds", file=sys.stderr, flush=True)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
