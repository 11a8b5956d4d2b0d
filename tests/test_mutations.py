"""Hundreds of small lies are told to the checks: values are caught, relations at least flagged."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefbook.verify import verify
from tests.conftest import GOLDEN
from tests.mutation import record as kept
from tests.mutation.kinds import EVIDENCE, FILES, GROUPS, REASONS, RELATIONS, VALUES
from tests.mutation.run import SEEDS, Fate, lies_of, tell_all
from tests.seeds import ROOT
from tests.verify.once import reading_once
from tests.verify.tampering import TAMPERINGS, apply, built

pytestmark = pytest.mark.slow

SAMPLE = 1
"""Lies of each kind and seed that every run of the tests tells; the record has them all."""
ALL = 10_000
RECORD = "mutations.txt"
PAGE = ROOT / "docs" / "mutations.md"
START, END = "<!-- lies: tests/test_mutations.py -->\n", "<!-- end -->\n"


@pytest.fixture(scope="module")
def outcomes():
    return tell_all(SAMPLE)


@pytest.fixture(scope="module")
def record(request, outcomes) -> kept.Record:
    """What the record has; with `--accept` it is made anew if the sample differs from it."""
    path = GOLDEN / RECORD
    if request.config.getoption("--accept") and not _agrees(path, outcomes):
        path.write_text(kept.as_text(kept.record_of(tell_all(ALL))), encoding="utf-8")
    return kept.read(path.read_text(encoding="utf-8"))


def _agrees(path: Path, outcomes) -> bool:
    if not path.is_file():
        return False
    record = kept.read(path.read_text(encoding="utf-8"))
    return _numbers(record) == _lies() and _sample(record) == kept.record_of(outcomes)


def _numbers(record: kept.Record) -> kept.Record:
    return {key: "x" * len(fates) for key, fates in record.items()}


def _lies() -> kept.Record:
    """Return how many lies there are by seed and kind."""
    found: kept.Record = {}
    for folder in SEEDS:
        for lie in lies_of(folder):
            key = (folder.name, lie.kind)
            found[key] = found.get(key, "") + "x"
    return found


def _sample(record: kept.Record) -> kept.Record:
    return {key: fates[:SAMPLE] for key, fates in record.items()}


def test_the_record_has_every_lie_that_there_is_to_tell(record):
    assert _numbers(record) == _lies()
    assert sum(map(len, record.values())) > 2000
    assert {kind for _, kind in record} == {kind for kinds in GROUPS.values() for kind in kinds}


def test_the_lies_of_the_sample_end_as_recorded(record, outcomes):
    told = kept.record_of(outcomes)
    differing = {key: (told[key], _sample(record)[key]) for key in told if told[key] != _sample(record)[key]}  # fmt: skip
    assert differing == {}, "look at what the checks miss now, and accept it: make golden"


def test_a_caught_lie_names_its_place_and_what_is_wrong(outcomes):
    for outcome in outcomes:
        if outcome.fate is not Fate.MISSED:
            assert all(problem.place.line and problem.message for problem in outcome.problems)


def test_values_are_caught_as_errors(record):
    counts = kept.counts_of(record)
    for kind in VALUES:
        assert kind in REASONS or kept.share(counts[kind], "C") == 1.0, kind
    caught, told = sum(counts[k]["C"] for k in VALUES), sum(counts[k].total() for k in VALUES)
    seen = caught + sum(counts[k]["F"] + counts[k]["R"] for k in VALUES)
    # An error must be false of the quotes: 97 % were errors when a third of what honest authors write was, too.
    assert caught / told >= 0.96
    assert seen / told >= 0.98


def test_relations_are_flagged_at_least(record):
    """Fewer than when every doubt was an alarm: an alarm must now speak twice as often on lies as on truth."""
    counts = kept.counts_of(record)
    seen = sum(counts[kind]["C"] + counts[kind]["F"] + counts[kind]["R"] for kind in RELATIONS)
    assert seen / sum(counts[kind].total() for kind in RELATIONS) >= 0.85


def test_tampering_with_the_evidence_is_caught(record):
    counts = kept.counts_of(record)
    for kind in EVIDENCE:
        assert kind in REASONS or kept.share(counts[kind], "C") == 1.0, kind


def test_every_kind_that_is_not_always_caught_has_its_reason_and_no_other(record):
    """A value must be caught; a relation may be flagged."""
    counts = kept.counts_of(record)
    below = {kind for kind, told in counts.items() if kept.share(told) < 1}
    below |= {kind for kind in VALUES if kept.share(counts[kind], "C") < 1}
    assert below == set(REASONS)


def test_the_table_in_the_documentation_is_that_of_the_record(record, request):
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(START)
    made = f"{before}{START}\n{kept.table(record)}\n{END}{rest.partition(END)[2]}"
    if request.config.getoption("--accept"):
        PAGE.write_text(made, encoding="utf-8")
        page = made
    assert page == made, "docs/mutations.md is not that of the record: make golden"


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> Iterator[dict[str, Path]]:
    with reading_once():
        yield built(tmp_path_factory.mktemp("built"))


@pytest.mark.parametrize("name", FILES)
def test_a_lie_in_a_finished_file_is_reported_with_its_statement(name, files, tmp_path):
    tampering = TAMPERINGS[name]
    changed = apply(tampering, files, tmp_path)
    problems = verify((changed[".pdf"], changed[".pptx"]))
    found = [problem for problem in problems if problem.rule.startswith(tampering.rule)]
    assert found
    assert any(problem.statement.startswith(tampering.names) for problem in found)
