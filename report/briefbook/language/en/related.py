"""Which words mean nearly the same, and which the opposite, by a digest of WordNet.

The digest (`data/wordnet.tsv`, made by docs/tools/wordnet_digest.py) is searched by its lines and
not parsed: a check asks for some hundred words of forty thousand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable
from functools import cache, lru_cache
from itertools import pairwise

from briefbook.frozen import dataclass
from briefbook.language.en.stemmer import Word, are_kin, content_words, stem
from briefbook.language.en.tables import file_of, rows

SAME, NEAR, FAR = 1.0, 0.8, 0.4
"""How related two words are: one word or its synonym, a broader or neighbouring one, cousins."""


@dataclass(frozen=True)
class Entry:
    """A word of the digest."""

    senses: frozenset[str]
    broader: frozenset[str]
    family: frozenset[str]
    """Stems of the words that are derived from it, and it from them."""
    opposites: frozenset[str]


_NONE = Entry(frozenset(), frozenset(), frozenset(), frozenset())


@cache
def _blocks() -> list[bytes]:
    """Return the digest in blocks of whole lines, in their order: forty thousand lines take long to tell apart."""
    digest = file_of("wordnet")
    ends = [digest.find(b"\n", at) + 1 for at in range(_BLOCK, len(digest), _BLOCK)]
    bounds = [0, *filter(None, ends), len(digest)]
    return [digest[start:end] for start, end in pairwise(bounds)]


_BLOCK = 1 << 10


def _line_of(key: bytes) -> bytes:
    """Return the line of the digest that begins with a key; an empty one where none does."""
    blocks = _blocks()
    at = bisect_left(blocks, key)
    if at < len(blocks) and blocks[at].startswith(key):
        return blocks[at].partition(b"\n")[0]
    start = blocks[at - 1].find(b"\n" + key) + 1 if at else 0
    return blocks[at - 1][start:].partition(b"\n")[0] if start else b""


@lru_cache(maxsize=8192)
def entry_of(base: str) -> Entry:
    """Return what the digest has of a stem, in British or American spelling; an empty entry for none."""
    for spelled in _spellings(base):
        if line := _line_of(spelled.encode() + b"\t"):
            cells = line.decode().split("\t")[1:]
            return Entry(*(frozenset(cell.split()) for cell in cells))
    return _NONE


_BRITISH = ((r"is(?=at|$)", "iz"), (r"our", "or"), (r"tr$", "ter"), (r"enc$", "ens"), (r"ogu$", "og"),
            (r"programm$", "program"), (r"ys$", "yz"))  # fmt: skip


_MAY_BE_BRITISH = re.compile("|".join(pattern for pattern, _ in _BRITISH))


@lru_cache(maxsize=65536)
def american(base: str) -> str:
    """Return a stem as American spelling has it: recognis, labour → recogniz, labor."""
    if not _MAY_BE_BRITISH.search(base):
        return base
    for pattern, instead in _BRITISH:
        base = re.sub(pattern, instead, base)
    return base


def _spellings(base: str) -> tuple[str, ...]:
    other = american(base)
    return (base,) if other == base else (base, other)


@lru_cache(maxsize=65536)
def relatedness(one: str, other: str) -> float:
    """Return how related two stems are, from 0 to 1."""
    if are_kin(one, other):
        return SAME
    a, b = _relations(one), _relations(other)
    if a.spelled == b.spelled or other in a.declared:
        return SAME
    if not a.senses.isdisjoint(b.senses) or other in a.family or one in b.family:
        return SAME
    if not a.senses.isdisjoint(b.near) or not b.senses.isdisjoint(a.near):
        return NEAR
    return 0.0 if a.broader.isdisjoint(b.broader) else FAR


@dataclass(frozen=True)
class _Relations:
    """What is asked of a stem for each other that it is held against: worked out once."""

    spelled: str
    declared: frozenset[str]
    senses: frozenset[str]
    broader: frozenset[str]
    near: frozenset[str]
    """What is broader, and the senses of its family."""
    family: frozenset[str]


@lru_cache(maxsize=8192)
def _relations(base: str) -> _Relations:
    own = entry_of(base)
    near = own.broader.union(*(entry_of(word).senses for word in own.family))
    declared = _declared().get(base, frozenset())
    return _Relations(american(base), declared, own.senses, own.broader, near, own.family)


@cache
def _declared() -> dict[str, frozenset[str]]:
    """Return the stems that a line of the table has beside each of its own."""
    found: dict[str, frozenset[str]] = {}
    for row in rows("synonyms"):
        group = frozenset(map(stem, row["words"].split()))
        for word in group:
            found[word] = found.get(word, frozenset()) | group
    return found


@lru_cache(maxsize=65536)
def are_opposite(one: str, other: str) -> bool:
    """Tell whether two stems are opposites, or one is a synonym of an opposite of the other."""
    mine, its = entry_of(one).opposites, entry_of(other).opposites
    if not mine and not its:  # few words have any
        return False
    is_turned = any(_are_synonyms(word, other) for word in mine) or any(
        _are_synonyms(word, one) for word in its
    )
    return is_turned and relatedness(one, other) < NEAR


def _are_synonyms(one: str, other: str) -> bool:
    """Tell whether two stems share most senses of the one that has fewer: of many, one is chance."""
    if are_kin(one, other):
        return True
    a, b = entry_of(one).senses, entry_of(other).senses
    return 2 * len(a & b) >= min(len(a), len(b)) > 0


def best_relation(word: str, others: Iterable[str]) -> float:
    """Return how related a stem is to the nearest of some."""
    best = 0.0
    for other in others:
        relation = relatedness(word, other)
        if relation == SAME:
            return SAME
        best = max(best, relation)
    return best


def is_near(word: str, others: Collection[str]) -> bool:
    """Tell whether a stem is one of some, or a synonym or neighbour of one."""
    return word in others or any(relatedness(word, other) >= NEAR for other in others)


_SAYING = frozenset(
    "says say said saying finds find found gives give names name named calls call sees see states state notes note tells tell told "
    "speaks writes describes reports adds holds counts count percent per cent two three four five six seven eight nine ten "
    "source author authors page account fact sheet sum voice stated given known context".split()
)
"""Words with which a statement brings what a source tells: they tell nothing themselves."""
EMPTY_WORDS = _SAYING | frozenset(
    "still nearly almost half third quarter just only even already always never thus hence altogether together instead "
    "first last second whole part rest handful couple kind sort way thing things".split()
)
"""Those, and words of degree, order and number, which other rules hold."""


def novelty(text: str, evidence: Iterable[str]) -> tuple[float, tuple[Word, ...]]:
    """Return which part of a text's content is new, from 0 to 1, and the words that are.

    Names and values are other rules' matter; what is left is what the statement tells.
    """
    known = {word.stem for said in evidence for word in content_words(said)}
    words = [w for w in content_words(text) if not w.is_capital and w.lower not in EMPTY_WORDS]
    rated = [
        (word, SAME if word.stem in known else best_relation(word.stem, known)) for word in words
    ]
    if not rated:
        return 0.0, ()
    new = tuple(word for word, relation in rated if relation < NEAR)
    return sum(1 - relation for _, relation in rated) / len(rated), new


BEFALLS = frozenset(
    map(
        stem,
        "case death fatality casualty injury infection arrest hospitalization hospitalisation admission conviction "
        "vote abstention signature detention killing murder suicide drowning birth execution layoff illness diagnosis".split(),
    )
)
"""What befalls persons, one each: who counts it counts them."""


PERSONS = frozenset(("people", "persons"))
ROLES = frozenset(
    map(
        stem,
        "member witness senator delegate deputy voter candidate applicant claimant respondent participant resident inhabitant "
        "minister ambassador commissioner juror defendant victim survivor patient refugee migrant passenger".split(),
    )
)
"""Persons by what they do, whom WordNet has under other heads."""


OF_ANY_ROLE = frozenset(
    map(
        stem,
        "adult person individual people man woman resident child children infant teenager".split(),
    )
)


def is_person(word: Word) -> bool:
    """Tell whether a noun is one for persons: witnesses, patients, Ukrainians."""
    if word.lower in PERSONS or (word.is_capital and word.text.endswith(("ans", "ese"))):
        return True
    is_role = word.stem in ROLES
    return is_role or best_relation(word.stem, ("person", "man", "worker")) >= FAR
