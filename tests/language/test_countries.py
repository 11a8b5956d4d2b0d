"""Each line of the table of countries: every form of it is recognised, by checks and by drafts."""

import re
import unicodedata

import pytest
from babel import Locale

from briefbook.language.en.countries import all_countries, countries, country_codes
from briefbook.language.en.mentions import lexicon
from briefbook.language.en.name_forms import equivalents_of
from briefbook.language.en.stemmer import words_of


def keys_of(name):
    """Return the keys under which the checks know the parts of a name."""
    return [part.key for part in equivalents_of(()).parts(name, words_of(name))]


@pytest.mark.parametrize("country", all_countries(), ids=lambda c: c.code or c.names[0])
def test_a_line_is_well_formed(country):
    assert country.kind in {"state", "former", "union", "place"}
    assert bool(country.code) == (country.kind != "place")
    assert country.names
    assert len(set(country.forms)) == len(country.forms)
    for form in (*country.forms, *country.capitals, *country.seats):
        assert re.fullmatch(r"[^\W\d_](?:[\w’.,-]|\s(?=\S))*", form), form


@pytest.mark.parametrize("country", countries(), ids=lambda c: c.code)
def test_every_form_of_a_country_is_known_to_the_checks_as_that_country(country):
    for form in country.forms:
        assert keys_of(form) == [f"country:{country.code}"], form


@pytest.mark.parametrize("country", countries(), ids=lambda c: c.code)
def test_a_capital_stands_for_its_country_and_all_its_spellings_are_one(country):
    keys = {tuple(keys_of(capital)) for capital in country.capitals}
    assert len(keys) == (1 if country.capitals else 0)
    for word in (*country.capitals, *country.seats):
        [part] = equivalents_of(()).parts(word, words_of(word))
        assert part.other == f"country:{country.code}"


@pytest.mark.parametrize("country", all_countries(), ids=lambda c: c.code or c.names[0])
def test_names_and_capitals_are_places_and_peoples_are_peoples_to_drafts(country):
    if country.kind != "union":
        for name in (*country.names, *country.capitals):
            assert name in lexicon.places() or name in lexicon.given_names(), name
    for people in country.peoples:
        assert people in lexicon.demonyms(), people


def test_no_form_means_two_countries():
    """A word in two lines would be read as whichever stands first."""
    seen: dict[str, str] = {}
    for country in all_countries():
        for form in (*country.forms, *country.capitals, *country.seats):
            assert seen.setdefault(form, country.names[0]) == country.names[0], form


def test_drafts_count_a_capital_a_people_and_a_seat_of_government_for_their_state():
    codes = country_codes()
    words = ("Kyiv", "Kiev", "Uzbeks", "Kremlin", "Almaty", "Bogotá", "U.S.", "Cape Verdean")
    assert [codes[word] for word in words] == ["UA", "UA", "UZ", "RU", "KZ", "CO", "US", "CV"]


def test_a_state_of_the_past_is_no_party_of_a_draft():
    assert not {"Soviet Union", "Yugoslavia", "England"} & set(country_codes())


# CLDR prints these otherwise.
OTHERWISE = {"CD", "CG", "MM", "PS", "VC"}


@pytest.mark.parametrize(
    "country",
    [c for c in countries() if c.kind == "state" and c.code not in OTHERWISE],
    ids=lambda c: c.code,
)
def test_the_code_of_a_state_is_that_of_its_name(country):
    """The oracle is CLDR's table of territories."""
    name = folded(Locale("en").territories[country.code])
    assert name in {folded(form) for form in country.names}


def folded(name):
    """Return a name without accents, capitals and short forms."""
    letters = (c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    name = "".join(letters).lower().replace("’", "'")
    return name.replace("&", "and").replace("st. ", "saint ")
