"""What a list names once holds for all of it; a change in percent tells by how much; figures reckoned by their author.

Each sentence has what honest authors may say, and what liars say.
"""

import pytest

from benchmarks.truth import Told, claim_of, hold
from tests.checks.cases import alarmed_at, held, missed

CASES = [
    ("Prices rose by as much as 16.4 and 14.9 percent in 1973 and 1974.",
     ["In 1973 prices rose by as much as 16.4 percent."],
     ["In 1973 prices rose by as much as 18.4 percent."]),
    ("The share was 12, 17 and 23 percent in Tarn, Lissa and Norholm.",
     ["In Lissa the share was 17 percent."],
     ["In Lissa the share was 27 percent."]),
    ("Acres on which crops failed declined by 25 percent over the past year to 9 million acres.",
     ["Crops failed on 9 million acres, 3 million fewer than the year before."],
     ["Crops failed on 9 million acres, 5 million fewer than the year before."]),
    ("The fleet grew by 20 percent to 1,800 boats.",
     ["The fleet of 1,800 boats had grown by 300."],
     ["The fleet of 1,800 boats had grown by 500."]),
    ("The camp had 12 doctors, 40 trucks and 25 nurses.",
     ["Together the camp had 37 doctors and nurses."],
     ["The camp had 52 doctors.", "In all, the camp had 65 trucks."]),
    ("The guild ran eleven mills in 2023, one fewer than the year before.",
     ["Eleven mills were run by the guild in 2023, one fewer than a year earlier."],
     ["The guild ran eleven mills in 2023, one more than the year before."]),
    ("The plan cost 48 million crowns from 2019 to 2023, 6 million more than planned.",
     ["Cost 2019 to 2023: 48 million crowns, 6 million above plan."],
     ["From 2019 to 2023 the plan cost 48 million crowns, 6 million under plan."]),
    ("Sick leave dropped from 4.6 to 4.1 per cent.",
     ["Sick leave: 4.1% (before: 4.6%)", "Sick leave: 4.1%, was 4.6%", "Sick leave down to 4.1 percent from 4.6"],
     ["Sick leave: 4.6% (before: 4.1%)", "Sick leave: 4.6%, was 4.1%"]),
    ("Records now cover 57 per cent of the stock, up from 49 per cent.",
     ["Records: 57% of stock (was 49%)", "Records: from 49% to 57% of the stock"],
     ["Records: 49% of stock (was 57%)", "Records: 49%, formerly 57%"]),
    ("Enovar was tried on adults and prevented 93 per cent of cases. Tirovax, made in Lissa, was tried on children and prevented 88 per cent.",
     ["Cases prevented: Enovar 93%, Tirovax 88%", "Cases prevented: Tirovax 88%, Enovar 93%"],
     ["Cases prevented: Tirovax 93%, Enovar 88%"]),
    ("The share of children with three doses rose from 31 per cent in 2019 to 58 per cent in 2021 and 67 per cent in 2023.",
     ["Children with three doses: 2019 – 31%; 2021 – 58%; 2023 – 67%", "Three doses: 31% (2019), 58% (2021), 67% (2023)"],
     ["Children with three doses: 2019 – 31%; 2021 – 67%; 2023 – 58%", "Children with three doses: 2018 – 31%; 2020 – 58%; 2022 – 67%"]),
    ("The house lent 1,946 objects to 118 towns and borrowed 803.",
     ["Objects lent / borrowed: 1,946 / 803", "Lent: 1,946; borrowed: 803"],
     ["Objects lent / borrowed: 803 / 1,946", "Lent: 803; borrowed: 1,946"]),
    ("The council buys the doses, and the regions pay the nurses.",
     ["Council: doses; regions: nurses' pay", "Regions – nurses' pay; council – doses"],
     ["Council: nurses' pay; regions: doses"]),
    ("In March the panel recommended to the council that the picture be returned to its heirs.",
     ["What the panel recommended was to return the picture."],
     ["The panel advised the council against returning the picture to its heirs."]),
    ("The target of 75 per cent by 2025 will probably be missed.",
     ["By 2025 the target of 75 percent will probably not be reached."],
     ["75% by 2025 on course"]),
    ("The share of owners rose from 31 per cent in 2019 to 67 per cent in 2023.",
     ["The share of owners more than doubled from 2019 to 2023."],
     ["The share of owners hardly moved between 2019 and 2023.", "The share of owners stayed the same."]),
    ("The share of owners rose from 31 per cent in 2019 to 32 per cent in 2023.",
     ["The share of owners hardly moved between 2019 and 2023."],
     []),
    ("The board rejected the advice by five votes to four.",
     ["A narrow majority of the board rejected the advice."],
     ["Every member of the board rejected the advice.", "The whole board rejected the advice."]),
    ("The minister has ruled out any extension before the judgment.",
     ["No extension before the judgment, says the minister."],
     ["The minister has announced an extension before the judgment."]),
    ("The appeal would delay the opening by eighteen months.",
     ["The opening would come eighteen months later after an appeal."],
     ["The appeal would bring the opening forward by eighteen months."]),
    ("Tickets are free for visitors under 26 and for those over 70.",
     ["Tickets are free for the under-26s and the over-70s."],
     ["Tickets are free for the under-27s."]),
    ("The firm delivered the first 300,000 doses in February, two weeks early.",
     ["At 300,000 doses, the first delivery came two weeks ahead of time.", "The first 300,000 doses arrived a fortnight ahead of time."],
     []),
    ("Since the late 1700s, the town has held a fair.",
     ["The town has held a fair since before 1800.", "The fair goes back to the late eighteenth century."],
     ["The fair goes back to the late seventeenth century."]),
]  # fmt: skip


@pytest.fixture(scope="module")
def told():
    return held(CASES)


def test_what_follows_from_lists_and_changes_passes(told):
    assert alarmed_at(told) == []


def test_what_does_not_follow_from_them_is_told(told):
    assert missed(told) == []


SOURCE = (
    "The office issued 81 letters, 963 opinions and 7 orders in 2024, after 640 opinions in 2023."
)


def _fate(text: str, formulas: dict[str, str]) -> str:
    entry = {"text": text, "quotes": [SOURCE], "computed": formulas}
    told = Told("c0", "c", [], claim_of("c0", entry, {}))
    hold(SOURCE, [told], ("LY",))
    is_listed = any(reason.startswith("formula: ") for reason in told.reasons)
    return str(
        told.rules.get(
            "formula", told.rules.get("formula-wrong", "look" if is_listed else "silent")
        )
    )


def test_a_formula_of_several_quoted_figures_is_for_a_look():
    text = "For every letter or order there were 18.2 opinions in the two years."
    assert _fate(text, {"18.2": "(963 + 640) / (81 + 7)"}) == "look"


def test_a_formula_of_one_quoted_figure_and_a_constant_is_told_and_not_refused():
    assert _fate("Opinions came to 9.63 a million pages.", {"9.63": "963 / 100"}) == "warning"


def test_a_formula_of_quoted_figures_that_comes_to_another_number_is_refused():
    text = "For every letter or order there were 28.2 opinions in the two years."
    assert _fate(text, {"28.2": "(963 + 640) / (81 + 7)"}) == "error"


def test_a_formula_of_figures_that_no_quote_has_is_refused():
    text = "For every letter or order there were 18.2 opinions in the two years."
    assert _fate(text, {"18.2": "(1,062 + 650) / (86 + 8)"}) == "error"
    assert _fate("The office paid 61,500,000 for it.", {"61,500,000": "61500000"}) == "error"
