"""A formula's number keeps its unit, its bound, its sign and its way in the words of the statement."""

import dataclasses
from decimal import Decimal

import pytest

from benchmarks.truth import bare
from briefbook.checks import check
from briefbook.errors import Severity
from briefbook.evidence.resolve import resolve
from briefbook.model import Claim, Formula, Quote, SeriesPoint
from briefbook.model.evidence import DeclaredConversion
from briefbook.model.reader import read_briefing
from briefbook.text import StatementType
from briefbook.values.basis import PriceBase
from briefbook.values.dates import parse_date
from briefbook.values.units import parse_unit
from tests.seeds import EXAMPLE

EXAMPLE_BRIEFING = read_briefing(EXAMPLE)
BARE = bare(EXAMPLE_BRIEFING)
GRANTS = EXAMPLE_BRIEFING.series[0]
QUOTE = (
    "Turnout was 61.3 percent in 2004 and 74.9 percent in 2008. The school has 340 pupils and 17 teachers, "
    "and burnt in 1958. China, Peru and Chad abstained; 40 trucks pass a day."
)


def yearly(id_, unit, *values, prices=None):
    """Return a series from 2006 on."""
    points = tuple(
        SeriesPoint(parse_date(str(year)), Decimal(value) * parse_unit(unit).factor)
        for year, value in enumerate(values, 2006)
    )
    basis = {"prices": prices} if prices else {"prices": None}
    return dataclasses.replace(GRANTS, id=id_, unit=parse_unit(unit), points=points, **basis)


SERIES = (
    yearly("fleet", "ships", "280", "300"),
    yearly("road", "km", "100", "140"),
    yearly("crop", "thousand tonnes", "900", "1200"),
    yearly("debt", "percent of GDP", "48", "71"),
    yearly("warmth", "°C", "14.1", "14.9"),
    yearly("speed", "km/h", "9", "9.25"),
    yearly("rates", "basis points", "25", "50"),
    yearly("deaths", "deaths per 1,000", "9", "9.25"),
    yearly("balance", "EUR million", "-4.9", "3.2", prices=PriceBase()),
    yearly("aid", "USD million", "11", "19", prices=PriceBase()),
    yearly("loans", "USD million", "12.5", "16.5", prices=PriceBase(2015)),
)


def problems(text, computed, kind=StatementType.COMPUTED):
    formulas = tuple(Formula(*pair) for pair in computed.items())
    claim = Claim("added", kind, text, evidence=(Quote(QUOTE),), computed=formulas)
    (id_, document), *others = BARE.documents
    longer = dataclasses.replace(document, text=f"{document.text}\n\n{QUOTE}\n")
    briefing = dataclasses.replace(
        BARE, claims=(*BARE.claims, claim), documents=((id_, longer), *others), series=SERIES
    )
    found = check(resolve(briefing))
    return [problem for problem in found if problem.rule not in ("not-reviewed", "quote-too-long")]


def rules(text, computed):
    return {problem.rule for problem in problems(text, computed)}


TRUE = [
    ("The fleet was of 300 ships.", {"300 ships": "value(fleet, 2007)"}),
    ("The fleet was of 300 vessels.", {"300": "value(fleet, 2007)"}),
    ("The road was 140 kilometres long.", {"140": "value(road, 2007)"}),
    ("The crop was 1.2 million tonnes.", {"1.2 million tonnes": "value(crop, 2007)"}),
    ("Debt reached 71 percent of GDP.", {"71 percent": "value(debt, 2007)"}),
    ("Debt rose by 23 percentage points.", {"23 percentage points": "value(debt, 2007) - value(debt, 2006)"}),
    ("Debt rose by 48 percent.", {"48 percent": "change(value(debt, 2006), value(debt, 2007))"}),
    ("Debt rose by almost half.", {"almost half": "change(value(debt, 2006), value(debt, 2007))"}),
    ("It was 14.9 °C warm.", {"14.9 °C": "value(warmth, 2007)"}),
    ("The wind reached 9.25 km/h.", {"9.25 km/h": "value(speed, 2007)"}),
    ("The rate went to 50 basis points.", {"50 basis points": "value(rates, 2007)"}),
    ("There were 9.25 deaths per 1,000.", {"9.25 deaths per 1,000": "value(deaths, 2007)"}),
    ("The deficit was €4.9 million.", {"€4.9 million": "value(balance, 2006)"}),
    ("The balance was −€4.9 million.", {"−€4.9 million": "value(balance, 2006)"}),
    ("Aid rose by $8 million.", {"$8 million": "value(aid, 2007) - value(aid, 2006)"}),
    ("Aid was $8 million higher than before.", {"$8 million": "value(aid, 2007) - value(aid, 2006)"}),
    ("Aid was more than $18 million.", {"more than $18 million": "value(aid, 2007)"}),
    ("Aid was at least $19 million.", {"at least $19 million": "value(aid, 2007)"}),
    ("Aid was up to $20 million.", {"up to $20 million": "value(aid, 2007)"}),
    ("Loans came to $16.5 million in 2015 dollars.", {"$16.5 million": "value(loans, 2007)"}),
    ("Three states abstained.", {"Three": 'named("China", "Peru", "Chad")'}),
    ("Some 14,600 trucks pass a year.", {"14,600": 'quoted("40 trucks") * 365'}),
    ("Hundreds of children go there.", {"Hundreds": 'quoted("340 pupils")'}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "computed"), TRUE)
def test_a_result_may_be_told_in_the_words_of_its_unit(text, computed):
    assert problems(text, computed) == []


WRONG = [
    ("The road was 140 miles long.", {"140 miles": "value(road, 2007)"}, "formula-wrong"),
    ("The road had 140 ships.", {"140 ships": "value(road, 2007)"}, "formula-wrong"),
    ("The crop was 1.2 million litres.", {"1.2 million litres": "value(crop, 2007)"}, "formula-wrong"),
    ("It took 40 months.", {"40 months": 'years(1958, 2004) - quoted("340") / 340 * 6'}, "formula"),
    ("It took 46 months.", {"46 months": "years(1958, 2004)"}, "formula-wrong"),
    ("Debt rose by 23 percent.", {"23 percent": "value(debt, 2007) - value(debt, 2006)"}, "formula-wrong"),
    ("Turnout rose by 13.6 percent.", {"13.6 percent": 'quoted("74.9 percent") - quoted("61.3 percent")'}, "formula-wrong"),
    ("Aid rose by 173 percent.", {"173 percent": "value(aid, 2007) / value(aid, 2006) * 100"}, "formula-wrong"),
    ("Aid was more than $19 million.", {"more than $19 million": "value(aid, 2007)"}, "formula-wrong"),
    ("Aid was less than $19 million.", {"less than $19 million": "value(aid, 2007)"}, "formula-wrong"),
    ("Aid was just under $11 million.", {"just under $11 million": "value(aid, 2006)"}, "formula-wrong"),
    ("The surplus was €4.9 million.", {"€4.9 million": "value(balance, 2006)"}, "direction"),
    ("The balance was €4.9 million.", {"€4.9 million": "value(balance, 2006)"}, "direction"),
    ("Aid fell by $8 million.", {"$8 million": "value(aid, 2007) - value(aid, 2006)"}, "direction"),
    ("Aid was $8 million lower than before.", {"$8 million": "value(aid, 2007) - value(aid, 2006)"}, "direction"),
    ("Aid fell by $8 million.", {"$8 million": "(value(aid, 2007) - value(aid, 2006)) / 1"}, "direction"),
    ("Loans came to $16.5 million in current dollars.", {"$16.5 million": "value(loans, 2007)"}, "unit"),
    ("Aid came to $19 million in constant 2015 dollars.", {"$19 million": "value(aid, 2007)"}, "unit"),
    ("The warmth of both years was 29 °C.", {"29 °C": "total(warmth)"}, "formula"),
    ("Four states abstained.", {"Four": 'named("China", "Peru", "Chad", "Chi")'}, "formula"),
    ("Four states abstained.", {"Four": 'named("China", "Peru", "Chad", "and")'}, "formula"),
    ("Two schools burnt.", {"Two": 'named("340", "The")'}, "formula"),
    ("The school has 341 pupils.", {"341": 'quoted("340") + 1'}, "formula"),
    ("The school has 0 teachers.", {"0": 'quoted("17") - quoted("17")'}, "formula"),
    ("The school burnt in 1978.", {"1978": "1978"}, "formula"),
    ("The school burnt in the 1970s.", {"1970s": "1970"}, "formula"),
    ("The school burnt in May 1958.", {"May 1958": "1958"}, "formula"),
    ("Thousands of children go there.", {"Thousands": 'quoted("340 pupils")'}, "formula-wrong"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "computed", "rule"), WRONG)
def test_a_result_in_other_words_is_refused(text, computed, rule):
    found = {
        problem.rule for problem in problems(text, computed) if problem.severity is Severity.ERROR
    }
    assert rule in found


@pytest.mark.parametrize(
    ("text", "computed", "rule"),
    [
        ("The fleet was of 300 trucks.", {"300 trucks": "value(fleet, 2007)"}, "formula-misfit"),
        ("The school has 680 pupils.", {"680": 'quoted("340") * 2'}, "formula"),
        ("The school has 340,000 pupils.", {"340,000": 'quoted("340") * thousand'}, "formula"),
    ],
)
def test_what_may_be_meant_otherwise_is_a_warning(text, computed, rule):
    assert (rule, Severity.WARNING) in {(p.rule, p.severity) for p in problems(text, computed)}


def test_a_conversion_joins_two_units_by_a_rate_above_zero():
    year = parse_date("2013")

    def converted(rate, to):
        declared = DeclaredConversion(
            "rate", parse_unit("EUR"), parse_unit(to), Decimal(rate), year, "a bank"
        )
        return [
            problem.rule
            for problem in check(resolve(dataclasses.replace(BARE, conversions=(declared,))))
        ]

    assert converted("1.1", "USD") == []
    assert converted("0", "USD") == converted("-1.1", "USD") == ["form"]
    assert converted("1.1", "EUR") == ["form"]
