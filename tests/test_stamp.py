"""A build whose inputs and outputs are as they were is not run again; anything else is."""

import importlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from briefbook import stamp
from briefbook.cli import main
from tests.seeds import EXAMPLE, copy_of, edit

DONE = "nothing has changed since it was built\n"


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Return the folder of a build with seed, outputs and cache, and a copy of it all as the build left it."""
    folder, copy = tmp_path_factory.mktemp("built"), tmp_path_factory.mktemp("copy")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        copy_of(EXAMPLE, folder)
        assert main(arguments_in(folder)) == 0
    shutil.copytree(folder, copy, dirs_exist_ok=True)
    return folder, copy


def arguments_in(folder: Path) -> list[str]:
    return ["build", str(folder / EXAMPLE.name), "--out", str(folder / "dist")]


@pytest.fixture
def restored(whole, monkeypatch):
    """Return the folder of the build, in which all is again as the build left it."""
    folder, copy = whole
    shutil.rmtree(folder)
    shutil.copytree(copy, folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    return folder


@pytest.fixture
def built(restored):
    """Return the arguments of the build."""
    return arguments_in(restored)


def seed_of(arguments: list[str]) -> Path:
    return Path(arguments[1])


def test_a_second_build_loads_nothing(built):
    command = [sys.executable, "-X", "importtime", "-m", "briefbook", *built]
    subprocess.run(command, capture_output=True, check=True)
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = {line.split("|")[2].strip() for line in done.stderr.splitlines() if "|" in line}
    assert "briefbook.stamp" in loaded
    assert not loaded & {"re", "json", "dataclasses", "argparse", "pathlib", "briefbook.cli"}


def test_the_command_prints_the_same_again(built, restored):
    shutil.rmtree(restored / "cache")

    def run() -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "briefbook", *built]
        return subprocess.run(command, capture_output=True, text=True, check=True)

    first, second = run(), run()
    assert DONE not in first.stderr
    assert second.stderr == DONE
    assert first.stdout == second.stdout


def test_what_is_unchanged_is_replayed_and_warnings_with_it(built):
    told = stamp.replayed(built)
    assert told
    out, err = told
    assert "example.pdf" in out
    assert err.endswith(DONE)


@pytest.mark.parametrize("name", ["briefing.yaml", "source.txt", "grants.csv"])
def test_every_input_counts(built, name):
    path = seed_of(built) / name
    path.write_bytes(path.read_bytes() + b"\n")
    assert stamp.replayed(built) is None


@pytest.mark.parametrize("name", ["briefing.yaml", "source.txt", "grants.csv"])
def test_an_input_that_is_replaced_by_a_link_counts(built, name, tmp_path):
    path = seed_of(built) / name
    path.rename(tmp_path / name)
    path.symlink_to(tmp_path / name)
    assert stamp.replayed(built) is None


@pytest.mark.parametrize("suffix", ["pdf", "pptx", "json"])
@pytest.mark.parametrize("is_edited", [True, False], ids=["edited", "missing"])
def test_an_output_that_is_edited_or_missing_is_never_up_to_date(
    built, suffix, is_edited, restored
):
    path = restored / "dist" / f"example.{suffix}"
    if is_edited:
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        times = path.stat()
        path.write_bytes(data)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    else:
        path.unlink()
    assert stamp.replayed(built) is None


def test_what_stands_beside_the_inputs_does_not_count(built):
    (seed_of(built) / "notes.md").write_text("mine")
    assert stamp.replayed(built) is not None


@pytest.mark.parametrize("more", [["--pdf"], ["--since", "x.json"], ["--no-cache"]])
def test_other_arguments_are_another_build(built, more):
    assert stamp.replayed([*built, *more]) is None


def test_the_clock_and_the_folder_count(built, monkeypatch, tmp_path):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert stamp.replayed(built) is None
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert stamp.replayed(built) is not None
    monkeypatch.chdir(tmp_path)
    assert stamp.replayed(built) is None


def test_another_version_of_the_code_is_another_build(tmp_path, monkeypatch):
    folder = tmp_path / "lib"
    package = folder / "briefbook" / "deep"
    package.mkdir(parents=True)
    (package / "module.py").write_text("one = 1\n")
    monkeypatch.syspath_prepend(str(folder))
    before = stamp.code_digest()
    assert stamp.code_digest() == before
    times = (package / "module.py").stat()
    (package / "module.py").write_text("one = 2\n")
    os.utime(package / "module.py", ns=(times.st_atime_ns, times.st_mtime_ns))
    assert stamp.code_digest() != before


def test_a_process_keeps_to_the_code_that_it_loaded(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "briefbook").mkdir()
    before, live = stamp.loaded_code(), stamp.code_digest()
    (tmp_path / "briefbook" / "module.py").write_text("one = 2\n")
    assert stamp.loaded_code() == before == live != stamp.code_digest()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert stamp.loaded_code() != before


def test_another_version_of_a_package_is_another_build(tmp_path, monkeypatch):
    folder = tmp_path / "lib"
    (folder / "reportlab-5.1.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(folder))
    before = stamp.code_digest()
    (folder / "reportlab-5.1.dist-info").rename(folder / "reportlab-5.2.dist-info")
    other = stamp.code_digest()
    shutil.rmtree(folder / "reportlab-5.2.dist-info")
    assert len({before, other, stamp.code_digest()}) == 3


@pytest.mark.parametrize("place", [0, 45, -1])
def test_a_stamp_that_is_not_as_it_was_written_is_none(built, place):
    path = Path(stamp.stamp_path(built))
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)
    assert stamp.replayed(built) is None
    path.write_bytes(b"")
    assert stamp.replayed(built) is None


def test_an_input_that_changes_while_it_is_built_leaves_no_stamp(built, monkeypatch, capsys):
    seed = seed_of(built)
    documents = importlib.import_module("briefbook.documents")
    real = vars(documents)["resolve"]

    def late(*arguments: Any) -> Any:
        edit(seed, "subtitle: An example", "subtitle: One example")
        return real(*arguments)

    monkeypatch.setattr(documents, "resolve", late)
    assert main(built) == 0
    assert stamp.replayed(built) is None
    capsys.readouterr()


def test_no_home_and_no_cache_folder_stop_nothing(built, monkeypatch, tmp_path, capsys):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert main(built) == 0
    assert stamp.replayed(built) is None
    capsys.readouterr()
