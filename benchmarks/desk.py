"""How long the desk takes from an edit's text to the redrawn picture, and what of it each part takes.

    .venv/bin/python -m benchmarks.desk                  # twenty edits, paper and slides: a minute
    .venv/bin/python -m benchmarks.desk --browser        # the same as a browser waits for them

An edit puts “, too” behind a statement's text, or takes it away again: each of twenty statements that
are spread over the file, so that the page changes too. The parts are processor time in one process,
without a network; `--browser` drives Chromium over the served page and takes the time on its clock,
from the key that saves to the picture that has been decoded.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.measuring import environment

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT / "seeds" / "tajikistan-us"
PARTS = "write", "read and check", "screen", "plan and draw the page", "view", "picture"
_EDITS = 20


def other_words(text: str) -> str:
    """Return a text that says a little more, or again what it said."""
    return text.removesuffix(", too.") + "." if text.endswith(", too.") else f"{text[:-1]}, too."


def edits(seed: Path, document: str) -> list[list[float]]:
    """Make edits as the server does; return the seconds of each part of each."""
    from briefbook.cache import opened
    from briefbook.desk.edits import reworded
    from briefbook.desk.parts import Look
    from briefbook.desk.screen import Told, screen, view
    from briefbook.desk.work import Work
    from briefbook.model.reread import rereading
    from briefbook.model.yaml_changes import Change, Data, at, data_of

    work = Work(seed)
    gc.freeze()
    gc.set_threshold(200_000, 20, 50)  # as the server does

    def once(claim: dict[str, str]) -> list[float]:
        laps = [time.process_time()]

        def took(step: Callable[[], object]) -> object:
            done = step()
            laps.append(time.process_time())
            return done

        def edit(data: Data) -> tuple[Change, ...]:
            return reworded(data, claim["id"], {"text": other_words(claim["text"])})

        look = Look(statement=claim["id"], document=document)
        took(lambda: work.session.apply(edit, claim["id"]))
        shown = work.shown()
        laps.append(time.process_time())
        took(lambda: screen(shown, look, Told(), base="/", can_undo=True))
        printed, page, failure = work.page(document, look.statement, -1)
        laps.append(time.process_time())
        assert printed is not None, failure
        took(lambda: view(printed, page, look, shown))
        took(lambda: printed.picture(page))
        return [after - before for before, after in itertools.pairwise(laps)]

    with opened(str(seed.parent / "cache")), rereading():
        claims = at(data_of(work.session.text()), ("claims",))
        step = max(1, len(claims) // _EDITS)
        once(claims[0])  # what is loaded for the first page is not waited for again
        for _ in work.settling():
            pass
        return [once(claim) for claim in claims[1::step][:_EDITS]]


def in_browser(seed: Path, document: str) -> list[float]:
    """Save edits in Chromium; return the seconds until the picture of each is there."""
    from playwright.sync_api import sync_playwright

    command = [sys.executable, "-m", "briefbook", "edit", str(seed), "--no-open"]
    env = environment(XDG_CACHE_HOME=str(seed.parent / "cache"))
    desk = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env)
    try:
        assert desk.stdout is not None
        address = desk.stdout.readline().strip()
        with sync_playwright() as player:
            browser = player.chromium.launch(executable_path=shutil.which("chromium"))
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(address)
            ids = page.eval_on_selector_all(
                "#statements ol > li", "all => all.map(one => one.id.slice(2))"
            )
            found = [
                page.evaluate(_SAVE, [id_, document]) for id_ in ids[: 3 * _EDITS : 3][: _EDITS + 1]
            ]
            browser.close()
    finally:
        desk.terminate()
        desk.wait()
    return [ms / 1000 for ms in found[1:]]


_SAVE = """async ([id, doc]) => {
  await show(`?s=${id}&show=all&doc=${doc}`);
  const field = document.querySelector(".chosen textarea");
  field.value = field.value.endsWith(", too.") ? field.value.slice(0, -6) + "." : field.value.slice(0, -1) + ", too.";
  const start = performance.now();
  await show(field.form.action, field.form);
  await document.querySelector("#view img").decode();
  return performance.now() - start;
}"""


def main() -> None:
    """Print the medians."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seed", type=Path, default=SEED)
    parser.add_argument("--browser", action="store_true")
    options = parser.parse_args()
    for document in ("paper", "slides"):
        with tempfile.TemporaryDirectory() as name:
            seed = Path(name, options.seed.name)
            shutil.copytree(options.seed, seed)
            if options.browser:
                waited = in_browser(seed, document)
                print(f"{document}: {statistics.median(waited) * 1000:.0f} ms in the browser, "
                      f"the slowest {max(waited) * 1000:.0f} ms")  # fmt: skip
                continue
            rows = edits(seed, document)
        whole = [sum(row) for row in rows]
        print(f"{document}: {statistics.median(whole) * 1000:.0f} ms of processor time, "
              f"the slowest {max(whole) * 1000:.0f} ms")  # fmt: skip
        for part, taken in zip(PARTS, zip(*rows, strict=True), strict=True):
            print(f"    {part:24s}{statistics.median(taken) * 1000:6.0f} ms")


if __name__ == "__main__":
    main()
