"""Files are written together or not at all."""

from pathlib import Path

import pytest

from briefbook import output
from briefbook.errors import Unwritable
from briefbook.output import write_together


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
