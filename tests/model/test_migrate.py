"""A briefing.yaml of format 1 is read as its migration, and migrated where it stands."""

import pytest

from briefbook import cli
from briefbook.errors import Problems
from briefbook.model.migrate import legacy_unit
from briefbook.model.reader import read_briefing
from tests.seeds import EXAMPLE, copy_of, problems_of

WRITTEN = [
    # (format 1, format 2)
    ("", "format: 2\n"),
    ("usd: 14_000_000", "value: USD 14 million"),
    ("usd: 2_500_000", "value: USD 2.5 million"),
    ("kind: Construction", "measure: Construction"),
    ("kind: Health", "measure: Health"),
    ("rests_on:", "supported_by:"),
    (
        "unit: current US dollars, year: calendar, value: current_usd",
        "unit: USD, prices: current, calendar: calendar, column: current_usd",
    ),
]


@pytest.fixture
def pair(tmp_path):
    """A seed of format 1, and the text of the same model in format 2."""
    seed = copy_of(EXAMPLE, tmp_path)
    path = seed / "briefing.yaml"
    new = path.read_text(encoding="utf-8").replace(
        "calendar: calendar", "calendar: calendar, column: current_usd"
    )
    old = new
    for before, after in WRITTEN:
        assert after in old
        old = old.replace(after, before)
    path.write_text(old, encoding="utf-8")
    return seed, new


def test_migrating_changes_what_format_2_writes_otherwise_and_nothing_else(pair):
    seed, new = pair
    assert cli.main(["migrate", str(seed)]) == 0
    assert (seed / "briefing.yaml").read_text(encoding="utf-8") == new


def test_a_second_migration_changes_nothing(pair, capsys):
    seed, new = pair
    for _ in range(2):
        assert cli.main(["migrate", str(seed)]) == 0
    assert "already" in capsys.readouterr().out
    assert (seed / "briefing.yaml").read_text(encoding="utf-8") == new


def test_format_1_is_read_as_its_migration_and_checks_alike(pair):
    seed, _ = pair
    before = read_briefing(seed)
    assert problems_of(seed) == ()
    cli.main(["migrate", str(seed)])
    after = read_briefing(seed)
    assert [a.value for a in before.amounts] == [a.value for a in after.amounts]
    assert before.series[0].basis == after.series[0].basis
    assert before.series[0].points == after.series[0].points


def test_a_problem_of_format_1_is_told_in_the_line_of_the_file(pair):
    seed, _ = pair
    path = seed / "briefing.yaml"
    text = path.read_text(encoding="utf-8").replace("usd: 2_500_000", "usd: 2_500_00x")
    path.write_text(text, encoding="utf-8")
    line = next(n for n, words in enumerate(text.splitlines(), 1) if "2_500_00x" in words)
    with pytest.raises(Problems) as caught:
        read_briefing(seed)
    assert [problem.place.line for problem in caught.value.problems] == [line]


@pytest.mark.parametrize(
    ("words", "unit", "prices"),
    [
        ("constant 2024 US dollars", "USD", "constant 2024"),
        ("US dollars, current prices", "USD", "current"),
        ("euros at constant 2015 prices", "EUR", "constant 2015"),
        ("millions of US dollars", "USD millions", ""),
        ("constant US dollars", "USD", ""),  # of which year, only an author can say
        ("ships", "ships", ""),
    ],
)
def test_a_unit_in_words_becomes_a_unit_and_a_price_base(words, unit, prices):
    assert legacy_unit(words) == (unit, prices)
