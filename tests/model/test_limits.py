"""What would keep the maker waiting without end is told with its place, before anything is tried."""

import pytest

from briefbook.errors import Problems
from briefbook.model.reader import read_briefing
from tests.seeds import EXAMPLE, copy_of, edit, problems_of

WHOLE = "    text: About 40 trains use it every day."


@pytest.fixture
def seed(tmp_path):
    return copy_of(EXAMPLE, tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (WHOLE, f"    text: {'word ' * 1_500}end.", "a text of 7,504 letters; at most 5,000"),
        (WHOLE, f"    text: {'r' * 2_000}.", "a word of more than 100 letters"),
        ("topic: Country relations", f"topic: {'Country ' * 40}relations", "topic has 329 letters"),
        ("sections:", "aliases:\n" + "".join(f"  a{n}: [b{n}]\n" for n in range(1_001)) + "sections:",
         "1,001 aliases; at most 1,000"),
    ],
)  # fmt: skip
def test_what_is_beyond_a_limit_is_told_with_its_place(seed, old, new, told):
    edit(seed, old, new)
    with pytest.raises(Problems) as caught:
        read_briefing(seed)
    [problem] = caught.value.problems
    assert problem.rule == "limit"
    assert told in problem.message
    assert problem.hint


def test_a_sentence_that_is_left_out_is_set_nowhere_and_may_have_words_of_any_length(seed):
    left_out = f"omissions:\n  - {{sentence: See {'a' * 6_000}, reason: an address}}\n"
    edit(seed, "sections:\n", f"{left_out}sections:\n")
    assert {problem.rule for problem in problems_of(seed)} == {"omission"}


def test_a_briefing_without_a_source_is_told_so(seed):
    path = seed / "briefing.yaml"
    text = path.read_text(encoding="utf-8")
    start, end = text.index("sources:"), text.index("notice_label:")
    path.write_text(f"{text[:start]}sources: {{}}\n{text[end:]}", encoding="utf-8")
    with pytest.raises(Problems) as caught:
        read_briefing(seed)
    assert "there is no source" in caught.value.problems[0].message


def test_statements_may_rest_on_one_another_for_a_while_and_not_for_ever(seed):
    def chain(length: int) -> str:
        return (
            "".join(
                f"  - {{id: c{n}, kind: reported, text: About 40 trains use it every day., supported_by: [c{n + 1}]}}\n"
                for n in range(length)
            )
            + f"  - {{id: c{length}, kind: reported, text: About 40 trains use it every day., supported_by: [trains]}}\n"
        )

    edit(seed, "claims:\n", f"claims:\n{chain(30)}")
    assert not [p for p in problems_of(seed) if p.rule == "limit"]
    edit(
        seed, "claims:\n", f"claims:\n{chain(3_000).replace('id: c', 'id: d').replace('[c', '[d')}"
    )
    with pytest.raises(Problems) as caught:
        read_briefing(seed)
    assert "more than 50 statements rest on one another" in caught.value.problems[0].message


def test_an_exhibit_has_one_place(seed):
    edit(seed, "      - exhibit: grants", "      - exhibit: grants\n      - exhibit: events")
    found = [p for p in problems_of(seed) if p.rule == "exhibit-twice"]
    assert [p.statement for p in found] == ["events"]
