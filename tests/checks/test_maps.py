"""A map names countries that there are, and places where they lie, each with its evidence."""

import pytest

from tests.seeds import edit, problems_of

PLACE = "{name: Railway bridge over the Tarn, at: [43.93, 2.15], supported_by: [bridge]}"


@pytest.fixture
def problems(fresh_example):
    """Return what is wrong with a map of the example, as (rule, message, hint)."""

    def told(form):
        seed = fresh_example
        exhibit = (
            "  - id: where\n    takeaway: A railway bridge over the Tarn\n"
            f"    supported_by: [bridge]\n    map: {form}\n"
        )
        edit(seed, "exhibits:\n  - id: events", f"exhibits:\n{exhibit}  - id: events")
        return [(p.rule, p.message, p.hint) for p in problems_of(seed)]

    return told


@pytest.mark.parametrize(
    "form",
    [
        f"{{focus: FR, places: [{PLACE}]}}",
        f"{{focus: FR, against: ES, places: [{PLACE}]}}",
        f"{{focus: FR, against: [ES, IT], places: [{PLACE}], capital: no}}",
        "{focus: NO}",
        # A place in a far part of the country widens the frame.
        "{focus: FR, places: [{name: The Tarn, at: [4.9, -52.3], supported_by: [bridge]}]}",
    ],
)
def test_an_honest_map_has_no_problem(problems, form):
    assert problems(form) == []


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("France", "write FR for France"),
        ("fr", "write FR for France"),
        ("Frence", "write FR for France"),
        ("UK", "write GB for United Kingdom"),
        ("QQ", "write the code of ISO 3166-1, such as TJ for Tajikistan"),
    ],
)
def test_an_unknown_country_is_named_with_the_code_that_may_be_meant(problems, code, hint):
    [(rule, message, told)] = problems(f"{{focus: {code}}}")
    assert (rule, told) == ("map-country", hint)
    assert f"“{code}”" in message


def test_a_former_country_has_no_borders(problems):
    assert [rule for rule, _, _ in problems("{focus: SU}")] == ["map-country"]


def test_a_country_is_not_shown_against_itself(problems):
    assert {rule for rule, _, _ in problems("{focus: FR, against: FR}")} == {"map-country"}


def test_a_country_that_the_map_does_not_reach_is_named(problems):
    [(rule, message, _)] = problems("{focus: FR, against: NZ}")
    assert rule == "map-country"
    assert "New Zealand does not lie on a map of France" in message


def test_latitude_and_longitude_that_are_swapped_are_recognised(problems):
    [(rule, _, hint)] = problems(
        f"{{focus: FR, places: [{PLACE.replace('43.93, 2.15', '2.15, 43.93')}]}}"
    )
    assert rule == "map-place"
    assert hint == "the two seem to be swapped: write `at: [43.93, 2.15]`"


@pytest.mark.parametrize("at", ["93.9, 2.15", "-43.93, 2.15", "43.93, 200", "43.93", "43, 2, 1"])
def test_a_place_that_is_elsewhere_or_nowhere_is_named(problems, at):
    [(rule, message, _)] = problems(f"{{focus: FR, places: [{PLACE.replace('43.93, 2.15', at)}]}}")
    assert rule == "map-place"
    assert "Railway bridge over the Tarn" in message


def test_a_place_without_evidence_is_named(problems):
    form = f"{{focus: FR, places: [{PLACE.replace(', supported_by: [bridge]', '')}]}}"
    assert "no-evidence" in {rule for rule, _, _ in problems(form)}


def test_two_places_of_one_name_are_named(problems):
    assert {rule for rule, _, _ in problems(f"{{focus: FR, places: [{PLACE}, {PLACE}]}}")} == {
        "map-place"
    }


def test_more_than_eight_places_are_too_many(problems):
    names = [
        "railway",
        "bridge",
        "over",
        "the",
        "Tarn",
        "railway bridge",
        "the Tarn",
        "over the Tarn",
        "bridge over",
    ]
    places = ", ".join(PLACE.replace("Railway bridge over the Tarn", name) for name in names)
    told = problems(f"{{focus: FR, places: [{places}]}}")
    assert ("map-place", "map where: 9 places; at most 8 can be told apart") in [
        t[:2] for t in told
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Railway bridge", "Seven railway bridges"),
        ("supported_by", "note: built in 1988, supported_by"),
        ("supported_by", "note: at a cost of $41 million, supported_by"),
    ],
)
def test_what_a_place_says_is_held_against_its_evidence(problems, old, new):
    assert problems(f"{{focus: FR, places: [{PLACE.replace(old, new)}]}}") != []


def test_a_place_may_be_a_view_but_no_fact_that_rests_on_one(problems):
    place = "{name: The policy, at: [43.93, 2.15], supported_by: [critics]}"
    assert "view-as-fact" in {rule for rule, _, _ in problems(f"{{focus: FR, places: [{place}]}}")}
