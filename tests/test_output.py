"""Files are written together or not at all."""

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


def test_what_a_killed_writer_had_moved_away_is_put_back(tmp_path):
    """Killed between two moves: one file is new, the other's old version lies aside."""
    aside = tmp_path / ".briefbook-killed"
    (aside / "new").mkdir(parents=True)
    (aside / "old").mkdir()
    (tmp_path / "a.pdf").write_bytes(b"new")
    (aside / "old" / "a.pdf").write_bytes(b"old")
    (aside / "new" / "a.json").write_bytes(b"new")
    (tmp_path / "a.json").write_bytes(b"old")
    with output.held(tmp_path):
        found = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert found == {"a.pdf": b"old", "a.json": b"old"}


def test_a_writer_killed_after_the_last_move_had_done_its_work(tmp_path):
    aside = tmp_path / ".briefbook-killed"
    (aside / "new").mkdir(parents=True)
    (aside / "old").mkdir()
    (aside / "old" / "a.pdf").write_bytes(b"old")
    (tmp_path / "a.pdf").write_bytes(b"new")
    with output.held(tmp_path):
        found = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert found == {"a.pdf": b"new"}


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
