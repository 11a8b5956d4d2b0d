"""Which differences between texts count, and what is said of those that do."""

from briefbook.language.words import words_of
from briefbook.verify.compare import Difference, Match, Seen, compare
from briefbook.verify.ledger import Passage


def differences(should, does):
    passages = [Passage(tuple(parts)) for parts in should]
    found = compare(passages, [Seen(text, ("page 1",)) for text in does], "page 9")
    return [entry for entry in found if isinstance(entry, Difference)]


def test_white_space_capitals_and_soft_hyphens_make_no_difference():
    assert words_of("Bottom\u00a0line, rail\u00adways") == words_of("BOTTOM  LINE,\nrailways")


def test_digits_signs_and_units_make_one():
    texts = ("$14 million", "$41 million", "€14 million", "$14 billion", "−14", "14%", "1.4", "14")
    assert len({tuple(words_of(text)) for text in texts}) == len(texts)


def test_a_difference_is_named_after_the_part_where_it_stands():
    parts = [("It cost $14 million. ", "bridge"), ("About 40 trains use it.", "trains")]
    [found] = differences([parts], ["It cost $14 million. About 41 trains use it."])
    assert (found.statement, found.place) == ("trains", "page 1")
    assert "40" in found.should
    assert "41" in found.does


def test_a_lost_text_is_missing_and_an_added_one_unknown():
    parts = [[("One.", "a")], [("Two.", "b")], [("Three.", "c")]]
    [lost] = differences(parts, ["One.", "Three."])
    assert (lost.statement, lost.does) == ("b", "")
    [added] = differences(parts[:1], ["One.", "Four."])
    assert (added.should, added.does) == ("", "Four.")


def test_texts_in_another_order_differ():
    assert differences([[("2005", "")], [("2006", "")]], ["2006", "2005"])


def test_what_is_the_same_is_matched_with_its_place():
    [match] = compare([Passage((("One.", ""),))], [Seen("One.", ("page 2",))], "")
    assert isinstance(match, Match)
    assert match.seen.places == ("page 2",)
