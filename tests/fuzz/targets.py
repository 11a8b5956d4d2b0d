"""What is damaged, and by which command it is then read: each target makes one input and runs it."""

from __future__ import annotations

import contextlib
import hashlib
import io
import random
import re
import shutil
import signal
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import docx
import xlsxwriter

from briefbook.cli import main
from tests.fuzz import mutate
from tests.seeds import EXAMPLE

LIMIT_SECONDS = 60
"""For one command: all limits of Briefbook's own are below."""
CODES = (0, 1, 2, 3)
"""What a command may end with; 4 is a fault of Briefbook's own."""


class TooSlowError(Exception):
    """A command did not end."""


@dataclass(frozen=True)
class Found:
    """An input that did what none may do."""

    target: str
    number: int
    what: str


@dataclass(frozen=True)
class Whole:
    """The whole files from which damaged ones are made."""

    seed: Path
    built: Path
    """The folder with the seed's paper, deck and manifest."""
    sources: tuple[Path, ...]


def run(arguments: list[str]) -> tuple[int, str]:
    """Run a command; return its exit code (-1: too slow) and what it told on stderr."""

    def stop(*_: object) -> None:
        raise TooSlowError

    told = io.StringIO()
    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(LIMIT_SECONDS)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(told):
            code = main(arguments)
    except SystemExit as error:
        code = int(error.code or 0)
    except TooSlowError:
        return -1, "too slow"
    except BaseException:  # noqa: BLE001  whatever escapes is what is looked for
        return -2, traceback.format_exc()
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    return code, told.getvalue()


def judged(arguments: list[str]) -> str:
    """Return what is wrong with how a command ended; empty if nothing."""
    code, told = run(arguments)
    if code in CODES and "Traceback" not in told and "a fault in Briefbook" not in told:
        return ""
    return f"{' '.join(arguments[:1])} ended with {code}: {told[-600:]}"


# ── The targets ──────────────────────────────────────────────────────────────────────────────────


def model(whole: Whole, folder: Path, random_: random.Random) -> Iterator[list[str]]:
    """A damaged briefing.yaml: checked, built, and what was built is verified."""
    seed = folder / whole.seed.name
    shutil.copytree(whole.seed, seed)
    text = (seed / "briefing.yaml").read_text(encoding="utf-8")
    (seed / "briefing.yaml").write_bytes(mutate.damaged_model(text, random_))
    yield from _built(seed, folder, random_)


def table(whole: Whole, folder: Path, random_: random.Random) -> Iterator[list[str]]:
    """Damaged figures that the model records."""
    seed = folder / whole.seed.name
    shutil.copytree(whole.seed, seed)
    file = seed / "grants.csv"
    file.write_bytes(mutate.damaged_table(file.read_bytes(), random_))
    model_file = seed / "briefing.yaml"
    lines = model_file.read_text(encoding="utf-8").splitlines(keepends=True)
    # Without its hash, the file is read as it is.
    kept = [
        line.replace("file: grants.csv, sha256", "file: grants.csv, x-sha256") for line in lines
    ]
    model_file.write_text("".join(kept), encoding="utf-8")
    yield from _built(seed, folder, random_)


def workbook(whole: Whole, folder: Path, random_: random.Random) -> Iterator[list[str]]:
    """A damaged XLSX from which the model reads its figures."""
    seed = folder / whole.seed.name
    shutil.copytree(whole.seed, seed)
    data = mutate.damaged_package(_as_workbook((seed / "grants.csv").read_text()), random_)
    (seed / "grants.xlsx").write_bytes(data)
    model_file = seed / "briefing.yaml"
    text = model_file.read_text(encoding="utf-8")
    entry = f"file: grants.xlsx, sha256: {hashlib.sha256(data).hexdigest()}"
    model_file.write_text(re.sub(r"file: grants\.csv, sha256: \w+", entry, text), encoding="utf-8")
    yield from _built(seed, folder, random_)


def _as_workbook(text: str) -> bytes:
    """Return the cells of a CSV as a workbook."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        for row, line in enumerate(text.splitlines()):
            for column, cell in enumerate(line.split(",")):
                sheet.write(row, column, float(cell) if row and cell else cell)
    return out.getvalue()


_FORMS = ((), (), (), ("--html", "--slides-pdf", "--handout"), ("--variant", "short"), ("--variant", "brief"), ("--slides", "4:3"))  # fmt: skip
_VALIDATED = 8
"""One in so many builds is held by the validators, which take longer than the build."""


def _built(seed: Path, folder: Path, random_: random.Random) -> Iterator[list[str]]:
    yield ["check", str(seed), "--format", random_.choice(("text", "json", "github"))]
    out = folder / "out"
    yield ["build", str(seed), "--out", str(out), *random_.choice(_FORMS)]
    made = [str(p) for p in sorted(out.glob("*.[ph]*"))] if out.is_dir() else []
    if made:
        yield ["verify!", *made]
    if made and random_.randrange(_VALIDATED) == 0:
        yield ["validate", *made]


def _validated(files: list[str]) -> str:
    """Return what the validators refuse of documents that were made."""
    from tests import tools

    told: list[str] = []
    for file in map(Path, files):
        if file.suffix == ".pptx":
            told += tools.openxml_audit(file)
        elif file.suffix == ".pdf":
            told += [f for p in ("ua1", "3a") for f in tools.page_validation(file, p)]
    return "; ".join(told)[:600]


def source(whole: Whole, folder: Path, random_: random.Random) -> Iterator[list[str]]:
    """A damaged document, drafted; the draft must build and verify."""
    origin = random_.choice(whole.sources)
    file = folder / origin.name
    damage = mutate.damaged_package if origin.suffix == ".docx" else mutate.damaged_bytes
    file.write_bytes(damage(origin.read_bytes(), random_))
    yield ["draft", str(file), "-o", str(folder / "drafted")]
    if (folder / "drafted").exists():
        yield ["check!", str(folder / "drafted")]


def finished(whole: Whole, folder: Path, random_: random.Random) -> Iterator[list[str]]:
    """A damaged paper, deck or manifest, verified and compared."""
    shutil.copytree(whole.built, folder / "built")
    file = random_.choice(sorted((folder / "built").iterdir()))
    damage = {".json": mutate.damaged_json, ".pptx": mutate.damaged_package}.get(
        file.suffix, mutate.damaged_bytes
    )
    file.write_bytes(damage(file.read_bytes(), random_))
    yield ["verify", *(str(path) for path in sorted((folder / "built").glob("*.p*")))]
    manifest = folder / "built" / f"{whole.seed.name}.json"
    if file == manifest:
        yield ["diff", str(manifest), str(whole.built / manifest.name)]
        yield ["build", str(whole.seed), "--out", str(folder / "out"), "--since", str(manifest)]


TARGETS: dict[str, Callable[[Whole, Path, random.Random], Iterator[list[str]]]] = {
    "model": model,
    "table": table,
    "workbook": workbook,
    "source": source,
    "finished": finished,
}


def try_one(target: str, number: int, whole: Whole, folder: Path) -> Found | None:
    """Make one damaged input in a folder of its own and read it; return what went wrong, if it did."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    random_ = random.Random(f"{target} {number}")  # noqa: S311  noise, no secret
    for arguments in TARGETS[target](whole, folder, random_):
        command, *rest = arguments
        if command == "validate":
            if told := _validated(rest):
                return Found(target, number, f"a validator refuses what was made: {told}")
            continue
        # With a mark, the command must find nothing: what we made has to pass our own judgement.
        if command.endswith("!"):
            code, told = run([command[:-1], *rest])
            what = "" if code == 0 else f"what was made does not pass {command[:-1]}: {told[-600:]}"
        else:
            what = judged(arguments)
        if what:
            return Found(target, number, what)
    return None


def make_whole(folder: Path, sources: tuple[Path, ...]) -> Whole:
    """Build the example once, in a folder."""
    built = folder / "whole"
    code, told = run(["build", str(EXAMPLE), "--out", str(built)])
    if code:
        raise RuntimeError(told)
    words = (EXAMPLE / "source.txt").read_text(encoding="utf-8")
    page = "".join(f"<p>{paragraph}</p>" for paragraph in words.split("\n\n"))
    (folder / "page.html").write_text(f"<html><body><h1>Relations</h1>{page}</body></html>")
    (folder / "page.md").write_text(f"---\ntitle: Relations\n---\n# Relations\n\n{words}")
    word = docx.Document()
    for paragraph in words.split("\n\n"):
        word.add_paragraph(paragraph)
    word.save(str(folder / "page.docx"))
    made = (folder / "page.html", folder / "page.md", folder / "page.docx")
    return Whole(EXAMPLE, built, (*sources, *made, built / f"{EXAMPLE.name}.pdf"))
