"""Whole commands, measured from outside: processor time with children, wall time, peak memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """What a command took."""

    cpu_s: float
    """User and system time of the process and of all its children."""
    wall_s: float
    peak_mb: float
    """Of the largest single process among them."""

    def __add__(self, other: Cost) -> Cost:
        """Return the cost of one after the other."""
        return Cost(
            self.cpu_s + other.cpu_s, self.wall_s + other.wall_s, max(self.peak_mb, other.peak_mb)
        )


def environment(**more: str) -> dict[str, str]:
    """Return this environment, with byte code written as an installed program would have it."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **more}


def cost(
    command: Sequence[str], env: Mapping[str, str] | None = None, folder: Path | None = None
) -> Cost:
    """Run a command; its failure ends the benchmark."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment() if env is None else env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    told = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        words = " ".join(command)
        raise SystemExit(f"{words} ended with {process.returncode}:\n{told.decode()[-2000:]}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


Task = Callable[[], Cost]


def paired_rounds(
    tasks: Mapping[str, Task], pairs: Sequence[tuple[str, str]], rounds: int
) -> tuple[dict[str, list[Cost]], dict[tuple[str, str], list[float]]]:
    """Return what all tasks cost, and the ratios of processor time of pairs of them.

    The two of a pair run one right after the other: a processor that changes its speed within
    minutes changes it for both. A first round, which fills the caches of the system, is not counted.
    """
    found: dict[str, list[Cost]] = {name: [] for name in tasks}
    ratios: dict[tuple[str, str], list[float]] = {pair: [] for pair in pairs}
    alone = tasks.keys() - {name for pair in pairs for name in pair}
    for number in range(rounds + 1):
        for pair in pairs:
            that, this = (tasks[name]() for name in reversed(pair))
            if number:
                found[pair[0]].append(this)
                found[pair[1]].append(that)
                ratios[pair].append(this.cpu_s / that.cpu_s)
        for name in sorted(alone):
            used = tasks[name]()
            if number:
                found[name].append(used)
    return found, ratios


def median_cost(costs: Sequence[Cost]) -> Cost:
    """Return the median of each figure."""
    return Cost(
        statistics.median(one.cpu_s for one in costs),
        statistics.median(one.wall_s for one in costs),
        statistics.median(one.peak_mb for one in costs),
    )
