"""How a build grows with its briefing: 1, 10, 30 and 100 times the content, phase by phase.

    .venv/bin/python -m benchmarks.growth                 # about ten minutes
    .venv/bin/python -m benchmarks.growth --sizes 1 10    # about half a minute

The worked example's source and its quoted statements are repeated, a word of each copy in every quote
and statement, so that no two are alike. Each size is built in a process of its own. An exponent of 1
is a phase that takes twice as long for twice the content; 2 is one that takes four times as long.
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import importlib
import itertools
import json
import math
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pypdf import PdfReader

from benchmarks.measuring import environment

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT / "seeds" / "tajikistan-us"
_PLAIN = ("quote", "prefix", "suffix")
_MOST_WORDS = 40
"""Of a quote, with the words that a copy has more."""


def enlarge(seed: Path, folder: Path, times: int) -> int:
    """Write a briefing with so many times the quoted statements; return how many it has."""
    shutil.copytree(seed, folder, dirs_exist_ok=True)
    words = (seed / "briefing.yaml").read_text(encoding="utf-8")
    model = yaml.load(words, Loader=yaml.BaseLoader)  # noqa: S506  it makes strings alone
    text = (seed / "source.txt").read_text(encoding="utf-8")
    base = [claim for claim in model["claims"] if _is_plain(claim)]
    sections = copy.deepcopy(model["sections"])
    for number in range(2, times + 1):
        mark = _mark(number)
        marked = _marked(text, mark)
        (folder / f"source-{mark}.txt").write_text(marked, encoding="utf-8")
        digest = hashlib.sha256(marked.encode()).hexdigest()
        source = {**model["sources"]["page"], "file": f"source-{mark}.txt", "sha256": digest}
        model["sources"][f"page-{mark}"] = source
        model["claims"] += [_copied(claim, mark) for claim in base]
        for section, original in zip(model["sections"], sections, strict=True):
            section["body"] += list(_bodies(original, {claim["id"] for claim in base}, mark))
    written = yaml.safe_dump(model, allow_unicode=True, sort_keys=False, width=200)
    (folder / "briefing.yaml").write_text(written, encoding="utf-8")
    return len(model["claims"])


def _is_plain(claim: dict[str, Any]) -> bool:
    """Tell whether a statement rests on quotes of the page alone."""
    evidence = claim.get("evidence", [])
    return (
        bool(evidence)
        and not claim.get("supported_by")
        and not claim.get("computed")
        and claim["kind"] in ("reported", "attributed")
        and all(isinstance(quote, dict) and set(quote) <= set(_PLAIN) for quote in evidence)
        and all(len(_marked(quote["quote"], "qaaz").split()) <= _MOST_WORDS for quote in evidence)
    )


def _mark(number: int) -> str:
    """Return a word of its own for each copy: no digits, which would be numbers."""
    letters = ""
    while number:
        number, rest = divmod(number, 26)
        letters = chr(97 + rest) + letters
    return f"q{letters.rjust(2, 'a')}z"


def _marked(text: str, mark: str) -> str:
    return re.sub(r" of (?=[a-z])", f" of {mark} ", text)


def _copied(claim: dict[str, Any], mark: str) -> dict[str, Any]:
    kept = ("kind", "text", "evidence", "voice")
    made = {"id": f"{claim['id']}-{mark}", **{name: claim[name] for name in kept if name in claim}}
    made["text"] = f"{made['text'].rstrip('.')} ({mark})."
    made["evidence"] = [
        {"source": f"page-{mark}", **{name: _marked(words, mark) for name, words in quote.items()}}
        for quote in made["evidence"]
    ]
    return made


def _bodies(section: dict[str, Any], ids: set[str], mark: str) -> Iterator[dict[str, Any]]:
    for block in section["body"]:
        if found := [f"{id_}-{mark}" for id_ in block.get("claims", []) if id_ in ids]:
            yield {"claims": found}


def measure(seed: Path, out: Path) -> dict[str, float]:
    """Build a seed in this process; return the processor seconds of each phase, and what came out."""
    from briefbook.cli.build import _report
    from briefbook.cli.collector import set_collector

    build = importlib.import_module("briefbook.build").build
    set_collector(seed)  # as the command does
    laps = [("start", time.process_time())]

    def report(step: str) -> None:
        _report(step)
        laps.append((step, time.process_time()))

    built = build(seed, out, report=report)
    laps.append(("", time.process_time()))
    found = {word: after - before for (word, before), (_, after) in itertools.pairwise(laps)}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    files = {path.suffix: path for path in built.files}
    pages = len(PdfReader(files[".pdf"]).pages)
    with zipfile.ZipFile(files[".pptx"]) as deck:
        slides = sum(name.startswith("ppt/slides/slide") for name in deck.namelist())
    size = sum(path.stat().st_size for path in built.files) / 1e6
    return {**found, "peak MB": peak, "pages": pages, "slides": slides, "MB written": size}


def exponents(small: dict[str, float], large: dict[str, float], times: float) -> dict[str, float]:
    """Return by which power of the content each figure grew."""
    return {
        name: math.log(large[name] / small[name]) / math.log(times)
        for name in small
        if small[name] > 0 and large.get(name, 0) > 0
    }


def main() -> None:
    """Print what each size took, and the exponents from one size to the next."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", nargs="+", type=int, default=[1, 10, 30, 100])
    parser.add_argument("--seed", type=Path, default=SEED)
    parser.add_argument("--built", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.built:
        print(json.dumps(measure(options.seed, options.built)))
        return
    found: dict[int, dict[str, float]] = {}
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as name:
            seed = Path(name, "seed")
            claims = enlarge(options.seed, seed, size)
            command = [sys.executable, "-m", "benchmarks.growth", "--seed", str(seed)]
            said = subprocess.run(
                [*command, "--built", f"{name}/out"],
                env=environment(),
                stdout=subprocess.PIPE,
                check=True,
            )
        found[size] = {"claims": claims, **json.loads(said.stdout)}
        print(size, {word: round(value, 2) for word, value in found[size].items()}, flush=True)
    for small, large in itertools.pairwise(options.sizes):
        grew = exponents(found[small], found[large], large / small)
        print(f"{small} → {large}", {word: round(power, 2) for word, power in grew.items()})


if __name__ == "__main__":
    main()
