"""Tables of a source are listed and offered with their own rows as passages; no cell is guessed."""

import csv
import dataclasses
import re
from decimal import Decimal

import pytest

from briefbook.draft import draft_seed, read_texts, reading_notes
from briefbook.draft.corpus import gather
from briefbook.draft.found_tables import tables_in
from briefbook.draft.table_series import series_of
from briefbook.draft.validate import try_draft
from briefbook.model.reader import read_briefing
from briefbook.model.series_file import read_points
from tests.draft.drafts import briefing_of, problems_of
from tests.seeds import EXAMPLE

PROSE = (
    "The water board keeps wells in five valleys of the north. Farmers of the lower valley say that water is scarce. "
    "The board was founded by the two provinces. It pays for pumps and for the people who mend them."
)
MARKDOWN = f"""# Wells of the north

{PROSE}

Wells in use

| | 2019 | 2020 | 2021 |
|---|---|---|---|
| Upper valley | 12 | 14 | 15 |
| Lower valley | 31 | 30 | 28 |
| Coast | 7 | | 9 |
| Islands | 4 | 4 | 5 |
"""
HTML = f"""<html><head><title>Wells of the north</title></head><body><main><h1>Wells of the north</h1><p>{PROSE}</p>
<table><caption>Wells in use</caption><tr><th></th><th>2019</th><th>2020</th><th>2021</th></tr>
<tr><td>Upper valley</td><td>12</td><td>14</td><td>15</td></tr><tr><td>Lower valley</td><td>31</td><td>30</td><td>28</td></tr>
<tr><td>Coast</td><td>7</td><td></td><td>9</td></tr><tr><td>Islands</td><td>4</td><td>4</td><td>5</td></tr></table>
</main></body></html>"""


@pytest.fixture(params=[("wells.md", MARKDOWN), ("wells.html", HTML)], ids=["markdown", "html"])
def wells(request, tmp_path):
    name, text = request.param
    (tmp_path / name).write_text(text, "utf-8")
    return read_texts([tmp_path / name])


def test_a_table_is_listed_with_its_place_and_what_it_lacks(wells):
    [table] = tables_in(wells[0])
    assert table.caption == "Wells in use"
    assert table.header == ("", "2019", "2020", "2021")
    assert [row.cells[0] for row in table.rows] == ["Upper valley", "Lower valley", "Islands"]
    assert "1 more without a cell for each column" in table.told()
    assert any("table “Wells in use”" in note for note in reading_notes(wells))


def test_its_figures_are_an_exhibit_whose_cells_quote_their_own_row(wells):
    tried = try_draft(gather(wells), None, "seeds/example")
    assert problems_of(tried) == ()
    [exhibit] = briefing_of(tried).exhibits
    assert exhibit.takeaway == "In the source: Wells in use"
    assert "left out" in exhibit.note
    assert exhibit.table
    assert exhibit.table.headers == ("Item", "2019", "2020", "2021")
    told = {str(row.name): [str(cell.text) for cell in row.cells] for row in exhibit.table.rows}
    assert told == {
        "Upper valley": ["12", "14", "15"], "Lower valley": ["31", "30", "28"], "Islands": ["4", "4", "5"],
    }  # fmt: skip
    for row in exhibit.table.rows:
        for cell in row.cells:
            assert str(row.name) in str(cell.evidence[0].quote)
    assert "# review: the source’s own table" in tried.text


def test_a_head_that_stands_in_no_passage_is_still_refused(wells):
    tried = try_draft(gather(wells), None, "seeds/example")
    assert "2020 | 2021" in tried.text
    forged = re.sub(r"(headers: \[Item, \W?)2019", r"\g<1>1987", tried.text)
    assert forged != tried.text
    changed = type(tried)(tried.draft, tried.found, forged)
    assert "1987" in "".join(problem.message for problem in problems_of(changed))


def test_a_table_of_words_is_listed_and_not_drawn(tmp_path):
    page = tmp_path / "who.md"
    page.write_text(
        f"# Who\n\n{PROSE}\n\n| Office | Who |\n|---|---|\n| Chair | A farmer |\n| Clerk | A nurse |\n",
        "utf-8",
    )
    texts = read_texts([page])
    tried = try_draft(gather(texts), None, "seeds/example")
    assert briefing_of(tried).exhibits == ()
    assert "2 rows, 2 columns" in tried.text


def test_figures_by_year_are_proposed_as_a_series_with_the_paragraphs_of_their_cells(
    wells, tmp_path
):
    drafted = draft_seed(wells, tmp_path / "seed")
    path = tmp_path / "seed" / "table-1.csv"
    assert path in drafted.files
    model = " ".join((tmp_path / "seed" / "briefing.yaml").read_text("utf-8").split())
    assert "stand in table-1.csv" in model
    assert "table-1.csv, column: Upper" in model.replace("# ", "")
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines()))
    paragraphs = wells[0].document.paragraphs
    for row in rows:
        first, _, last = row["paragraph"].partition("–")
        held = " ".join(
            wells[0].document.text[p.start : p.end] for p in paragraphs[int(first) - 1 : int(last)]
        )
        assert all(f" {row[name]}" in held for name in ("Upper valley", "Lower valley", "Islands"))
    series = dataclasses.replace(read_briefing(EXAMPLE).series[0], column="Lower valley")
    read = [(p.label, p.value) for p in read_points(path.read_bytes(), series)]
    assert read == [("2019", Decimal(31)), ("2020", Decimal(30)), ("2021", Decimal(28))]


@pytest.mark.parametrize("cell", ["about 14", "14 or 15", "see note"])
def test_a_column_with_words_in_it_is_no_series(cell, tmp_path):
    table = MARKDOWN.replace("| 14 |", f"| {cell} |")
    (tmp_path / "wells.md").write_text(table, "utf-8")
    [series] = series_of(gather(read_texts([tmp_path / "wells.md"])))
    assert series.columns == ("Lower valley", "Islands")
