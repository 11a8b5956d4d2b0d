"""The same input gives the same bytes, whatever the folder, hash seed, zone, locale and clock."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.seeds import EXAMPLE, ROOT, TAJIKISTAN, copy_of
from tests.shipped import shipped

pytestmark = pytest.mark.slow

OTHER_CLOCK = """
import time
_shift = 400 * 24 * 3600
_time, _time_ns, _gmtime, _localtime = time.time, time.time_ns, time.gmtime, time.localtime
time.time = lambda: _time() + _shift
time.time_ns = lambda: _time_ns() + _shift * 10**9
time.gmtime = lambda s=None: _gmtime(time.time() if s is None else s)
time.localtime = lambda s=None: _localtime(time.time() if s is None else s)
"""
"""A sitecustomize.py: everything that asks for the time gets one more than a year ahead."""

ALL = ("--pdf", "--pptx", "--slides-pdf", "--handout", "--html")
PLAIN = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"}
SURROUNDINGS = {
    "hash seed, zone, locale": {
        "PYTHONHASHSEED": "2",
        "TZ": "Asia/Dushanbe",
        "LC_ALL": "C.UTF-8",
        "LANG": "tg_TJ.UTF-8",
    },
    "user, home, umask": {
        "USER": "nobody",
        "LOGNAME": "nobody",
        "HOME": "/nonexistent",
        "umask": "0077",
    },
    "clock": {"clock": "yes"},
    "terminal": {"terminal": "yes", "COLUMNS": "40", "TERM": "xterm-256color"},
    "no byte code, optimised": {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONOPTIMIZE": "1"},
}


def build(folder, surroundings, python=sys.executable, outputs=ALL, model=TAJIKISTAN):
    """Return the outputs of a build in its own process and folder, by name."""
    seed, out = copy_of(model, folder), folder / "out"
    changed = dict(PLAIN)
    changed.update(surroundings)
    umask = int(changed.pop("umask", "0022"), 8)
    if changed.pop("clock", ""):
        (folder / "sitecustomize.py").write_text(OTHER_CLOCK, encoding="utf-8")
        paths = [str(folder), os.environ.get("PYTHONPATH", "")]
        changed["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    command = [
        str(python),
        "-m",
        "briefbook",
        "build",
        str(seed),
        "--out",
        str(out),
        *outputs,
        "--no-cache",
    ]
    if changed.pop("terminal", ""):
        spawn = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]))"
        command = [sys.executable, "-c", spawn, *command]
    subprocess.run(
        command, check=True, capture_output=True, cwd=folder, timeout=300, umask=umask,
        stdin=subprocess.DEVNULL, env={**os.environ, **changed},
    )  # fmt: skip
    return {path.name: path.read_bytes() for path in out.iterdir()}


@pytest.fixture(scope="module")
def plain():
    """What this process makes where the seed lies: its hash seed is another one in each run of the tests."""
    return {path.name: path.read_bytes() for path in shipped(TAJIKISTAN).values()}


def differing(plain, other):
    return [file for file, data in other.items() if data != plain[file]]


def test_a_build_where_all_is_otherwise_gives_the_same_bytes(plain, tmp_path_factory):
    """All at once; only if that changes a byte, each alone, to name what does it."""
    surroundings = {key: value for kind in SURROUNDINGS.values() for key, value in kind.items()}
    other = build(tmp_path_factory.mktemp("other"), surroundings)
    endings = ("-handout.pdf", "-slides.pdf", ".html", ".json", ".pdf", ".pptx")
    assert sorted(other) == [f"tajikistan-us{ending}" for ending in endings]
    assert min(map(len, other.values())) > 10_000
    if differing(plain, other):
        alone = {
            name: differing(plain, build(tmp_path_factory.mktemp("alone"), kind))
            for name, kind in SURROUNDINGS.items()
        }
        pytest.fail(f"other bytes in {differing(plain, other)}; by each alone: {alone}")


def test_the_other_clock_is_another_clock(tmp_path):
    """Or the test above would prove nothing."""
    (tmp_path / "sitecustomize.py").write_text(OTHER_CLOCK, encoding="utf-8")
    ask = "import time; print(time.gmtime().tm_year)"
    told = [
        subprocess.run(
            [sys.executable, "-c", ask], check=True, capture_output=True, text=True,
            env={**os.environ, "PYTHONPATH": path},
        ).stdout
        for path in ("", str(tmp_path))
    ]  # fmt: skip
    assert told[0] != told[1]


def test_source_date_epoch_overrules_the_edition(plain, tmp_path):
    epoch = {"SOURCE_DATE_EPOCH": "1893456000"}  # 2030-01-01
    other = build(tmp_path, epoch, outputs=("--pdf",), model=EXAMPLE)
    assert b"2030-01-01T00:00:00Z" in other["example.json"]
    assert b"2030-01-01T00:00:00Z" not in plain["tajikistan-us.json"]


def other_pythons():
    """Environments of other Pythons that have Briefbook's packages: .venv-3.12/ and the like."""
    return sorted(ROOT.glob(".venv-3.*/bin/python"))


@pytest.mark.skipif(not other_pythons(), reason="no .venv-3.*/ here: `make repro` makes them")
@pytest.mark.parametrize("python", other_pythons(), ids=lambda path: path.parts[-3])
def test_another_python_gives_the_same_bytes(plain, tmp_path, python):
    assert differing(plain, build(tmp_path, {}, python)) == []


@pytest.mark.skipif(not shutil.which("make"), reason="no make here")
def test_the_proof_is_a_task_of_its_own():
    said = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f"pytest tests/{Path(__file__).name}" in said
