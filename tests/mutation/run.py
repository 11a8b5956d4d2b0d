"""Tells every lie to the checks and counts what became of it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from functools import cache as remembered
from pathlib import Path

from briefbook import cache
from briefbook.errors import Problem, Severity
from briefbook.model.reader import read_briefing
from briefbook.model.reread import rereading
from tests.mutation.evidence import evidence_lies
from tests.mutation.lie import Lie, Seed
from tests.mutation.relations import relation_lies
from tests.mutation.values import value_lies
from tests.seeds import EXAMPLE, ROOT, TAJIKISTAN, copy_of, findings_of, problems_of

SEEDS = (EXAMPLE, TAJIKISTAN, ROOT / "seeds" / "ketteria-aid")
"""The seeds that are lied about."""


_FEW = 3
"""Up to so many lies of a kind, another process takes longer to begin than to help."""


class Fate(StrEnum):
    """What became of a lie."""

    CAUGHT = "caught"
    FLAGGED = "flagged"
    LISTED = "listed"
    """Only among the reasons for a look, which `briefbook review` tells."""
    MISSED = "missed"


@dataclass(frozen=True)
class Outcome:
    """A lie, and what became of it."""

    seed: str
    lie: Lie
    fate: Fate
    problems: tuple[Problem, ...]


@remembered
def seed_of(folder: Path) -> Seed:
    """Return the seed in a folder, which no lie changes: copies of it are lied about."""
    return Seed(folder, read_briefing(folder))


@remembered
def lies_of(folder: Path) -> tuple[Lie, ...]:
    """Return every lie about the seed in a folder, once each, in an order without favour."""
    seed = seed_of(folder)
    found = (*value_lies(seed), *relation_lies(seed), *evidence_lies(seed))
    return tuple(sorted(dict.fromkeys(found), key=lambda lie: (lie.kind, lie.key)))


def sample(lies: Iterable[Lie], limit: int) -> Iterator[Lie]:
    """Yield at most so many lies of each kind: the first by key."""
    counts: dict[str, int] = {}
    for lie in lies:
        counts[lie.kind] = counts.get(lie.kind, 0) + 1
        if counts[lie.kind] <= limit:
            yield lie


def tell(folder: Path, limit: int, part: int = 0, parts: int = 1) -> Iterator[Outcome]:
    """Yield the outcome of each lie about a seed; with `parts`, of one part of them only."""
    seed = seed_of(folder)
    # What a lie does not touch is not read again, and keeps its verdict: a third of the time.
    with (
        tempfile.TemporaryDirectory() as scratch,
        cache.opened(str(Path(scratch) / "cache")),
        rereading(),
    ):
        copy = copy_of(folder, Path(scratch))
        assert problems_of(copy) == (), f"{folder} is not clean: nothing can be told from lies"
        known = {(p.rule, p.statement) for p in findings_of(copy)}
        for lie in list(sample(lies_of(folder), limit))[part::parts]:
            changed = seed.applied(lie)
            for name, text in changed.items():
                (copy / name).write_text(text, encoding="utf-8")
            found = findings_of(copy)
            new = tuple(
                p for p in found
                if p.severity is not Severity.REVIEW or (p.rule, p.statement) not in known
            )  # fmt: skip
            yield Outcome(folder.name, lie, _fate(new), new)
            for name in changed:
                shutil.copyfile(folder / name, copy / name)


def tell_all(limit: int) -> tuple[Outcome, ...]:
    """Return the outcome of each lie about every seed; of many, worked out on all processors."""
    if limit <= _FEW:
        found = [outcome for folder in SEEDS for outcome in tell(folder, limit)]
    else:
        parts = os.cpu_count() or 1
        jobs = [(folder, limit, part, parts) for folder in SEEDS for part in range(parts)]
        with ProcessPoolExecutor() as pool:
            found = [outcome for outcomes in pool.map(_told, jobs) for outcome in outcomes]
    return tuple(
        sorted(found, key=lambda outcome: (outcome.lie.kind, outcome.seed, outcome.lie.key))
    )


def _told(job: tuple[Path, int, int, int]) -> tuple[Outcome, ...]:
    return tuple(tell(*job))


def _fate(problems: tuple[Problem, ...]) -> Fate:
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Fate.CAUGHT
    if any(problem.severity is Severity.WARNING for problem in problems):
        return Fate.FLAGGED
    return Fate.LISTED if problems else Fate.MISSED
