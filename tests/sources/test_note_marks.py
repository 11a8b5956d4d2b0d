"""Raised numbers of notes in a PDF are no words, whether or not a space stands before them."""

import pytest

from briefbook.sources.readers.pdf_lines import page_lines
from briefbook.sources.readers.pdf_words import Word


def line(*words):
    made, x = [], 50.0
    for text, size, gap in words:
        x += gap
        bottom = 110.0 if size > 8 else 106.0
        made.append(Word(text, x, x + 5.0 * len(text), bottom - size, bottom, size, False))
        x += 5.0 * len(text)
    [found] = page_lines(made, (600.0, 800.0), 1)
    return found.text


@pytest.mark.parametrize("gap", [0.0, 3.0])
def test_a_raised_mark_is_left_out_and_the_point_behind_it_stays(gap):
    told = line(
        ("Reports", 10, 0),
        ("1", 6, gap),
        ("tell", 10, 3),
        ("of", 10, 3),
        ("issues", 10, 3),
        ("3", 6, gap),
        (".", 10, 0),
    )
    assert told == "Reports tell of issues."


def test_a_small_number_on_the_line_is_a_number():
    words = [("Page", 10, 0), ("12", 9, 3), ("of", 10, 3), ("40", 10, 3)]
    assert line(*words) == "Page 12 of 40"
