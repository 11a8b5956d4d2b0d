"""How sure it is that a name does not belong: a quote may speak of its subject in a pronoun, by surname or by a letter.

A quote that says “she” may speak of anybody whom the passage before it names, and of nobody else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefbook.errors import Severity
from briefbook.evidence.support import Assertion
from briefbook.language.document import Document
from briefbook.language.en.bodies import TITLES
from briefbook.language.en.name_forms import Part
from briefbook.language.en.names import FoundName, IsCommon, find_names
from briefbook.language.en.stemmer import are_kin, stem, words_of

_PRONOUN = re.compile(
    r"\b(?:it|he|she|they|him|his|her|hers|its|them|their|theirs|itself|himself|herself)\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"\bI\b|\b(?:[Mm]e|[Mm]y|[Ww]e|us|[Oo]urs?|myself|ourselves)\b")
"""Words that mean whoever speaks, whom a quote of direct speech need not name."""
_DESCRIBED = re.compile(r"^(?:The|This|That|These|Those|Both|Here|There)\s[a-z]")
"""A quote whose subject is described rather than named: “The film was shot in India.”"""
_BEHIND_PHRASE = re.compile(
    r"(?:As|After|Before|When|While|During|In|On|Since|Although|Though|At|By|For|With|From|Under|Despite|Once|Until)\b"
    r"[^,;.:]*,\s(?:it|he|she|they)\b"
)
"""A quote whose subject is a pronoun behind a phrase, which names others: “After George’s death, she became …”"""
_SPEECH = re.compile(r"[“\"][^”\"]*")
"""A paragraph of direct speech that goes on behind it: who speaks stands at its beginning or end."""
_HEADING = 12
"""Words that a heading has at most."""
_SHORTEST = 3


def text_before(document: Document, start: int) -> str:
    """Return the passage before a place in its paragraph, with the headings above it."""
    paragraph = document.paragraph_at(start)
    above = document.paragraphs[max(0, paragraph.number - 3) : paragraph.number - 1]
    headings = [document.text[span.start : span.end] for span in above]
    kept = [text for text in headings if len(text.split()) <= _HEADING]
    return " . ".join((*kept, document.text[paragraph.start : start]))


def severity_of(
    assertion: Assertion, name: FoundName, missing: Sequence[Part], before: str, *, is_alone: bool
) -> Severity:
    """Return whether a name that the quotes do not have stops the build, is told, or wants a look."""
    is_open = is_alone and any(_leaves_open(quote.text) for quote in assertion.quotes)
    is_told_before = is_open and _is_told_last(missing, before)
    if is_told_before or _is_surname_said(assertion, name, missing):
        return Severity.REVIEW
    around = {word.stem for text in assertion.paragraphs for word in words_of(text)}
    if all(_is_told(part, around) for part in missing):
        return Severity.REVIEW if assertion.is_label else Severity.WARNING
    if any(_SPEECH.fullmatch(text) for text in assertion.paragraphs):
        return Severity.REVIEW if assertion.is_label else Severity.WARNING
    if not is_open:
        return Severity.ERROR
    told = {word.stem for word in words_of(before)}
    if all(_is_told(part, told) for part in missing):
        return Severity.REVIEW
    return Severity.WARNING if any(n.is_sure for n in find_names(before)) else Severity.REVIEW


_SENTENCE = re.compile(r"(?<=[.!?;])\s+")


def _is_told_last(missing: Sequence[Part], before: str) -> bool:
    """Tell whether the sentence right before the quotes names what they leave open."""
    last = [text for text in _SENTENCE.split(before) if text.strip()][-1:]
    told = {word.stem for text in last for word in words_of(text)}
    return all(_is_told(part, told) for part in missing)


def _leaves_open(quote: str) -> bool:
    """Tell whether a quote speaks of somebody or something that it does not name itself."""
    if _DESCRIBED.match(quote) or _SPEAKER.search(quote) or _BEHIND_PHRASE.match(quote):
        return True
    pronoun = _PRONOUN.search(quote)
    return pronoun is not None and not any(
        name.is_sure and name.end <= pronoun.start() for name in find_names(quote)
    )


def _is_told(part: Part, told: set[str]) -> bool:
    return all(any(are_kin(word.stem, other) for other in told) for word in words_of(part.text))


def _is_surname_said(assertion: Assertion, name: FoundName, missing: Sequence[Part]) -> bool:
    """Tell whether only a first name is missing, and the quotes have no other one before the surname."""
    if len(name.words) < 2 or any(part.end >= name.words[-1].start for part in missing):  # noqa: PLR2004
        return False
    surname, first = name.words[-1], name.words[0].lower
    for text in assertion.supporting:
        for other in find_names(text):
            stems = [word.stem for word in other.words]
            if surname.stem not in stems:
                continue
            before = other.words[: stems.index(surname.stem)]
            if not before or any(_is_short_for(first, word.lower) for word in before):
                return True
    return False


def _is_short_for(one: str, other: str) -> bool:
    """Tell whether a first name may be another's short form: Chris, Christopher."""
    return len(one) >= _SHORTEST and (other.startswith(one) or one.startswith(other))


_SAYS = (
    r"(?:sa(?:id|ys?)|told|tells?|stat(?:ed|es)|add(?:ed|s)|not(?:ed|es)|argu(?:ed|es)|warn(?:ed|s)|call(?:ed|s)|ask(?:ed|s)|thinks?|thought|"
    r"believ(?:ed|es)|report(?:ed|s)|comment(?:ed|s)|remark(?:ed|s)|point(?:ed|s) out|explain(?:ed|s)|den(?:ied|ies)|claim(?:ed|s)|announc(?:ed|es)|"
    r"conclud(?:ed|es)|found|finds|attribut(?:ed|es)|expect(?:ed|s)|recommend(?:ed|s)|urg(?:ed|es)|insist(?:ed|s)|wrote|writes)"
)
SPEAKS = re.compile(
    rf"\b[A-Z][\w.’-]+(?:,[^,.;]{{1,60}},)?\s(?:[a-z]+\s){{0,2}}?{_SAYS}\b|\b(?:according to|{_SAYS})\s(?:the\s)?[A-Z]|”\s[^.”“]*\b{_SAYS}\b"
)
"""A passage that names who speaks"""


def is_voice_of_source(assertion: Assertion, name: FoundName) -> bool:
    """Tell whether a statement is told in somebody's voice where no quote names who speaks: perhaps the source's own."""
    said = re.escape(name.text)
    voice = re.compile(
        rf"\b(?:[Aa]ccording to|[Ff]or|[Bb]y|(?:view|words|eyes|opinion|account|description) of)\s(?:the\s)?{said}\b(?:,|\sas\b|\.$)"
        rf"|{said}(?:[’']s\s(?:view|words|eyes|opinion|account|description))?\s(?:[a-z]+\s){{0,2}}?(?:{_SAYS}|describ(?:ed|es)|regard(?:ed|s)|sees?|saw|holds?|held)\b"
    )
    is_told = any(voice.search(text) for text in assertion.texts)
    return is_told and not any(SPEAKS.search(quote.text) for quote in assertion.quotes)


_HOUSES = {
    "parliament": re.compile(
        r"\b(?:House of (?:Commons|Lords)|Commons|Lower House|Upper House|Bundestag|Duma|Knesset|Sejm|Riksdag|Storting)\b"
    ),
    "congress": re.compile(r"\b(?:Senate|Senators?|House of Representatives)\b"),
}
"""Parliaments by their houses."""


def is_whole_of(name: FoundName, supporting: tuple[str, ...]) -> bool:
    """Tell whether a parliament is named of which the quotes name a house."""
    house = _HOUSES.get(name.text.lower())
    return house is not None and any(house.search(text) for text in supporting)


_INITIAL = re.compile(r"(?P<letter>[A-Z])\.\s(?P<next>[A-Za-z][\w’-]+)")


def is_initial_of(part: Part, text: str, supporting: tuple[str, ...]) -> bool:
    """Tell whether a name is shortened to its letter before a word that stands behind it: “V. vulnificus” of “Vibrio vulnificus”."""
    short = _INITIAL.match(text, part.start)
    if short is None:
        return False
    full = re.compile(rf"\b{short['letter']}\w+\s{re.escape(short['next'])}\b")
    return any(full.search(words) for words in supporting)


_RANKS = frozenset(stem(word) for forms in TITLES for word in forms)


def has_other_before(quote: str, name: FoundName, known: IsCommon) -> bool:
    """Tell whether a quote has another word than a title before the last one of a name: János Nagy for Imre Nagy."""
    own = _RANKS.union(word.stem for word in name.words)
    return any(
        word.stem == name.words[-1].stem and before.stem not in own and not known(before.text)
        for other in find_names(quote, known)
        for before, word in pairwise(other.words)
    )
