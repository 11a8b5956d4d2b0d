"""What is told beside a chart can be worked out anew from the figures that stand behind it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from briefbook.exhibits import ChartData, make_charts
from briefbook.model import Briefing
from briefbook.model.reader import read_briefing
from tests.seeds import KETTERIA, TAJIKISTAN


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return read_briefing(TAJIKISTAN)


def without_panel(briefing: Briefing, id_: str) -> ChartData:
    exhibits = tuple(replace(e, panel="") if e.id == id_ else e for e in briefing.exhibits)
    return make_charts(replace(briefing, exhibits=exhibits))[id_]


def column(art: ChartData, name: str) -> dict[str, Decimal]:
    at = art.data.header.index(name)
    return {row[0]: Decimal(row[at].replace("−", "-")) for row in art.data.rows}


def test_a_share_of_what_is_not_drawn_can_be_worked_out_from_the_table(briefing: Briefing) -> None:
    art = make_charts(briefing)["agencies-by-period"]
    assert art.data.header[-1] == "All agencies"
    state, defense, every = (column(art, name) for name in ("State", "Defense", "All agencies"))
    years = [str(year) for year in range(2011, 2021)]
    share = sum(state[y] + defense[y] for y in years) / sum(every[y] for y in years) * 100
    assert round(share) == 52


def test_nothing_is_added_where_nothing_is_told_beside_the_chart(briefing: Briefing) -> None:
    header = without_panel(briefing, "agencies-by-period").data.header
    assert header == ("Year", "Agriculture", "USAID", "State", "Defense")


def test_a_total_stands_before_what_is_said_of_its_year() -> None:
    header = make_charts(read_briefing(KETTERIA))["grants-by-year"].data.header
    assert header == ("Year", "Grants", "Loans", "Programme for Ketteria", "Status")


def test_series_of_other_prices_stay_out_of_the_table(briefing: Briefing) -> None:
    exhibits = tuple(
        replace(e, panel="war-money") if e.id == "agencies-by-period" else e
        for e in briefing.exhibits
    )
    header = make_charts(replace(briefing, exhibits=exhibits))["agencies-by-period"].data.header
    assert not any("bligations" in head for head in header)


def test_the_file_of_exact_figures_is_the_charts_own(briefing: Briefing) -> None:
    art = make_charts(briefing)["agencies-by-period"]
    assert art.data.csv() == without_panel(briefing, "agencies-by-period").data.csv()
