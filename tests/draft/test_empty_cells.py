"""A table whose rows lack cells: no figure moves under another head, and no whole row is lost for those that are not."""

import pytest

from briefbook.draft.corpus import Text, gather
from briefbook.draft.found_tables import SourceTable, tables_in
from briefbook.draft.spaced_tables import spaced_rows
from briefbook.draft.validate import try_draft
from briefbook.sources.readers.text import read_text
from briefbook.sources.reading import CELLS, Block, BlockKind, Reading
from briefbook.sources.snapshot import make_snapshot
from tests.draft.drafts import problems_of
from tests.draft.test_captions import BODY

_ROWS = """Tarn             22     23     25
Aston      11    12            14
Holm       31    32     33     34
Marsh      41           43     44
Lake       51    52     53
Norr       61    62     63     64"""
_CELLS = [
    ("Tarn", "–", "22", "23", "25"), ("Aston", "11", "12", "–", "14"), ("Holm", "31", "32", "33", "34"),
    ("Marsh", "41", "–", "43", "44"), ("Lake", "51", "52", "53", "–"), ("Norr", "61", "62", "63", "64"),
]  # fmt: skip
_YEARS = ("2018", "2019", "2020", "2021")


def _text(table: str) -> Text:
    return Text("source", "source.txt", "a.txt", read_text(f"Goats by lake\n\n{BODY}\n\nGoats of the lakes\n\n{table}\n", "a.txt"))  # fmt: skip


def _barred(*rows: tuple[str, ...]) -> list[SourceTable]:
    """Return the tables of a source whose rows stand between bars, as a reader of PDF gives them."""
    blocks = [Block(BlockKind.PARAGRAPH, BODY), *(Block(BlockKind.ROW, CELLS.join(r)) for r in rows)]  # fmt: skip
    read = make_snapshot(Reading(tuple(blocks)), "a.pdf", "pdf")
    return [*tables_in(Text("source", "source.txt", "a.pdf", read))]


@pytest.mark.parametrize(
    ("heads", "header"),
    [
        ("Name      2018   2019   2020   2021", ("Name", *_YEARS)),
        ("              Goats         Sheep\nName      2018   2019   2020   2021",
         ("Name", "2018 (Goats)", "2019 (Goats)", "2020 (Sheep)", "2021 (Sheep)")),
        ("          2018   2019   2020   2021", ("", *_YEARS)),
    ],
)  # fmt: skip
def test_a_line_set_with_spaces_shows_where_it_has_no_cell(heads, header):
    text = _text(f"{heads}\n{_ROWS}")
    (table,) = tables_in(text)
    assert (table.header, table.torn) == (header, 0)
    assert [row.cells for row in table.rows] == _CELLS
    assert table.figures == 1
    assert problems_of(try_draft(gather((text,)), None, "seeds/example")) == ()


@pytest.mark.parametrize("line", ["North", "           71    72     73"])
def test_a_name_alone_and_a_line_without_one_are_no_rows(line):
    (table,) = tables_in(_text(f"Name      2018   2019   2020   2021\n{_ROWS}\n{line}"))
    assert (table.torn, [row.cells for row in table.rows]) == (1, _CELLS)


@pytest.mark.parametrize(
    "told",
    [
        f"The goats of four lakes, by lake and by year of the count\n{_ROWS}",
        "Lake    Goats of the northern and the southern shores\nTarn    11   21\nHolm    12   22\nMarsh   13   23\nLake    14   24",
    ],
)
def test_no_cell_holds_two_figures_and_no_sentence_is_a_head(told):
    assert not any("11 21" in cell for cells, _, _ in spaced_rows(told) for cell in cells)
    assert all(len(cells) > 1 for cells, _, _ in spaced_rows(told))


def test_rows_between_bars_are_held_against_their_heads_and_not_against_most_rows():
    torn = [("Tarn", "22", "23", "25"), ("Aston", "11", "12", "14"), ("Marsh", "41", "43", "44"), ("Lake", "51", "52", "53")]  # fmt: skip
    whole = [("Holm", "31", "32", "33", "34"), ("Norr", "61", "62", "63", "64")]
    (table,) = _barred(("Name", *_YEARS), torn[0], whole[0], *torn[1:], whole[1])
    assert table.header == ("Name", *_YEARS)
    assert [row.cells for row in table.rows] == whole
    assert table.torn == len(torn)
    (table,) = _barred(_YEARS, torn[0], whole[0], *torn[1:], whole[1])
    assert (table.header, [row.cells for row in table.rows]) == (("", *_YEARS), whole)


def test_years_above_names_are_not_the_heads_of_rows_that_all_lack_a_cell():
    rows = [("Tarn", "22", "23", "25"), ("Aston", "11", "12", "14"), ("Marsh", "41", "43", "44")]
    assert _barred(_YEARS, *rows) == []
    (table,) = _barred(("Lake", "2018", "2019", "2020"), *rows)
    assert [row.cells for row in table.rows] == rows
