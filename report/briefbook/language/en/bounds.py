"""Bounds of numbers: the words beside a number that limit it ("more than", "up to", "40 or so")."""

from __future__ import annotations

import re

from briefbook.values.quantity import Bound

_BEFORE = {
    Bound.MORE_THAN: "more than|greater than|larger than|higher than|longer than|older than|heavier than|taller than|deeper than|warmer than|hotter than|faster than|bigger than|wider than|over|above|exceed(?:s|ed|ing)?|in excess of|"
                     "upwards? of|top(?:s|p(?:ed|ing))?|surpass(?:e[sd]|ing)?|(?:(?<=would )|(?<=will )|(?<=could )|(?<=may ))pass|well over|just over|(?:a )?little over|beyond|>",
    Bound.AT_LEAST: "at least|not less than|no less than|no fewer than|not fewer than|a minimum of|≥",
    Bound.LESS_THAN: "less than|not even|not quite|fewer than|lower than|shorter than|younger than|lighter than|smaller than|cooler than|colder than|slower than|narrower than|under|below|just under|well under|short of|<",
    Bound.UP_TO: "up to|no more than|not more than|no greater than|at most|as much as|as many as|a maximum of|"
                 "as high as|not exceeding|≤",
    Bound.ABOUT: "about|around|approximately|approx\\.|some|roughly|nearly|almost|close to|an? estimated|"
                 "estimated(?: at)?|circa|ca\\.|an average of|virtually|nearing|approach(?:ing|ed|es)|more or less|~|≈",
}  # fmt: skip
_NAMES = tuple(_BEFORE)
BOUND_WORDS = "|".join(_BEFORE.values())
"""A pattern of the words before a number that bound it."""
_BEFORE_NUMBER = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<b{i}>{words})" for i, words in enumerate(_BEFORE.values()))
    + r")\s?(?:(?:only|the|an?)\s)?(?:(?:additional|extra|further|total of)\s)?$",
    re.IGNORECASE,
)
_TOLD = re.compile(rf"(?<!\w)(?:{BOUND_WORDS})\s$", re.IGNORECASE)
_LOOK_BACK = 36
_AFTER = re.compile(
    r"(?P<more>-somethings?\b|\s?\+(?![\d+])|[\s-](?:(?<=-)plus\b|plus\b(?=[.,;:)]|$|\s(?:years?|days?|hours?|months?|percent|people)\b)|(?:or|and)\s(?:more|above|over|older|up(?:wards?)?(?!\sto\b)|higher|longer|greater|larger|heavier)\b))"
    r"|(?P<about>[\s-]or\sso\b|[\s-]odd\b|-?ish\b)|(?P<less>[\s-](?:or|and)\s(?:less|fewer|below|under|younger|lower|shorter|smaller|lighter)\b(?!\s(?:than|by)\b))"
    r"|(?P<most>(?:\s(?:per|an?|each)\s(?:cubic\s|square\s)?\w+)?[\s-](?:at\s(?:the\s)?(?:very\s)?most|maximum)\b)"
    r"|(?P<least>(?:\s(?:per|an?|each)\s(?:cubic\s|square\s)?\w+)?[\s-](?:at\s(?:the\s)?(?:very\s)?least|minimum)\b)",
    re.IGNORECASE,
)
_MEANT = {
    "more": Bound.AT_LEAST, "about": Bound.ABOUT, "less": Bound.UP_TO, "most": Bound.UP_TO,
    "least": Bound.AT_LEAST,
}  # fmt: skip


_NOT = re.compile(
    r"(?:\b(?:not|never|cannot|nor)|n[’']t)\s(?:(?:to|be|go|fall|drop|sink|rise|climb|come|move|let\s(?:\w+\s){1,2}\w+)\s){0,2}$",
    re.IGNORECASE,
)
_PHRASAL_VERB = re.compile(
    r"\b(?:hand|turn|t[ao]k|carr(?:y|i)|sign|pa(?:y|i)|g[ia]v|mak|made|bring|brought|sen[dt]|pass|hold|held|left|watch|look|preside|presid|rul|reign|extend|stretch|spread|fly|fl|roll|brood)(?:e[snd]?|ed|en|ing|d|s)?\s$",
    re.IGNORECASE,
)
"""“handed over $22 billion” bounds nothing."""
_RULED = re.compile(
    r"\S+\s(?:[a-z]+\s)?(?:presidents|kings|queens|emperors|popes|governors|governments|ministers|chairmen|directors|managers|commanders|"
    r"regimes|rulers|bosses|names|headings|titles|conditions|laws|acts|treaties|administrations|coaches|captains)\b",
    re.IGNORECASE,
)
"""“under five Presidents” bounds nothing"""
_THROUGH = re.compile(
    r"\S+\s(?:[a-z]+\s)?(?:hour|day|week|month|quarter|year|decade|season|session|meeting)s\b",
    re.IGNORECASE,
)
"""“over the five years before” is in them; “over five years” may be more"""
_COMPOUND = re.compile(r"\S+-(?:(?i:year|month|week|day|hour)\b|[A-Z][a-z])")
"""“below the ten-year mean” is no “below ten years”, nor “under the Four-Power Treaty” under four"""
_TOLD_OF = re.compile(
    r"\S+(?:\sto\s\S+)?(?:\s(?:percent|per cent|million|billion|trillion|thousand|points?))?(?:\s(?:a|an|per)\s[a-z]+)?"
    r"\s(?:[a-z]+ed|given|seen|set|paid|told|put|sold|born|held|in|for|of the|at|a (?:year|month|week|decade) (?:before|earlier|ago))\b"
)
"""“less than the $3.39 estimated for 2004” compares with a number and bounds none"""
_MOVED = re.compile(
    r"\b(?:went|go(?:es|ne|ing)?|mov(?:e[ds]?|ing)|climb(?:s|ed|ing)?|r(?:ose|ises?|isen|ising)|push(?:es|ed)?|brought|bring(?:s|ing)?|"
    r"shot|edg(?:es|ed)|crept|t(?:ook|akes?|aken)|rais(?:es|ed)|put)\s(?:back\s)?$"
)
_TURNED = {Bound.MORE_THAN: Bound.UP_TO, Bound.LESS_THAN: Bound.AT_LEAST}


def bound_before(text: str, start: int) -> Bound:
    """Return how the words before a number limit it: "no more than 40", "may not exceed 40" are UP_TO."""
    match = _BEFORE_NUMBER.search(text, max(0, start - _LOOK_BACK), start)
    if not match or _bounds_nothing(match, text, start):
        return Bound.EXACT
    bound = _NAMES[int(str(match.lastgroup)[1:])]
    is_denied = bound in _TURNED and _NOT.search(text[max(0, match.start() - 40) : match.start()])
    return _TURNED[bound] if is_denied else bound


def _bounds_nothing(match: re.Match[str], text: str, start: int) -> bool:
    """Tell whether words that bound numbers mean something else: handed over, under five Presidents, went up to."""
    words, before = match[0].lower(), text[: match.start()]
    if words.startswith("over"):
        is_long = words == "over " and _COMPOUND.match(
            text, start
        )  # “the excess over five-year average”
        if is_long or _PHRASAL_VERB.search(before):
            return True
    if words.startswith("under") and _RULED.match(text, start):
        return True
    if words.startswith("up to") and _MOVED.search(before):
        return True
    forms = (_THROUGH, _COMPOUND, _TOLD_OF) if words.endswith("the ") else ()
    return any(form.match(text, start) for form in forms)


def bound_told(words: str, text: str) -> str:
    """Return the bound that stands before a number's words in a text, with its space ("more than "), or nothing."""
    at = text.find(words)
    bound = _TOLD.search(text[:at]) if at > 0 else None
    return bound[0] if bound else ""


def bound_after(text: str, end: int) -> tuple[Bound, int]:
    """Return how the words behind a number limit it, and where they end: "40+", "40 or so"."""
    match = _AFTER.match(text, end)
    if not match:
        return Bound.EXACT, end
    return _MEANT[str(match.lastgroup)], match.end()
