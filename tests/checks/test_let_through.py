"""What lets a statement pass is asked of the same clause, the same one and the same thing: a lie beside it is heard.

The sentences are written by hand. Each has what the source says, what honest authors may say, what liars say.
"""

import pytest

from benchmarks.truth import Told, claim_of, hold
from tests.checks.cases import Case, alarmed_at, held, missed

DENIED = [
    ("Norland did not ratify the treaty, but its parliament has debated it twice.", [],
     ["Norland ratified the treaty."]),
    ("Norland refused to sign the accord. The king died in June, but his brother had by then left the town.", [],
     ["Norland signed the accord."]),
    ("The town did not repair the bridge in 1994, while the county had a plan for it.", [],
     ["The bridge was repaired by the town in 1994."]),
    ("The town of Tarn did not sell its forest, whereas the town of Ulm did.",
     ["The town of Ulm sold its forest."],
     ["The town of Tarn sold its forest.", "Both Tarn and Ulm sold their forests."]),
    ("The guild has not paid the fine. Norland refused to pay it in 1994, but Sudland did so at once.",
     ["Sudland paid at once."],
     ["The guild has paid the fine."]),
    ("The ministry has not published the harvest figures since the reform of 1998.",
     ["The ministry last published harvest figures in 1998."],
     ["The latest harvest figures were published by the ministry in full."]),
    ("The museum showed the crown in 1987 and has not shown the jewels since.",
     ["In 1987 the museum showed its jewels for the last time, or the last jewels."],
     ["The museum has shown the jewels in its latest building."]),
]  # fmt: skip

PHRASES = [
    ("The ministers met in May and agreed to the plan. The papers were sent by train to Lissa.",
     ["The ministers agreed unanimously to the plan."], []),
    ("The court closed the road temporarily.",
     ["For good reasons the court closed the road for a time."],
     ["The court closed the road for good.", "The court closed the road for good in the end."]),
    ("The old code was suspended in 1990; the new one was adopted in 1992.",
     ["The code of 1992 is the one in force."],
     ["The old code is in force."]),
    ("The judges allowed the claim by five to two, and were given tea by one to three servants.", [],
     ["The judges allowed the claim unanimously."]),
    ("The council accepted the gift. Herds were led by two to ten boys.",
     ["The council was unanimous in accepting the gift."], []),
    ("The permanent secretary closed the harbour for ever.", [],
     ["The secretary closed the harbour for the time being."]),
    ("The permanent secretary said that the harbour was shut.",
     ["A secretary gave word that the harbour was shut, if provisionally, the mayor thought."], []),
    ("The fishing treaty has lapsed. Ships of both countries go on with their patrols.",
     ["Patrols of ships of both countries are still in effect."],
     ["The fishing treaty is still in force."]),
]  # fmt: skip

MOST = [
    ("The yard built 40 ships in 2011. Of those who worked there, 30 were women.", [],
     ["The yard built most of the ships."]),
    ("The yard built 40 ships with 60 workers, and 31 of these were women.",
     ["Most of the workers were women."],
     ["The yard built most of the ships."]),
    ("The council has 12 schools. Last year seven of them had no roof.",
     ["Last year most of the council’s schools had no roof."], []),
    ("The museum bought 90 coins. Last year 50 had visitors from abroad.", [],
     ["The museum bought most of the coins."]),
]  # fmt: skip

IN_ALL = [
    ("The road cost 20,000 crowns a year to mend. The bridge stood for five years.", [],
     ["In total the road cost 100,000 crowns to mend."]),
    ("The road cost 30,000 crowns a year to mend, and the bridge stood for six years.", [],
     ["In total the road cost 180,000 crowns to mend.", "In total the bridge cost 180,000 crowns."]),
    ("The ferry stood idle for seven years and cost the town 40,000 crowns a year.",
     ["In all the idle ferry cost the town 280,000 crowns."],
     ["In all the idle ferry cost the town 360,000 crowns."]),
    ("The pump, which ran for eight years, cost the guild 50,000 crowns a year.",
     ["In all the guild paid 400,000 crowns for the pump."], []),
    ("The mole cost the port 70,000 crowns a year. It was kept up for three years.",
     ["In all the mole cost the port 210,000 crowns."], []),
    ("The inn paid the lord 60,000 crowns a year for a wharf that had stood for nine years.", [],
     ["In all the inn paid the lord 540,000 crowns."]),
]  # fmt: skip


@pytest.mark.parametrize(
    "cases", [DENIED, PHRASES, MOST, IN_ALL], ids=["denied", "phrases", "most", "in all"]
)
def test_what_follows_passes_and_the_lie_beside_it_is_heard(cases: list[Case]):
    found = held(cases)
    assert alarmed_at(found) == []
    assert missed(found) == []


PASSAGE = "The mill, said the guild, was built far too late, and its owner had shown little care for the workers."


def beside_views(report: str, *views: str) -> str:
    """Return what becomes of a report of a passage beside views of the same passage, in either order."""
    fates = set()
    for several in (views, views[::-1]):
        told = [
            Told(f"v{n}", "v", [], claim_of(f"v{n}", {"text": view, "quotes": [PASSAGE], "kind": "attributed", "voice": "the guild"}, {}))
            for n, view in enumerate(several)
        ]  # fmt: skip
        told.append(Told("r", "v", [], claim_of("r", {"text": report, "quotes": [PASSAGE]}, {})))
        hold(PASSAGE, told, ("LY",))
        fates.add(str(told[-1].rules.get("view-as-fact", "")))
    assert len(fates) == 1, "the order of the views changes nothing"
    return fates.pop()


def test_each_view_of_a_passage_is_held_against_its_report():
    late, careless = "The mill was built too late.", "The owner showed little care for the workers."
    assert beside_views(late, late) == "warning"
    assert beside_views(late, late, careless) == "warning"
    assert beside_views(careless, late, careless) == "warning"
    assert beside_views("Workers ran a mill.", late, careless) != "warning"
