"""Two hundred seeds in one batch, some of them at fault: what it takes, and that each fault costs itself.

    .venv/bin/python -m benchmarks.batch                       # about ten minutes on two cores
    .venv/bin/python -m benchmarks.batch --seeds 20 --jobs 1 2 # and the speed-up

Every tenth seed has a number that its source does not have, every twenty-fifth no source, and one a
model that is no YAML. The rest must be built, byte for byte what a batch of their own gives.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measuring import environment

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "report" / "briefbook" / "example"
_NUMBER, _SOURCE, _MODEL = "a number", "no source", "no model"


def write_seeds(folder: Path, count: int) -> dict[str, str]:
    """Write seeds, each with a title of its own; return what is wrong with those at fault."""
    faults = {}
    for number in range(1, count + 1):
        name = f"seed-{number:03}"
        seed = folder / name
        shutil.copytree(EXAMPLE, seed, ignore=shutil.ignore_patterns("__*"))
        model = seed / "briefing.yaml"
        words = model.read_text(encoding="utf-8")
        words = re.sub(
            r"^title: (.*)$", rf"title: \1, edition {_roman(number)}", words, flags=re.MULTILINE
        )
        if number % 10 == 0:
            words, faults[name] = words.replace("About 40 trains", "About 50 trains"), _NUMBER
        if number % 25 == 0:
            (seed / "source.txt").unlink()
            faults[name] = _SOURCE
        if number == count // 2 + 1:
            words, faults[name] = "title: [", _MODEL
        model.write_text(words, encoding="utf-8")
    return faults


def _roman(number: int) -> str:
    """Return a number in letters, which no check reads as one."""
    found = ""
    for value, letters in ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
                           (5, "V"), (4, "IV"), (1, "I")):  # fmt: skip
        found += letters * (number // value)
        number %= value
    return found


def run(seeds: Path, out: Path, jobs: int, cache: Path) -> tuple[float, float, str]:
    """Build all seeds; return wall and processor seconds, and what the command said at the end."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "briefbook", "build", "--all", str(seeds), "--out", str(out)]
    done = subprocess.run(
        [*command, "--jobs", str(jobs)],
        env=environment(XDG_CACHE_HOME=str(cache)), stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True, check=False,
    )  # fmt: skip
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - start
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, done.stdout


def main() -> None:
    """Print what each number of processes took, and stop at a seed that a fault of another cost."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seeds", type=int, default=200)
    parser.add_argument("--jobs", type=int, nargs="+", default=[os.cpu_count() or 1])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        seeds = Path(name, "seeds")
        faults = write_seeds(seeds, options.seeds)
        digests = set()
        for jobs in options.jobs:
            out = Path(name, f"out-{jobs}")
            wall, cpu, said = run(seeds, out, jobs, Path(name, f"cache-{jobs}"))
            built = {path.stem for path in out.glob("*.json")}
            wanted = {seed.name for seed in seeds.iterdir()} - faults.keys()
            if built != wanted:
                raise SystemExit(f"{jobs} processes: not as it should be: {built ^ wanted}")
            files = sorted(path for path in out.iterdir() if path.is_file())
            whole = b"".join(hashlib.sha256(path.read_bytes()).digest() for path in files)
            digests.add(hashlib.sha256(whole).hexdigest())
            rate = len(built) / cpu
            print(f"{jobs} processes: {wall:.0f} s, {cpu:.0f} s of CPU, {rate:.2f} a CPU second")
            print("    " + said.strip().replace("\n", "\n    "), flush=True)
        print(f"{len(faults)} at fault, {len(digests)} set of files")
        if len(digests) > 1:
            raise SystemExit("the files depend on the number of processes")


if __name__ == "__main__":
    main()
