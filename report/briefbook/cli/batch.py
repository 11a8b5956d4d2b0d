"""Many seeds in one go: several processes, each of which builds one seed after the other.

A seed that is at fault, or whose process dies, costs that seed alone and is told at the end.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import io
import multiprocessing
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from briefbook import stamp
from briefbook.cli.terminal import clear_progress
from briefbook.errors import SourceLocation, WrongUse
from briefbook.frozen import dataclass

_BUILDS_A_WORKER = 32
"""Then a fresh process takes over, so that what libraries keep does not add up."""
DIED = 5
"""Exit code of a seed whose process died: killed, or out of memory."""


@dataclass(frozen=True)
class Result:
    """What became of one seed."""

    seed: str
    """Its folder; of a row of a table, what its files are called."""
    code: int
    told: str
    """What the build said on stderr, without its steps."""
    seconds: float

    @property
    def word(self) -> str:
        """What became of it in a word."""
        return {0: "built", 1: "problems", DIED: "died"}.get(self.code, "failed")

    @property
    def line(self) -> str:
        """One line for whoever watches."""
        first = next((s for s in self.told.splitlines() if "error" in s), "") if self.code else ""
        return f"{self.word:9} {self.seconds:6.1f} s  {self.seed}" + (f"  {first}" if first else "")


def build_all(options: argparse.Namespace) -> int:
    """Build several seeds; return the highest exit code of any."""
    tasks = tuple(_tasks(options))
    results: list[Result] = []
    start = time.monotonic()
    for result in _results(tasks, options):
        results.append(result)
        _tell(results, len(tasks), time.monotonic() - start)
    clear_progress()
    for failed in (result for result in results if result.code):
        print(f"\n{failed.seed}:\n{failed.told}".rstrip(), file=sys.stderr)
    print(summary(results, time.monotonic() - start))
    return max((result.code for result in results), default=0)


def _results(tasks: Sequence[Task], options: argparse.Namespace) -> Iterator[Result]:
    if not options.cluster:
        return _built(tasks, options.jobs or os.cpu_count() or 1)
    of_this_machine = [name for name in ("jobs", *_FILES) if getattr(options, name)]
    if of_this_machine:
        told = f"--{of_this_machine[0]} is of this machine, and not with --cluster"
        raise WrongUse(told, hint="a brand beside a seed or above it goes with the seed")
    from briefbook.cli.cluster import built_on

    return built_on(options.cluster, tasks, options.out)


_FILES = ("sign", "template", "brand", "fonts", "params")
"""Options that name a file which no worker has."""
_BAR = 30
"""Characters of the progress bar."""


def _tell(results: Sequence[Result], whole: int, seconds: float) -> None:
    """Say how far the batch is: a bar on a terminal, a line for each seed elsewhere."""
    done = len(results)
    if not sys.stderr.isatty():
        print(f"[{done}/{whole}] {results[-1].line}", file=sys.stderr, flush=True)
        return
    if results[-1].code:
        clear_progress()
        print(results[-1].line, file=sys.stderr)
    filled = _BAR * done // whole
    left = seconds / done * (whole - done)
    bar = "█" * filled + "░" * (_BAR - filled)
    failed = sum(1 for result in results if result.code)
    print(f"\r\033[K{bar} {done} of {whole}, {failed} failed, {_clock(left)} left", end="",
          file=sys.stderr, flush=True)  # fmt: skip


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def summary(results: Sequence[Result], seconds: float) -> str:
    """Return what became of a batch as a small table: how many, how long, the slowest."""
    count = Counter(result.word for result in results)
    lines = [f"{count['built']} of {len(results)} built"]
    lines += [f"{count[word]:6} {word}" for word in ("problems", "failed", "died") if count[word]]
    if len(results) > 1:
        took = sorted(result.seconds for result in results)
        slowest = max(results, key=lambda result: result.seconds)
        lines.append(
            f"{_clock(seconds)} in all; a seed took {took[len(took) // 2]:.1f} s (median),"
            f" {slowest.seed} {slowest.seconds:.1f} s"
        )
    return "\n".join(lines)


Task = tuple[str, tuple[str, ...]]
"""What a build is called in the table, and its arguments after `build`."""


def _tasks(options: argparse.Namespace) -> Iterator[Task]:
    """Yield a build for each seed, or for each row of a table; raises BriefbookError."""
    flags = _flags(options)
    if options.params is None:
        yield from ((seed, (seed, *flags)) for seed in _seeds(options))
        return
    from briefbook.model.reader import read_instances

    if options.all or len(options.seeds) != 1 or options.since:
        raise WrongUse("--params is of one seed, and not with --all or --since")
    [seed] = options.seeds
    for instance in read_instances(seed, options.params):
        own = ("--params", str(options.params), "--only", instance.key)
        yield f"{seed.resolve().name}-{instance.key}", (str(seed), *flags, *own)


def _seeds(options: argparse.Namespace) -> tuple[str, ...]:
    """Return the seeds that are named, and those of `--all`; raises WrongUse."""
    found = [*options.seeds]
    if options.all:
        found += sorted(path.parent for path in options.all.glob("*/briefing.yaml"))
        if not found:
            hint = "a seed is a folder with briefing.yaml"
            raise WrongUse(
                "no seed in this folder", place=SourceLocation(str(options.all)), hint=hint
            )
    if not found or options.since or (options.jobs is not None and options.jobs < 1):
        hint = (
            "briefbook build SEED…, or --all DIR; --since goes with one seed, --jobs is at least 1"
        )
        raise WrongUse("there is nothing to build, or no way to build it so", hint=hint)
    names: dict[str, Path] = {}
    for seed in dict.fromkeys(found):
        name = seed.resolve().name
        if name in names:
            told = f"{names[name]} and {seed} would be written to the same files"
            raise WrongUse(told, hint="build them into different folders")
        names[name] = seed
    return tuple(str(seed) for seed in names.values())


SWITCHES = (
    "pdf",
    "pptx",
    "slides_pdf",
    "handout",
    "html",
    "gate",
    "provenance",
    "no_cache",
    "no_brand",
    "verbose",
)
VALUED = ("slides", "variant", "paper", "print", "brand", "fonts", "template", "sign", "entail")
"""Options that are passed on, beside `--out` and `--duplex`."""
OF_THE_BATCH = ("seeds", "all", "jobs", "cluster", "params", "only", "since", "format", "open")
"""Options that say what is built and how it is told, or that are of one seed alone."""


def _flags(options: argparse.Namespace) -> tuple[str, ...]:
    """Return the options that each single build gets."""
    given = (f"--{name.replace('_', '-')}" for name in SWITCHES if getattr(options, name))
    chosen = [f"--{name}={value}" for name in VALUED if (value := getattr(options, name))]
    sides = {True: ["--duplex"], False: ["--no-duplex"], None: []}[options.duplex]
    return ("--out", str(options.out), *given, *chosen, *sides)


def _built(tasks: Sequence[Task], jobs: int) -> Iterator[Result]:
    """Yield the result of each build as it comes.

    Workers are replaced with their pool: a pool that is asked to replace them may wait for ever for
    one that it has not started (Python 3.11 to 3.15 beta 3, python/cpython issue 115634).
    """
    size = jobs * _BUILDS_A_WORKER
    for first in range(0, len(tasks), size):
        yield from _built_by_a_pool(tasks[first : first + size], jobs)


def _built_by_a_pool(tasks: Sequence[Task], jobs: int) -> Iterator[Result]:
    left = list(tasks)
    with _pool(min(jobs, len(tasks))) as pool:
        futures = {pool.submit(build_one, *task): task for task in tasks}
        for future in as_completed(futures):
            with contextlib.suppress(BrokenProcessPool):
                yield future.result()
                left.remove(futures[future])
    # A process that dies takes its pool with it: what is left is built in processes of its own.
    with ThreadPoolExecutor(jobs) as threads:
        alone: list[Future[Result]] = [threads.submit(_alone, *task) for task in left]
        for future in as_completed(alone):
            yield future.result()


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"))


def _alone(name: str, arguments: tuple[str, ...]) -> Result:
    start = time.monotonic()
    try:
        with _pool(1) as pool:
            return pool.submit(build_one, name, arguments).result()
    except BrokenProcessPool:
        told = "error: its process died: killed, or out of memory"
        return Result(name, DIED, told, time.monotonic() - start)


def build_one(name: str, arguments: tuple[str, ...]) -> Result:
    """Build one seed, or one row of a table, in this process, as the command does, and return what it told."""
    from briefbook.cli import main

    start = time.monotonic()
    if kept := stamp.replayed(["build", *arguments]):
        return Result(name, 0, kept[1], time.monotonic() - start)
    told = io.StringIO()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(told):
        code = main(["build", *arguments])
    gc.collect()  # a build leaves its garbage, since it expects the process to end
    steps = ("reading", "checking", "drawing", "composing", "rendering", "writing", "printing")
    said = [line for line in told.getvalue().splitlines() if not line.startswith(steps)]
    return Result(name, code, "\n".join(said), time.monotonic() - start)
