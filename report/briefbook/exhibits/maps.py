"""Maps: a country with the places that the sources speak of, and what both documents say of its borders."""

from __future__ import annotations

from collections.abc import Mapping

from briefbook.localization import ENGLISH, labelled, locale, translate
from briefbook.model import MapForm
from briefbook_figures.spec_map import MapChart, MapPlace

BORDERS = "Borders: Natural Earth; no view on their status."
"""Said under every map."""


def map_chart(form: MapForm) -> MapChart:
    """Return the chart of a map whose countries and places have passed the checks."""
    from briefbook_figures.countries import capitals

    shown = [str(form.focus), *map(str, form.against)]
    places = tuple(
        MapPlace(str(p.name), float(p.at[0]), float(p.at[1]), str(p.note), p.is_apart)
        for p in form.places
    )
    found = [capitals()[code] for code in shown if form.capital and code in capitals()]
    cities = tuple(MapPlace(city.name, city.latitude, city.longitude) for city in found)
    return MapChart(shown[0], tuple(shown[1:]), places, cities)


def _country_names(names: Mapping[str, str]) -> Mapping[str, str]:
    """Return names of countries by their codes, in the language that is printed where it knows them."""
    if locale() == ENGLISH:
        return names
    from babel import Locale

    known = Locale.parse(locale()).territories
    return {code: known.get(code, name) for code, name in names.items()}


def map_alt(chart: MapChart) -> str:
    """Return a map in words: the countries, then each place with its note."""
    from briefbook_figures.countries import map_codes

    names = _country_names(map_codes())
    text = translate("Map of {country} and its neighbours", country=names[chart.focus])
    if chart.against:
        others = translate(" and ").join(names[code] for code in chart.against)
        text += translate(", set against {countries}", countries=others)
    places = [f"{p.name} ({p.note})" if p.note else p.name for p in chart.places]
    listed = labelled(translate("Places"), translate("; ").join(places))
    return f"{text}. {listed}." if places else f"{text}."
