"""Files are written together or not at all."""

import logging
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefbook import output
from briefbook.errors import Unwritable
from briefbook.output import write_together
from tests.seeds import EXAMPLE

pytestmark = pytest.mark.slow


def test_all_files_are_written_and_nothing_else_is_left(tmp_path):
    write_together(tmp_path / "new" / "dist", {"a.pdf": b"1", "a.json": b"2"})
    found = {path.name: path.read_bytes() for path in (tmp_path / "new" / "dist").iterdir()}
    assert found == {"a.pdf": b"1", "a.json": b"2"}


@pytest.mark.parametrize("failing", [0, 1, 2])
def test_an_interrupt_at_any_moment_leaves_the_previous_edition_whole(
    tmp_path, monkeypatch, failing
):
    write_together(tmp_path, {"a.pdf": b"old", "a.json": b"old"})
    write, count = output._write, iter(range(10))

    def interrupted(path, data):
        if next(count) == failing:
            raise KeyboardInterrupt
        write(path, data)

    monkeypatch.setattr(output, "_write", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_together(tmp_path, {"a.pdf": b"new", "a.json": b"new", "a.pptx": b"new"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "a.pdf": b"old",
        "a.json": b"old",
    }


def test_a_failed_move_puts_back_what_was_moved(tmp_path, monkeypatch):
    write_together(tmp_path, {"a.pdf": b"old"})
    real = Path.replace

    def failing(source, target):
        if target.name == "z.json" and source.parent.name == "new":
            raise OSError(28, "No space left on device")
        return real(source, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(Unwritable, match="No space left"):
        write_together(tmp_path, {"a.pdf": b"new", "z.json": b"new"})
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert not (tmp_path / "z.json").exists()


def test_a_folder_that_cannot_be_made_is_a_clear_error(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(Unwritable, match="cannot write"):
        write_together(tmp_path / "file", {"a": b""})


def test_a_folder_in_a_files_place_is_left_alone_with_all_that_is_in_it(tmp_path):
    (tmp_path / "a.pdf").mkdir()
    (tmp_path / "a.pdf" / "thesis.txt").write_text("years of work")
    with pytest.raises(Unwritable, match="a folder stands where a file is to be written"):
        write_together(tmp_path, {"a.json": b"new", "a.pdf": b"new"})
    assert (tmp_path / "a.pdf" / "thesis.txt").read_text() == "years of work"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_file_keeps_its_permissions(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"old")
    (tmp_path / "a.pdf").chmod(0o640)
    write_together(tmp_path, {"a.pdf": b"new"})
    assert (tmp_path / "a.pdf").stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="no lock there")
def test_whoever_waits_for_another_writer_is_told_and_does_not_wait_for_ever(tmp_path, monkeypatch):
    told: list[logging.LogRecord] = []
    monkeypatch.setattr(logging.lastResort, "handle", told.append)
    monkeypatch.setattr(output, "_PATIENCE_SECONDS", 0.1)
    monkeypatch.setattr(output, "_SILENT_SECONDS", 0.0)
    with (
        output.held(tmp_path),
        pytest.raises(Unwritable, match="has been writing here"),
        output.held(tmp_path),
    ):
        pass
    assert ["waiting for" in record.getMessage() for record in told] == [True]


_WRITER = """
import sys
import signal
import subprocess
import sys
from pathlib import Path
from briefbook.output import write_together
from tests.seeds import EXAMPLE
for _ in range(40):
    write_together(Path(sys.argv[1]), {f"{n}.txt": sys.argv[2].encode() * 50_000 for n in range(4)})
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no lock there")
def test_two_writers_at_once_do_not_mix(tmp_path):
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITER, str(tmp_path), letter]) for letter in "ab"
    ]
    looks = 0
    while any(writer.poll() is None for writer in writers):
        with output.held(tmp_path):
            found = {path.read_bytes()[:1] for path in tmp_path.glob("*.txt")}
        looks += 1
        assert len(found) <= 1
    assert [writer.returncode for writer in writers] == [0, 0]
    assert looks
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{n}.txt" for n in range(4)]


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_a_cancelled_build_leaves_the_previous_edition_whole(tmp_path):
    out = tmp_path / "out"
    command = [sys.executable, "-m", "briefbook", "build", str(EXAMPLE), "--out", str(out)]
    command += ["--no-cache"]
    subprocess.run(command, check=True, capture_output=True)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr is not None
        for line in running.stderr:
            if line.startswith("rendering"):
                running.send_signal(signal.SIGTERM)
                break
        assert "what was built before is unchanged" in running.stderr.read()
    assert running.returncode == 130
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
