"""Code that gives up early finds what Python's own code finds."""

import re
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefbook.checks import causes, negations, plans
from briefbook.language.en import cues, dates, negation, numerals, stemmer
from tests.tools import ROOT

sre = pytest.importorskip("_sre")
pattern_code = pytest.importorskip("briefbook.pattern_code")
SOURCE = ROOT / "seeds" / "tajikistan-us" / "source.txt"


def compiled(pattern, flags, code_of):
    parsed = _parser.parse(pattern, flags)
    code = code_of(parsed, flags)
    names = [None] * parsed.state.groups
    for name, number in parsed.state.groupdict.items():
        names[number] = name
    flags |= parsed.state.flags
    return sre.compile(
        pattern, flags, code, parsed.state.groups - 1, parsed.state.groupdict, tuple(names)
    )


def found(pattern, text, flags=0):
    """What both codes find in a text: (Python's, ours)."""
    return tuple(
        [(match.span(), match.groups()) for match in compiled(pattern, flags, code).finditer(text)]
        for code in (_compiler._code, pattern_code.code_of)
    )


def is_led_by_a_set(pattern, flags=0):
    """Whether the code begins with the signs with which a match can begin."""
    code = pattern_code.code_of(_parser.parse(pattern, flags), flags)
    return bool(code[2] & _constants.SRE_INFO_CHARSET)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\b(?:a|ab|abc|b)", "abc ab a b"),  # the first that matches, not the longest
        (r"(?:abc|ab|x|a)(?:c|bc)", "abc abbc"),  # and back to one behind it
        (r"\b(?:den(?:y|ied)|stop(?:s|ped)?|kept|fail(?!ing)|(?<=not )few)\b", "DENIED, ſtopped; Kept. not few fail"),
        (r"(?P<one>in|is|it)|(?P<two>of|on|or)|(?P<three>\d+)", "in 12 of İt ıs on"),
        (r"\b(?:[a-z]{3,}less|never|none|no)\b", "needless, never, none, no"),
        (r"(?:a?|b|c|d)e", "ae be ce de e"),
        (r"(?:fail|fell|(?<=not )f|few|[fg]un|gone)", "fail, not f, few; fun gun gone fell"),
        (r"(?=[.;])(?:\.\s|;\s|;$)", "one. two; three;"),
        (r"(?:x|y|z)*|q", "xyq"),
        (r"(?:one|two|three)(?i:ONE|TWO|THREE)", "oneTwo twothree"),
        (r"(?:été|ÉTAT|eau|Œuf)", "ÉTÉ état EAU œuf"),
        (r"(?:(?:has|have|had) yet to|hardly|a|b)", "HAVE YET TO hardly"),
        (r"(?>ab|a|b|c)b", "abb ab bb"),
        (r"(?:ab|a|b|c)++b", "abb ab cab"),
        (r"((?:a|b|c)x)\1|d", "axax bxax d"),
        (r"\b(?:(?<!not )(?<!but )few|(?=m)many|some|\b\d+)\b", "not few, few; but few\nfew many some 12"),
        (r"(?:a|b|(?-i:k))", "K k A"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.IGNORECASE | re.ASCII])
def test_the_same_is_found(pattern, text, flags):
    by_python, by_us = found(pattern, text, flags)
    assert by_us == by_python


PIECES = st.recursive(
    st.sampled_from(["a", "b", "i", "s", "k", "ab", "as", r"\b", r"\d", "[ai]", "[^a]", ".", "é", "(?=s)", "(?<!a)", "(?<=[ab])", "^", ""]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=5).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.lists(inner, min_size=1, max_size=3).map("".join),
        inner.map(lambda part: f"({part})?"),
        inner.map(lambda part: f"(?-i:{part})"),
    ),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(PIECES, st.text("abisk 1éKſİ", max_size=12), st.sampled_from([0, re.IGNORECASE]))
def test_the_same_is_found_by_any_expression(pattern, text, flags):
    by_python, by_us = found(pattern, text, flags)
    assert by_us == by_python


def test_the_same_is_found_by_the_expressions_of_the_checks():
    text = SOURCE.read_text(encoding="utf-8")
    expressions = {
        (value.pattern, value.flags)
        for room in (causes, cues, dates, negation, negations, numerals, plans, stemmer)
        for value in vars(room).values()
        if isinstance(value, re.Pattern) and isinstance(value.pattern, str)
    }
    assert len(expressions) > 50
    for pattern, flags in expressions:
        by_python, by_us = found(pattern, text[:6000], flags)
        assert by_us == by_python, pattern


@pytest.mark.parametrize(
    ("pattern", "flags", "is_led"),
    [
        (r"\b(?:denied|refused|few)\b", re.IGNORECASE, True),
        (r"(?<!\d)\d+", 0, True),
        (r"(?=[.;])(?<!Mr)\.", 0, True),
        (r"\b\w+|", 0, False),  # it matches nothing, too
        (r".a|b", 0, False),
        (r"(?:été|eau)", re.IGNORECASE, False),  # letters of which there may be more forms
    ],
)
def test_the_code_begins_with_the_signs_to_look_for_where_they_are_known(pattern, flags, is_led):
    assert is_led_by_a_set(pattern, flags) is is_led


def test_whatever_counts_as_a_letter_to_z_is_known():
    """The odd forms are written out in the code, for speed: here they are looked for in all of Unicode."""
    forms: dict[str, set[str]] = {}
    lower = re.compile("[a-z]", re.IGNORECASE)
    for sign in map(chr, range(0x110000)):
        if lower.fullmatch(sign):
            letter = next(low for low in "abcdefghijklmnopqrstuvwxyz" if re.fullmatch(low, sign, re.IGNORECASE))  # fmt: skip
            forms.setdefault(letter, set()).add(sign)
    for letter, signs in forms.items():
        flags = re.IGNORECASE | re.UNICODE
        assert {chr(sign) for sign in pattern_code._cases(ord(letter), flags)} == signs


def test_a_compiler_of_another_make_is_left_to_itself(monkeypatch):
    from briefbook import patterns

    monkeypatch.setattr(pattern_code, "code_of", lambda parsed, _: parsed.nothing_like_it)
    parsed = _parser.parse("a|bc|d", 0)
    assert patterns._code_of(parsed, 0) == _compiler._code(parsed, 0)
