"""What lets a statement pass is asked of the same clause, the same one and the same thing: a lie beside it is heard.

The sentences are written by hand. Each has what the source says, what honest authors may say, what liars say.
"""

import pytest

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


@pytest.mark.parametrize("cases", [DENIED], ids=["denied"])
def test_what_follows_passes_and_the_lie_beside_it_is_heard(cases: list[Case]):
    found = held(cases)
    assert alarmed_at(found) == []
    assert missed(found) == []
