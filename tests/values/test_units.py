"""A unit is money by its code, a scale by its word, or what is counted; nothing else passes for one of them."""

from decimal import Decimal

import pytest

from briefbook.model.decode import read_quantity, read_unit
from briefbook.values.unit_faults import UnknownUnit
from briefbook.values.units import UnitType, parse_unit


@pytest.mark.parametrize(
    ("text", "unit", "factor"),
    [
        ("USD million", "USD", 10**6), ("million USD", "USD", 10**6), ("Thousand USD", "USD", 10**3),
        ("INR crore", "INR", 10**7), ("lakh tonnes", "t", 10**5), ("millions of ships", "ships", 10**6),
        ("USD million per year", "USD per year", 10**6), ("thousand tonnes per day", "t per day", 10**3),
        ("deaths per million people", "deaths per million people", 1), ("USD/t", "USD per t", 1),
        ("per cent of adults", "percent of adults", 1), ("hundred per cent", "percent", 100),
    ],
)  # fmt: skip
def test_a_scale_stands_before_what_it_scales(text, unit, factor):
    found = parse_unit(text)
    assert (str(found.unit), found.factor) == (unit, Decimal(factor))


@pytest.mark.parametrize(
    "noun",
    [
        "TEU", "TEUs", "FTE", "ships", "tonnes of bullion", "bullion bars", "billing records", "core staff", "minions",
        "t CO2e", "mm rain", "all donors", "top universities", "missions", "IDP households", "krona notes", "won", "marks",
    ],
)  # fmt: skip
def test_what_is_counted_keeps_its_name(noun):
    found = read_unit(noun)
    assert (found.unit.type, found.unit.name) == (UnitType.COUNT, noun)
    assert found.factor == 1


@pytest.mark.parametrize(
    ("text", "said", "write"),
    [
        ("USD miillion", "“miillion” beside USD is no scale", "write USD million"),
        ("USD gazillion", "“gazillion” beside USD", "USD million or billion"),
        ("EUR Mio", "“Mio” beside EUR", "EUR million"), ("USD bn", "“bn” beside USD", "USD billion"),
        ("milliard EUR", "“milliard” beside EUR", "EUR billion"), ("USD PPP", "“PPP” beside USD", "measure:"),
        ("kUSD", "“kUSD” is no code", "write USD"), ("USDm", "“USDm” is no code", "write USD"),
        ("MEUR", "“MEUR” is no code", "write EUR"), ("USDs", "“USDs” is no code", "write USD"),
        ("usd million", "“usd” is no code", "USD million"), ("US$ million", "“US$” is no code", "USD million"),
        ("$", "“$” is no code", "write USD"), ("MX$ million", "“MX$” is no code", "the code of ISO 4217"),
        ("RMB million", "“RMB” is no code", "CNY million"), ("XYZ", "“XYZ” is no currency", "XYZs"),
        ("miillion ships", "“miillion” is no scale", "write million ships"), ("bn m³", "“bn” is no scale", "billion m³"),
        ("'000 tonnes", "“'000” is no scale", "thousand tonnes"), ("gazillion ships", "“gazillion” is no scale", "billion ships"),
        ("thousends of ships", "“thousends” is no scale", "write thousand ships"),
        ("million", "scale without a unit", "million ships"),
        ("million somoni", "is money: “somoni”", "TJS"), ("Swiss francs", "is money", "CHF"), ("francs per tonne", "is money", "ISO 4217"),
        ("cents per litre", "is money", "USD"), ("special drawing rights", "is money", "XDR"), ("South Korean won", "is money", "KRW"),
    ],
)  # fmt: skip
def test_a_scale_or_currency_said_wrongly_is_no_noun(text, said, write):
    with pytest.raises(UnknownUnit) as refused:
        read_unit(text)
    assert said in str(refused.value)
    assert write in refused.value.hint


@pytest.mark.parametrize("text", ["14 miillion ships", "14 gazillion USD", "14 kUSD", "14 million somoni", "USD 14 miillion"])  # fmt: skip
def test_amounts_are_read_as_strictly(text):
    with pytest.raises(UnknownUnit):
        read_quantity(text)
    assert str(read_quantity("14 thousand TEU").unit) == "TEU"
