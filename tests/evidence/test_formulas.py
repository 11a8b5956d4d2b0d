"""Formulas work out what they say, over declared inputs, and join like things only."""

import dataclasses
from decimal import Decimal
from typing import Any

import pytest

from briefbook.evidence.assertions import assertions
from briefbook.evidence.formula_grammar import BadFormula, parse_formula
from briefbook.evidence.formulas import inputs_of, work_out
from briefbook.evidence.literals import says
from briefbook.evidence.support import EvidenceIndex
from briefbook.model import Formula, SeriesPoint
from briefbook.model.evidence import DeclaredConversion
from briefbook.model.reader import read_briefing
from briefbook.values.basis import Calendar, PriceBase
from briefbook.values.dates import Date, parse_date
from briefbook.values.quantity import Quantity, parse_quantity
from briefbook.values.units import UnitType, parse_unit
from tests.seeds import EXAMPLE, copy_of, edit, problems_of

BRIEFING = read_briefing(EXAMPLE)
GRANTS = BRIEFING.series[0]
QUOTES = (
    "Relations began in 1980 and lasted until 2006.",
    "The border with Uzbekistan, China and Kyrgyzstan is open; 43 trucks cross each day.",
    "It cost £74 million.",
)


def evaluate(formula, briefing, quotes=()):
    """Return what a formula gives; raises BadFormula."""
    worked = work_out(Formula("", formula), briefing, quotes)
    if worked.result is None:
        raise BadFormula(worked.problem, worked.hint)
    return worked.result


def with_series(id_, **fields: Any):
    """Return the example with one more series that is like the grants but for some fields."""
    other = dataclasses.replace(GRANTS, id=id_, **fields)
    return dataclasses.replace(BRIEFING, series=(*BRIEFING.series, other))


def quantity(formula, briefing=BRIEFING, quotes=()):
    result = evaluate(formula, briefing, quotes)
    assert isinstance(result, Quantity)
    return result


def number(formula, briefing=BRIEFING, quotes=()):
    return quantity(formula, briefing, quotes).number


@pytest.mark.parametrize(
    ("formula", "value", "unit"),
    [
        ("min(grants, 2006, 2014)", 1_200_000, "USD"),
        ("max(grants, 2006, 2014)", 5_200_000, "USD"),
        ("max(grants)", 5_200_000, "USD"),
        ("mean(grants, 2006, 2007)", 1_525_000, "USD"),
        ("total(grants, 2006, 2007) / thousand", 3050, "USD"),
        ("value(grants, 2014) - value(grants, 2006)", 500_000, "USD"),
        ("value(grants, 2006) * 12", 14_400_000, "USD"),
        ("change(value(grants, 2006), value(grants, 2008))", 100, "percent"),
        ("share(grants, grants, 2006, 2010)", 100, "percent"),
        ("value(grants, 2008) / value(grants, 2006)", 2, "multiple"),
        ("value(grants, 2006) / value(grants, 2008) * 100", 50, "percent"),
        ("count(events)", 6, "events"),
        ("count(events, 2000, 2010)", 2, "events"),
        ("count(amounts) - 1", 1, "amounts"),
        ("count(grants, 2006, 2008)", 3, "values"),
        ("amount(a-bridge)", 14_000_000, "USD"),
        ("-(value(grants, 2006))", -1_200_000, "USD"),
    ],
)
def test_a_formula_is_worked_out_with_its_unit(formula, value, unit):
    result = evaluate(formula, BRIEFING)
    assert isinstance(result, Quantity)
    assert (result.number, str(result.unit)) == (Decimal(value), unit)


def test_where_a_series_is_highest_is_a_date():
    assert evaluate("at_max(grants, 2006, 2014)", BRIEFING) == parse_date("2010")
    assert evaluate("year_of_max(grants)", BRIEFING) == parse_date("2010")


@pytest.mark.parametrize(
    "formula",
    [
        "min(nothing, 2006, 2007)", "value(grants, 1900)", "value(grants)", "mean(grants, 2010, 2006)",
        "value(grants, 2006) / (value(grants, 2006) - value(grants, 2006))", "__import__('os')",
        "grants.points", "(lambda: 1)()", "[1]", "2 ** 9999", "count(x)", "min(grants, 2006, 2014",
        "amount(nothing)", "open('x')", "grants", "", "value(grants, 2006) value(grants, 2007)",
        "(" * 200 + "count(events)" + ")" * 200, "9" * 2000,
    ],
)  # fmt: skip
def test_anything_else_is_refused(formula):
    with pytest.raises(BadFormula):
        evaluate(formula, BRIEFING)


# ── Constants ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "formula",
    [
        "61500000", "61.5 million", "61.5 * million", "2018 - 2012", "0 * amount(a-bridge) + 61500000",
        "amount(a-bridge) * 4.39", "amount(a-bridge) + 1", "count(events) * 9",
        "count(events) - count(events) + 63", "value(grants, 2006) + 7",
    ],
)  # fmt: skip
def test_a_constant_does_not_make_a_figure(formula):
    with pytest.raises(BadFormula):
        evaluate(formula, BRIEFING)


def test_a_number_that_the_quotes_have_may_be_a_factor():
    assert number("quoted(“43 trucks”) * 30", quotes=QUOTES) == 1290
    assert number("amount(a-bridge) / 43", quotes=QUOTES) == Decimal(14_000_000) / 43


def test_what_honest_authors_count_is_worked_out_from_the_quotes():
    assert number("years(1980, 2006)", quotes=QUOTES) == 26
    assert number("named(“Uzbekistan”, “China”, “Kyrgyzstan”)", quotes=QUOTES) == 3
    assert quantity("quoted(“£74 million”)", BRIEFING, QUOTES).unit.name == "GBP"
    assert number("years(e-relations, e-bridge)") == 2011 - 1994


@pytest.mark.parametrize(
    "formula",
    [
        "years(1980, 2007)", "named(“Uzbekistan”, “Nepal”)", "named(“China”, “China”)", "quoted(“£75 million”)",
        "days(1980, 2006)",
    ],
)  # fmt: skip
def test_what_the_quotes_do_not_have_is_refused(formula):
    with pytest.raises(BadFormula):
        evaluate(formula, BRIEFING, QUOTES)


# ── Like and unlike ──────────────────────────────────────────────────────────────────────────────

UNLIKE = [
    ({"unit": parse_unit("EUR")}, "one is in USD, the other in EUR"),
    ({"unit": parse_unit("ships")}, "one counts USD, the other ships"),
    ({"prices": PriceBase(2024)}, "one in current prices, the other in constant 2024 prices"),
    ({"calendar": Calendar(10)}, "one by calendar years, the other by fiscal from October years"),
    ({"measure": "net ODA"}, "one does not say its measure, the other is net ODA"),
]


@pytest.mark.parametrize(("fields", "why"), UNLIKE)
@pytest.mark.parametrize(
    "formula",
    [
        "value(grants, 2006) + value(other, 2006)", "value(grants, 2006) - value(other, 2006)",
        "share(grants, other, 2006)", "change(value(grants, 2006), value(other, 2006))",
        "value(other, 2006) / value(grants, 2006)",
    ],
)  # fmt: skip
def test_unlike_series_are_not_joined(formula, fields, why):
    if "ships" in why and " / " in formula:
        pytest.skip("a sum per ship is a quantity of its own")
    with pytest.raises(BadFormula) as refused:
        evaluate(formula, with_series("other", **fields))
    said = str(refused.value)
    assert "series grants" in said
    assert "series other" in said
    words = [side.split()[-1] for side in why.split(", the other ")]
    assert all(word in said.partition(": ")[2] for word in words)  # in either order


@pytest.mark.parametrize("fields", [fields for fields, _ in UNLIKE[2:]])
def test_a_declared_reason_joins_unlike_measures(fields):
    formula = Formula("x", "share(grants, other, 2006)", across="both are what was paid out")
    worked = work_out(formula, with_series("other", **fields))
    assert isinstance(worked.result, Quantity)
    assert worked.result.number == 100


def test_a_reason_does_not_join_unlike_currencies():
    formula = Formula("x", "share(grants, other, 2006)", across="they are much alike")
    assert work_out(formula, with_series("other", unit=parse_unit("EUR"))).result is None


def test_a_declared_conversion_joins_currencies():
    rate = DeclaredConversion(
        "eur-usd",
        parse_unit("EUR"),
        parse_unit("USD"),
        Decimal("1.5"),
        parse_date("2006"),
        "A bank",
    )
    briefing = dataclasses.replace(
        with_series("other", unit=parse_unit("EUR")), conversions=(rate,)
    )
    formula = Formula("x", "value(grants, 2006) + convert(value(other, 2006), eur-usd)")
    worked = work_out(formula, briefing)
    assert isinstance(worked.result, Quantity)
    assert worked.result.number == 1_200_000 + 1_800_000
    assert worked.conversions == (rate,)


def test_a_sum_per_thing_counted_is_a_rate_and_gives_the_sum_back():
    ships = with_series("ships", unit=parse_unit("ships"))
    rate = quantity("value(grants, 2006) / value(ships, 2007)", ships)
    assert str(rate.unit) == "USD per ship"
    with pytest.raises(BadFormula):
        evaluate("value(grants, 2006) / value(ships, 2007) + value(grants, 2006)", ships)


def test_the_difference_of_percentages_is_in_percentage_points():
    rate = with_series("rate", unit=parse_unit("percent of adults"))
    result = quantity("value(rate, 2008) - value(rate, 2006)", rate)
    assert result.unit.type is UnitType.PERCENTAGE_POINT


# ── Other dates, gaps ────────────────────────────────────────────────────────────────────────────


def test_months_and_categories_are_named_in_formulas():
    at: list[Date | str] = [parse_date("2015-02"), parse_date("2015-03"), "Norway", "Chad"]
    points = tuple(SeriesPoint(a, Decimal(n)) for n, a in enumerate(at, 1))
    months = with_series("months", points=points[:2])
    assert number("value(months, 2015-03)", months) == 2
    assert evaluate("at_max(months)", months) == parse_date("2015-03")
    assert number("total(months, 2015-02, 2015-03)", months) == 3
    names = with_series("names", points=points[2:])
    assert number("value(names, “Chad”)", names) == 4
    assert evaluate("at_min(names)", names) == "Norway"


def test_an_empty_cell_is_not_worked_with():
    points = (
        *GRANTS.points[:1],
        dataclasses.replace(GRANTS.points[1], value=None),
        *GRANTS.points[2:],
    )
    with pytest.raises(BadFormula, match="no value for 2007"):
        evaluate("total(gaps, 2006, 2008)", with_series("gaps", points=points))


# ── What a literal says ──────────────────────────────────────────────────────────────────────────

SAYINGS = [
    ("$5.2 million", "It peaked at $5.2 million.", "max(grants)", True),
    ("€5.2 million", "It peaked at €5.2 million.", "max(grants)", False),
    ("5.2 percent", "It peaked at 5.2 percent.", "max(grants) / million", False),
    ("5.2", "Peak: 5.2 (millions of dollars).", "max(grants) / million", True),
    ("5200000", "It peaked at 5200000.", "max(grants)", False),
    ("$5 million", "It peaked at $5 million.", "max(grants)", True),
    ("$6 million", "It peaked at $6 million.", "max(grants)", False),
    ("$5.1 million", "It peaked at about $5.1 million.", "max(grants)", True),
    ("$5.1 million", "It peaked at $5.1 million.", "max(grants)", False),
    ("$4.9 million", "It peaked at about $4.9 million.", "max(grants)", False),
    ("$5.3 million", "It peaked at up to $5.3 million.", "max(grants)", True),
    ("half", "In 2006 it was half as much.", "value(grants, 2006) / value(grants, 2008)", True),
    ("a third", "In 2006 it was a third as much.", "value(grants, 2006) / value(grants, 2008)", False),
    ("one half", "It was one half of it.", "value(grants, 2006) / value(grants, 2008)", True),
    ("a half", "It was more than a half of it.", "value(grants, 2006) / value(grants, 2008)", True),
    ("three twelfths", "It was three twelfths of it.", "value(grants, 2006) / value(grants, 2008) / 2", True),
    ("a quarter", "It was a quarter of it.", "100 * value(grants, 2006) / value(grants, 2008)", False),
    ("a half", "It was more than a half of it.", "value(grants, 2006) / value(grants, 2008) * 99 / 100", False),
    ("100 percent", "It rose by 100 percent.", "change(value(grants, 2006), value(grants, 2008))", True),
    ("2010", "The peak came in 2010.", "at_max(grants)", True),
    ("2011", "The peak came in 2011.", "at_max(grants)", False),
    ("six", "There are six events.", "count(events)", True),
    ("seven", "There are seven events.", "count(events)", False),
]  # fmt: skip


@pytest.mark.parametrize(("literal", "text", "formula", "is_true"), SAYINGS)
def test_a_number_says_what_its_formula_gives_in_unit_and_rounding(literal, text, formula, is_true):
    assert says(work_out(Formula(literal, formula), BRIEFING), text) is is_true


def test_a_month_is_held_to_the_month():
    points = tuple(SeriesPoint(parse_date(f"2015-0{n}"), Decimal(n % 3)) for n in range(1, 5))
    months = with_series("months", points=points)
    worked = work_out(Formula("x", "at_max(months)"), months)
    assert isinstance(worked.result, Date)
    for literal, is_true in (("February 2015", True), ("2015", True), ("March 2015", False)):
        said = dataclasses.replace(worked, declared=Formula(literal, "at_max(months)"))
        assert says(said, f"It peaked in {literal}.") is is_true


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("quoted(“40 trucks a day”) + quoted(“9 trucks a day”)", 49),
        ("quoted(“40 trucks a day”) * 12", 480),
        ("quoted(“40 trucks a day”) / quoted(“10 trucks a day”)", 4),
        ("quoted(“40 trucks a day”) + quoted(“9 cars a month”)", "per day, the other number per month"),
        ("quoted(“40 trucks a day”) / quoted(“9 cars a month”)", "per day, the other number per month"),
        ("quoted(“$7 a month”) - quoted(“$5”)", "one is in USD per month, the other in USD"),
    ],
)  # fmt: skip
def test_numbers_told_by_different_periods_are_unlike(formula, said):
    quote = "40 trucks a day, 9 trucks a day, 10 trucks a day, 9 cars a month, $7 a month and $5"
    worked = work_out(Formula("x", formula), BRIEFING, (quote,))
    if isinstance(said, str):
        assert said in worked.problem
    else:
        assert isinstance(worked.result, Quantity)
        assert worked.result.number == said


# ── Whole briefings ──────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def seed(tmp_path):
    return copy_of(EXAMPLE, tmp_path)


def computed_claim(seed, text, formula):
    """Put a computed statement into a seed."""
    edit(
        seed,
        "claims:\n",
        f"claims:\n  - id: in-all\n    kind: computed\n    text: Ostmark’s aid in all came to {text}.\n"
        f"    computed: {{{text}: {formula}}}\n    supported_by: [bridge, clinics]\n",
    )


def test_construction_and_health_do_not_add_up_to_a_total(seed):
    computed_claim(seed, "$16.5 million", "amount(a-bridge) + amount(a-clinics)")
    [problem] = [p for p in problems_of(seed) if p.rule == "formula"]
    assert (
        "amount a-bridge (USD, Construction) and amount a-clinics (USD, Health) cannot be added"
        in (problem.message)
    )
    assert "across:" in problem.hint


def test_a_reason_lets_them_be_added_and_is_printed(seed):
    computed_claim(
        seed,
        "$16.5 million",
        "{formula: amount(a-bridge) + amount(a-clinics), across: both were gifts}",
    )
    assert [p for p in problems_of(seed) if p.rule.startswith("formula")] == []


@pytest.mark.parametrize(
    "text", ["EUR 4.5 million", "12.4 percent", "412 ships", "USD 950", "35,000 trucks"]
)
def test_a_quantity_of_the_model_is_read_as_written(text):
    quantity = parse_quantity(text)
    assert parse_quantity(f"{quantity.number} {quantity.unit}" if quantity.unit.type is not UnitType.CURRENCY else f"{quantity.unit} {quantity.number}").same_value(quantity)  # fmt: skip


@pytest.mark.parametrize(
    ("formula", "ids"),
    [
        ("total(aid-us)", ("aid-us",)),
        ("share(part, whole, 2005) + change(value(part, 2005), value(rest, 2007))", ("part", "whole", "rest")),
        ("convert(amount(bridge), eur-usd)", ("eur-usd", "bridge")),
        ('quoted("aid") * 12', ()),
        ("total(aid", ()),
    ],
)  # fmt: skip
def test_the_inputs_of_a_formula_are_its_ids_whole(formula, ids):
    assert inputs_of(formula) == ids


def test_a_series_whose_id_stands_within_another_bears_no_statement_of_that_one():
    briefing = with_series("grants-paid", title="Money paid out")
    worked = (Formula("$5.2 million", "max(grants-paid, 2006, 2014)"),)
    claims = (dataclasses.replace(briefing.claims[0], computed=worked),)
    said = next(assertions(EvidenceIndex(dataclasses.replace(briefing, claims=claims))))
    assert any(words.startswith("Money paid out") for words in said.supporting)
    assert not any(words.startswith(GRANTS.title) for words in said.supporting)


def test_a_formula_is_parsed_once_and_names_are_not_cut_at_hyphens():
    assert parse_formula("by-agency-usaid - x") == parse_formula("by-agency-usaid − x")


def test_a_reason_for_across_does_not_join_unlike_units_and_is_told_so():
    ships = with_series("ships", unit=parse_unit("ships"))
    formula = Formula(
        "x", "value(grants, 2006) + value(ships, 2006)", across="both came from Ostmark"
    )
    told = work_out(formula, ships)
    assert "one counts USD, the other ships" in told.problem
    assert "no unlike units" in told.hint
    trucks = with_series("trucks", unit=parse_unit("trucks"))
    both = dataclasses.replace(trucks, series=(*trucks.series, ships.series[-1]))
    told = work_out(Formula("x", "value(trucks, 2006) + value(ships, 2006)"), both)
    assert "{from: trucks, to: …" in told.hint
