"""No sentence, bullet, cell or chart in either plan without a statement or an explicit type."""

import dataclasses
from decimal import Decimal
from typing import Any

import pytest

from briefbook.deck.compose import compose_deck
from briefbook.deck.fit import fit_deck
from briefbook.deck.plan import Drawing, Table
from briefbook.evidence.resolve import resolve
from briefbook.exhibits import make_charts
from briefbook.exhibits.pictures import draw_pictures
from briefbook.model.reader import read_briefing
from briefbook.paper.compose import compose_paper
from briefbook.provenance.audit import account
from briefbook.text import Run
from briefbook_figures.spec import AmountChart, ColumnChart, LineChart, ShareChart
from briefbook_figures.spec_map import MapChart
from briefbook_figures.spec_series import SeriesChart
from tests.mutation.run import SEEDS

CREATED = "2026-11-23T00:00:00Z"


@pytest.fixture(scope="module", params=SEEDS, ids=lambda seed: seed.name)
def plans(request) -> Any:
    briefing = read_briefing(request.param)
    resolved, charts = resolve(briefing), make_charts(briefing)
    paper = compose_paper(resolved, charts, draw_pictures(charts), CREATED)
    deck = fit_deck(compose_deck(resolved, charts, CREATED))
    return briefing, paper, deck, charts


def orphaned(value: Any, statement: str) -> Any:
    """Return a plan in which the runs of a statement belong to another one, or to none."""
    old, _, new = statement.partition("→")
    if isinstance(value, Run):
        return dataclasses.replace(value, statement=new) if value.statement == old else value
    if isinstance(value, tuple):
        return tuple(orphaned(item, statement) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.replace(
            value,
            **{f.name: orphaned(getattr(value, f.name), statement) for f in dataclasses.fields(value)},
        )  # fmt: skip
    return value


def test_every_piece_of_both_plans_is_accounted_for(plans):
    for entry in account(*plans):
        assert entry.problems == ()
        assert entry.pieces > 100
        assert str(entry).endswith("pieces, all accounted for")


@pytest.mark.parametrize("to", ["", "nobody"])
def test_a_piece_that_loses_its_statement_is_named_with_its_place(plans, to):
    briefing, paper, deck, charts = plans
    lost = next(id_ for id_ in briefing.key_points if id_ in briefing.bottom_line.supports)
    of_paper, of_deck = account(
        briefing, orphaned(paper, f"{lost}→{to}"), orphaned(deck, f"{lost}→{to}"), charts
    )
    assert any("KeyPoints" in p.message and p.rule == "unaudited" for p in of_paper.problems)
    assert any("slide bottom-line" in p.message for p in of_deck.problems)


def test_a_sentence_that_nobody_states_is_found_in_the_paper(plans):
    briefing, paper, deck, charts = plans
    block = next(b for b in paper.blocks if type(b).__name__ in ("Paragraph", "TextColumns"))
    block = block.blocks[0] if hasattr(block, "blocks") else block
    more = dataclasses.replace(block, text=(*block.text, Run(" It cost 41 million.")))
    changed = dataclasses.replace(paper, blocks=(*paper.blocks, more))
    of_paper, _ = account(briefing, changed, deck, charts)
    [problem] = of_paper.problems
    assert "It cost 41 million." in problem.message
    assert "belongs to no statement" in problem.message


def test_a_sentence_that_nobody_states_is_found_in_every_cell_of_the_deck(plans):
    briefing, paper, deck, charts = plans
    loose, cells = Run(" It cost 41 million."), 0
    slides = []
    for slide in deck.slides:
        fills = []
        for fill in slide.fills:
            content = fill.content
            if isinstance(content, Table):
                rows = tuple(tuple((*cell, loose) for cell in row) for row in content.rows)
                cells += sum(map(len, rows))
                content = dataclasses.replace(content, rows=rows)
            fills.append(dataclasses.replace(fill, content=content))
        slides.append(dataclasses.replace(slide, fills=tuple(fills)))
    _, of_deck = account(briefing, paper, dataclasses.replace(deck, slides=tuple(slides)), charts)
    assert len(of_deck.problems) == cells > 0


def test_a_chart_on_a_slide_of_no_exhibit_is_found(plans):
    briefing, paper, deck, charts = plans
    slides = tuple(dataclasses.replace(slide, exhibit="") for slide in deck.slides)
    _, of_deck = account(briefing, paper, dataclasses.replace(deck, slides=slides), charts)
    assert any("belongs to no statement" in problem.message for problem in of_deck.problems)


def altered(chart: Any) -> Any:
    """Return a chart whose first number is another one."""
    replace = dataclasses.replace
    match chart:
        case AmountChart(groups=(group, *others)):
            row, *rest = group.rows
            first = replace(group, rows=(replace(row, value=row.value + 1), *rest))
            changed: dict[str, Any] = {"groups": (first, *others)}
        case ColumnChart(columns=(column, *others)):
            changed = {"columns": (replace(column, value=Decimal(41)), *others)}
        case LineChart(points=(point, *others)):
            changed = {"points": (replace(point, value=Decimal("99.9")), *others)}
        case ShareChart(rows=(bar, *others)):
            bar = replace(bar, values=(bar.values[0] + 1, *bar.values[1:]))
            changed = {"rows": (bar, *others)}
        case SeriesChart(series=(one, *others)):
            one = replace(one, values=(Decimal(41), *one.values[1:]))
            changed = {"series": (one, *others)}
        case MapChart(places=(place, *others)):
            changed = {"places": (replace(place, latitude=place.latitude + 1), *others)}
        case _:
            moment, *others = chart.moments
            changed = {"moments": (replace(moment, start=moment.start + 1), *others)}
    return replace(chart, **changed)


def test_a_point_that_shows_no_figure_of_the_briefing_is_found_in_either_plan(plans):
    briefing, paper, deck, charts = plans
    wrong = {id_: dataclasses.replace(art, chart=altered(art.chart)) for id_, art in charts.items()}
    of_paper, of_deck = account(briefing, paper, deck, wrong)
    assert of_deck.problems == ()
    assert {p.message.split(",")[1].strip() for p in of_paper.problems} == {f"exhibit {id_}" for id_ in charts}  # fmt: skip
    slides = tuple(
        dataclasses.replace(
            slide,
            fills=tuple(
                dataclasses.replace(
                    fill,
                    content=dataclasses.replace(fill.content, chart=altered(fill.content.chart)),
                )
                if isinstance(fill.content, Drawing)
                else fill
                for fill in slide.fills
            ),
        )
        for slide in deck.slides
    )
    drawings = sum(isinstance(f.content, Drawing) for slide in deck.slides for f in slide.fills)
    _, of_deck = account(briefing, paper, dataclasses.replace(deck, slides=slides), charts)
    # One false value may stand in two points: itself and the mean of its period.
    named = {problem.message.split(",")[1] for problem in of_deck.problems}
    assert len(named) == drawings > 0
