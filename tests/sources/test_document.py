"""A document knows its paragraphs and sentences, and where a quote stands."""

from pathlib import Path

import pytest

from briefbook.errors import Unreadable
from briefbook.language.document import Document
from briefbook.sources.anchoring import Ambiguous, Anchor, Missing, find_quote
from briefbook.sources.read import read_document

SEED = Path(__file__).parents[2] / "seeds" / "tajikistan-us" / "source.txt"


def document(text: str) -> Document:
    return Document("test.txt", text, "")


def sentences(text: str) -> list[str]:
    made = document(text)
    return [made.text[span.start : span.end] for span in made.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Kenneth E.Gross came. He left.",
        "The U.S. Secretary of Defense came. The U.S. agreed.",
        "It cost $1.5 million. That was much.",
        "Health services and etc. Intensification is seen.",
        "“It works.” He said so.",
        "On Jan. 5 it began. On Feb. 6 it ended.",
    ],
)
def test_abbreviations_and_initials_do_not_end_a_sentence(text):
    assert len(sentences(text)) == 2


def test_sentences_and_paragraphs_cover_every_word():
    text = "One. Two!\nStill one.\n\n  Three?  \r\n\r\nFour"
    made = document(text)
    assert [text[p.start : p.end] for p in made.paragraphs] == [
        "One. Two!\nStill one.",
        "Three?",
        "Four",
    ]
    assert [p.number for p in made.paragraphs] == [1, 2, 3]
    assert " ".join(sentences(text)).split() == text.split()


def test_the_seed_has_its_22_paragraphs_and_75_sentences():
    made = read_document(SEED)
    assert (len(made.paragraphs), len(made.sentences), made.words()) == (22, 75, 1719)


def test_a_quote_is_found_whatever_its_quotes_dashes_and_spaces_look_like():
    made = document("First.\n\nIt said:  “Tajikistan’s – own\npath” and went.")
    anchor = find_quote(made, '"Tajikistan\'s - own path"')
    assert isinstance(anchor, Anchor)
    assert made.text[anchor.start : anchor.end] == "“Tajikistan’s – own\npath”"
    assert anchor.paragraph == 2


def test_one_changed_letter_makes_a_quote_missing_and_the_nearest_passage_is_named():
    made = read_document(SEED)
    found = find_quote(made, "about 300 trucks cross daily")
    assert isinstance(found, Missing)
    assert "about 200 trucks cross daily" in found.nearest


def test_a_quote_that_stands_twice_needs_its_surroundings():
    made = document("The bridge opened in May.\n\nThe bridge opened in June.")
    assert find_quote(made, "The bridge opened") == Ambiguous((1, 2))
    anchor = find_quote(made, "The bridge opened", suffix="in June")
    assert isinstance(anchor, Anchor)
    assert anchor.paragraph == 2


def test_a_gap_joins_parts_in_order_within_one_paragraph_only():
    made = document("Alpha beta gamma delta.\n\nEpsilon zeta.")
    assert isinstance(find_quote(made, "Alpha […] delta"), Anchor)
    assert isinstance(find_quote(made, "delta […] Alpha"), Missing)
    assert isinstance(find_quote(made, "gamma […] zeta"), Missing)


def test_what_is_not_text_is_refused_with_its_line(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"good\nb\xe9d\n")
    with pytest.raises(Unreadable, match="not UTF-8") as caught:
        read_document(tmp_path / "a.txt")
    assert caught.value.place is not None
    assert caught.value.place.line == 2
    (tmp_path / "b.txt").write_bytes(b"good\0bad")
    with pytest.raises(Unreadable, match="NUL"):
        read_document(tmp_path / "b.txt")
    with pytest.raises(Unreadable, match="no such file"):
        read_document(tmp_path / "c.txt")


def test_a_run_of_marks_ends_one_sentence_however_long_it_is():
    assert sentences(f"So it went {'.' * 50_000} And then? It ended.") == [
        f"So it went {'.' * 50_000}",
        "And then?",
        "It ended.",
    ]


def test_chinese_sentences_end_at_their_own_marks():
    assert sentences("他们来了。 他们走了！” 好。") == ["他们来了。", "他们走了！”", "好。"]
