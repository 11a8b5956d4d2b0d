"""Whatever is damaged in whatever way, a command ends in a sentence, in time, and what it made holds."""

import signal

import pytest

from tests.fuzz.targets import TARGETS, make_whole, try_one
from tests.seeds import ROOT

SAMPLES = ROOT / "tests" / "sources" / "samples"
SOURCES = tuple(sorted(SAMPLES.glob("*.txt")))
FIXED = {"model": 24, "table": 8, "workbook": 4, "source": 6, "finished": 16}
"""How many of each are tried here; `make fuzz` tries as many as there is time for."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="needs an alarm"),
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    return make_whole(tmp_path_factory.mktemp("fuzz"), SOURCES)


@pytest.mark.parametrize("target", TARGETS)
def test_damage_ends_in_a_sentence_and_in_time(target, whole, tmp_path):
    found = [try_one(target, n, whole, tmp_path / "one") for n in range(FIXED[target])]
    assert [entry for entry in found if entry] == []


CORPUS = ROOT / "tests" / "fuzz" / "corpus.txt"


@pytest.mark.parametrize(
    ("target", "number"),
    [line.split()[:2] for line in CORPUS.read_text().splitlines() if line[:1] not in "# "],
)
def test_what_was_once_found_stays_mended(target, number, whole, tmp_path):
    assert try_one(target, int(number), whole, tmp_path / "one") is None
