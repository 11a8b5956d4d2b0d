"""Findings of charts: honest ones pass, those that go against their figures do not."""

from pathlib import Path

import pytest

from tests.seeds import edit, problems_of

EXAMPLE = Path(__file__).parents[2] / "report" / "briefbook" / "example"
RECORDED = "sha256: 2600f149e389327ae47656174361294b7f80fab2de148cccacf405c54d402eb6, "


@pytest.fixture
def seed(fresh_example: Path) -> Path:
    """The example, its series a rise, a fall and a rise again: 20, 40, 30, 10, 25 from 2006."""
    folder = fresh_example
    file = next(folder.glob("*.csv"))
    rows = (f"{2006 + n},{value}" for n, value in enumerate((20, 40, 30, 10, 25)))
    file.write_text("\n".join(("year,current_usd", *rows, "")), "utf-8")
    edit(folder, RECORDED, "")
    edit(
        folder,
        '    computed: {$5.2 million: "max(grants, 2006, 2014)", "2010": "year_of_max(grants, 2006, 2014)"}\n',
        "",
    )
    edit(folder, "columns: {series: grants, highlight: [2010, 2014]}", "columns: {series: grants}")
    return folder


def _found(seed: Path, takeaway: str, form: str = "columns: {series: grants}") -> list[str]:
    edit(seed, "takeaway: Grants peaked at $5.2 million in 2010", f"takeaway: {takeaway}")
    edit(seed, "columns: {series: grants}", form)
    return [p.message for p in problems_of(seed) if p.rule == "takeaway"]


@pytest.mark.parametrize(
    "takeaway",
    [
        "Grants rose",
        "Grants fell after 2007",
        "Grants fell from 2007 to 2009, and rose after 2009",
        "Grants doubled between 2006 and 2007",
        "Grants were never higher than in 2007",
        "Grants did not fall",
        "Grants peaked in 2007",
        "Grants were lowest in 2009",
        "Grants were the highest since 2008 in 2010",
        "Grants soared from 2009 to 2010",
        "Grants collapsed between 2007 and 2009",
    ],
)
def test_a_finding_that_its_figures_bear_out_passes(seed: Path, takeaway: str) -> None:
    assert _found(seed, takeaway) == []


@pytest.mark.parametrize(
    ("takeaway", "says"),
    [
        ("Grants have collapsed", "“collapsed”, and series grants goes from"),
        ("Grants fell", "“fell”"),
        ("Grants rose after 2007", "in 2007 to"),
        ("Grants rose from 2007 to 2009", "in 2007 to"),
        ("Grants fell after 2007, and fell after 2009", "in 2009 to"),
        ("Grants doubled", "“doubled”"),
        ("Grants soared", "“soared”, and series grants goes from"),
        ("Grants halved between 2007 and 2008", "“halved”"),
        ("Grants were unchanged", "“unchanged”"),
        ("Grants peaked in 2010", "“peaked” of 2010"),
        ("Grants were lowest in 2006", "“lowest” of 2006"),
        ("Grants were the highest since 2006 in 2010", "“highest” of 2010"),
    ],
)
def test_a_finding_that_its_figures_contradict_is_named(
    seed: Path, takeaway: str, says: str
) -> None:
    found = _found(seed, takeaway)
    assert any(says in message for message in found), found


MEANS = "columns: {series: grants, means: [{first: 2006, last: 2006}, {first: 2007, last: 2008}, {first: 2009, last: 2010}]}"


def test_with_means_over_spans_the_directions_follow_the_means(seed: Path) -> None:
    assert _found(seed, "Grants rose with the bridge, and fell back", MEANS) == []


def test_directions_against_the_order_of_the_means_are_named(seed: Path) -> None:
    (message,) = _found(seed, "Grants fell with the bridge, and rose again", MEANS)
    assert "the means go" in message


def test_a_year_that_is_not_whole_is_no_turn(seed: Path) -> None:
    edit(seed, "edition: invented figures", "edition: invented figures, partial: [2010]")
    assert _found(seed, "Grants halved") == []


TWO = "columns: {groups: [{series: grants, label: Norland}, {series: loans, label: All other donors}]}"


@pytest.fixture
def both(seed: Path) -> Path:
    """The same with what others gave: 30, 30, 20, 60, 60 from 2006."""
    rows = (f"{2006 + n},{value}" for n, value in enumerate((30, 30, 20, 60, 60)))
    (seed / "loans.csv").write_text("\n".join(("year,current_usd", *rows, "")), "utf-8")
    form = "{unit: USD, prices: current, calendar: calendar, file: loans.csv, title: T, publisher: P, edition: E}"
    edit(seed, "\nexhibits:\n", f"  loans: {form}\nexhibits:\n")
    return seed


@pytest.mark.parametrize(
    "takeaway",
    [
        "Norland gave less than the others",
        "Norland gave more than all other donors in 2007",
        "Others gave more than Norland in 2010",
        "Norland was the largest donor in 2007",
        "Norland’s grants rose after 2009, and the others gave more",
        "Other donors’ money doubled between 2006 and 2010",
    ],
)
def test_a_comparison_that_the_figures_bear_out_passes(both: Path, takeaway: str) -> None:
    assert _found(both, takeaway, TWO) == []


@pytest.mark.parametrize(
    ("takeaway", "says"),
    [
        ("Norland gave more than the others", "in 2010 Norland has $25"),
        ("Norland gave less than the others in every year", "in 2007 Norland has $40"),
        ("Others gave more than Norland in 2007", "in 2007 All other donors has $30"),
        ("Norland was the largest donor in 2010", "All other donors $60"),
        ("Norland’s grants fell after 2009", "“fell”, and series Norland goes from $10"),
        ("The others’ money fell from 2006 to 2010", "“fell”, and series All other donors"),
    ],
)
def test_a_comparison_against_the_figures_is_an_error(both: Path, takeaway: str, says: str) -> None:
    (message,) = _found(both, takeaway, TWO)
    assert says in message


@pytest.mark.parametrize(
    ("takeaway", "count"),
    [
        # The share falls while Norland’s own grants rise.
        ("Norland’s share fell from 57 percent in 2007 to 29 percent in 2010", 0),
        ("Norland’s share rose from 57 percent in 2007 to 29 percent in 2010", 1),
    ],
)
def test_a_change_between_two_percentages_is_held_by_them(
    both: Path, takeaway: str, count: int
) -> None:
    found = _found(both, takeaway, TWO)
    assert len(found) == count
    assert all("the other way by its own figures" in message for message in found)
