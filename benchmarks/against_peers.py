"""Briefbook beside tools that check nothing, on the same content: ratios from paired rounds.

    make peers                    # what it is measured against, into .tools/peers, once
    .venv/bin/python -m benchmarks.against_peers --rounds 7

In each round, a task runs right after the one that it is held against. What is told is the median of
the ratios of processor time (that of children included), pair by pair: other work on the machine, and
a processor that changes its speed, slow both sides alike. Byte code is compiled before, as an
installer does it; an “empty cache” is Briefbook's own.
"""

from __future__ import annotations

import argparse
import compileall
import platform
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.measuring import Cost, Task, cost, environment, median_cost, paired_rounds

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PEERS = ROOT / ".tools" / "peers"
PYTHON = str(PEERS / "bin" / "python")
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
WEASYPRINT = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"

THREE = "matplotlib + Typst + PptxGenJS"
BARS = (
    ("both, empty cache", THREE, 1.6),
    ("both, charts kept", THREE, 1.2),
    ("both, one text changed", THREE, 1.0),
    ("both, nothing changed", "python -c pass", 2.0),
    ("paper, empty cache", "matplotlib + WeasyPrint", 0.5),
    ("paper, one text changed", "WeasyPrint, charts ready", 0.5),
    ("both, one text changed", "Pandoc to Typst and PPTX, charts ready", None),
    ("deck, one text changed", "PptxGenJS", None),
)
"""What is held against what, and the ratio that it may have."""

TEXT = "embassy in Washington followed in December"
VERBS = "came in|opened in|arrived in|began in|started in|was set up in|was opened in|appeared in"


class Briefbook:
    """Builds of a copy of a seed, with a cache folder of its own."""

    def __init__(self, seed: Path, folder: Path) -> None:
        """Copy the seed, twice: what is kept of one are charts for the other, and no verdicts."""
        self._seed, self._other = folder / "seed", folder / "other"
        self._folder, self._cache = folder, folder / "cache"
        self._charts = folder / "charts"
        for copy in (self._seed, self._other):
            shutil.copytree(seed, copy)
        self._model = self._seed / "briefing.yaml"
        self._words = self._model.read_text(encoding="utf-8")
        if TEXT not in self._words:
            raise SystemExit(f"{seed}: the benchmark changes the text “{TEXT}”, which is not there")
        self._changes = 0
        self._run(self._other, self._charts)

    def _run(self, seed: Path, cache: Path, *flags: str) -> Cost:
        command = [sys.executable, "-m", "briefbook", "build", str(seed), *flags]
        command += ["--out", str(self._folder / "dist")]
        return cost(command, environment(XDG_CACHE_HOME=str(cache)))

    def empty(self, *flags: str) -> Cost:
        """Build with nothing kept."""
        shutil.rmtree(self._cache, ignore_errors=True)
        return self._run(self._seed, self._cache, *flags)

    def charts_kept(self, *flags: str) -> Cost:
        """Build with the charts of another seed kept."""
        shutil.rmtree(self._cache, ignore_errors=True)
        shutil.copytree(self._charts, self._cache)
        return self._run(self._seed, self._cache, *flags)

    def unchanged(self) -> Cost:
        """Build what is built: the build before it is not counted."""
        self._run(self._seed, self._cache)
        return self._run(self._seed, self._cache)

    def changed(self, *flags: str) -> Cost:
        """Build after one text has become another; the build before it is not counted."""
        self._model.write_text(self._words, encoding="utf-8")
        self._run(self._seed, self._cache)
        verbs = VERBS.split("|")
        verb = verbs[self._changes % len(verbs)]
        self._changes += 1
        words = self._words.replace(TEXT, TEXT.replace("followed in", verb))
        self._model.write_text(f"{words}# {self._changes}\n", encoding="utf-8")
        used = self._run(self._seed, self._cache, *flags)
        self._model.write_text(self._words, encoding="utf-8")
        return used


def peer_tasks(folder: Path) -> dict[str, Task]:
    """Return what the peers do, each in whole processes."""

    def python(*arguments: str) -> Cost:
        return cost([PYTHON, *arguments], environment(), folder)

    def charts(format_: str = "svg") -> Cost:
        return python(str(HERE / "peers" / "charts.py"), str(folder), format_)

    def typst(name: str = "paper") -> Cost:
        return python("-c", TYPST, f"{name}.typ", f"{name}.pdf")

    def weasyprint() -> Cost:
        return python("-c", WEASYPRINT, "paper.html", "paper.pdf")

    def pptxgenjs() -> Cost:
        return cost(["node", str(HERE / "peers" / "deck.mjs"), str(folder)], folder=PEERS)

    def pandoc(*arguments: str) -> Cost:
        [found] = PEERS.glob("lib/python3*/site-packages/pypandoc/files/pandoc")
        return cost([str(found), *arguments], folder=folder)

    def pandoc_both() -> Cost:
        made = pandoc("--standalone", "-o", "pandoc.typ", "paper.md") + typst("pandoc")
        return made + pandoc("-o", "slides.pptx", "slides.md")

    charts("png")  # Pandoc's slides take no SVG
    return {
        THREE: lambda: charts() + typst() + pptxgenjs(),
        "matplotlib + WeasyPrint": lambda: charts() + weasyprint(),
        "matplotlib, six charts": charts,
        "Typst, charts ready": typst,
        "PptxGenJS": pptxgenjs,
        "WeasyPrint, charts ready": weasyprint,
        "Pandoc to Typst and PPTX, charts ready": pandoc_both,
    }


def briefbook_tasks(ours: Briefbook) -> dict[str, Task]:
    """Return what Briefbook does."""
    return {
        "both, empty cache": ours.empty,
        "both, charts kept": ours.charts_kept,
        "both, one text changed": ours.changed,
        "both, nothing changed": ours.unchanged,
        "paper, empty cache": lambda: ours.empty("--pdf"),
        "paper, one text changed": lambda: ours.changed("--pdf"),
        "deck, one text changed": lambda: ours.changed("--pptx"),
    }


def main() -> None:
    """Print what everything took, and each ratio beside its bar."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seed", default=ROOT / "seeds" / "tajikistan-us", type=Path)
    parser.add_argument("--rounds", default=7, type=int)
    options = parser.parse_args()
    if not Path(PYTHON).exists():
        raise SystemExit("make peers installs what Briefbook is measured against")
    compileall.compile_dir(str(ROOT / "report"), quiet=2)
    compileall.compile_dir(str(ROOT / "figures"), quiet=2)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content = [sys.executable, str(HERE / "peers" / "content.py")]
        cost([*content, str(options.seed), name], environment())
        shutil.copy(HERE / "peers" / "paper.typ", folder)
        start: dict[str, Task] = {
            "python -c pass": lambda: cost([sys.executable, "-c", "pass"], environment())
        }
        ours = briefbook_tasks(Briefbook(options.seed, folder))
        pairs = [(this, that) for this, that, _ in BARS]
        found, ratios = paired_rounds(
            {**start, **peer_tasks(folder), **ours}, pairs, options.rounds
        )
    print(f"{platform.machine()}, Python {platform.python_version()}, {options.rounds} rounds")
    print(f"\n{'median':42} {'CPU s':>7} {'wall s':>7} {'peak MB':>8}")
    for task, costs in found.items():
        used = median_cost(costs)
        print(f"{task:42} {used.cpu_s:7.3f} {used.wall_s:7.3f} {used.peak_mb:8.0f}")
    print("\nratios of CPU")
    for this, that, bar in BARS:
        held = f"  (bar {bar})" if bar else ""
        print(f"{statistics.median(ratios[this, that]):6.2f}{held:12} {this} / {that}")


if __name__ == "__main__":
    main()
