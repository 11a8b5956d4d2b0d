"""Clauses of a sentence, as far as marks and conjunctions tell, with the words by which each is known again, and what it hangs on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import TypeVar

from briefbook.frozen import dataclass
from briefbook.language.en import cues
from briefbook.language.en.common_words import is_common
from briefbook.language.en.related import EMPTY_WORDS, is_near
from briefbook.language.en.semantic_roles import MODALS, is_verb
from briefbook.language.en.sentences import NO_END
from briefbook.language.en.stemmer import content_stems, content_words, stem, words_of

_END = re.compile(
    rf"{NO_END}(?<!\b[A-Z]\.[A-Z])[.;:!?]\s+|\s[—–]\s|—|,\s+(?!\d{{3}}\b)|"
    r"\s+(?=(?:and|but|or|while|although|though|whereas|when|because|since|after|before|until|once|as|with|including|which|who|that)\s)"
)


@dataclass(frozen=True)
class Clause:
    """A part of a sentence: its words, where it starts, and the stems of what it tells."""

    text: str
    start: int
    stems: frozenset[str]

    @property
    def end(self) -> int:
        """Where it ends in its text."""
        return self.start + len(self.text)


@lru_cache(maxsize=4096)
def clauses_of(text: str) -> tuple[Clause, ...]:
    """Return the clauses of a text in order; empty ones are left out."""
    found, at = [], 0
    for match in (*_END.finditer(text), None):
        end = match.start() if match else len(text)
        if text[at:end].strip():
            found.append(_clause(text[at:end], at))
        at = match.end() if match else end
    return tuple(found)


def _clause(text: str, start: int) -> Clause:
    return Clause(text, start, content_stems(text))


T = TypeVar("T")
SENTENCE_END = re.compile(rf"{NO_END}[.;!?]\s+")
"""Where a sentence or a half of it ends; initials end none."""


def sentences_of(texts: Iterable[str]) -> list[str]:
    """Return the sentences of some texts, in order; a semicolon ends one, too."""
    return [sentence for text in texts for sentence in SENTENCE_END.split(text)]


def sentence_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence around a stretch of a text begins and ends."""
    before = [match.end() for match in SENTENCE_END.finditer(text, 0, start)]
    behind = SENTENCE_END.search(text, end)
    return max(before, default=0), behind.start() if behind else len(text)


def clear_best(rated: Iterable[tuple[int, T]]) -> T | None:
    """Return what is rated highest; None where nothing is rated above 0, or two things alike."""
    best = sorted(rated, key=lambda entry: -entry[0])[:2]
    is_clear = bool(best) and best[0][0] > 0 and (len(best) == 1 or best[0][0] > best[1][0])
    return best[0][1] if is_clear else None


def shared(told: Iterable[str], said: frozenset[str]) -> int:
    """Return how many stems have a kin or a near synonym among others."""
    return sum(is_near(stem, said) for stem in told)


_HALVES = re.compile(
    rf"{NO_END}[.;!?]\s+|;\s|,?\s(?=(?:while|whereas|but|although)\s)|,\s(?=and\b)"
)
_PARTS = re.compile(rf"{_HALVES.pattern}|\sand\s|,\s|\s[–—]\s")
_MANY = 12
"""Parts of a text up to which they are paired: a longer one is a list."""


def paired_crosswise(told: str, said: Sequence[str]) -> tuple[str, str] | None:
    """Return two parts of a text that have exchanged a name for each other's, or what is told of it.

    “The Board chose the sites, and the Ministry let the contracts” of a Ministry that chose and a Board that let. Halves of
    sentences are held by near synonyms too, their parts by the words themselves.
    """
    if sum(word.is_capital for word in words_of(told)) < 2:  # noqa: PLR2004  a name in each part
        return None
    parts = [part for part in _cut(told, _PARTS) if part.names]
    if not 2 <= len(parts) <= _MANY:  # noqa: PLR2004
        return None
    for pattern, match in ((_HALVES, _near), (_PARTS, frozenset.intersection)):
        units = [unit for words in said for unit in _cut(words, pattern)]
        units = [unit for unit in units if not _REFERSBACK.search(unit.text)]
        known: Stems = frozenset().union(*(unit.stems for unit in units))
        some = [part for part in parts if not part.stems.isdisjoint(known)]
        for one, other in combinations(some, 2) if len(units) > 1 else ():
            for this, that in combinations(units, 2):
                sides = this.stems - that.stems, that.stems - this.stems
                if _are_crossed((one, other), sides, match):
                    return one.text.strip(), other.text.strip()
    return None


Stems = frozenset[str]
_REFERSBACK = re.compile(r"\s(?:it|they|he|she)\s")
"""Of what a part says of “it”, another part has the name."""


@dataclass(frozen=True)
class Piece:
    """A part of a text with the stems that it tells in their order, words of saying and of degree left out."""

    text: str
    order: tuple[str, ...]
    stems: Stems
    names: Stems

    def goes_from(self, one: Stems, other: Stems) -> int:
        """Return 1 where all of some stems stand before all of others, -1 behind them, 0 among them."""
        first = [at for at, base in enumerate(self.order) if base in one]
        second = [at for at, base in enumerate(self.order) if base in other]
        return (max(first) < min(second)) - (max(second) < min(first))


@lru_cache(maxsize=1024)
def _cut(text: str, pattern: re.Pattern[str]) -> tuple[Piece, ...]:
    found, at = [], 0
    words = [w for w in content_words(text) if w.is_capital or w.lower not in EMPTY_WORDS]
    for match in (*pattern.finditer(text), None):
        end = match.start() if match else len(text)
        own = [word for word in words if at <= word.start < end]
        if own:
            order = tuple(word.stem for word in own)
            names = (
                w.stem for w in own if w.is_capital and (w.start > at or not is_common(w.text))
            )
            found.append(Piece(text[at:end], order, frozenset(order), frozenset(names)))
            words = words[len(own) :]
        at = match.end() if match else at
    return tuple(found)


def _are_crossed(
    parts: tuple[Piece, Piece],
    said: tuple[Stems, Stems],
    match: Callable[[Stems, Stems], Stems],
) -> bool:
    """Tell whether one part goes from the first of two others to the second, and the other from the second to the first."""
    pair = parts[0].stems - parts[1].stems, parts[1].stems - parts[0].stems
    here, there = ([not stems.isdisjoint(side) for side in said] for stems in pair)
    if not (any(here) and any(there) and (here[0] or there[0]) and (here[1] or there[1])):
        return False  # near synonyms alone bear nothing
    ways = []
    for part, stems in zip(parts, pair, strict=True):
        one = match(stems, said[0])
        other = match(stems, said[1]) if one else one
        if not one or not other or not one.isdisjoint(other) or part.names.isdisjoint(one | other):
            return False
        ways.append(part.goes_from(one, other))
    return ways[0] == -ways[1] != 0


def _near(told: Stems, said: Stems) -> Stems:
    return frozenset(s for s in told if s in said or (s not in _VAGUE and is_near(s, said)))


_VAGUE = frozenset(
    map(
        stem,
        "go give get put come see ask keep hold set good high low big large new number use part leave bring win receive".split(),
    )
)
"""Words that have a near synonym in every sentence."""

_IF = (
    r"(?:if(?!\s(?:\w+ly|any|anything|not)\b)|unless|provided(?!\s(?:by|for|with|to|in|under|at|from|on|as|free)\b)|"
    r"on condition(?!\sof)|as long as|so long as|subject to\s(?:[\w’'-]+\s){0,3}?"
    r"(?:approv|agree|assent|authori[sz]|clearance|confirm|consent|licen[cs]|parliament|permi|ratif|review|vote)\w*)"
)
"""What a clause hangs on: neither a concession (“if slowly”) nor who provided, nor what floods something is subject to."""
_CONDITION_BEHIND = re.compile(
    rf"[\s,—–“”\"]*(?:but\s)?(?:only\s)?{_IF}\b[^.;]{{0,40}}(?!\w)", re.IGNORECASE
)
_CONDITION_BEFORE = re.compile(rf"(?:^|:)\s*(?:only\s)?{_IF}\b[^.;]*,\s*$", re.IGNORECASE)
_WITHOUT_BEFORE = re.compile(r"\bWithout\b[^.;]*,\s*$")
_EXCEPTION_BEHIND = re.compile(
    r"[\s,—–“”\"]*(?:except|excluding|save for)\b[^.;]{0,40}(?!\w)", re.IGNORECASE
)
_OF_ALL = re.compile(
    rf"\b(?:{'|'.join(f'{cues.OF_ALL} {cues.OF_NONE} always only'.split())})\b", re.IGNORECASE
)
"""An exception is left out of what is told of all."""
_NOUNS = r"claims?|fears?|hopes?|disputes?|suspects?"
"""Verbs of saying that are nouns as well."""
_HELD = (
    rf"{cues.HOLDS}|{_NOUNS}|alleging|claim(?:ed|ing)|maintain(?:s|ed)?|assert(?:s|ed)?|suspected|hoped|"
    r"called for|recommend(?:s|ed)?|probably|perhaps|possibly|den(?:y|ies|ied)|disputed"
)
_HELD_BEFORE = re.compile(
    rf"(?:(?P<before>(?:\bit\s)?[\w’'-]+)\s)?\b(?P<verb>(?:{_HELD})\b)(?P<that>(?:(?<=warned)(?:\s[\w’'-]+){{1,3}})?\sthat)?"
    r"(?:\s(?:she|he|it|they|there|we))?(?:\s(?:the|an?|its|his|her|their|these|those|this))?\s*$",
    re.IGNORECASE,
)
_NO_SUBJECT = frozenset(
    "a an the this that these those its his her their our such any some all many several no is are was were be been being "
    "of to in on at by for from with over under amid among after before despite about against without".split()
)
"""Words behind which no verb stands of somebody who says something: “after the claims”, “were disputed”."""
_ADVERBIAL = re.compile(
    r"\s*(?:after|amid|among|because of|before|despite|during|following|for|from|in|of|on|over|since|under|with|without)\b",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"\b(?:if|unless|provided|condition|when|should|only|without)\b", re.IGNORECASE
)
OPEN = re.compile(r"\b(?:would|could|must|subject|except|but)\b", re.IGNORECASE)
_WOULD = re.compile(rf"\b(?:{'|'.join(sorted(MODALS))}|cannot)\b")
KEEPS_VOICE = re.compile(
    rf"\b(?:{_HELD}|according|said|says|told|thought|think|held|holds|view|eyes|may|might|urg\w+|want\w*|ask\w*|call\w*)\b",
    re.IGNORECASE,
)


def condition_behind(text: str, behind: str) -> str:
    """Return the condition behind what is kept, or the exception to what is told of all."""
    found = _CONDITION_BEHIND.match(behind)
    if found is None and _OF_ALL.search(text):
        found = _EXCEPTION_BEHIND.match(behind)
    return found[0] if found else ""


def condition_before(text: str, before: str) -> str:
    """Return the condition before what is kept; “without” is one of what would be, no “without delay”."""
    found = _CONDITION_BEFORE.search(before)
    if found is None and _WOULD.search(text):
        found = _WITHOUT_BEFORE.search(before)
    return found[0] if found else ""


def voice_before(before: str) -> str:
    """Return the verb of who says what is kept; no noun, and none of another clause."""
    found = _HELD_BEFORE.search(before)
    if found is None:
        return ""
    is_noun = re.fullmatch(_NOUNS, found["verb"], re.IGNORECASE) and _ADVERBIAL.match(before)
    if not found["that"] and ((found["before"] or "").lower() in _NO_SUBJECT or is_noun):
        return ""
    return before[found.start("verb") :]


PAST = re.compile(
    r"^(?:[a-z]{3,}ed|built|made|gave|given|took|taken|began|begun|became|become|came|went|gone|held|kept|left|lost|met|paid|put|sent|set|shut|"
    r"sold|spent|won|wrote|written|brought|bought|broke|broken|chose|chosen|cut|fell|fallen|found|got|grew|grown|led|rose|risen|ran|run|said)$"
)


_HAPPENS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|did|does|do|already|now)\b|no longer", re.IGNORECASE
)
_MORE_PAST = re.compile(
    r"told|saw|knew|thought|felt|heard|spoke|stood|drew|drove|bought|fought|taught|withdrew|threw|flew|lay|sat|meant|cost|stopped"
)
_NOT_FINITE = re.compile(
    r"\b(?:be|been|being|have|has|had|is|are|was|were|to|an?|the|its|their|of|for|with|in|by|from|and|or|newly|more|his|her|our)\s(?:[a-z]+ly\s)?$",
    re.IGNORECASE,
)
BACK = 40
"""Letters before a verb among which the words stand that it may hang on."""
_RELATIVE = re.compile(r"\s*(?:that|which|who|whose|where)\b", re.IGNORECASE)
_DESCRIBES = re.compile(
    r"(?:\b(?:the|an?|its|their|his|her|our|this|any|some|of|for)|[’']s?)\s(?:[a-z]+\s)?(?:\w+ed|possible|likely|pending|upcoming|forthcoming)$",
    re.IGNORECASE,
)
"""“the expected merger”"""
_MAIN_VERB = re.compile(r"\s*[a-z]{2,}s\b")
"""What follows a relative clause: “the bank, which will meet in May, holds 640 tons”."""


_DONE = re.compile(r"^(?:\s\w+){1,4} (?:that|which) (?:was|were) (?!to\b)\w+(?:ed|lt|nt)\b")


def came_about(rest: str) -> bool:
    """Tell whether what was planned is told as done: "proposed the railway that was opened"."""
    return _DONE.search(rest) is not None


@dataclass(frozen=True)
class Standing:
    """A clause of the evidence: its words, the stems of what it tells, and whether it leaves that open."""

    words: str
    stems: frozenset[str]
    is_open: bool | None
    """None where it has no verb of its own."""
    is_aside: bool = False
    """A relative clause, or a purpose: what has no verb of its own goes with none of these."""


@lru_cache(maxsize=4096)
def standing(said: str) -> tuple[Standing, ...]:
    """Return the clauses of a text; one without a verb of its own stands as the one before it, or behind it."""
    found: list[Standing] = []
    for sentence in SENTENCE_END.split(said):
        clauses = list(_rated(sentence))
        main = [c.is_open for c in clauses if c.is_open is not None and not c.is_aside]
        last = main[0] if main else any(c.is_open for c in clauses)
        for clause in clauses:
            is_main = found and found[-1].is_aside and _MAIN_VERB.match(clause.words)
            if is_main and clause.is_open is None:
                last = False
            if clause.is_open is None:
                found.append(Standing(clause.words, clause.stems, last))
                continue
            found.append(clause)
            last = last if clause.is_aside else clause.is_open
    return tuple(found)


def _rated(sentence: str) -> Iterator[Standing]:
    """Yield the clauses of a sentence, divided before a purpose and before the main verb behind a relative clause."""
    for clause in clauses_of(sentence):
        words = clause.text
        ahead, behind = cues.OPEN.search(words), cues.OPEN_BEHIND.search(words)
        is_beside = _RELATIVE.match(words) is not None or (
            ahead is not None and describes(words, ahead)
        )
        if behind and came_about(words[behind.end() :]):
            behind = None
        if ahead and not is_beside:
            yield Standing(words, clause.stems, is_open=True)
        elif cue := ahead or behind:
            start = 0 if ahead and _RELATIVE.match(words) else cue.start()
            end = _next_verb(words, cue.end())
            if start:
                yield _plainly(words[:start])
            yield Standing(
                words[start:end], content_stems(words[start:end]), is_open=True, is_aside=True
            )
            if end < len(words):
                yield Standing(words[end:], content_stems(words[end:]), is_open=False)
        else:
            yield _plainly(words)


def describes(text: str, cue: re.Match[str]) -> bool:
    """Tell whether a word of a plan only describes what a clause tells: “the expected merger affected 870 clerks”."""
    return _DESCRIBES.search(text[: cue.end()]) is not None


def _plainly(words: str) -> Standing:
    return Standing(words, content_stems(words), False if is_finite(words) else None)


def _next_verb(text: str, start: int) -> int:
    """Return where a verb stands that a plan told beside it does not govern: “that may be sold carries 720 cars”."""
    words = words_of(text)
    for at, word in enumerate(words):
        is_behind = text[start : word.start].strip() and not _NOT_FINITE.search(
            text, max(0, word.start - BACK), word.start
        )
        is_present = word.lower.endswith("s") and is_verb(words, at)
        if is_behind and (is_present or _HAPPENS.fullmatch(word.lower) or PAST.match(word.lower)):
            return word.start
    return len(text)


BY_AGENT = re.compile(
    r" by (?!(?:about|around|some|nearly|almost|over|up|more|less|half|an?|one|two|three|four|five|six|seven|eight|nine|ten)\b|\W?\d)"
)
"""Behind a participle that tells no more than whose: “data held by banks”."""
_DOES = re.compile(
    r"(?<!\bto )\b(?!(?:always|perhaps|towards|across)\b)[a-z]{3,}[^s\W]s (?:an?|its|their|his|her|no)\b"
)


def is_finite(text: str) -> bool:
    """Tell whether a text has a verb that says that something is or was."""
    return any(pattern.search(text) for pattern in (_HAPPENS, _DOES)) or any(
        (PAST.match(word.lower) or _MORE_PAST.fullmatch(word.lower))
        and not _NOT_FINITE.search(text, max(0, word.start - BACK), word.start)
        and not BY_AGENT.match(text, word.end)
        for word in words_of(text)
    )
