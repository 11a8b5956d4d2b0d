"""A year of weekly refreshes against three real servers that do what servers do.

    python benchmarks/refresh_year.py

Python's http.server, Node's https and nginx, over TLS on this machine. Each week the source and the
figures may have changed, and the server may close early, tell no length, send pieces, pack several
members, drip, redirect, fail, or send absurd figures. After each week the seed must hold exactly what was
served whole and sane, or be as it was, and the week after a fault must catch up.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import json
import os
import shutil
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.servers import (
    CSV,
    TEXT,
    State,
    nginx_mode,
    nginx_server,
    node_server,
    python_server,
)
from briefbook.errors import BriefbookError
from briefbook.model.reader import read_briefing
from briefbook.refresh.fetch import FetchPolicy
from briefbook.refresh.http_request import Limits
from briefbook.refresh.quotes import Rewriting
from briefbook.refresh.run import Options, refresh
from briefbook.refresh.snapshot import MEMORY
from tests.refresh.server import make_certificates
from tests.seeds import EXAMPLE, copy_of, edit, problems_of

WEEKS = 52
LIMIT_SECONDS = 2.0
FIRST = datetime.date(2026, 1, 5)
PADDING = "\n\nOther pages of the archive follow here, and none of them is quoted. " * 400
"""A page of some 30 KB: more than one read of a connection gives."""


@dataclass(frozen=True)
class Week:
    """What happens in a week."""

    name: str
    mode: str = "plain"
    """How the server sends; see `send`."""
    is_whole: bool = True
    """Whether what it sends can be taken."""
    figures: Callable[[str], str] | None = None
    """What is wrong with the figures, which then must stay as they are."""
    text: Callable[[str], str] | None = None
    """What is wrong with the source: quotes are lost, and told."""


def _tenfold(text: str) -> str:
    head, *rows = text.splitlines()
    return "\n".join([head, *(f"{row}0000000" for row in rows)]) + "\n"


PLAN = (
    Week("answers"), Week("closes the connection", "close"), Week("keeps it", "keep"),
    Week("tells no length", "unmeasured"), Week("sends pieces", "chunked"), Week("packs", "gzip"),
    Week("packs in several members", "members"), Week("drips", "slow"), Week("redirects", "redirect"),
    Week("answers"), Week("closes mid-body", "cut", is_whole=False),
    Week("closes between pieces", "cut-chunk", is_whole=False), Week("answers"),
    Week("closes in a packed body", "cut-gzip", is_whole=False), Week("503", "503", is_whole=False),
    Week("answers"), Week("404", "404", is_whole=False), Week("closes without a word", "nothing", is_whole=False),
    Week("redirects to another host", "elsewhere", is_whole=False), Week("drips without end", "endless", is_whole=False),
    Week("answers"), Week("another column", figures=lambda t: t.replace("current_usd", "current_eur")),
    Week("figures ten million times as large", figures=_tenfold),
    Week("a year 9999", figures=lambda t: t + "9999,1\n"), Week("words for figures", figures=lambda t: t + "2040,many\n"),
    Week("an empty file", figures=lambda _: "\n"), Week("the answer to something else", figures=lambda _: "<html>Please log in</html>"),
    Week("answers"), Week("a notice in the page's place", text=lambda _: "This page has moved. " * 900), Week("answers"),
)  # fmt: skip


@dataclass
class World:
    """What the servers hold: it changes on its own."""

    text: str = (EXAMPLE / "source.txt").read_text(encoding="utf-8")
    figures: str = (EXAMPLE / "grants.csv").read_text(encoding="utf-8")

    def turn(self, week: int) -> None:
        """Let a week pass: a new paragraph now and then, a new year in spring, a revised figure in autumn."""
        if week % 4 == 1:
            self.text = self.text.rstrip() + f"\n\nA remark of week {week}.\n"
        if week % 9 == 4:
            self.text = f"News of week {week}.\n\n{self.text}"
        if week == 12:
            self.figures += "2015,1900000\n"
        if week == 38:
            self.figures = self.figures.replace("2015,1900000", "2015,1950000")


# ── A year ───────────────────────────────────────────────────────────────────────────────────────


def make_seed(folder: Path, port: int) -> Path:
    """Return a copy of the example whose source and figures have an address."""
    seed = copy_of(EXAMPLE, folder)
    at = f"https://localhost:{port}"
    edit(
        seed,
        "    redistribute: yes\n",
        f"    redistribute: yes  # ours to share\n    url: {at}{TEXT}\n",
    )
    edit(seed, "edition: invented figures}", f"edition: invented figures, feed: {{url: {at}{CSV}, format: csv, column: current_usd}}}}")  # fmt: skip
    return seed


def files_of(seed: Path) -> dict[str, bytes]:
    """Return what a seed holds beside its memory of servers."""
    return {p.name: p.read_bytes() for p in sorted(seed.rglob("*")) if p.is_file() and p.name != MEMORY}  # fmt: skip


def held(seed: Path) -> tuple[str, dict[str, str]]:
    """Return the source and the figures that a seed rests on."""
    briefing = read_briefing(seed)
    (source,), (series,) = briefing.sources, briefing.series
    text = (seed / str(source.file)).read_text(encoding="utf-8")
    values = {point.label: f"{point.value:f}" for point in series.points if point.value is not None}
    return text, values


def figures_in(text: str) -> dict[str, str]:
    """Return years and values of a CSV."""
    return dict(line.split(",", 1) for line in text.split()[1:])


def one_week(seed: Path, week: Week, world: World, today: datetime.date) -> tuple[str, str]:
    """Refresh once; return what it came to and what is wrong with that, if anything."""
    before, had = files_of(seed), held(seed)
    policy = FetchPolicy(Limits(seconds=LIMIT_SECONDS), allow_private=True, pause=lambda _: None)
    start = time.monotonic()
    try:
        report = refresh(seed, Options(today, policy, Rewriting(moved=True)))
    except BriefbookError as error:
        return "stopped", f"stopped: {error}"
    took = time.monotonic() - start
    code = report.exit_code
    told = "taken" if not code else "told"
    if took > 6 * LIMIT_SECONDS + 4:
        return told, f"took {took:.0f} s"
    if not week.is_whole:
        is_same = files_of(seed) == before
        fault = "" if code == 3 and is_same else f"code {code}, files as they were: {is_same}"
        return "refused", fault
    wrong = [*_wrong_text(seed, week, world, code), *_wrong_figures(week, world, code, had[1], held(seed)[1])]  # fmt: skip
    return "told" if week.figures or week.text else told, "; ".join(wrong)


def _wrong_text(seed: Path, week: Week, world: World, code: int) -> Iterator[str]:
    if week.text:
        if code != 1:
            yield f"code {code} although quotes are gone"
        return
    if held(seed)[0].split() != (world.text + PADDING).split():
        yield "the source is not the one that was served"
    if "# ours to share" not in (seed / "briefing.yaml").read_text(encoding="utf-8"):
        yield "a comment is lost"
    if errors := [p for p in problems_of(seed) if p.severity.name == "ERROR"]:
        yield f"the seed no longer checks: {errors[0].message}"


def _wrong_figures(
    week: Week, world: World, code: int, before: dict[str, str], values: dict[str, str]
) -> Iterator[str]:
    if week.figures:
        if values != before or not code:
            yield f"absurd figures were taken, code {code}"
    elif values != figures_in(world.figures):
        yield "the figures are not those that were served"


def year(name: str, weeks: int, folder: Path, pem: Path) -> Iterator[tuple[str, str, str]]:
    """Yield week by week what was served, what became of it, and what is wrong with that."""
    state, world = State(), World()
    with contextlib.ExitStack() as stack:
        behind = 0
        if name == "python":
            port = stack.enter_context(python_server(state, pem))
        elif name == "node":
            port = stack.enter_context(node_server(folder, pem))
        else:
            behind = stack.enter_context(python_server(state, None))
            port = stack.enter_context(nginx_server(folder, pem))
        seed = make_seed(folder, port)
        for number in range(weeks):
            week = PLAN[number % len(PLAN)]
            world.turn(number)
            text, figures = world.text + PADDING, world.figures
            state.mode = week.mode
            state.bodies[TEXT] = (week.text(text) if week.text else text).encode()
            state.bodies[CSV] = (week.figures(figures) if week.figures else figures).encode()
            if name == "node":
                packed = {k: __import__("base64").b64encode(v).decode() for k, v in state.bodies.items()}  # fmt: skip
                (folder / "state.json").write_text(json.dumps({"mode": state.mode, "bodies": packed}))  # fmt: skip
            elif name == "nginx":
                nginx_mode(folder, state, behind)
            today = FIRST + datetime.timedelta(weeks=number)
            yield (week.name, *one_week(seed, week, world, today))


def main() -> int:
    """Run the year against each server and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--weeks", type=int, default=WEEKS)
    parser.add_argument("--servers", nargs="*", default=["python", "node", "nginx"])
    options = parser.parse_args()
    results: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    wrong = 0
    for name in options.servers:
        if name != "python" and not shutil.which(name):
            print(f"{name} is not here", file=sys.stderr)
            continue
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made)
            authority, pem = make_certificates(folder)
            os.environ["SSL_CERT_FILE"] = str(authority)
            for week, told, fault in year(name, options.weeks, folder, pem):
                results[week][name][told if not fault else "WRONG"] += 1
                wrong += bool(fault)
                if fault:
                    print(f"{name}, {week}: {fault}", file=sys.stderr)
    print(f"| the server | {' | '.join(options.servers)} |\n|---|{'---|' * len(options.servers)}")
    for week, by in results.items():
        cells = (", ".join(f"{n} × {told}" for told, n in by[name].items()) for name in options.servers)  # fmt: skip
        print(f"| {week} | {' | '.join(cells)} |")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
