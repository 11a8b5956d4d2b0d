"""The grammar of quantities: number, unit, range, bound and precision of what prose writes."""

from decimal import Decimal
from itertools import pairwise

import pytest
from babel.numbers import get_currency_name, get_currency_symbol
from hypothesis import given
from hypothesis import strategies as st

from briefbook.language.en import currencies
from briefbook.language.en.countries import all_countries
from briefbook.language.en.quantities import FRACTION, find_quantities
from briefbook.language.en.tables import rows, split
from briefbook.values.currencies import COMMON_CURRENCIES, currency_codes
from briefbook.values.formatting import prose, short
from briefbook.values.quantity import Bound, Quantity
from briefbook.values.units import PERCENT, PERCENTAGE_POINT, Unit, UnitType


def read(text):
    """Return (number, to, unit) of each quantity of a text."""
    said = [found.quantity for found in find_quantities(text)]
    return [(q.number, q.to, str(q.unit)) for q in said]


ONE = [
    # figures in every dress
    ("1,357 km", 1357, "km"),
    ("1 357 km", 1357, "km"),
    ("1\u202f357 km", 1357, "km"),
    ("1’357 km", 1357, "km"),
    ("1,00,000 people", 100_000, "people"),
    ("40½ trains", "40.5", "trains"),
    ("４０ trains", 40, "trains"),
    ("٤٠ trains", 40, "trains"),
    ("④⓪ trains", 40, "trains"),
    ("⁴⁰ trains", 40, "trains"),
    ("1.5 × 10⁶ people", 1_500_000, "people"),
    ("31,200 km²", 31_200, "km²"),
    ("31,200 sq km", 31_200, "km²"),
    ("35 m", 35, "m"),
    ("35m people", 35_000_000, "people"),
    ("½ km", "0.5", "km"),
    # words
    ("twenty-one events", 21, "events"),
    ("two hundred and six soldiers", 206, "soldiers"),
    ("one hundred and twenty million people", 120_000_000, "people"),
    ("one million two hundred thousand people", 1_200_000, "people"),
    ("half a million people", 500_000, "people"),
    ("a quarter of a million people", 250_000, "people"),
    ("three quarters of a million people", 750_000, "people"),
    ("one and a half million people", 1_500_000, "people"),
    ("a million and a half people", 1_500_000, "people"),
    ("half a dozen trucks", 6, "trucks"),
    ("a dozen trucks", 12, "trucks"),
    ("40 dozen trucks", 480, "trucks"),
    ("fourscore trains", 80, "trains"),
    ("3 lakh crore rupees", 3 * 10**12, "rupee"),
    # money
    ("$16.5 million", 16_500_000, "USD"),
    ("US$16.5m", 16_500_000, "USD"),
    ("USD5m", 5_000_000, "USD"),
    ("A$5 million", 5_000_000, "AUD"),
    ("Canadian $5 million", 5_000_000, "CAD"),
    ("HK$5 m", 5_000_000, "HKD"),
    ("5 million Hong Kong dollars", 5_000_000, "HKD"),
    ("196 million US dollars.", 196_000_000, "USD"),
    ("two and a half million dollars", 2_500_000, "USD"),
    ("a 5-million-dollar grant", 5_000_000, "USD"),
    ("300 crore rupees", 3 * 10**9, "rupee"),
    ("300 crore Indian rupees", 3 * 10**9, "INR"),
    ("Rs. 300", 300, "INR"),
    ("CHF3.2m", 3_200_000, "CHF"),
    ("5 million Swiss francs", 5_000_000, "CHF"),
    ("ten million Kazakh tenge", 10_000_000, "KZT"),
    ("500 somoni", 500, "TJS"),
    ("200 taka", 200, "BDT"),
    ("−€717", -717, "EUR"),
    ("€−717", -717, "EUR"),
    ("minus €717", -717, "EUR"),
    ("50 cents", "0.5", "USD"),
    ("paid 500 pounds", 500, "GBP"),
    ("500 pounds of explosives", 500, "pounds"),
    ("5 million won", 5_000_000, "number"),
    ("5 million South Korean won", 5_000_000, "KRW"),
    # shares, points and multiples
    ("40 percent", 40, "percent"),
    ("+40%", 40, "percent"),
    ("40‰", 4, "percent"),
    ("half a percent", "0.5", "percent"),
    ("5 percentage points", 5, "percentage point"),
    ("half a percentage point", "0.5", "percentage point"),
    ("5 basis points", "0.05", "percentage point"),
    ("5bp", "0.05", "percentage point"),
    ("tripled", 3, "multiple"),
    ("fivefold", 5, "multiple"),
    ("a 12-fold rise", 12, "multiple"),
    ("twice as many", 2, "multiple"),
    ("three times as many", 3, "multiple"),
    ("half as many", "0.5", "multiple"),
    ("met three times", 3, "times"),
    ("met twice", 2, "times"),
    ("2 in 3 households", Decimal(2) / 3, "fraction"),
    ("one in five children", "0.2", "fraction"),
    ("nine out of ten", "0.9", "fraction"),
    ("two-thirds of them", Decimal(2) / 3, "fraction"),
    ("an additional third is for schools", Decimal(1) / 3, "fraction"),
    ("the remaining quarter went to Orm", Decimal("0.25"), "fraction"),
    ("a quarter of them", "0.25", "fraction"),
    ("more than half of them", "0.5", "fraction"),
    ("half the members", "0.5", "fraction"),
    ("¾ of them", "0.75", "fraction"),
    ("3/4 of them", "0.75", "fraction"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "unit"), ONE)
def test_a_quantity_is_read_with_its_unit(text, number, unit):
    assert read(text) == [(Decimal(number), None, unit)]


RANGES = [
    ("$5-7 million", 5_000_000, 7_000_000, "USD"),
    ("$5–7 million", 5_000_000, 7_000_000, "USD"),
    ("$5 million–$7 million", 5_000_000, 7_000_000, "USD"),
    ("between $5 and $7 million", 5_000_000, 7_000_000, "USD"),
    ("5 to 7 million euros", 5_000_000, 7_000_000, "EUR"),
    ("5-7 trucks", 5, 7, "trucks"),
    ("two to three trucks", 2, 3, "trucks"),
    ("ranging from 2 to 5 percent", 2, 5, "percent"),
    ("between two hundred and six hundred", 200, 600, "number"),
]


@pytest.mark.parametrize(("text", "number", "to", "unit"), RANGES)
def test_a_range_keeps_both_ends(text, number, to, unit):
    [(low, high, name)] = read(text)
    assert (low, high, name) == (number, to, unit)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("rose from $5 to $7 million", [5_000_000, 7_000_000]),
        ("fell from 52 to 2 percent", [52, 2]),
        ("two hundred and six hundred", [200, 600]),
        ("a vote of 43–40", [43, 40]),
        ("5 trucks and 7 cars", [5, 7]),
    ],
)
def test_two_numbers_are_no_range(text, numbers):
    assert [(number, to) for number, to, _ in read(text)] == [(n, None) for n in numbers]


def test_both_ends_of_a_change_have_the_unit_that_stands_once():
    assert read("fell from 52 to 2 percent") == [(52, None, "percent"), (2, None, "percent")]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("about 40 trains", Bound.ABOUT),
        ("40 or so trains", Bound.ABOUT),
        ("at least 40 trains", Bound.AT_LEAST),
        ("40+ trains", Bound.AT_LEAST),
        ("40 trains or more", Bound.AT_LEAST),
        ("more than 40 trains", Bound.MORE_THAN),
        ("no more than 40 trains", Bound.UP_TO),
        ("up to $40", Bound.UP_TO),
        ("fewer than 40 trains", Bound.LESS_THAN),
        ("40–50 trains", Bound.BETWEEN),
        ("dozens of trains", Bound.AT_LEAST),
        ("40 trains", Bound.EXACT),
    ],
)
def test_a_bound_is_read_before_and_behind_a_number(text, bound):
    [found] = find_quantities(text)
    assert found.quantity.bound is bound


def test_vague_numbers_differ_in_size():
    sizes = [
        "dozens",
        "hundreds",
        "thousands",
        "tens of thousands",
        "hundreds of thousands",
        "millions",
    ]
    values = [read(f"fed {size} of people")[0][0] for size in sizes]
    assert values == sorted(set(values))


@pytest.mark.parametrize(
    "words", ["hundreds of thousands", "tens of thousands", "scores of millions", "dozens of tents"]
)
def test_a_vague_number_may_go_over_the_end_of_a_line(words):
    whole = read(f"fed {words} of people")[0][0]
    for at in (n for n, letter in enumerate(words) if letter == " "):
        broken = f"{words[:at]}\n{words[at + 1 :]}"
        assert read(f"fed {broken} of people")[0][0] == whole


@pytest.mark.parametrize(
    "text",
    ["one of them", "zero tolerance", "Boeing 737-900ER", "COVID-19", "C-130", "the C5+1 format",
     "in 2005 and on June 28, 2006", "the second half", "half-finished", "CO₂",
     "Grants, millions of US dollars"],
)  # fmt: skip
def test_pronouns_names_dates_and_captions_are_no_quantities(text):
    assert [q for q in find_quantities(text) if not q.is_ordinal] == []


@pytest.mark.parametrize(("text", "value"), [("the third bridge", 3), ("another third party", 3), ("the 21st", 21), ("a fifth bridge", 5),
                                             ("the twenty-first session", 21)])  # fmt: skip
def test_ordinals_are_told_from_counts_and_fractions(text, value):
    [found] = find_quantities(text)
    assert found.is_ordinal
    assert found.quantity.number == value


def test_a_fraction_is_no_percentage_and_no_other_fraction():
    [third], [quarter], [percent] = map(
        find_quantities, ("a third of it", "a quarter of it", "33 percent")
    )
    assert third.quantity.unit == quarter.quantity.unit == FRACTION != percent.quantity.unit
    assert third.quantity.number != quarter.quantity.number


def test_a_figure_that_leans_on_an_amount_of_its_sentence_has_its_currency():
    [_, second] = find_quantities("It gave €800 million, of which 590 million came late.")
    assert (str(second.quantity.unit), second.is_implied) == ("EUR", True)
    [_, third] = find_quantities("It gave €800 million. Some 590 million people live there.")
    assert str(third.quantity.unit) == "people"


def test_a_quantity_stands_where_it_stands():
    text = "It paid about US$5 million to 23 local employees."
    spans = [(f.start, f.number_end, f.end) for f in find_quantities(text)]
    assert [text[a:b] for a, b, _ in spans] == ["US$5 million", "23"]
    assert [text[a:c] for a, _, c in spans] == ["US$5 million", "23 local employees"]


# Quantities as this program prints them.

NUMBERS = st.decimals(min_value=1, max_value=10**12, places=1, allow_nan=False)
UNITS = st.sampled_from(
    [Unit(UnitType.CURRENCY, code) for code in ("USD", "EUR", "GBP", "TJS", "INR", "AUD", "BRL")]
    + [PERCENT, PERCENTAGE_POINT, Unit(UnitType.COUNT, "trucks"), Unit(UnitType.PHYSICAL, "km")]
)


@given(NUMBERS, UNITS, st.booleans())
def test_what_prose_prints_is_read_back(number, unit, is_negative):
    number = -number if is_negative else number
    [(value, to, name)] = read(f"It was {prose(Quantity(number, unit))} in all.")
    assert (value, to, name) == (number, None, str(unit))


@given(NUMBERS, st.sampled_from(list(Bound)[:-1]))
def test_bounds_that_prose_prints_are_read_back(number, bound):
    said = Quantity(number, Unit(UnitType.CURRENCY, "USD"), bound=bound)
    [found] = find_quantities(f"It was {prose(said)} in all.")
    assert (found.quantity.number, found.quantity.bound) == (number, bound)


@given(st.integers(1, 10**6), st.integers(1, 10**6), UNITS)
def test_ranges_that_prose_prints_are_read_back(low, more, unit):
    # Ends of two scales print in the scale of the upper one, which the grammar shares as well.
    said = Quantity(Decimal(low), unit, bound=Bound.BETWEEN, to=Decimal(low + more))
    assert read(f"It was {prose(said)} in all.") == [(low, low + more, str(unit))]


@given(NUMBERS, UNITS)
def test_what_labels_print_is_read_back(number, unit):
    if unit.type is UnitType.COUNT:
        return  # a label leaves out what is counted
    [(value, to, name)] = read(short(Quantity(number, unit)))
    assert (value, to, name) == (number, None, str(unit))


@given(st.text(alphabet="1234567890 ,.-–$€%½⁹ amillionhdres", max_size=60))
def test_any_text_is_read_within_its_bounds(text):
    found = find_quantities(text)
    assert all(0 <= f.start < f.number_end <= f.end <= len(text) for f in found)
    assert all(a.number_end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("code", COMMON_CURRENCIES)
def test_common_currencies_are_as_in_cldr(code):
    names = get_currency_symbol(code, "en"), get_currency_name(code, count=5, locale="en")
    assert COMMON_CURRENCIES[code] == names
    assert code in currency_codes()


# Each line of the tables.


@pytest.mark.parametrize("row", rows("currencies"), ids=lambda row: row["code"])
def test_every_sign_code_and_word_of_a_currency_is_read(row):
    code = row["code"]
    assert code in currency_codes()
    forms = {country.code: country for country in all_countries()}
    if code != "ALL":
        assert read(f"paid {code} 5 million") == [(5_000_000, None, code)]
    for sign in row["signs"].split():
        [(number, _, name)] = read(f"It paid {sign} 5 million.")
        assert number == 5_000_000
        assert currencies.may_mean(name, code)
    whose = [forms[c].peoples[0] for c in row["countries"].split() if forms[c].peoples]
    whose += split(row["adjectives"])
    for word in split(row["words"]):
        for adjective in whose[:1] or [""]:
            [(number, _, name)] = read(
                f"It paid 5 million {adjective} {word.strip('=!')} then.".replace("  ", " ")
            )
            assert (number, name) == (5_000_000, code)


@pytest.mark.parametrize("row", rows("scales"), ids=lambda row: row["value"])
def test_every_form_of_a_scale_multiplies(row):
    size = Decimal(row["value"])
    for word in row["words"].split():
        of = " of" if word == "gross" else ""  # without it, “gross” is before deductions
        assert read(f"of 3 {word.replace('_', ' ')}{of} trucks")[0][0] == 3 * size
    for letter in row["letters"].split():
        assert read(f"paid $3{letter} then")[0][0] == 3 * size


@pytest.mark.parametrize(
    "row", rows("number_words"), ids=lambda row: f"{row['kind']} {row['word']}"
)
def test_every_number_word_is_read(row):
    texts = {
        "cardinal": f"{row['word']} percent",
        "ordinal": f"the {row['word']} session",
        "part": f"{'a' if row['word'] != 'half' else 'one'} {row['word']} of them",
        "multiple": f"{row['word']} the amount",
    }
    value = Decimal(row["value"])
    [found] = find_quantities(texts[row["kind"]])
    assert found.quantity.number == (1 / value if row["kind"] == "part" else value)
    assert found.form == {"part": "fraction"}.get(row["kind"], row["kind"])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Norway gave 5 million kroner. Norwegian aid grew.", "NOK"),
        ("India paid 300 rupees to a Pakistani firm; Indian firms paid more, India says.", "INR"),
        ("India and Pakistan paid 300 rupees.", ""),
    ],
)
def test_a_shared_word_is_of_the_country_that_the_text_speaks_of(text, code):
    word = "kroner" if "kroner" in text else "rupee"
    assert currencies.of_country(word, text) == code


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("About 200 trucks a day crossed.", "trucks per day"), ("It costs $40 per month.", "USD per month"),
        ("1,200 vehicles per day use it.", "vehicles per day"), ("They pay $40 monthly.", "USD per month"),
        ("It is £5 million to £6 million a year.", "GBP per year"), ("It rose 5 percent a year.", "percent per year"),
        ("It cost $40 million a year later.", "USD"), ("There are $40 monthly payments.", "USD"),
        ("There are 40 trucks.", "trucks"),
    ],
)  # fmt: skip
def test_a_period_right_behind_a_number_is_part_of_its_unit(text, unit):
    [found] = find_quantities(text)
    assert str(found.quantity.unit) == unit
