"""Maps: a country with the places that the sources speak of, and what both documents say of its borders."""

from __future__ import annotations

from briefbook.localization import translate
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


def map_alt(chart: MapChart) -> str:
    """Return a map in words: the countries, then each place with its note."""
    from briefbook_figures.countries import map_codes

    names = map_codes()
    text = translate("Map of {country} and its neighbours", country=names[chart.focus])
    if chart.against:
        others = translate(" and ").join(names[code] for code in chart.against)
        text += translate(", set against {countries}", countries=others)
    places = [f"{p.name} ({p.note})" if p.note else p.name for p in chart.places]
    return f"{text}. {translate('Places')}: {'; '.join(places)}." if places else f"{text}."
