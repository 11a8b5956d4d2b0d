"""A pattern of many words finds what a plain list of them finds, the longest first."""

import re

import pytest

from briefbook.language.en.number_words import any_of

WORDS = ("three", "thirty", "thirty-one", "third", "four", "fourteen", "a dozen", "c.")


@pytest.mark.parametrize(
    "text", ["thirty-one of fourteen", "a third, a dozen", "Three c. 4", "fourth", "thirty"]
)
def test_words_are_found_as_in_a_plain_list(text):
    plain = "|".join(sorted(map(re.escape, WORDS), key=len, reverse=True))
    assert re.findall(any_of(WORDS), text) == re.findall(plain, text)


def test_the_longest_word_is_found():
    assert re.findall(any_of(WORDS), "thirty-one") == ["thirty-one"]
