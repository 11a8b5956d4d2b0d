"""Copies of seeds for tests to break."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from briefbook import cache
from briefbook.checks import check, findings
from briefbook.errors import Problem, Problems
from briefbook.evidence.resolve import resolve
from briefbook.model.reader import read_briefing
from briefbook.model.reread import rereading

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "report" / "briefbook" / "example"
TAJIKISTAN = ROOT / "seeds" / "tajikistan-us"
KETTERIA = ROOT / "seeds" / "ketteria-aid"


def copy_of(seed: Path, folder: Path) -> Path:
    """Return a fresh copy of a seed's files in a folder."""
    made = folder / seed.name
    made.mkdir()
    for file in seed.iterdir():
        if file.is_file() and file.suffix in (".yaml", ".txt", ".csv"):
            shutil.copyfile(file, made / file.name)
    for part in seed.iterdir():
        if part.is_dir() and part.name != "__pycache__":
            shutil.copytree(part, made / part.name)
    return made


@contextmanager
def lied_about(folder: Path) -> Iterator[Callable[[Path], Path]]:
    """Give copies of seeds for one lie after the other: a seed's own copy, whole again each time.

    What a lie does not touch of it is read once, and keeps its verdict.
    """
    copies: dict[Path, Path] = {}

    def fresh(seed: Path) -> Path:
        if seed not in copies:
            copies[seed] = copy_of(seed, folder)
        shutil.copyfile(seed / "briefing.yaml", copies[seed] / "briefing.yaml")
        return copies[seed]

    with cache.opened(str(folder / "kept")), rereading():
        yield fresh


def edit(seed: Path, old: str, new: str, file: str = "briefing.yaml") -> None:
    """Replace the one place where a text stands in a file of a seed."""
    path = seed / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"“{old}” stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def problems_of(seed: Path) -> tuple[Problem, ...]:
    """Return every problem of a seed, whether reading or checking found it, but for statements nobody has looked at."""
    try:
        found = check(resolve(read_briefing(seed)))
        return tuple(problem for problem in found if problem.rule != "not-reviewed")
    except Problems as error:
        return error.problems


def findings_of(seed: Path) -> tuple[Problem, ...]:
    """Return the same with the reasons for a look, which are no problems."""
    try:
        return findings(resolve(read_briefing(seed)))
    except Problems as error:
        return error.problems
