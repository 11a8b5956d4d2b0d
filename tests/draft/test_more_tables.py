"""Tables with two lines of heads, with names of groups, drawn with bars, or alone in a source."""

import pytest

from briefbook.draft import read_texts
from briefbook.draft.corpus import Text, gather
from briefbook.draft.found_tables import tables_in
from briefbook.draft.validate import try_draft
from briefbook.errors import Unreadable
from briefbook.sources.reading import Block, BlockKind, Reading
from briefbook.sources.snapshot import make_snapshot
from tests.draft.drafts import briefing_of, problems_of

PROSE = "The water board keeps wells in five valleys of the north. Farmers of the lower valley say that water is scarce. The board was founded by the two provinces. It pays for pumps and for the people who mend them."


def _read(*rows: str) -> Text:
    blocks = [Block(BlockKind.PARAGRAPH, PROSE)]
    blocks += [Block(BlockKind.ROW if "|" in row else BlockKind.PARAGRAPH, row) for row in rows]
    return Text("source", "source.txt", "a.docx", make_snapshot(Reading(tuple(blocks)), "a.docx", "docx"))  # fmt: skip


TWO = (
    "INCOME STATEMENTS", "(In millions) (Unaudited)", "Three Months Ended June 30, | Twelve Months Ended June 30,",
    "2023 | 2022 | 2023 | 2022", "Net income | $20,081 | $16,740 | $72,361 | $72,738", "Net change | 20 | (2) | (14) | 6",
)  # fmt: skip


def test_heads_of_two_lines_stand_over_their_columns_and_are_borne():
    text = _read(*TWO)
    (table,) = tables_in(text)
    assert table.caption == "Income statements"
    assert table.header[1:] == (
        "2023 (Three Months Ended June 30)", "2022 (Three Months Ended June 30)",
        "2023 (Twelve Months Ended June 30)", "2022 (Twelve Months Ended June 30)",
    )  # fmt: skip
    tried = try_draft(gather((text,)), None, "seeds/example")
    assert problems_of(tried) == ()
    (exhibit,) = briefing_of(tried).exhibits
    assert exhibit.table
    assert len(exhibit.table.rows) == 2


def test_a_row_of_words_below_the_heads_is_no_second_line_of_them():
    (table,) = tables_in(_read("Office | Who", "Chair | A farmer", "Clerk | A nurse", "Guard | A smith"))  # fmt: skip
    assert (table.header, len(table.rows)) == (("Office", "Who"), 3)


def test_the_names_of_groups_do_not_end_a_table():
    rows = ("June 30, 2023 | June 30, 2022", "Assets", "Current assets:", "Cash of the guild | $34,704 | $13,931", "Total assets | $411,976 | $364,840", "Liabilities", "Debt of the guild | 41,990 | 47,032")  # fmt: skip
    (table,) = tables_in(_read("Balance sheets", *rows))
    assert [row.cells[0] for row in table.rows] == ["Cash of the guild", "Total assets", "Debt of the guild"]  # fmt: skip
    assert table.header[1:] == ("June 30, 2023", "June 30, 2022")
    two = tables_in(_read("A | 1", "B | 2", "C | 3", "Table 2. Wells", "D | 1", "E | 2", "F | 3"))
    assert [len(table.rows) for table in two] == [3, 3]


def test_of_a_long_table_what_sums_up_is_shown():
    rows = [f"Well of {name} | {n}" for n, name in enumerate("Arvo Brin Cale Dorn Elst Fenn Gard Holm Ivel Jarn Kolt Lund Mirr".split(), 20)]  # fmt: skip
    text = _read("Wells in use", "Valley | Wells", *rows, "Total wells | 9")
    (exhibit,) = briefing_of(try_draft(gather((text,)), None, "seeds/example")).exhibits
    assert exhibit.table
    names = [str(row.name) for row in exhibit.table.rows]
    assert "Total wells" in names
    assert "Well of Mirr" in names
    assert "Well of Arvo" not in names


def test_columns_that_nothing_names_are_listed_and_not_drawn():
    text = _read("Upper valley | 12 | 14", "Lower valley | 31 | 30", "Coast of lakes | 7 | 9")
    assert len(tables_in(text)) == 1
    assert briefing_of(try_draft(gather((text,)), None, "seeds/example")).exhibits == ()


DRAWN = """|OUTCOMES OF CASES             |NUMBER  |
|Corrective counselling        |682     |
|Verbal warning of the guild   |905     |
|Suspension without pay (as    |167     |
|an alternative)               |        |
|------------------------------|--------|
|TOTAL                         |4074    |
"""


def test_a_table_drawn_with_bars_is_read_by_its_lines(tmp_path):
    (tmp_path / "a.txt").write_text(f"{PROSE}\n\nOutcomes are as follows:\n\n{DRAWN}", "utf-8")
    texts = read_texts([tmp_path / "a.txt"])
    (table,) = tables_in(texts[0])
    assert table.header == ("OUTCOMES OF CASES", "NUMBER")
    assert [row.cells for row in table.rows] == [
        ("Corrective counselling", "682"), ("Verbal warning of the guild", "905"),
        ("Suspension without pay (as an alternative)", "167"), ("TOTAL", "4074"),
    ]  # fmt: skip
    assert table.caption == "Outcomes"
    assert problems_of(try_draft(gather(texts), None, "seeds/example")) == ()


def test_a_source_that_is_a_table_alone_tells_its_rows(tmp_path):
    (tmp_path / "a.txt").write_text(DRAWN, "utf-8")
    tried = try_draft(gather(read_texts([tmp_path / "a.txt"])), None, "seeds/example")
    assert problems_of(tried) == ()
    said = [str(claim.text) for claim in briefing_of(tried).claims]
    assert "Verbal warning of the guild: 905" in said


@pytest.mark.parametrize("rows", ["Chair | A farmer | A nurse | A smith\n", "12 | 13\n14 | 15\n16 | 17\n"])  # fmt: skip
def test_rows_without_names_or_without_figures_are_no_statements(rows, tmp_path):
    (tmp_path / "a.txt").write_text(rows, "utf-8")
    with pytest.raises(Unreadable, match="no sentence"):
        try_draft(gather(read_texts([tmp_path / "a.txt"])), None, "seeds/example")


def test_a_caption_with_a_gap_is_no_head_of_columns():
    rows = ("Table 3. | Wells by valley and year", "Valley | Wet | Dry | Unknown | Total", "Upper valley | 12 | 14 | 1 | 27", "Lower valley | 31 | 30 | 0 | 61")  # fmt: skip
    (table,) = tables_in(_read(*rows))
    assert table.header == ("Valley", "Wet", "Dry", "Unknown", "Total")
    assert "Wells by valley" in table.caption


def test_a_caption_bears_its_own_words():
    text = _read("Percent of Range", "Species | Impacted", "Kingfisher | 29%", "Bald Eagle | 34%", "Osprey | 20%")  # fmt: skip
    tried = try_draft(gather((text,)), None, "seeds/example")
    (exhibit,) = briefing_of(tried).exhibits
    assert exhibit.takeaway == "In the source: Percent of Range"
    assert problems_of(tried) == ()


def test_tables_beside_each_other_are_tables_of_their_own():
    text = _read(
        "Topics of the year", "Ferries | Questions | Wells | Questions", "Aston | 268 | Norr | 153", "Holm | 233 | Aston | 119",
        "Norr | 139 | Holm | 114", "Marsh | 136",
    )  # fmt: skip
    first, second = tables_in(text)
    assert [row.cells for row in first.rows] == [("Aston", "268"), ("Holm", "233"), ("Norr", "139"), ("Marsh", "136")]  # fmt: skip
    assert [row.cells for row in second.rows] == [
        ("Norr", "153"),
        ("Aston", "119"),
        ("Holm", "114"),
    ]
    assert (first.header, second.header) == (("Ferries", "Questions"), ("Wells", "Questions"))
    assert not first.torn
    tried = try_draft(gather((text,)), None, "seeds/example")
    assert problems_of(tried) == ()


def test_a_table_that_names_its_rows_at_both_ends_is_one():
    text = _read(
        "Topics", "Aston | 268 | 153 | Aston", "Holm | 233 | 119 | Holm", "Norr | 139 | 114 | Norr"
    )
    (table,) = tables_in(text)
    assert table.columns == 4


def test_a_row_right_behind_a_head_that_denies_is_left_out_and_not_the_draft():
    rows = ("Kind | Often | Never", "Age | 1.5% | 94.9%", "Faith | 2.4% | 97.1%", "Tongue | 3.3% | 90.2%", "Rank | 4.1% | 88.0%")  # fmt: skip
    tried = try_draft(
        gather((_read("Ferries and whom they refuse", *rows),)), None, "seeds/example"
    )
    assert problems_of(tried) == ()
    (exhibit,) = briefing_of(tried).exhibits
    assert exhibit.table
    assert {"Faith", "Tongue", "Rank"} <= {str(row.name) for row in exhibit.table.rows}
