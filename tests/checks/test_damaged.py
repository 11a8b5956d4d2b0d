"""What cannot be read of one entry hides no problem of another, and is itself told once."""

import pytest

from briefbook.checks import check
from briefbook.checks.damaged import together
from briefbook.errors import Problems
from briefbook.evidence.resolve import resolve
from briefbook.model.reader import read_as_meant, read_briefing
from tests.seeds import edit


@pytest.fixture
def seed(fresh_example):
    edit(fresh_example, "About 40 trains use it every day", "About 50 trains use it every day")
    return fresh_example


def told(seed):
    briefing, misread = read_as_meant(seed)
    return [
        (p.rule, p.statement)
        for p in together(misread, briefing, check(resolve(briefing)))
        if p.severity == "error"
    ]


LIED = [("unsupported-value", "trains")]


@pytest.mark.parametrize(
    ("old", "new", "rule", "entry"),
    [
        ("unit: USD, prices", "unit: USD miillion, prices", "model", "grants"),
        ("prices: current", "prices: of old", "model", "grants"),
        ("calendar: calendar", "calendar: lunar", "model", "grants"),
        ("value: USD 14 million", "value: 14 gazillion USD", "model", "a-bridge"),
    ],
)
def test_a_value_that_cannot_be_read_is_the_only_problem_of_its_entry(seed, old, new, rule, entry):
    edit(seed, old, new)
    assert sorted(told(seed)) == sorted([(rule, entry), *LIED])
    with pytest.raises(Problems):
        read_briefing(seed)


def test_a_wrong_cell_is_told_once_of_all_series_of_its_file(seed):
    table = seed / "grants.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("2400000", "much"), encoding="utf-8")
    edit(
        seed,
        "\nexhibits:",
        "  more: {unit: USD, prices: current, calendar: calendar, file: grants.csv, title: T, publisher: P, edition: E}\n\nexhibits:",
    )
    found = told(seed)
    assert [rule for rule, _ in found].count("series-file") == 1
    assert set(LIED) < set(found)
    assert len(found) == 2


def test_without_what_cannot_be_read_everything_is_told(seed):
    assert told(seed) == LIED
