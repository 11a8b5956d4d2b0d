"""A short source gives a short paper."""

import pytest

from briefbook.documents import compose_documents
from briefbook.paper.pdf import laid_out
from tests.draft.drafts import briefing_of, drafted

pytestmark = pytest.mark.slow

SHORT = """\
The United States works with Tajikistan on security along the border with Afghanistan. American \
experts train border guards and supply radios and vehicles. The embassy in Dushanbe also supports \
farmers, teachers and small companies in the south of the country.

The government has agreed to join a regional market for electricity. Officials say that the power \
line will bring revenue to poor districts. The World Bank and the Islamic Development Bank pay for \
most of the line, and engineers from Pakistan advise the ministry.

Human rights groups say that journalists and lawyers are under pressure. The State Department has \
asked the authorities to release several prisoners. Tajik officials reject the criticism and point \
to extremism across the river.

Students from Tajikistan attend American universities under the Fulbright program. Health workers \
fight tuberculosis with equipment from the United States. Trade between both countries remains \
small, because goods must pass through several neighbours.
"""


def test_a_source_of_150_words_gives_one_page_and_four_slides_at_most():
    composed = compose_documents(briefing_of(drafted(SHORT)))
    paper, deck = composed.made.paper, composed.made.deck
    assert paper is not None
    assert deck is not None
    assert len(laid_out(paper).pages) == 1
    assert len([slide for slide in deck.slides if not slide.is_hidden]) <= 4
