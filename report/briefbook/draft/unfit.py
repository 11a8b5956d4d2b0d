"""Why a stretch of a source cannot be quoted as a sentence: reasons, each with how it is told."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from briefbook.draft.glyph_coverage import GAP
from briefbook.draft.lone_lines import ENDED, FIGURES
from briefbook.draft.trim import has_verb
from briefbook.sources.reading import CELLS, LOST
from briefbook.values.dates import MONTHS

MAX_LETTERS = 1_200
"""A sentence longer than this is a table or a list whose ends were lost."""
LEAST_WORDS = 4
_LONGEST_WORD = 45
"""A stretch longer than this cannot be broken into lines: an address, or another script."""
_LEAST_LETTERS = 0.6
"""Share of letters and spaces below which a line is a table row, not a sentence."""

_TITLE_CASE = 0.7
"""Share of the longer words that begin with a capital in a title, and in no sentence."""
_ROW_FIGURES = 3
_DAY = re.compile(rf"\b(?:{'|'.join(MONTHS)}) \d{{1,2}}(?:, \d{{4}})?")
_MANY_FIGURES = 8
"""Figures that are a table run into a line, if every third word is one."""
_MOST_GAPS = 5
"""One word in so many may be of letters that cannot be printed."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_LEADERS = re.compile(r"\.{4,}|(?:\s\.){4,}|_{4,}")
_ASIDE = re.compile(r"\([^()]*\)\.?")
_QUESTION = re.compile(r"\?[\"”’)\]]*$")
_BROKEN = re.compile(r"(?:…|\.{3})[\"”’)\]]*$|\b(?:Pub|Stat|Reg|Fed|Cong|Rept|No|Sec|vs?)\.$")
"""A teaser that is cut, or a citation at whose point the sentence was split."""
_MIDDLE = re.compile(
    r"[|†‡§]|www\.|[\"“‘(]?(?:[a-z](?![A-Z]\w|Phone|Pad|-?[A-Z])[\w-]*|[)\],;]|\d{1,4}, (?:and|or|can|which|was|were|is|are)\b)[\s,)]"
)
"""A first word in small letters: what stands before it was torn off."""
_FRAGMENT = re.compile(r"(?:And|Or) (?:to|that|for|of|with) ")
"""What goes on with the sentence before: And to the need to ensure that …"""
_MOST_BARE = 12
_PLAIN_VERB = re.compile(
    r"\b(?:say|pay|work|make|take|give|help|need|want|fight|reject|point|attend|use|live|come|go|get|keep|let|see|know|"
    r"grow|rise|fall|win|lose|speak|write|read|sell|buy|build|bring|leave|meet|face|cost|cover|cross|carry|run|offer|"
    r"produce|receive|lent|dug|hid|swore|flew|threw|blew|sang|sank|shot|shut|hurt|meant|dealt|slept|swept|bent|caught|crept|"
    r"fled|fed|bred|hung|laid|learnt|lit|rode|rang|shook|shone|shrank|slid|spun|split|spread|stole|stuck|struck|swam|tore|wore|"
    r"require|allow|expect|believe|argue|add|[a-z]{3,}(?:ates?|izes?|ises?|ifies|ify)|[a-z]{3,}s(?=\s(?!or\b|and\b)[a-z]))\b"
)
"""What may be a verb where the rules know none; a short stretch without any is a label or was torn off."""
_NOUNS = re.compile(r"(?:[A-Z][\w’'-]*|of|the|and|in|for|to|on|with|,|\d[\d–-]*|\s)+\.")
"""Capitalised words, small words between them and a year: a heading with a full stop."""
_DANGLING_END = re.compile(
    r"\b(?:the|a|an|of|in|to|for|and|or|by|with|that|which|is|are|was|were|from|at|on|as)$"
)
_MASTHEAD = re.compile(
    r"^(?:PDF|HTML|Home|Share|Print|Menu|Search|Contents?|Skip to)\b|https?://\S+$|[|»].*[|»]"
)


class _Words:
    """The words of a stretch, and what several reasons ask of them, counted once."""

    def __init__(self, text: str, *, is_bare: bool) -> None:
        self.text, self.is_bare = text, is_bare
        self.all = text.split()
        self.is_ended = ENDED.search(text) is not None

    @cached_property
    def has_verb(self) -> bool:
        return has_verb(self.text.lower() if self.text.isupper() else self.text)

    @cached_property
    def is_capital(self) -> bool:
        """Most of the longer words begin with a capital."""
        long_ones = [word for word in self.all if len(word) > LEAST_WORDS]
        return sum(word[:1].isupper() for word in long_ones) > _TITLE_CASE * len(long_ones)

    @property
    def is_title(self) -> bool:
        """They may be one, if no full stop ends them."""
        is_short = len(self.all) < 2 * LEAST_WORDS
        return is_short or self.text.isupper() or self.is_bare or self.is_capital


def reason_unfit(text: str, *, is_bare: bool) -> str:
    """Return why a stretch cannot be quoted as a sentence; empty if it can.

    `is_bare` says that it has neither a verb nor a fact.
    """
    words = _Words(text, is_bare=is_bare)
    return next((reason for reason, holds in _REASONS if holds(words)), "")


def _has_gaps(words: _Words) -> bool:
    return words.text.count(GAP) * _MOST_GAPS > len(words.all) or words.text.startswith(GAP)


def _is_short(words: _Words) -> bool:
    return len(words.all) < LEAST_WORDS or len(_WORD.findall(words.text)) < LEAST_WORDS - 1


def _is_no_text(words: _Words) -> bool:
    letters = sum(map(str.isalpha, words.text)) + words.text.count(" ")
    return letters < _LEAST_LETTERS * len(words.text) or _MASTHEAD.search(words.text) is not None


def _is_label(words: _Words) -> bool:
    if (words.is_title and not words.is_ended) or (words.is_capital and not words.has_verb):
        return True
    if len(words.all) <= _MOST_BARE and not words.has_verb and not _PLAIN_VERB.search(words.text):
        return True
    is_short = len(words.all) < 2 * LEAST_WORDS and words.text.endswith(".")
    return is_short and not has_verb(words.text) and _NOUNS.fullmatch(words.text) is not None


def _is_full_of_figures(words: _Words) -> bool:
    figures = len(FIGURES.findall(_DAY.sub("", words.text)))
    return figures >= _MANY_FIGURES and 3 * figures > len(words.all)


def _is_bare_row(words: _Words) -> bool:
    is_row = not words.is_ended and len(FIGURES.findall(words.text)) >= _ROW_FIGURES
    return is_row and not words.has_verb


def _is_torn(words: _Words) -> bool:
    return _MIDDLE.match(words.text) is not None or _FRAGMENT.match(words.text) is not None


def _dangles(words: _Words) -> bool:
    is_open = len(words.all) >= LEAST_WORDS and not words.is_ended
    return is_open and _DANGLING_END.search(words.text) is not None


_REASONS: tuple[tuple[str, Callable[[_Words], bool]], ...] = (
    ("a row of a table", lambda w: CELLS in w.text or _LEADERS.search(w.text) is not None),
    ("longer than a sentence", lambda w: len(w.text) > MAX_LETTERS),
    ("an aside in brackets", lambda w: _ASIDE.fullmatch(w.text) is not None),
    ("a list or a row of a table run into a line", lambda w: "•" in w.text),
    ("holds letters that the file does not name", lambda w: LOST in w.text),
    ("holds letters that cannot be printed", _has_gaps),
    ("too short to stand alone", _is_short),
    ("holds a stretch that cannot be broken into lines", lambda w: max(map(len, w.all), default=0) > _LONGEST_WORD),
    ("no running text", _is_no_text),
    ("no full sentence: a title or a label", _is_label),
    ("a row of a table", _is_full_of_figures),
    ("a row of a table", _is_bare_row),
    ("begins in the middle of a sentence", _is_torn),
    ("a question, not a statement", lambda w: _QUESTION.search(w.text) is not None),
    ("breaks off", lambda w: _BROKEN.search(w.text) is not None or _dangles(w)),
)  # fmt: skip
"""In the order in which they are told: the first that holds."""
