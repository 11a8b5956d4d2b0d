"""What nobody foresaw ends with a sentence and an exit code, never with a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefbook.cli import main
from tests.seeds import EXAMPLE, copy_of, edit
from tests.test_cli import run

COMMAND = f"{sys.executable} -m briefbook"


def shell(line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", line], capture_output=True, text=True, check=False, timeout=120,
        encoding="utf-8", errors="replace", env={**os.environ, **environment},
    )  # fmt: skip


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only where there is a full device")
def test_a_full_output_is_told() -> None:
    done = shell(f"{COMMAND} check {EXAMPLE} > /dev/full")
    assert done.returncode == 3
    assert done.stderr == "error: cannot write to the output: No space left on device\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only where there is a full device")
@pytest.mark.parametrize(
    ("command", "streams", "code"),
    [
        ("check {good}", "2> /dev/full", 0),  # messages are lost, and nothing else
        ("check {good}", "> /dev/full 2> /dev/full", 3),
        ("check {bad}", ">&- 2>&-", 1),
        ("--version", "> /dev/full", 3),
    ],
)
def test_streams_without_room_leave_the_exit_code_right(
    tmp_path: Path, command: str, streams: str, code: int
) -> None:
    bad = copy_of(EXAMPLE, tmp_path)
    edit(bad, "About 40 trains use it", "About 50 trains use it")
    done = shell(f"{COMMAND} {command.format(good=EXAMPLE, bad=bad)} {streams}")
    assert done.returncode == code
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "console",
    [
        {"PYTHONIOENCODING": "cp1252"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=["cp1252", "C"],
)
def test_a_console_of_another_code_page_is_told_the_same(
    tmp_path: Path, console: dict[str, str]
) -> None:
    seed = copy_of(EXAMPLE, tmp_path)
    edit(seed, "subtitle: An example", "subtitle: An مثال of 50 trains, an example")
    done = shell(f"{COMMAND} check {seed}", **console)
    assert done.returncode == 1
    assert "[no-face]" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_a_closed_stderr_stops_nothing(tmp_path: Path) -> None:
    done = shell(f"{COMMAND} build {EXAMPLE} --out {tmp_path} 2>&-")
    assert done.returncode == 0
    assert (tmp_path / "example.pdf").is_file()


def test_a_console_without_a_letter_shows_its_number() -> None:
    done = shell(f"{COMMAND} schema briefing", PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert "\\u2" in done.stdout


def test_a_folder_whose_name_is_no_text_is_told(tmp_path: Path) -> None:
    seed = copy_of(EXAMPLE, tmp_path)
    odd = os.fsencode(tmp_path) + b"/b\xe9d"
    seed.rename(os.fsdecode(odd))
    done = run("build", os.fsdecode(odd), "--out", tmp_path)
    assert done.returncode == 3
    assert "the folder's name is not UTF-8" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_fault_of_ours_is_told_as_one_with_a_file_to_send(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fails(_: object) -> int:
        raise LookupError("no such thing")

    monkeypatch.setattr("briefbook.cli.command_of", lambda _: fails)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert main(["check", str(EXAMPLE)]) == 4
    said = capsys.readouterr().err
    assert said.startswith("error: a fault in Briefbook: LookupError\n")
    [report] = tmp_path.glob("briefbook-fault-*.txt")
    assert str(report) in said
    assert "LookupError: no such thing" in report.read_text(encoding="utf-8")


def test_too_little_memory_is_told_as_such(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(_: object) -> int:
        raise MemoryError

    monkeypatch.setattr("briefbook.cli.command_of", lambda _: fails)
    assert main(["check", str(EXAMPLE)]) == 3
    assert capsys.readouterr().err.startswith("error: there is not enough memory\n")
