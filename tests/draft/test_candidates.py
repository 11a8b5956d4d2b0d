"""A draft proposes where the answer may lie, from facts alone, and `status` shows it."""

import json

from briefbook.cli import main
from briefbook.model.candidates import candidates_in
from tests.draft.drafts import drafted
from tests.draft.test_silence import SHORT

MONEY = (
    "The valley lies between two ranges. In 2014 the Union granted €4.5 million for roads in the valley. "
    "In 2016 the province granted €1.2 million for bridges in the valley. "
    "The number of sheep rose from 400 in 2010 to 900 in 2020. "
    "The ministry gave €3 million for a school."
)


def told(text: str) -> list[tuple[str, str]]:
    found = drafted(text).found.candidates
    return [
        pair
        for candidate in found
        for pair in zip(candidate.kind.split("; "), candidate.reason.split("; "), strict=True)
    ]


def test_the_largest_the_smallest_and_who_pays_are_candidates():
    found = dict(told(MONEY))
    assert found["the largest sum"].startswith("€4.5 million")
    assert found["the smallest sum"].startswith("€1.2 million")
    assert any(
        reason in ("the Union", "the province", "The ministry")
        for kind, reason in told(MONEY)
        if kind == "who pays"
    )


def test_what_changed_is_told_with_when():
    assert ("what changed and when", "“rose”, 2010 and 2020") in told(MONEY)


def test_what_is_not_dated_is_a_candidate():
    assert "€3 million" in dict(told(MONEY))["what is not dated"]


def test_a_denial_is_held_against_what_stands_before():
    text = (
        "Fishermen say that the work destroyed the spawning grounds of the bay. "
        "The authority denies that the work destroyed spawning grounds. The bay is deep. Ships enter at night."
    )
    kinds = [kind for kind, _ in told(text)]
    assert "contradicted" in kinds


def test_each_candidate_rests_on_sentences_of_the_source_and_none_stands_twice():
    found = drafted(SHORT).found.candidates
    first = [candidate.sentences[0].number for candidate in found]
    assert len(first) == len(set(first))
    flat = " ".join(SHORT.split())
    assert all(s.text in flat for candidate in found for s in candidate.sentences)


def test_they_stand_as_comments_and_status_shows_them_until_the_answer_is_written(tmp_path, capsys):
    source, seed = tmp_path / "a.txt", tmp_path / "seed"
    source.write_text(MONEY, encoding="utf-8")
    assert main(["draft", str(source), "-o", str(seed)]) == 0
    model = seed / "briefing.yaml"
    listed = candidates_in(model.read_text(encoding="utf-8"))
    assert any("the largest sum" in words and "€4.5 million" in words for words in listed)
    capsys.readouterr()
    main(["status", str(seed)])
    assert "where it may lie" in capsys.readouterr().out
    main(["status", str(seed), "--format", "json"])
    assert json.loads(capsys.readouterr().out)["candidates"] == list(listed)
    text = model.read_text(encoding="utf-8").replace(
        "To be written: what the source comes to.", "Roads came first."
    )
    model.write_text(text, encoding="utf-8")
    main(["status", str(seed)])
    assert "where it may lie" not in capsys.readouterr().out
