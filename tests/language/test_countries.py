"""Each line of the table of countries: every form of it is recognised, by checks and by drafts."""

import re
import unicodedata

from babel import Locale

from briefbook.language.en.countries import all_countries, countries, country_codes
from briefbook.language.en.mentions import lexicon
from briefbook.language.en.name_forms import equivalents_of
from briefbook.language.en.stemmer import words_of


def keys_of(name):
    """Return the keys under which the checks know the parts of a name."""
    return [part.key for part in equivalents_of(()).parts(name, words_of(name))]


def test_each_line_is_well_formed():
    for country in all_countries():
        assert country.kind in {"state", "former", "union", "place"}, country
        assert bool(country.code) == (country.kind != "place"), country
        assert country.names, country
        assert len(set(country.forms)) == len(country.forms), country
        for form in (*country.forms, *country.capitals, *country.seats):
            assert re.fullmatch(r"[^\W\d_](?:[\w’.,-]|\s(?=\S))*", form), form


def test_every_form_of_a_country_is_known_to_the_checks_as_that_country():
    for country in countries():
        for form in country.forms:
            assert keys_of(form) == [f"country:{country.code}"], form


def test_a_capital_stands_for_its_country_and_all_its_spellings_are_one():
    for country in countries():
        keys = {tuple(keys_of(capital)) for capital in country.capitals}
        assert len(keys) == (1 if country.capitals else 0), country
        for word in (*country.capitals, *country.seats):
            [part] = equivalents_of(()).parts(word, words_of(word))
            assert part.other == f"country:{country.code}", word


def test_names_and_capitals_are_places_and_peoples_are_peoples_to_drafts():
    for country in all_countries():
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


def test_the_code_of_a_state_is_that_of_its_name():
    """The oracle is CLDR's table of territories."""
    for country in countries():
        if country.kind == "state" and country.code not in OTHERWISE:
            name = folded(Locale("en").territories[country.code])
            assert name in {folded(form) for form in country.names}, country


def folded(name):
    """Return a name without accents, capitals and short forms."""
    letters = (c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    name = "".join(letters).lower().replace("’", "'")
    return name.replace("&", "and").replace("st. ", "saint ")
