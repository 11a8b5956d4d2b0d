"""Events that two verbs tell from their two sides: who sells and who buys, who defeats and who loses.

    Chile sold 12 frigates to Peru. Peru bought them from Chile. Peru was sold them by Chile.

From where it goes and where to is read from the verb, its voice and the small words behind it; what the words do not
tell is left empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from briefbook.frozen import dataclass
from briefbook.language.en.name_forms import Equivalents
from briefbook.language.en.semantic_roles import is_verb
from briefbook.language.en.sentences import NO_END
from briefbook.language.en.stemmer import STOP_WORDS, stem, words_of
from briefbook.language.en.tables import rows
from briefbook.values.dates import MONTHS

Stems = frozenset[str]


@dataclass(frozen=True)
class Verb:
    """A verb of an event: the stems of all verbs of its lines, which side its subject is, what stands before the other one."""

    stems: Stems
    lines: frozenset[int]
    gives: bool
    other: Stems
    """Small words before the other side; none where it stands right behind the verb."""
    past: Stems
    """Forms that may be participles."""


@dataclass(frozen=True)
class Event:
    """What goes from one side to the other, and by which verb."""

    lines: frozenset[int]
    verb: str
    stems: Stems
    """Of all verbs of its lines."""
    start: int
    gives: bool
    is_passive: bool
    source: Stems
    goal: Stems
    is_named: bool
    """Whether a name stands right before the verb, or behind its “by”."""
    matter: Stems
    """The other words of its clause."""


def _forms(entry: str) -> tuple[Stems, Stems]:
    """Return all forms of a verb, and those that may be participles."""
    base, *irregular = entry.split("/")
    ends_in_e, ends_in_y = base.endswith("e"), re.search(r"[^aeiou]y$", base) is not None
    root = base[:-1] if ends_in_e or ends_in_y else base
    past = irregular or [f"{root}ied" if ends_in_y else f"{root}ed"]
    third = (
        f"{root}ies"
        if ends_in_y
        else f"{base}es"
        if base.endswith(("sh", "ch", "s"))
        else f"{base}s"
    )
    ing = f"{root if ends_in_e else base}ing"
    doubled = {f"{base}{base[-1]}ed"} if base in ("ship", "rout") else set()
    return frozenset((base, third, ing, *past, *doubled)), frozenset((*past, *doubled))


@cache
def _verbs() -> dict[str, Verb]:
    """Return the verbs of events by their forms; one of several lines has all of them."""
    found: dict[str, Verb] = {}
    for line, row in enumerate(rows("converses")):
        if row["kind"] not in ("pair", "event"):
            continue
        stems = _stems_in(f"{row['gives']} {row['receives']}")
        for gives, small in ((True, row["to"]), (False, row["from"])):
            other = frozenset(small.replace("-", "").split())
            for entry in row["gives" if gives else "receives"].split():
                forms, past = _forms(entry)
                for form in forms:
                    known = found.get(form)
                    if known and known.gives is not gives:
                        del found[form]  # “leased” is told of both
                        continue
                    lines = frozenset((line,)) | (known.lines if known else frozenset())
                    found[form] = Verb(
                        stems | (known.stems if known else frozenset()), lines, gives, other, past
                    )
    return found


@cache
def _places() -> dict[str, tuple[tuple[str, int, bool], ...]]:
    """Return where stems of verbs and nouns stand in the table: the kind and number of the line, and on which side."""
    found: dict[str, tuple[tuple[str, int, bool], ...]] = {}
    for line, row in enumerate(rows("converses")):
        for side in ("gives", "receives"):
            for word in _stems_in(row[side]):
                found[word] = (*found.get(word, ()), (row["kind"], line, side == "gives"))
    return found


def are_converse(one: str, other: str, *kinds: str) -> bool:
    """Tell whether two stems tell one event from its two sides, in lines of some kinds."""
    its = _places().get(other, ())
    return bool(its) and any(
        (kind, line, not side) in its
        for kind, line, side in _places().get(one, ())
        if kind in kinds
    )


def of_two_sides(*kinds: str) -> Stems:
    """Return the stems that stand in lines of some kinds."""
    return frozenset(
        word for word, at in _places().items() if any(kind in kinds for kind, *_ in at)
    )


def _stems_in(cell: str) -> Stems:
    return frozenset(stem(form) for entry in cell.split() for form in entry.split("/"))


_CLAUSE = re.compile(
    rf"{NO_END}[.;:!?—]\s+|,\s+(?=(?:and|but|which|who|while|though|although|when|since|where)\b)|"
    r"\s+(?=(?:but|although|while|whereas|when|because|that|which|who|since|where|if|until|before|after)\s)"
)
_NP_END = re.compile(
    r"[,;.()]|\s(?:in|at|on|for|by|from|to|with|under|after|before|during|over|since|and then|worth|as|through|until|within)\b"
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|be|being)\s(?:\w+ly\s)?$", re.IGNORECASE)
_NOUN = re.compile(
    r"\b(?:the|an?|its|their|his|her|this|that|of|for|in|total|net|gross|oil|arms|annual)\s$|[’']s\s$|s[’']\s$",
    re.IGNORECASE,
)
_WHEN = re.compile(r"^\W*(?:In|At|On|By|During|After|Since|From|Under)\s[^,]*,\s")
_NOT = re.compile(
    r"\b(?:not|never|no|refused to|failed to|declined to)\s(?:\w+\s)?$|n[’']t\s(?:\w+\s)?$"
)
_AND = re.compile(r"\b(?:and|or|but)\s(?:\w+ly\s)?$")
_MAY_ACT = re.compile(
    r"\b(?:to|will|would|may|might|can|could|must|should|did|does|do|not|who|which|that)\s(?:\w+ly\s)?$"
)
_NAMED = re.compile(r"\b[A-Z][\w’'-]*\s(?:\w+ly\s)?$")


@lru_cache(maxsize=4096)
def verbs_in(text: str) -> tuple[tuple[str, Verb], ...]:
    """Return the forms of a text that are verbs of the table, and which."""
    known = _verbs()
    return tuple((word.lower, known[word.lower]) for word in words_of(text) if word.lower in known)


def may_be_one_event(one: str, other: str) -> bool:
    """Tell whether two texts have verbs of one line that are not the same, or are told in two voices."""
    is_turned = (" by " in one) is not (" by " in other)
    return any(
        mine.lines & its.lines and (is_turned or word != its_word)
        for word, mine in verbs_in(one)
        for its_word, its in verbs_in(other)
    )


@lru_cache(maxsize=4096)
def events_of(text: str, names: Equivalents) -> tuple[Event, ...]:
    """Return the events of a text that verbs of the table tell, one of each verb."""
    if not verbs_in(text):
        return ()
    found: list[Event] = []
    at = 0
    for match in (*_CLAUSE.finditer(text), None):
        end = match.start() if match else len(text)
        found += _events_in(text[at:end], at, names)
        at = match.end() if match else end
    return tuple(found)


def _events_in(clause: str, start: int, names: Equivalents) -> Iterator[Event]:
    known, words = _verbs(), words_of(clause)
    for at, word in enumerate(words):
        verb = known.get(word.lower)
        before, behind = clause[: word.start], clause[word.end :]
        if verb is None or word.is_capital or _NOUN.search(before) or _NOT.search(before):
            continue
        is_participle = word.lower in verb.past
        if not (is_participle or _MAY_ACT.search(before) or is_verb(words, at)):
            continue  # “supply”, “exports” and “trains” are nouns as often
        is_passive = is_participle and _PASSIVE.search(before) is not None
        if not is_passive and is_participle and behind.startswith(" by "):
            is_passive = True  # “900 tents given by Sweden”
        if _AND.search(
            before
        ):  # “sold it to a fund and bought it back” has its subject before both
            verbs = (w for n, w in enumerate(words[:at]) if w.lower in known or is_verb(words, n))
            first = next(verbs, None)
            before = clause[: first.start] if first else before
        subject, other = _sides(verb, before, behind, is_passive=is_passive)
        mine, its = _keys(subject, names), _keys(other, names)
        mine, its = mine - its, its - mine
        if not (mine or its):
            continue
        source, goal = (mine, its) if verb.gives else (its, mine)
        rest = frozenset(w.stem for w in words_of(clause) if w.lower not in _EMPTY)
        yield Event(
            verb.lines, word.text, verb.stems, start + word.start, verb.gives, is_passive, source, goal,
            _NAMED.search(before) is not None,
            rest - mine - its - verb.stems,
        )  # fmt: skip


_EMPTY = STOP_WORDS | frozenset(month.lower() for month in MONTHS)


def _sides(verb: Verb, before: str, behind: str, *, is_passive: bool) -> tuple[str, str]:
    """Return the words of the side that the verb's subject is in the active voice, and those of the other one."""
    subject = _WHEN.sub("", before)
    other = _behind(behind, verb.other) if verb.other else _until(behind)
    if not is_passive:
        if verb.gives and verb.other and not other:
            other = _until(behind)  # “gave Sweden 900 tents”
        return subject, other
    agent = _behind(behind, frozenset(("by",)))
    if not verb.other:
        return agent, subject
    if verb.gives and not other:  # “Mali was given 900 tents by Sweden”
        other = subject
    return agent, other


@cache
def _small_word(small: Stems) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(sorted(small))})\s(?!\d{{4}}\b)")


def _behind(text: str, small: Stems) -> str:
    """Return what stands behind the first of some small words, up to the next phrase."""
    match = _small_word(small).search(text)
    return _until(text[match.end() :]) if match else ""


def _until(text: str) -> str:
    return _NP_END.split(text, maxsplit=1)[0]


_AMOUNTS = frozenset(
    map(stem, ("million", "billion", "thousand", "percent", "dollar", "euro", "pound"))
)


def _keys(words: str, names: Equivalents) -> Stems:
    """Return what a side may be told by: its names in any form, and its other words."""
    if not words:
        return frozenset()
    told = words_of(words)
    parts = tuple(names.parts(words, told)) if any(word.is_capital for word in told) else ()
    keys = frozenset(key for part in parts for key in (part.key, part.other) if ":" in key)
    stems = frozenset(
        word.stem for word in told if word.lower not in _EMPTY and word.text[0].isalpha()
    )
    return keys | (stems - _AMOUNTS)
