"""Right-to-left text in a line, scripts, and where lines of Chinese and Japanese end."""

from __future__ import annotations

import pytest

from briefbook.pdf.bidi import levels, visual_order
from briefbook.scripts import breaks_between, could_be, in_languages, language_of


def shown(text: str) -> str:
    """Return a text's letters from left to right, brackets not turned."""
    return "".join(text[at] for at in visual_order(levels(text)))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("only Latin (1)", "only Latin (1)"),
        ("he said אבג.", "he said גבא."),
        ("אבג דהו", "והד גבא"),  # two words: the first one is on the right
        ("car אבג 123 דהו", "car והד 123 גבא"),  # a number runs from the left
        ("ابت 1,5", "1,5 تبا"),  # W2: a number after Arabic letters
        ("אב (גד) ה", "ה )דג( בא"),  # N0: brackets among Hebrew letters
        ("a (אב) ג", "a (בא) ג"),  # N0: Latin before it decides
        ("אב\u05b0ג", "ג\u05b0בא"),  # W1: a mark goes with its letter
        ("-5% אב", "-5% בא"),
    ],
)
def test_letters_stand_in_the_order_of_unicodes_algorithm(text: str, seen: str) -> None:
    assert shown(text) == seen


def test_a_quotation_from_the_right_ends_with_its_own_sign() -> None:
    assert shown("says “אבג!” 6") == "says “!גבא” 6"
    # Without the quotation marks the sign is the line's, which runs from the left.
    assert shown("says אבג!") == "says גבא!"
    # One that has Latin letters, too, is a part of the line.
    assert shown("“אב x!”") == "“בא x!”"


def test_what_follows_a_quotation_is_not_drawn_into_it() -> None:
    """Without a paragraph of its own, the number after Hebrew letters would stand to their left."""
    assert shown("“אבג” ¶ 6") == "“גבא” ¶ 6"


@pytest.mark.parametrize(
    ("text", "whole", "language"),
    [
        ("שלום", "", "he"),
        ("مرحبا", "", "ar"),
        ("گفت", "", "fa"),
        ("ہے ٹ", "", "ur"),
        ("铁路", "", "zh"),
        ("鉄道", "鉄道は", "ja"),
        ("두", "", "ko"),
        ("plain, Cyrillic: да", "", ""),
        ("😀", "", ""),
    ],
)
def test_scripts_tell_the_language(text: str, whole: str, language: str) -> None:
    assert language_of(text, whole) == language
    assert not language or language in could_be(text)


def test_a_text_falls_into_stretches_of_a_language() -> None:
    said = list(in_languages("says “铁路 桥” and אב, ok"))
    assert said == [("says “", ""), ("铁路 桥", "zh"), ("” and ", ""), ("אב", "he"), (", ok", "")]
    text = "א 1 ב 中a文 x"
    assert "".join(part for part, _ in in_languages(text)) == text


def test_lines_end_between_ideographs_but_not_before_a_stop() -> None:
    text = "“铁路桥，很「漂亮」。"
    parts = [text[a:b] for a, b in zip((0, *breaks_between(text)), (*breaks_between(text), None), strict=True)]  # fmt: skip
    assert parts == ["“铁", "路", "桥，", "很", "「漂", "亮」。"]


def test_korean_and_latin_words_stay_whole() -> None:
    assert not list(breaks_between("두나라"))
    assert not list(breaks_between("long-word"))
