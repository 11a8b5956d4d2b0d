"""Page one's exhibit: its height alone decides what else page one holds, and a plan takes another drawing."""

from briefbook.evidence.resolve import resolve
from briefbook.exhibits import make_charts
from briefbook.exhibits.pictures import draw_pictures, usual_height
from briefbook.model.reader import read_briefing
from briefbook.paper.compose import compose_paper, with_pictures
from tests.seeds import TAJIKISTAN

CREATED = "2026-01-01T00:00:00Z"


def test_a_plan_with_another_drawing_is_the_plan_composed_with_it():
    resolved = resolve(read_briefing(TAJIKISTAN))
    charts, lead = make_charts(resolved.briefing), str(resolved.briefing.lead_exhibit)
    height = usual_height(charts[lead].chart)
    assert height
    usual = draw_pictures(charts)
    lower = draw_pictures({lead: charts[lead]}, {lead: 0.8 * height})
    made = with_pictures(compose_paper(resolved, charts, usual, CREATED), lower)
    assert made == compose_paper(resolved, charts, usual | lower, CREATED)
    assert made != compose_paper(resolved, charts, usual, CREATED)
