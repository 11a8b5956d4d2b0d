"""Time whole commands: start-up, check, each document, both, and a build with nothing to do."""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def run_s(arguments: list[str]) -> float:
    """Seconds that one command takes; its failure ends the benchmark."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "briefbook", *arguments], check=True, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - start


def median_s(arguments: list[str], runs: int, *, up_to_date: bool = False) -> float:
    """Median over runs, each into an output folder of its own, unless it is to be up to date."""
    times = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            into = ["--out", folder] if arguments[0] == "build" else []
            if up_to_date:
                run_s([*arguments, *into])
            times.append(run_s([*arguments, *into]))
    return statistics.median(times)


def main() -> None:
    """Print a table of medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", default="seeds/tajikistan-us", type=Path)
    parser.add_argument("--runs", default=5, type=int)
    options = parser.parse_args()
    seed = str(options.seed)
    tasks = {
        "start (--version)": ["--version"],
        "check": ["check", seed],
        "paper": ["build", seed, "--pdf"],
        "deck": ["build", seed, "--pptx"],
        "both": ["build", seed],
    }
    for name, arguments in tasks.items():
        print(f"{name:18} {median_s(arguments, options.runs):7.3f} s")
    unchanged = median_s(["build", seed], options.runs, up_to_date=True)
    print(f"{'nothing changed':18} {unchanged:7.3f} s")


if __name__ == "__main__":
    main()
