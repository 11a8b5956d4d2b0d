"""What is changed at the desk is changed in briefing.yaml, where it stands, and nowhere else."""

import difflib
import re

import pytest

from tests.desk.desks import Desk
from tests.seeds import edit, problems_of


def lines(before, after):
    """The lines that differ, old ones and new ones."""
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]  # fmt: skip


def test_other_words_change_one_line(desk):
    before = desk.text
    answer = desk.post("words", id="trains", was=desk.mark("trains"), text="Daily, about 40 trains use it.")  # fmt: skip
    assert answer.status_code == 200
    assert lines(before, desk.text) == [
        "-     text: About 40 trains use it every day.",
        "+     text: Daily, about 40 trains use it.",
    ]


def test_comments_beside_a_changed_line_stay(desk):
    edit(desk.seed, "    short: About 40 trains a day\n", "    # ask the railways\n    short: About 40 trains a day   # by day\n")  # fmt: skip
    before = desk.text
    desk.post("words", id="trains", was=desk.mark("trains"), short="Some 40 trains: every day")
    desk.post("state", id="trains", was=desk.mark("trains"), state="approved")
    assert lines(before, desk.text) == [
        "+     state: approved",
        "-     short: About 40 trains a day   # by day",
        '+     short: "Some 40 trains: every day"   # by day',
    ]


def test_a_lie_is_told_at_once(desk):
    page = desk.post("words", id="trains", was=desk.mark("trains"), text="About 400 trains use it.")
    assert "400" in page.text
    assert "1 error" in page.text
    assert problems_of(desk.seed)


def test_a_field_is_added_and_taken_away(desk):
    before = desk.text
    desk.post("words", id="trains", was=desk.mark("trains"), lead="Traffic is light.")
    assert "    lead: Traffic is light.\n" in desk.text
    desk.post("words", id="trains", was=desk.mark("trains"), lead="")
    assert desk.text == before


def test_a_text_that_must_be_there_is_not_taken_away(desk):
    before = desk.text
    answer = desk.post("words", id="trains", was=desk.mark("trains"), text=" ")
    assert answer.status_code == 422
    assert desk.text == before


def test_the_kind_is_changed_and_what_it_demands_is_told(desk):
    page = desk.post("kind", id="trains", was=desk.mark("trains"), kind="attributed")
    assert "names no voice" in page.text
    assert desk.post("kind", id="trains", was=desk.mark("trains"), kind="guess").status_code == 422


def source_of(desk):
    return (desk.seed / "source.txt").read_text(encoding="utf-8")


def selection(desk, words):
    start = source_of(desk).index(words)
    return {"source": "history", "start": str(start), "end": str(start + len(words))}


def test_a_selection_becomes_a_quote_of_whole_words(desk):
    words = "out 40 trains cross it dai"
    desk.post("quote", id="bridge", was=desk.mark("bridge"), **selection(desk, words))
    assert "About 40 trains cross it daily" in desk.get("?s=bridge").text
    assert not problems_of(desk.seed)


def test_a_selection_that_stands_more_than_once_takes_its_neighbours_along(desk):
    twice = "Ostmark"
    assert source_of(desk).count(twice) > 1
    desk.post("quote", id="bridge", was=desk.mark("bridge"), **selection(desk, twice))
    assert "prefix: " in desk.text or "suffix: " in desk.text
    assert not [problem for problem in problems_of(desk.seed) if "quote" in problem.rule]


def test_a_quote_is_found_by_its_words_and_refused_if_they_are_in_no_source(desk):
    pinned = desk.post(
        "pin", id="bridge", was=desk.mark("bridge"), words="About 40 trains cross it"
    )
    assert "The quote is added" in pinned.text
    before = desk.text
    refused = desk.post("pin", id="bridge", was=desk.mark("bridge"), words="About 50 trains")
    assert refused.status_code == 422
    assert "About 50 trains" in refused.text  # what was typed is not lost
    assert desk.text == before


def test_a_quote_is_removed(desk):
    before = desk.text
    desk.post("unquote", id="embassies", was=desk.mark("embassies"), number="1")
    assert lines(before, desk.text) == ["-       - quote: Verania opened an embassy in Ostmark in 2001."]  # fmt: skip


def test_a_statement_is_added_from_a_selection_as_a_draft_in_the_same_paragraph(desk):
    words = "About 40 trains cross it daily."
    page = desk.post("add", beside="bridge", **selection(desk, words))
    assert page.status_code == 200
    assert "  - id: about-trains\n    kind: reported\n    state: draft\n" in desk.text
    assert "bridge, about-trains" in desk.text
    assert not [problem for problem in problems_of(desk.seed) if problem.statement == "about-trains"]  # fmt: skip


def test_a_draft_may_copy_the_source_and_an_edited_statement_may_not(desk):
    words = "a railway bridge over the river Tarn, cost 14 million US dollars and was opened on June 21, 2011"
    desk.post("add", beside="trade", **selection(desk, words))
    [id_] = [line.split()[-1] for line in desk.text.splitlines() if line.startswith("  - id: railway")]  # fmt: skip
    assert "copied" not in {problem.rule for problem in problems_of(desk.seed)}
    desk.post("state", id=id_, was=desk.mark(id_), state="edited")
    copied = [problem for problem in problems_of(desk.seed) if problem.rule == "copied"]
    assert {problem.statement for problem in copied} == {id_}


def test_a_statement_is_dropped_with_every_mention(desk):
    desk.post("drop", id="clinics", was=desk.mark("clinics"))
    assert "id: clinics\n" not in desk.text
    assert "reference" not in {problem.rule for problem in problems_of(desk.seed)}


def test_a_look_is_marked_and_lasts_until_the_words_change(desk):
    page = desk.get("?s=trains").text
    mark = page.partition('name="mark" value="')[2].partition('"')[0]
    desk.post("review", id="trains", was=desk.mark("trains"), mark=mark)
    assert mark in desk.text
    assert "1 reviewed" in desk.get().text
    desk.post("words", id="trains", was=desk.mark("trains"), text="It carries about 40 trains a day.")  # fmt: skip
    assert "0 reviewed" in desk.get().text


def test_changes_are_taken_back_one_by_one(desk):
    texts = [desk.text]
    for lead in ("One.", "Two."):
        desk.post("words", id="trains", was=desk.mark("trains"), lead=lead)
        texts.append(desk.text)
    desk.post("undo")
    assert desk.text == texts[1]
    desk.post("undo")
    assert desk.text == texts[0]
    assert desk.post("undo").status_code == 422


def test_what_another_program_wrote_is_told_and_shown(desk):
    assert "changed by another program" not in desk.get().text
    edit(desk.seed, "About 40 trains use it every day.", "Every day about 40 trains use it.")
    page = desk.get().text
    assert "changed by another program" in page
    assert "Every day about 40 trains use it." in page
    assert "changed by another program" not in desk.get().text


def test_a_change_by_another_program_is_never_overwritten(desk):
    mark = desk.mark("trains")
    edit(desk.seed, "About 40 trains use it every day.", "Every day about 40 trains use it.")
    before = desk.text
    answer = desk.post("words", id="trains", was=mark, text="Some 40 trains use it.")
    assert answer.status_code == 409
    assert "Some 40 trains use it." in answer.text
    assert desk.text == before


def test_undo_never_takes_back_what_another_program_wrote(desk):
    desk.post("words", id="trains", was=desk.mark("trains"), lead="One.")
    edit(desk.seed, "lead: One.", "lead: Two.")
    before = desk.text
    assert desk.post("undo").status_code == 409
    assert desk.text == before


def test_two_windows_change_two_statements_and_not_the_same_one_blindly(desk):
    one, other, same = desk.mark("trains"), desk.mark("trade"), desk.mark("trains")
    desk.post("words", id="trains", was=one, lead="From the first window.")
    assert desk.post("words", id="trade", was=other, lead="From the second.").status_code == 200
    assert desk.post("words", id="trains", was=same, lead="Blindly.").status_code == 409
    assert "From the first window." in desk.text
    assert "From the second." in desk.text
    assert "Blindly" not in desk.text


def test_a_file_that_is_no_briefing_any_more_is_shown_with_its_errors(desk):
    edit(desk.seed, "    voice: Ostmark\n", "\tvoice: Ostmark\n")
    page = desk.get("?s=policy").text
    assert "a tab before the text of a line" in page
    assert "line 78" in page
    assert desk.get("view").status_code == 200
    edit(desk.seed, "\tvoice: Ostmark\n", "    voice: Ostmark\n")
    assert "0 errors" in desk.get().text


def test_a_misspelt_field_hides_nothing_and_hinders_no_change_elsewhere(desk):
    edit(desk.seed, "    voice: Ostmark\n", "    voise: Ostmark\n")
    page = desk.post("words", id="trains", was=desk.mark("trains"), lead="Traffic is light.").text
    assert "did you mean “voice”?" in page
    assert "    lead: Traffic is light.\n" in desk.text


def test_nothing_is_written_that_is_no_briefing(desk):
    before = desk.text
    answer = desk.post("words", id="trains", was=desk.mark("trains"), text="a" * 6000)
    assert answer.status_code == 422
    assert desk.text == before


def test_an_older_format_is_not_edited_but_migrated(desk):
    edit(desk.seed, "format: 2\n", "")
    desk.file.write_text(desk.text.replace("supported_by:", "rests_on:"), encoding="utf-8")
    answer = desk.post("words", id="trains", was=desk.mark("trains"), lead="One.")
    assert answer.status_code == 422
    assert "briefbook migrate" in answer.text


@pytest.mark.parametrize("action", ["words", "drop", "state", "kind", "quote", "move", "review"])
def test_a_form_without_its_fields_changes_nothing(desk, action):
    before = desk.text
    assert desk.post(action).status_code in (409, 422)
    assert desk.text == before


def test_line_ends_and_a_byte_order_mark_stay(desk):
    data = b"\xef\xbb\xbf" + desk.file.read_bytes().replace(b"\n", b"\r\n")
    desk.file.write_bytes(data)
    desk.post("words", id="trains", was=desk.mark("trains"), lead="One.")
    written = desk.file.read_bytes()
    assert written == data.replace(
        b"{quote: About 40 trains cross it daily.}]\r\n",
        b"{quote: About 40 trains cross it daily.}]\r\n    lead: One.\r\n",
    )
    desk.post("undo")
    assert desk.file.read_bytes() == data


def test_a_file_that_is_gone_or_no_text_is_told_and_comes_back(desk):
    data = desk.file.read_bytes()
    for wrong in (b"\xff\xfe", None):
        desk.file.unlink() if wrong is None else desk.file.write_bytes(wrong)
        page = desk.get("?s=trains")
        assert page.status_code == 200
        assert "error: " in page.text
        assert desk.post("words", id="trains", was="x", lead="One.").status_code in (409, 422)
        assert desk.get("view").status_code == 200
    desk.file.write_bytes(data)
    assert "0 errors" in desk.get().text


def test_who_sets_a_state_is_written_beside_it_with_the_day_and_gone_with_a_draft(desk):
    desk = Desk(desk.seed, who="A. Lee")
    desk.post("state", id="trains", was=desk.mark("trains"), state="approved")
    assert re.search(r"    state: approved\n    state_by: A\. Lee, \d{4}-\d\d-\d\d\n", desk.text)
    assert "by A. Lee, " in desk.get("?s=trains").text
    desk.post("state", id="trains", was=desk.mark("trains"), state="draft")
    assert "state_by" not in desk.text


def test_the_status_that_all_statements_bear_is_offered_and_set(desk):
    edit(desk.seed, "status: edited", "status: draft")
    assert "Set status:" not in desk.get().text
    for id_ in dict.fromkeys(re.findall(r'id="s-([\w-]+)"', desk.get().text)):
        desk.post("state", id=id_, was=desk.mark(id_), state="edited")
    assert "Set status: edited" in desk.get().text
    assert "status is set" in desk.post("status", status="edited").text
    assert "status: edited\n" in desk.text
