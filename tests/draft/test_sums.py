"""Sums are told with what they are for, in their own currency, and drawn only beside their like."""

from tests.draft.drafts import briefing_of, drafted, in_a_long_source, problems_of

CALM = (
    "The valley lies between two ranges. Its people keep sheep and grow barley. "
    "The road is closed in winter. A market is held in the town each week."
)


def table_of(tried):
    tables = [exhibit.table for exhibit in briefing_of(tried).exhibits if exhibit.table]
    return {str(row.name): [str(cell.text) for cell in row.cells] for t in tables for row in t.rows}


def test_sums_of_several_currencies_are_rows_and_no_bars():
    tried = drafted(
        in_a_long_source(
            f"{CALM} In 2014 the Union granted €4.5 million for roads in the valley. "
            "In 2018 a loan of CHF 1.2 million was signed for pipes. In 2020 the bank lent £300,000 for boats."
        )
    )
    assert problems_of(tried) == ()
    assert not [e for e in briefing_of(tried).exhibits if e.amounts]
    rows = table_of(tried)
    assert [cells[0] for cells in rows.values()] == ["€4.5 million", "CHF 1.2 million", "£300,000"]
    assert [cells[1] for cells in rows.values()] == ["2014", "2018", "2020"]


def test_a_sum_that_dwarfs_the_others_makes_no_chart():
    tried = drafted(
        in_a_long_source(
            f"{CALM} It gave $2 million for schools in 2019. It gave $3 million for clinics in 2020. "
            "A company invested $4 billion in a factory in 2021."
        )
    )
    assert problems_of(tried) == ()
    assert not [e for e in briefing_of(tried).exhibits if e.amounts]


def test_a_deficit_is_called_one_and_never_stands_as_a_bar_beside_a_surplus():
    tried = drafted(
        in_a_long_source(
            f"{CALM} The country had a surplus of $5 billion in 2019. It had a deficit of $7 billion in 2020. "
            "It gave $3 billion for roads in 2021. It gave $2 billion for dams in 2022."
        )
    )
    assert problems_of(tried) == ()
    assert not [e for e in briefing_of(tried).exhibits if e.amounts]


def test_three_letters_that_name_a_part_are_no_currency():
    tried = drafted(
        in_a_long_source(
            f"{CALM} The airplane has two AOA sensors beside its nose. Both AOA sensors were replaced in 2019. "
            "The AOA 2 sensor was found broken."
        )
    )
    assert briefing_of(tried).amounts == ()
    assert "Sum stated" not in tried.text


def test_a_vague_sum_is_no_figure_and_one_figure_twice_is_no_chart():
    tried = drafted(
        in_a_long_source(
            f"{CALM} The fund paid hundreds of thousands of dollars for rent in 2010. It paid $7,000 for wells in 2011. "
            "It paid $7,000 for pumps in 2012."
        )
    )
    assert not [e for e in briefing_of(tried).exhibits if e.amounts]
    assert "200" not in str([amount.value for amount in briefing_of(tried).amounts])
