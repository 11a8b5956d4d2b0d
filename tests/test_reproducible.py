"""The same input gives the same bytes, whatever the folder, hash seed, zone, locale and clock."""

import os
import subprocess
import sys

import pytest

from tests.seeds import TAJIKISTAN, copy_of

SURROUNDINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "Asia/Dushanbe", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"},
)


def build(seed, out, folder, environment):
    """Return the outputs of a build in its own process, by name."""
    subprocess.run(
        [sys.executable, "-m", "briefbook", "build", str(seed), "--out", str(out)],
        check=True, capture_output=True, cwd=folder, timeout=300,
        env={**os.environ, **environment},
    )  # fmt: skip
    return {path.name: path.read_bytes() for path in out.iterdir()}


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    made = []
    for number, environment in enumerate(SURROUNDINGS):
        folder = tmp_path_factory.mktemp(f"somewhere-{number}")
        seed = copy_of(TAJIKISTAN, folder)
        made.append(build(seed, folder / "out", folder, environment))
    return made


@pytest.mark.parametrize("suffix", ["pdf", "pptx", "json"])
def test_two_builds_give_the_same_bytes(editions, suffix):
    first, second = (edition[f"tajikistan-us.{suffix}"] for edition in editions)
    assert len(first) > 10_000
    assert first == second
