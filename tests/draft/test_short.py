"""A short source gives a short paper."""

import pytest

from briefbook.documents import compose_documents
from briefbook.draft.findings import Banned, find, prepare
from briefbook.paper.pdf import laid_out
from tests.draft.drafts import briefing_of, drafted, in_a_long_source, material

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


MANY = """\
The bridge was planned in 1998. A ministry signed the contract. Two firms built the piers. Steel came by \
rail. The valley had no road before. Farmers carried grain by mule. A ferry crossed in summer. Ice \
closed it in winter.

Work began after the thaw. Crews drilled into granite. A flood broke one pier. The firms replaced it \
within weeks. Inspectors approved the repair. Villages lent their barns to the crews. The school taught \
welding in the evenings.

Trains now carry apples to the capital. Prices fell in the market. Doctors reach the valley in an hour. \
A bus runs twice a day. Tourists come for the gorge.
"""


def test_a_source_of_few_words_in_many_sentences_gives_one_page_too():
    composed = compose_documents(briefing_of(drafted(MANY)))
    assert composed.made.paper is not None
    assert len(laid_out(composed.made.paper).pages) == 1


VIEW = (
    "Critics argue that the agreement gives the company too much power over prices in a market where "
    "few others sell power, that the ministry was told so by its own advisers before the signing, and "
    "that the districts which were promised lower bills have seen their bills rise since the signing."
)


def test_a_view_longer_than_one_passage_is_told_whole():
    briefing = briefing_of(drafted(f"{SHORT}\n{VIEW}\n"))
    (claim,) = (claim for claim in briefing.claims if "bills rise" in claim.text)
    assert len(claim.evidence) > 1
    assert VIEW.rstrip(".") in claim.text


def test_what_the_checks_do_not_bear_is_listed_as_left_out():
    view = VIEW.replace(
        "have seen their bills rise since the signing", "have seen none of them so far"
    )
    tried = drafted(f"{SHORT}\n{view}\n")
    told = " ".join(claim.text for claim in briefing_of(tried).claims)
    assert "none of them" in told or any(left.head in view for left in tried.found.left_out)


EMPTY = """\
Moreover, it has been said that the export quota will remain under review for some years. They would have \
to agree on that again with the neighbouring provinces. This could be done by them within the customs union. \
There will be more of it when the harvest is in.
"""


def test_a_lead_names_something_that_its_statement_says():
    briefing = briefing_of(drafted(EMPTY))
    leads = [(c.lead.rstrip("."), c) for c in briefing.claims if c.lead and c.evidence]
    assert leads
    for lead, claim in leads:
        assert lead.lower() in " ".join(str(q.quote) for q in claim.evidence).lower()


def test_nothing_takes_the_place_of_a_statement_that_had_no_room():
    prepared = prepare(material(in_a_long_source("The guild of the lake was founded in 1994 by 40 masters.")))  # fmt: skip
    whole = find(prepared, Banned())
    kept = {s.number for part in whole.plan.parts for s in part.sentences}
    assert len(kept) < len(whole.sentences)
    gone = frozenset(sorted(kept)[:3])
    fewer = find(prepared, Banned(gone, frozenset(), gone))
    left = {s.number for part in fewer.plan.parts for s in part.sentences}
    assert len(left) == len(kept) - 3
    unborne = find(prepared, Banned(gone, frozenset()))
    assert len({s.number for part in unborne.plan.parts for s in part.sentences}) > len(left)
