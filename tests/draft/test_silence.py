"""Where nobody judged and nothing is said, a draft says nothing."""

import re

import pytest

from briefbook.draft.parties import find_parties
from briefbook.draft.silence import reason_for_silence
from briefbook.draft.trim import shorten
from briefbook.model import Briefing
from tests.draft.drafts import SAMPLES, briefing_of, drafted, material, problems_of, words

SHORT = """\
Harbour dredged for larger ships

The port authority of Selmouth deepened its harbour in 2021. The work began on 3 March 2021 and ended on 14 October 2021. It cost £12.4 million, of which the national government paid £8 million and the county £4.4 million.

Ships of up to 9 metres draught can now enter at low tide. Before the work the limit was 7 metres. The authority counted 412 ships in 2022, against 365 in 2020.

Fishermen complain that the work destroyed spawning grounds. The authority denies this and says that it moved 40,000 cubic metres of sand to a site agreed with the fishing association. A survey by the university found no change in the number of young plaice in 2022.

The authority plans a second quay. It has not said when building will begin, nor who will pay for it.
"""


@pytest.mark.parametrize(
    "text",
    [
        "CRS Reports, as a work of the United States government, are not subject to copyright protection.",
        "This report was prepared by the staff of the ministry.",
        "The views expressed here do not necessarily reflect those of the bank.",
        "Version 2.1 of the guide replaces all others.",
        "Click here to download the data behind this chart.",
        "For more information, visit the website of the agency.",
        "Send your comments to the address given above.",
        "Senator Hill (right) looks on as Gary Scott (left) addresses a forum.",
        "The fund will do this by the following means:",
    ],
)
def test_what_says_nothing_of_the_matter_is_silenced(text):
    assert reason_for_silence(text)


@pytest.mark.parametrize(
    "text",
    [
        "Parliament extended copyright to seventy years in 1995.",
        "The ministry prepared a report on floods in 2019.",
        "The new version of the treaty gives each side a veto.",
        "Residents sent letters to the council about the quay.",
        "The left bank of the river was flooded.",
    ],
)
def test_what_only_uses_such_words_is_told(text):
    assert not reason_for_silence(text)


def test_nothing_is_cut_off_in_the_middle_and_nothing_judges():
    for path in SAMPLES[:3]:
        tried = drafted(words(path))
        printed = [*_texts(briefing_of(tried))]
        assert not [text for text in printed if re.search(r"\s…$|…”$", text)]
        assert "Other points" not in printed
        assert not [t for t in printed if "what the source reports" in t]


def _texts(briefing: Briefing):
    for claim in briefing.claims:
        yield from map(str, (claim.text, claim.short, claim.lead))
    for event in briefing.events:
        yield str(event.title)
    for section in briefing.sections:
        yield from map(str, (section.title, section.headline))
    for exhibit in briefing.exhibits:
        for row in exhibit.table.rows if exhibit.table else ():
            yield from (str(row.name), *(str(cell.text) for cell in row.cells))


def test_a_sentence_that_has_no_short_whole_clause_has_no_short_form():
    text = "Officials who had been asked by several committees of both houses did not want to say when or where the ship had been sold"
    assert shorten(f"{text}.", 60) == ""


def test_every_section_has_three_statements_at_least():
    for path in SAMPLES:
        tried = drafted(words(path))
        assert all(
            len(part.sentences) >= 3 for part in tried.found.plan.parts
        ) or len(tried.found.plan.parts) == 1  # fmt: skip


def test_a_source_with_headings_keeps_them_as_its_sections():
    text = "What the two valleys keep in repair\n\n" + "\n\n".join(
        f"{head}\n\n" + " ".join(f"The {word} of {place} was repaired by the council of the town and is used daily." for place in places)
        for head, word, places in (
            ("Roads and bridges", "bridge", ("Alm", "Brix", "Corm", "Delt", "Erst", "Fahl", "Gorm", "Holt", "Anst", "Barl", "Cove")),
            ("Mills and ovens", "mill", ("Ill", "Jorn", "Kell", "Lund", "Marn", "Nord", "Olt", "Pell", "Dorn", "Esk", "Firn")),
        )
    )  # fmt: skip
    from briefbook.draft.corpus import Text, gather
    from briefbook.draft.validate import try_draft
    from briefbook.sources.readers.text import read_text

    tried = try_draft(
        gather((Text("source", "source.txt", "a.txt", read_text(text, "a.txt")),)), None, "x"
    )
    titles = [str(section.title) for section in briefing_of(tried).sections]
    assert titles[:2] == ["Roads and bridges", "Mills and ovens"]


def test_a_short_source_is_one_section_and_judges_nothing():
    tried = drafted(SHORT, title="Harbour dredged for larger ships")
    briefing = briefing_of(tried)
    assert problems_of(tried) == ()
    assert [str(s.title) for s in briefing.sections] == ["What the source says"]
    assert briefing.exhibits == ()
    assert briefing.bottom_line.is_open


def test_leads_are_the_sources_figures_dates_and_voices():
    briefing = briefing_of(drafted(SHORT))
    leads = [str(c.lead) for c in briefing.claims if c.id in briefing.key_points]
    assert "412 ships." in leads
    assert all(lead[:-1].lower() in SHORT.lower() for lead in leads)


def test_a_country_named_in_passing_is_no_party():
    text = "The airplane has two sensors that read the angle of attack. " * 3 + (
        "An airplane crashed in Ethiopia in 2019. The accident in Ethiopia was like one in Indonesia. "
        "Investigators from Ethiopia found the recorder. The United States closed its airspace to the type. "
    )
    sentences = [f"{part}." for part in text.split(". ") if part]
    text = " ".join(
        dict.fromkeys(
            sentences
            + [f"Part number {n} of the tail was replaced by the owner." for n in range(20)]
        )
    )
    assert len(find_parties([], material(text).sentences).names) < 2
