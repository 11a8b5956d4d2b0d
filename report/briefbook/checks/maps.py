"""Maps show countries that there are, and places where they lie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from difflib import get_close_matches
from functools import lru_cache

from briefbook.errors import Problem
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.language.en.countries import country_codes
from briefbook.model import Briefing, Exhibit, MapForm
from briefbook.model.locations import place_of
from briefbook_figures.countries import Extent, map_codes, parts_of
from briefbook_figures.map_frame import frame_of
from briefbook_figures.spec_map import MapChart

MOST_PLACES = 8
_WIDTH_PT, _HEIGHT_PT = 493.0, 214.0
"""Of the paper's map, for whose frame places are far or near."""
_FAR = 3.0
"""Degrees beyond the frame, and from any part of its countries."""
_LATITUDE, _LONGITUDE = 90, 180


def check_maps(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a problem for each country and place that a map cannot show as it is written."""
    for exhibit in resolved.briefing.exhibits:
        if exhibit.map is None:
            continue
        unknown = list(_countries(exhibit, exhibit.map))
        yield from unknown
        yield from _places(resolved.briefing, exhibit, exhibit.map)
        if not unknown:
            yield from _out_of_view(exhibit, exhibit.map)
            yield from _positions(exhibit, exhibit.map)


def _problem(exhibit: Exhibit, place: object, message: str, hint: str, *, rule: str) -> Problem:
    where = place_of(place, exhibit.place)
    return Problem(where, f"map {exhibit.id}: {message}", hint, rule, str(exhibit.id))


def _countries(exhibit: Exhibit, form: MapForm) -> Iterator[Problem]:
    names = map_codes()
    shown = [form.focus, *form.against]
    for code in shown:
        if code not in names:
            message = f"“{code}” is no country of the map"
            yield _problem(
                exhibit, code, message, _suggestion(str(code), names), rule="map-country"
            )
        elif shown.count(code) > 1:
            message = f"“{code}” is named twice"
            hint = "`against` names other countries than `focus`, each once"
            yield _problem(exhibit, code, message, hint, rule="map-country")


def _suggestion(code: str, names: dict[str, str]) -> str:
    """Return which code may be meant: written small, or a country's name, whole or nearly."""
    words = {word.casefold(): found for word, found in country_codes().items() if found in names}
    words |= {name.casefold(): found for found, name in names.items()}
    close = get_close_matches(code.casefold(), words, n=1)
    found = code.upper() if code.upper() in names else words[close[0]] if close else ""
    if found:
        return f"write {found} for {names[found]}"
    return "write the code of ISO 3166-1, such as TJ for Tajikistan"


def _places(briefing: Briefing, exhibit: Exhibit, form: MapForm) -> Iterator[Problem]:
    if len(form.places) > MOST_PLACES:
        message = f"{len(form.places)} places; at most {MOST_PLACES} can be told apart"
        yield _problem(
            exhibit,
            form.places[MOST_PLACES],
            message,
            "choose the ones that matter",
            rule="map-place",
        )
    names = Counter(str(place.name).casefold() for place in form.places)
    for place in form.places:
        if names[str(place.name).casefold()] > 1:
            message = f"two places are called “{place.name}”"
            yield _problem(exhibit, place, message, "say what sets them apart", rule="map-place")
        if not briefing.quotes_of(place):
            message = f"the place “{place.name}” has no evidence"
            hint = "add `evidence:` with a quote, or `supported_by:`"
            yield _problem(exhibit, place, message, hint, rule="no-evidence")


def _out_of_view(exhibit: Exhibit, form: MapForm) -> Iterator[Problem]:
    extent = _extent(str(form.focus), tuple(map(str, form.against)))
    for code in form.against:
        if not any(_meet(extent, part.box) for part in parts_of(str(code))):
            names = map_codes()
            message = f"{names[str(code)]} does not lie on a map of {names[str(form.focus)]}"
            yield _problem(exhibit, code, message, "leave it out of `against`", rule="map-country")


def _positions(exhibit: Exhibit, form: MapForm) -> Iterator[Problem]:
    for place in form.places:
        if len(place.at) != 2:  # noqa: PLR2004  latitude and longitude
            message = f"“{place.name}” is at {len(place.at)} numbers"
            yield _problem(
                exhibit, place, message, "write `at: [latitude, longitude]`", rule="map-place"
            )
            continue
        if _is_near(form, place.at[0], place.at[1]):
            continue
        latitude, longitude = place.at
        message = f"“{place.name}” lies far outside of it, at {latitude}, {longitude}"
        if abs(latitude) > _LATITUDE or abs(longitude) > _LONGITUDE:
            message = f"“{place.name}” is at {latitude}, {longitude}, which is nowhere on Earth"
        hint = "latitude stands first, south and west are negative"
        if _is_near(form, longitude, latitude):
            hint = f"the two seem to be swapped: write `at: [{longitude}, {latitude}]`"
        yield _problem(exhibit, place, message, hint, rule="map-place")


def _is_near(form: MapForm, latitude: Decimal, longitude: Decimal) -> bool:
    """Tell whether a position lies in the map's frame, or near a part of its countries."""
    if abs(latitude) > _LATITUDE or abs(longitude) > _LONGITUDE:
        return False
    y, x = float(latitude), float(longitude)
    around = (x - _FAR, y - _FAR, x + _FAR, y + _FAR)
    shown = (str(form.focus), *map(str, form.against))
    boxes = (part.box for code in shown for part in parts_of(code))
    return any(_meet(box, around) for box in (_extent(shown[0], shown[1:]), *boxes))


@lru_cache
def _extent(focus: str, against: tuple[str, ...]) -> Extent:
    """Return what the paper's map of countries shows, whatever its places are."""
    return frame_of(MapChart(focus, against, ()), _WIDTH_PT, _HEIGHT_PT).extent


def _meet(one: Extent, other: Extent) -> bool:
    """Tell whether two boxes share anything, on whichever side of the antimeridian they are written."""
    return (
        one[1] <= other[3] and other[1] <= one[3]
        and any(one[0] <= other[2] + t and other[0] + t <= one[2] for t in (-360.0, 0.0, 360.0))
    )  # fmt: skip
