"""Scripts of a text, and the languages that are written in them: what a screen reader must be told.

A script alone does not always tell the language; what is taken is the likeliest, and
`could_be` says which others are possible.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

FIRST_FOREIGN = 0x0590
"""Letters from here on are of scripts that Briefbook's own faces do not hold."""
_LANGUAGES = {
    "Hebr": ("he", "yi"), "Arab": ("ar", "fa", "ur"), "Hang": ("ko",), "Hira": ("ja",), "Kana": ("ja",),
    "Bopo": ("zh",), "Hani": ("zh", "ja", "ko"), "Deva": ("hi", "mr", "ne"), "Beng": ("bn", "as"),
    "Taml": ("ta",), "Telu": ("te",), "Thai": ("th",), "Laoo": ("lo",), "Khmr": ("km",), "Mymr": ("my",),
    "Geor": ("ka",), "Armn": ("hy",), "Ethi": ("am", "ti"), "Sinh": ("si",), "Tibt": ("bo", "dz"),
    "Gujr": ("gu",), "Guru": ("pa",), "Knda": ("kn",), "Mlym": ("ml",),
}  # fmt: skip
_SIGNS = range(0x2000, 0x2C00)
"""Quotation marks, dashes, arrows: every text has them, and no script."""
_SHARED = "Zyyy"
_URDU, _PERSIAN = frozenset("ٹڈڑںےۓ"), frozenset("پچژگ")
_KANA, _HANGUL = ("Hira", "Kana"), "Hang"
_STRONG_RIGHT = ("R", "AL")
_STRONG = ("L", *_STRONG_RIGHT)


@lru_cache(maxsize=1 << 14)
def script_of(char: str) -> str:
    """Return the script of a letter by its ISO 15924 code; `Zyyy` for what all share."""
    if ord(char) in _SIGNS:
        return _SHARED
    from fontTools.unicodedata import script

    return str(script(char))


_FOREIGN = re.compile("[\u0590-\u1fff\u2c00-\ud7ff\uf900-\U0003ffff]")


def is_foreign(text: str) -> bool:
    """Tell whether a text may have letters of a script that Briefbook's own faces do not hold."""
    return not text.isascii() and _FOREIGN.search(text) is not None


def is_right_to_left(char: str) -> bool:
    """Tell whether a letter is written from right to left."""
    return ord(char) >= FIRST_FOREIGN and unicodedata.bidirectional(char) in _STRONG_RIGHT


_QUOTATION = re.compile("“([^“”]+)”")


def quoted_from_right(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the words of quotations stand that are all in letters from the right.

    Each is a paragraph of its own (UAX #9, HL3: as if it stood between RLI and PDI).
    """
    for quotation in _QUOTATION.finditer(text):
        classes = {unicodedata.bidirectional(char) for char in quotation[1]}
        if "L" not in classes and classes.intersection(_STRONG_RIGHT):
            yield quotation.span(1)


def runs_from_right(text: str) -> bool:
    """Tell whether a paragraph runs from right to left: its first letter does (UAX #9, P2 and P3).

    Quotations that are paragraphs of their own are passed over, unless there is nothing else. One that
    is mostly in Latin letters runs as the document does (HL1): “שלום, a daily, founded in 1990”.
    """
    if text.isascii() or not any(map(is_right_to_left, text)):
        return False
    outer, at = "", 0
    for start, end in quoted_from_right(text):
        outer += text[at:start]
        at = end
    outer += text[at:]
    strong = (c for c in outer if unicodedata.bidirectional(c) in _STRONG)
    if not is_right_to_left(next(strong, next(filter(is_right_to_left, text)))):
        return False
    kinds = Counter(map(unicodedata.bidirectional, text))
    return kinds["L"] <= kinds["R"] + kinds["AL"]


def language_of(text: str, whole: str = "") -> str:
    """Return the likeliest language of a text in a foreign script; empty where none is known.

    `whole` is the text around it, which tells Chinese from Japanese.
    """
    for char in text:
        languages = _LANGUAGES.get(script_of(char), ()) if ord(char) >= FIRST_FOREIGN else ()
        if not languages:
            continue
        letters = frozenset(whole or text)
        if languages[0] == "ar":
            return "ur" if letters & _URDU else "fa" if letters & _PERSIAN else "ar"
        if languages[0] == "zh":
            scripts = {script_of(letter) for letter in letters if ord(letter) >= FIRST_FOREIGN}
            return "ja" if scripts.intersection(_KANA) else "ko" if _HANGUL in scripts else "zh"
        return languages[0]
    return ""


def could_be(text: str) -> frozenset[str]:
    """Return every language that a text in a foreign script may be said to be in."""
    return frozenset(
        language
        for char in text
        if ord(char) >= FIRST_FOREIGN
        for language in _LANGUAGES.get(script_of(char), ())
    )


def in_languages(text: str) -> Iterator[tuple[str, str]]:
    """Yield a text in stretches, each with its language; empty for the language of the document.

    Signs and spaces between two stretches of a language go with them, as does a bracket that closes
    what one opened; a quotation that is a paragraph of its own is one stretch.
    """
    if not any(ord(char) >= FIRST_FOREIGN for char in text):
        yield text, ""
        return
    at = 0
    for start, end in quoted_from_right(text):
        yield from _in_languages(text[at:start])
        yield text[start:end], language_of(text[start:end])
        at = end
    if at < len(text):
        yield from _in_languages(text[at:])


_OPENED = dict(zip(")]}", "([{", strict=True))


def _in_languages(text: str) -> Iterator[tuple[str, str]]:
    found: list[list[str]] = []
    between = ""
    for char in text:
        language = language_of(char, text)
        opened = _OPENED.get(char)
        if (
            opened
            and not between
            and found
            and found[-1][0].count(opened) > found[-1][0].count(char)
        ):
            found[-1][0] += char
            continue
        if not (language or char.isalnum()):
            between += char
            continue
        if found and found[-1][1] == language:
            found[-1][0] += between + char
        elif found and not found[-1][1]:
            found[-1][0] += between
            found.append([char, language])
        else:
            found += [[between, ""], [char, language]] if between else [[char, language]]
        between = ""
    if between and found and not found[-1][1]:
        found[-1][0] += between
    elif between:
        found.append([between, ""])
    merged: list[tuple[str, str]] = []
    for stretch, language in found:
        if merged and merged[-1][1] == language:
            merged[-1] = merged[-1][0] + stretch, language
        else:
            merged.append((stretch, language))
    yield from merged


_FIRST_IDEOGRAPH = "\u2e80"
_IDEOGRAPHIC = "\u2e80-\u30ff\u31c0-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff"
_NO_START = "\\s、。，．・：；？！゛゜ヽヾゝゞ々ー）］｝」』】〉》〕〗’”％℃ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.)\\]}:;!?\u00b2-\u00b9"
_NO_END = "（［｛「『【〈《〔〖‘“(\\[{￥＄"
_LINE_BREAK = re.compile(
    f"(?!^)(?:(?<=[{_IDEOGRAPHIC}])|(?=[{_IDEOGRAPHIC}])(?<=\\S))(?<![{_NO_END}])(?![{_NO_START}])(?!$)"
)
"""Where a line may end between two letters of Chinese or Japanese (JIS X 4051, in its main rules)."""


def breaks_between(text: str) -> Iterator[int]:
    """Yield where a line may end within a word of Chinese or Japanese."""
    if not text.isascii() and max(text) >= _FIRST_IDEOGRAPH:
        yield from (match.start() for match in _LINE_BREAK.finditer(text))


def broken(words: list[str]) -> list[str]:
    """Return words, those of Chinese and Japanese cut wherever a line may end."""
    found = []
    for word in words:
        start = 0
        for end in (*breaks_between(word), len(word)):
            found.append(word[start:end])
            start = end
    return found
