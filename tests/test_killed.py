"""Killed at any step of its writing, each command leaves what was there or what was to be, whole."""

import os
import shutil

import pytest

from briefbook.cli import main
from briefbook.output import write_together
from tests.killing import CHANGES, assert_old_or_new, outcomes
from tests.seeds import EXAMPLE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks"),
    pytest.mark.filterwarnings("ignore:This process.*fork:DeprecationWarning"),
]


def test_writing_together(tmp_path):
    start, folder = tmp_path / "start", tmp_path / "folder"
    write_together(start, {"a.pdf": b"old", "a.json": b"old", "kept.txt": b"kept"})
    new = {"a.pdf": b"new", "a.json": b"new", "a.pptx": b"new", "data/b.csv": b"new"}
    found = outcomes(start, lambda: write_together(folder, new), folder, CHANGES)
    assert_old_or_new(start, found, steps=12)
    assert found[-1] == {**new, "kept.txt": b"kept"}


def test_a_build(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    start, folder = tmp_path / "start", tmp_path / "folder"
    assert main(["build", str(EXAMPLE), "--out", str(start), "--pptx"]) == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    build = ["build", str(EXAMPLE), "--out", str(folder), "--pptx"]
    found = outcomes(start, lambda: main(build), folder)
    assert_old_or_new(start, found, steps=2)
    document = folder / f"{EXAMPLE.name}.pptx"
    assert main(["verify", str(document)]) == 0


def test_a_migration(tmp_path):
    start, folder = tmp_path / "start", tmp_path / "folder"
    shutil.copytree(EXAMPLE, start)
    model = start / "briefing.yaml"
    model.write_text(model.read_text().replace("format: 2\n", ""))
    found = outcomes(start, lambda: main(["migrate", str(folder)]), folder)
    assert_old_or_new(start, found, steps=2)


def test_a_draft_is_whole_or_the_same_command_makes_it(tmp_path):
    source, folder = EXAMPLE / "source.txt", tmp_path / "folder"
    draft = ["draft", str(source), "-o", str(folder)]
    found = outcomes(tmp_path / "nothing", lambda: main(draft), folder)
    assert {frozenset(files) for files in found} == {frozenset(), frozenset(found[-1])}
