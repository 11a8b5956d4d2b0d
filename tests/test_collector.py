"""Garbage is not looked for in a build of a usual size, and seldom in a long one."""

import gc
from types import SimpleNamespace

import pytest

from briefbook.cli import collector as room


@pytest.fixture
def collector(monkeypatch):
    """A collector of Python's own habits, which notes what is asked of it."""
    state = SimpleNamespace(threshold=(700, 10, 10), is_on=True, collected=0, frozen=0)
    module = SimpleNamespace(
        disable=lambda: setattr(state, "is_on", False),
        set_threshold=lambda *given: setattr(state, "threshold", given),
        get_threshold=lambda: state.threshold,
        collect=lambda: setattr(state, "collected", state.collected + 1),
        freeze=lambda: setattr(state, "frozen", state.frozen + 1),
    )
    assert set(vars(module)) <= set(dir(gc))
    monkeypatch.setattr(room, "gc", module)
    return state


def seed_of(folder, size):
    (folder / "briefing.yaml").write_text("#" * size, encoding="utf-8")
    return folder


def test_a_build_of_a_usual_size_collects_nothing(tmp_path, collector):
    room.set_collector(seed_of(tmp_path, 1_000))
    room.collect_between_steps()
    assert not collector.is_on
    assert not collector.collected


def test_a_long_build_collects_seldom_and_walks_nothing_twice(tmp_path, collector):
    room.set_collector(seed_of(tmp_path, 1_000_000))
    room.collect_between_steps()
    assert collector.is_on
    assert collector.threshold[0] > 700
    assert collector.collected == collector.frozen == 1
