"""What a draft proposes for its answer is offered at the desk, with its evidence, and taken as a draft."""

import re
import shutil

import pytest

from briefbook.cli import main
from briefbook.desk.work import Work
from briefbook.model.candidates import candidates_of
from briefbook.model.reader import read_briefing
from tests.desk.desks import Desk
from tests.seeds import problems_of

SOURCE = """Rail in Verania

The ministry of rail of Verania published its report on 3 March 2024. Traffic on the Tarn bridge grew from
9,000 trains in 2015 to 14,600 trains in 2023.

Ostmark paid $14 million for the bridge in 2009. Verania paid $2 million for its signals in 2011. The
World Bank lent $5 million for the station of Tarn in 2012.

The bridge was closed for nine days in March 2023. Ostmark closed its consulate in Tarn on 4 May 2022.
"""


@pytest.fixture(scope="module")
def drafted(tmp_path_factory):
    folder = tmp_path_factory.mktemp("drafted")
    (folder / "rail.txt").write_text(SOURCE, encoding="utf-8")
    assert main(["draft", str(folder / "rail.txt"), "-o", str(folder / "rail")]) == 0
    return folder / "rail"


@pytest.fixture
def desk(tmp_path, drafted):
    """A desk over a copy of a draft."""
    return Desk(shutil.copytree(drafted, tmp_path / "rail"))


def take(desk, number, field="text", id_="bottom-line"):
    return desk.post("take", id=id_, was=desk.mark(id_), number=str(number), field=field)


def offered(desk):
    return Work(desk.seed).shown().candidates


def test_each_candidate_stands_at_the_answer_with_its_reason_and_passages(desk):
    page = desk.get("?s=bottom-line").text
    found = candidates_of(desk.text)
    assert len(found) >= 3
    for candidate in found:
        assert candidate.kind in page
        for paragraph, words in candidate.passages:
            assert f"<q>{words}</q>" in page
            assert f"¶ {paragraph}" in page


def test_passages_are_found_in_the_source_and_lead_to_what_says_them(desk):
    passages = [passage for one in offered(desk) for passage in one.passages]
    assert passages
    assert all(passage.source for passage in passages)
    page = desk.get("?s=bottom-line").text
    for id_ in {id_ for passage in passages for id_ in passage.claims}:
        assert f'href="?s={id_}&amp;' in page


def test_a_candidate_taken_is_the_answer_as_a_draft_and_rests_on_its_passage(desk):
    (first, *_) = (one for one in offered(desk) if one.passages)
    assert take(desk, first.number).status_code == 200
    line = read_briefing(desk.seed).bottom_line
    assert not line.is_open
    assert str(line.state) == "draft"
    quoted = {
        str(quote.quote)
        for claim in read_briefing(desk.seed).claims
        if claim.id in line.supported_by
        for quote in claim.evidence
    }
    assert all(any(words in passage.text or passage.text in words for words in quoted) for passage in first.passages)  # fmt: skip
    assert not [problem for problem in problems_of(desk.seed) if problem.severity == "error"]


def test_a_passage_that_no_claim_quotes_becomes_a_claim(desk):
    for claim in [str(claim.id) for claim in read_briefing(desk.seed).claims][1:]:
        desk.post("drop", id=claim, was=desk.mark(claim))
    number = next(one.number for one in offered(desk) if one.passages and not one.claims)
    before = {str(claim.id) for claim in read_briefing(desk.seed).claims}
    assert take(desk, number).status_code == 200
    briefing = read_briefing(desk.seed)
    new = {str(claim.id) for claim in briefing.claims} - before
    assert new
    assert new <= set(map(str, briefing.bottom_line.supported_by))
    assert all(str(briefing.state_of(id_)) == "draft" for id_ in new)


def test_a_headline_is_taken_only_where_it_has_room(desk):
    for one in offered(desk):
        before = desk.text
        answer = take(desk, one.number, "headline")
        headline = str(read_briefing(desk.seed).bottom_line.headline)
        assert len(headline) <= 110
        assert (answer.status_code == 422) == (desk.text == before)


def test_an_answer_in_own_words_is_written_and_the_status_follows(desk):
    take(desk, 1)
    desk.post("words", id="bottom-line", was=desk.mark("bottom-line"),
              text="Traffic on the bridge has grown since 2015.", headline="More trains cross", short="")  # fmt: skip
    assert str(read_briefing(desk.seed).bottom_line.headline) == "More trains cross"
    desk.post("state", id="bottom-line", was=desk.mark("bottom-line"), state="edited")
    assert re.search(r"bottom_line:\n(?:  .*\n)*  state: edited\n", desk.text)


def test_what_was_taken_is_taken_back_in_one_step_and_a_stale_page_is_refused(desk):
    before, mark = desk.text, desk.mark("bottom-line")
    take(desk, 1)
    stale = desk.post("take", id="bottom-line", was=mark, number="1", field="text")
    assert stale.status_code == 409
    desk.post("undo")
    assert desk.text == before


def test_a_judgement_that_is_to_be_written_rests_on_what_is_offered(desk):
    ids = [str(claim.id) for claim in read_briefing(desk.seed).claims]
    desk.post("kind", id=ids[0], was=desk.mark(ids[0]), kind="judgement")
    assert "Rest on this" in desk.get(f"?s={ids[0]}").text
    number = next(one.number for one in offered(desk) if ids[0] not in one.claims)
    take(desk, number, "text", ids[0])
    (claim,) = (claim for claim in read_briefing(desk.seed).claims if claim.id == ids[0])
    assert claim.supported_by
    assert set(claim.supported_by) <= {str(one.id) for one in read_briefing(desk.seed).claims}


def test_an_answer_cannot_be_dropped_nor_quote(desk):
    for action, fields in (("drop", {}), ("pin", {"words": "Ostmark paid $14 million"}), ("kind", {"kind": "judgement"})):  # fmt: skip
        answer = desk.post(action, id="bottom-line", was=desk.mark("bottom-line"), **fields)
        assert answer.status_code == 422
