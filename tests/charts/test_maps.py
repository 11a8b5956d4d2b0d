"""A map in both documents: the same places, the source of its borders, words for those who do not see it."""

import dataclasses
import io
import zipfile

import pytest

from briefbook.deck.compose import compose_deck
from briefbook.deck.fit import fit_deck
from briefbook.deck.plan import Picture
from briefbook.deck.pptx import render_pptx
from briefbook.evidence.resolve import resolve
from briefbook.exhibits import make_charts
from briefbook.exhibits.pictures import draw_pictures
from briefbook.model.reader import read_briefing
from briefbook.paper import plan
from briefbook.paper.compose import compose_paper
from briefbook.provenance.audit import account
from briefbook.provenance.drawn_points import drawn_points
from briefbook.text import plain
from briefbook_figures.display_list import TextMark
from tests.figures.boxes import all_words
from tests.seeds import EXAMPLE, copy_of, edit, problems_of

CREATED = "2026-11-23T00:00:00Z"
BORDERS = "Borders: Natural Earth; no view on their status."
EXHIBIT = """\
  - id: where
    takeaway: A railway bridge over the Tarn
    supported_by: [bridge]
    map:
      focus: FR
      against: ES
      places:
        - {name: Railway bridge over the Tarn, at: [43.93, 2.15], note: opened on 21 June 2011, supported_by: [bridge]}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Return a briefing with a map, its charts, and both plans."""
    seed = copy_of(EXAMPLE, tmp_path_factory.mktemp("map"))
    edit(seed, "exhibits:\n  - id: events", f"exhibits:\n{EXHIBIT}  - id: events")
    edit(seed, "see: [amounts, grants]", "see: [amounts, grants, where]")
    edit(seed, "      - exhibit: grants\n", "      - exhibit: grants\n      - exhibit: where\n")
    assert problems_of(seed) == ()
    briefing = read_briefing(seed)
    resolved, charts = resolve(briefing), make_charts(briefing)
    paper = compose_paper(resolved, charts, draw_pictures(charts), CREATED)
    deck = fit_deck(compose_deck(resolved, charts, CREATED))
    return briefing, charts, paper, deck


@pytest.fixture(scope="module")
def exhibit(made):
    (found,) = [
        b for b in made[2].blocks if isinstance(b, plan.Exhibit) and b.anchor == "exhibit-where"
    ]
    return found


@pytest.fixture(scope="module")
def slide(made):
    (found,) = [slide for slide in made[3].slides if slide.exhibit == "where"]
    return found


def test_both_documents_show_the_same_words_at_their_own_sizes(exhibit, slide):
    (picture,) = [fill.content for fill in slide.fills if isinstance(fill.content, Picture)]
    for words in (all_words(exhibit.picture), all_words(picture.drawing)):
        for name in ("Railway bridge over the Tarn", "21 June 2011", "FRANCE", "SPAIN", "Paris"):
            assert all(word in words for word in name.split())
    assert min(m.size_pt for m in picture.drawing.marks if isinstance(m, TextMark)) >= 12
    assert min(m.size_pt for m in exhibit.picture.marks if isinstance(m, TextMark)) >= 7


def test_both_documents_say_whose_borders_they_are_and_take_no_view(exhibit, slide):
    assert BORDERS in plain(exhibit.source)
    (source,) = [fill for fill in slide.fills if fill.slot == "source"]
    assert BORDERS in " ".join(plain(para.text) for para in source.content.paras)


def test_the_words_for_those_who_do_not_see_it_list_countries_and_places(made):
    _, charts, _, _ = made
    assert charts["where"].alt == (
        "Map of France and its neighbours, set against Spain. "
        "Places: Railway bridge over the Tarn (opened on 21 June 2011)."
    )


def test_the_data_are_the_places_with_their_positions(made):
    _, charts, _, _ = made
    assert charts["where"].data.csv().decode() == (
        "Place,Latitude,Longitude,Note\n"
        "Railway bridge over the Tarn,43.93,2.15,opened on 21 June 2011\n"
    )


def test_every_piece_is_accounted_for(made):
    briefing, charts, paper, deck = made
    assert [entry.problems for entry in account(briefing, paper, deck, charts)] == [(), ()]


@pytest.mark.parametrize(
    "change",
    [
        lambda chart: dataclasses.replace(chart, focus="ES", against=("FR",)),
        lambda chart: dataclasses.replace(chart, against=()),
        lambda chart: dataclasses.replace(chart, places=(dataclasses.replace(chart.places[0], latitude=44.0),)),
        lambda chart: dataclasses.replace(chart, places=(dataclasses.replace(chart.places[0], note="opened in 1999"),)),
        lambda chart: dataclasses.replace(chart, capitals=(dataclasses.replace(chart.capitals[0], longitude=5.0),)),
    ],
    ids=["focus", "against", "position", "note", "capital"],
)  # fmt: skip
def test_what_the_model_does_not_have_is_found(made, change):
    briefing, charts, _, _ = made
    entry, chart = briefing.exhibit("where"), charts["where"].chart
    assert all(point.owner for point in drawn_points(briefing, entry, chart))
    assert not all(point.owner for point in drawn_points(briefing, entry, change(chart)))


def test_its_slide_is_small(made, slide):
    _, _, _, deck = made
    package = render_pptx(deck)
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        name = f"ppt/slides/slide{deck.slides.index(slide) + 1}.xml"
        assert archive.getinfo(name).compress_size < 40_000
