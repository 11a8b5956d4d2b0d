"""From draft to edited for three public documents: edits, problems at each step, and the machine's seconds.

    .venv/bin/python -m benchmarks.editing               # three to five minutes

No program puts a statement into words of its own. What it can do stands for it: each draft statement is
marked as edited, and where the checks then find something (that it copies the source), it says its
quote in quotation marks. The answer is the weightiest candidate. At the desk each edit is spliced in, checked, and its page
drawn and shown. Before there was a desk, the status was set first and all problems came at once; each
edit of the file was followed by `briefbook check`, and the page was seen by `briefbook build`.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from benchmarks.measuring import cost, environment
from briefbook.cache import opened
from briefbook.desk import edits
from briefbook.desk.candidates import taken
from briefbook.desk.snapshot import ShownStatement
from briefbook.desk.work import Work
from briefbook.model.briefing import ANSWER
from briefbook.model.reread import rereading
from briefbook.model.statements import State
from briefbook.model.yaml_changes import Change, Data

SOURCES = Path(__file__).parent / "sets"
DOCUMENTS = "fault", "mali", "usfa"
_RUNS = 3
_MOST_WORDS = 7
"""Of a source that may stand without quotation marks."""
Edit = Callable[[Data], Iterable[Change]]


class Editor:
    """Makes edits as the desk does, and keeps count."""

    def __init__(self, seed: Path) -> None:
        self.work = Work(seed)
        self.seconds: list[float] = []
        self.problems: list[int] = []

    def edit(self, id_: str, change: Edit) -> int:
        """Make an edit and look at its page; return how many problems its statement has then."""
        start = time.process_time()
        self.work.session.apply(change, id_)
        shown = self.work.shown()
        printed, page, _ = self.work.page("paper", id_, -1)
        if printed is not None:
            printed.picture(page)
        self.seconds.append(time.process_time() - start)
        errors = [p for p in shown.problems if p.severity == "error"]
        self.problems.append(len(errors))
        return sum(problem.statement == id_ for problem in errors)

    def bring(self) -> None:
        """Bring the draft to edited."""
        self._answer()
        for entry in self.work.shown().statements:
            if entry.state is State.DRAFT and self._state(entry.id):
                self._say_in_quotation_marks(entry)
        self.edit("", lambda data: edits.in_status(data, "edited"))

    def _say_in_quotation_marks(self, entry: ShownStatement) -> None:
        """Say in a quote's words what was said in them without saying so."""
        said = next((one.quote.text for one in entry.quotes if "“" not in one.quote.text), "")
        if said and entry.sort in ("claim", "answer"):
            fields = {name: f"“{said.rstrip('.')}.”" for name in ("text", "lead")}
        else:
            fields = {name: " ".join(text.split()[:_MOST_WORDS]) for name, text in entry.words}
        fields["short"] = ""
        held = {name: fields[name] for name, text in entry.words if text and name in fields}
        self.edit(entry.id, lambda data: edits.reworded(data, entry.id, held))

    def _answer(self) -> None:
        shown = self.work.shown()
        assert shown.resolved is not None
        resolved = shown.resolved
        candidate = next(one for one in shown.candidates if one.claims or one.passages)
        self.edit(ANSWER, lambda data: taken(data, resolved, candidate, "text", ANSWER))
        answer = self.work.shown().statement(ANSWER)
        assert answer is not None
        headline = {"headline": "What the source comes to"}
        self.edit(ANSWER, lambda data: edits.reworded(data, ANSWER, headline))
        if self._state(ANSWER):
            self._say_in_quotation_marks(answer)

    def _state(self, id_: str) -> int:
        return self.edit(id_, lambda data: edits.in_state(data, id_, "edited"))


def at_once(seed: Path) -> int:
    """Return how many errors a draft has when its status is set to edited first."""
    path = seed / "briefing.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nstatus: draft", "\nstatus: edited", 1), encoding="utf-8")
    work = Work(seed)
    count = sum(problem.severity == "error" for problem in work.shown().problems)
    path.write_text(text, encoding="utf-8")
    return count


def _run(command: list[str], seed: Path, cache: Path) -> Iterator[float]:
    """Yield the processor seconds of a command after a change of the file."""
    env = environment(XDG_CACHE_HOME=str(cache))
    for number in range(_RUNS):
        with (seed / "briefing.yaml").open("a", encoding="utf-8") as file:
            file.write(f"# {command[0]} {number}\n")
        yield cost([sys.executable, "-m", "briefbook", *command], env).cpu_s


def row(name: str) -> str:
    """Draft a document and bring it to edited both ways; return a line of the table."""
    with tempfile.TemporaryDirectory() as folder:
        seed, cache = Path(folder, name), Path(folder, "cache")
        draft = [sys.executable, "-m", "briefbook", "draft", str(SOURCES / f"{name}.txt")]
        subprocess.run([*draft, "-o", str(seed)], check=True, capture_output=True)
        statements, errors = len(Work(seed).shown().statements) - 1, at_once(seed)
        check = statistics.median(_run(["check", str(seed), "--format", "json"], seed, cache))
        build = ["build", str(seed), "--pdf", "--out", f"{folder}/out"]
        page = statistics.median(_run(build, seed, cache))
        with opened(str(cache)), rereading():
            editor = Editor(seed)
            editor.bring()
        done, left = len(editor.seconds), editor.problems[-1]
        return (
            f"| {name} | {statements} | {errors} | {done} | {max(editor.problems)} | {left} | "
            f"{done * check:.0f} s, with the page {done * (check + page):.0f} s | "
            f"{sum(editor.seconds):.1f} s |"
        )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*", default=DOCUMENTS)
    print("| document | statements | errors at once | edits | most errors at a step | left | by hand and `check` | at the desk |")  # fmt: skip
    print("|---|---|---|---|---|---|---|---|")
    for name in parser.parse_args().names:
        print(row(name), flush=True)


if __name__ == "__main__":
    main()
