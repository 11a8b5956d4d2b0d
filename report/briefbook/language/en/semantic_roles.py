"""Who does and who is done to, as far as word order tells it in an English clause.

No grammar of English: a name before the first verb acts, a name after it or after a preposition
does not, "by" after a verb turns that round. What cannot be told is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from briefbook.frozen import dataclass
from briefbook.language.en.name_forms import Equivalents, Part
from briefbook.language.en.names import find_names
from briefbook.language.en.sentences import NO_END
from briefbook.language.en.stemmer import Word, stem, words_of


class Role(IntEnum):
    """What a name does in its clause."""

    ACTS = 1
    UNKNOWN = 0
    IS_DONE_TO = -1


@dataclass(frozen=True)
class Actor:
    """A name in a clause: its key, its role, and where it stands."""

    keys: frozenset[str]
    """What it may be told by: a capital that stands for its government has two keys."""
    text: str
    role: Role
    start: int

    def is_same(self, other: Actor) -> bool:
        """Tell whether both name the same."""
        return bool(self.keys & other.keys)


_CLAUSE = re.compile(
    rf"{NO_END}[.;:!?—]\s+|,\s+(?=(?:and|but|which|who|while|though|although|when|since|where|with)\b)|"
    r"\s+(?=(?:but|although|while|whereas|when|because|that|which|who|since|where|if|until)\s)"
)
_PREPOSITIONS = frozenset(
    "in at on near to toward towards from against with for into over between through via of among "
    "under during outside inside within upon about behind along around by "
    "including connecting joining joined".split()
)
_BETWEEN = re.compile(r"^(?:\s(?:the|a|an|its|their|our|Republic|Government|of|government|governments|both|private|"
                      r"neighboring|neighbouring|former|then|new|own|much|any|all|[a-z]+ly)\b|\s|-)*$")  # fmt: skip
_TURNING = frozenset(
    stem(w) for w in "receive get obtain accept borrow buy purchase import gain host".split()
)
"""Verbs whose subject is at the receiving end."""

_VERBS = frozenset(
    stem(word)
    for word in """
accept accuse acquire add adopt agree aid allow amend announce appoint approve ask assist attack attend
award back ban become begin block borrow bring build buy call carry cede claim close come commit complete
conclude condemn confirm connect construct continue contribute criticize cross cut decide deliver demand deny
deploy describe develop discuss donate elect enter establish expand export extend face fall fight finance
find follow force fund gain get give go grant grow guarantee hand have help host impose import
improve increase inform invade invest invite issue join keep launch lead leave lend license lose maintain
make meet move name negotiate obtain offer open oppose order own participate pay pledge present
press prevent produce promise propose protect provide publish purchase push raise reach recall receive
recognize reduce refuse reject release remain renew replace require respond restore return rise seek
sell send serve set share sign speak spend sponsor start state steady stop strengthen supply support
suspend take tell threaten train transfer treat try turn urge use value view visit vote want warn welcome
win withdraw work write accede arrive depart grant record date cost cover confirm dispute say
""".split()
)
MODALS = frozenset("will would can could may might must shall should".split())
_AUXILIARY = MODALS | frozenset("is are was were be been being has have had do does did".split())
_NOT_VERBS = frozenset("support aid help visit force forces state call share trade work use value place cost back train trains trucks "
                       "record set lead open opening meeting building training funding press".split())  # fmt: skip
"""Words that are nouns as often as verbs: they count as verbs after an auxiliary or with an ending alone."""
LIGHT_VERBS = frozenset(
    map(stem, "go come get make take put give set turn run keep bring hold".split())
)
"""Verbs that mean what stands behind them: “went down” for “fell”."""
PARTICIPLE = ("ed", "wn", "en", "ght", "lt", "nt", "ld", "de", "id")
"""Endings of participles."""


@lru_cache(maxsize=1 << 12)
def actors(text: str, equivalents: Equivalents) -> tuple[tuple[str, tuple[Actor, ...]], ...]:
    """Return each clause of a text that has names, with what the names do in it."""
    return tuple(_clauses_with_actors(text, equivalents))


def _clauses_with_actors(
    text: str, equivalents: Equivalents
) -> Iterator[tuple[str, tuple[Actor, ...]]]:
    start = 0
    bounds = [match.span() for match in _CLAUSE.finditer(text)] + [(len(text), len(text))]
    for end, resume in bounds:
        clause = text[start:end]
        start = resume
        found = tuple(_actors(clause, equivalents))
        if found:
            yield clause, found


def _actors(clause: str, equivalents: Equivalents) -> Iterator[Actor]:
    if not (names := find_names(clause)):
        return
    words = words_of(clause)
    verbs = [word for at, word in enumerate(words) if is_verb(words, at)]
    first = verbs[0] if verbs else None
    for name in names:
        for part in equivalents.parts(clause, name.words):
            if not part.key.startswith("title:") and (":" in part.key or part.text[0].isupper()):
                keys = frozenset(filter(None, (part.key, part.other)))
                yield Actor(keys, part.text, _role(clause, part, words, verbs, first), part.start)


def is_verb(words: tuple[Word, ...], at: int) -> bool:
    """Tell whether a word of a clause is a verb, as far as the words before it tell."""
    word = words[at]
    before = words[at - 1].lower if at else ""
    if word.lower in _AUXILIARY:
        return True
    if word.stem not in _VERBS or before in (
        "the",
        "a",
        "an",
        "its",
        "their",
        "of",
        "for",
        "in",
        "this",
        "that",
    ):
        return False
    if word.lower.endswith("ing") and before not in _AUXILIARY:
        return False
    return word.lower not in _NOT_VERBS or before in _AUXILIARY or before == "to"


def _role(
    clause: str, part: Part, words: tuple[Word, ...], verbs: list[Word], first: Word | None
) -> Role:
    before = [word for word in words if word.end <= part.start]
    preposition = _preposition(clause, before, part)
    if preposition == "by":
        return Role.ACTS if verbs and verbs[0].start < part.start else Role.UNKNOWN
    if first is None:
        return Role.UNKNOWN
    if preposition and preposition != "of":  # "the Government of X offered"
        return Role.IS_DONE_TO
    past = [verb for verb in verbs if verb.start < part.start]
    # "After it withdrew, A took …": a comma lets a new subject begin, if a verb follows it.
    is_new = bool(past) and "," in clause[past[-1].end : part.start] and past[-1] is not verbs[-1]
    own = verbs[len(past) :] if is_new else verbs
    return _turned(words, own, is_first=is_new or not past)


def _preposition(clause: str, before: list[Word], part: Part) -> str:
    """Return the preposition that governs a name, with nothing but its own attributes between."""
    for word in reversed(before[-5:]):
        if word.lower in _PREPOSITIONS:
            between = clause[word.end : part.start]
            if between.endswith(", "):
                return ""  # “In July, Tarn …”: what stands before the comma is when
            return word.lower if _BETWEEN.match(between) or word.is_capital else ""
        if not _BETWEEN.match(" " + word.text) and not word.is_capital:
            return ""
    return ""


def _turned(words: tuple[Word, ...], verbs: list[Word], *, is_first: bool) -> Role:
    role = Role.ACTS if is_first else Role.IS_DONE_TO
    if _is_receiving(verbs):
        has_giver = any(word.lower == "from" for word in words)
        return Role(-role) if has_giver else Role.UNKNOWN
    return Role(-role) if _is_passive(words, verbs) else role


def _is_passive(words: tuple[Word, ...], verbs: list[Word]) -> bool:
    """Tell whether the first verb is a form of be, with a participle and a "by" after it.

    Without "by" nobody is said to act, and the subject is what places are told apart from.
    """
    if not verbs or stem(verbs[0].text) != "b" or not _has_agent(words):
        return False
    at = words.index(verbs[0])
    following = [w for w in words[at + 1 : at + 3] if not w.lower.endswith("ly")]
    return bool(following) and (
        following[0].lower.endswith(("ed", "wn", "en", "lt", "nt", "ld", "ad", "et", "un", "id"))
        and following[0].stem in _VERBS
    )


def _has_agent(words: tuple[Word, ...]) -> bool:
    """Tell whether a “by” says who acts: not “by a margin of 40”, “by 2015” or “by paying”."""
    return any(
        by.lower == "by"
        and not (word.lower in ("a", "an") or word.text[0].isdigit() or word.lower.endswith("ing"))
        for by, word in pairwise(words)
    )


def _is_receiving(verbs: list[Word]) -> bool:
    main = next((verb for verb in verbs if verb.lower not in _AUXILIARY), None)
    return main is not None and main.stem in _TURNING
