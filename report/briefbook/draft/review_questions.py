"""What a draft asks the editor: told twice, one thing under two names, damage, both readings.

Each question is a comment in the YAML, beside nothing or at its head; none of them fails a check.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from briefbook.draft.corpus import Material, Sentence
from briefbook.draft.rank import Ranking
from briefbook.language.en.dates import find_dates
from briefbook.language.en.mentions import EntityType, Person

_MOST = 12
"""Questions of one sort; more would not be read."""
_ALIKE = 0.45
_NAMES = 220
"""Names that are compared with each other."""
_LEAST_LETTERS = 5
_RATIO = 0.78
_CAPITAL = re.compile(r"(?<![\w.])[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?\b")
_DAMAGE = re.compile(
    r"\?[a-z]{3,}|\b[a-z]{2,}\?[a-z]{2,}|\b[A-Z][a-z]+the\b(?= [A-Z])|�|\b[A-Z]\.[A-Z][a-z]{2,}"
)
_FIGURES = re.compile(r"\d[./-]\d")


def questions(material: Material, ranking: Ranking) -> tuple[str, ...]:
    """Return the questions to the editor, each a sentence or two."""
    return (
        *_first(_repetitions(material.sentences, ranking)),
        *_first(_aliases(material.sentences)),
        *_first(_damage(material.sentences)),
        *_first(_ambiguous(material.sentences)),
    )


def _first(found: Iterator[str]) -> tuple[str, ...]:
    return tuple(text for text, _ in zip(dict.fromkeys(found), range(_MOST), strict=False))


def _place(sentence: Sentence, *, several: bool = False) -> str:
    return f"{sentence.source} ¶ {sentence.paragraph}" if several else f"¶ {sentence.paragraph}"


def _repetitions(sentences: Sequence[Sentence], ranking: Ranking) -> Iterator[str]:
    several = len({sentence.source for sentence in sentences}) > 1
    ranked = [s for s in ranking.sentences if s.text]
    for index, a in enumerate(ranked):
        for b in ranked[index + 1 :]:
            if ranking.alike(a, b) > _ALIKE:
                yield (
                    f"told twice? {_place(a, several=several)} “{_head(a)}” and "
                    f"{_place(b, several=several)} “{_head(b)}”"
                )


def _head(sentence: Sentence) -> str:
    words = sentence.text.split()
    return " ".join(words[:9]) + (" …" if len(words) > 9 else "")  # noqa: PLR2004


def _aliases(sentences: Sequence[Sentence]) -> Iterator[str]:
    names: Counter[str] = Counter()
    for sentence in sentences:
        words = _CAPITAL.findall(sentence.text)
        names.update(word for word in words if len(word) >= _LEAST_LETTERS)
    often = sorted(names, key=lambda name: (-names[name], name))[:_NAMES]
    for a, b in _pairs(sorted(often)):
        if (
            a[0] == b[0]
            and not _is_inflection(a, b)
            and difflib.SequenceMatcher(None, a, b).ratio() >= _RATIO
        ):
            yield f"one name or two? “{a}” and “{b}”"
    yield from _persons(sentences)


def _pairs(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    for index, a in enumerate(names):
        for b in names[index + 1 :]:
            if b[0] != a[0]:
                break
            yield a, b


def _is_inflection(a: str, b: str) -> bool:
    """Tell a name from its plural or its adjective."""
    short, long = sorted((a, b), key=len)
    stem = short[: max(4, len(short) - 2)]
    endings = (
        "s|n|an|ian|ns|ans|ian?s|i|is|ese|ish|ic|al|ed|ing|er|or|ion|y|ies|ment|ation|ations|ly|e"
    )
    return (
        long.startswith(stem)
        and re.fullmatch(f"(?:{endings})?", long[len(stem) :].lstrip(short[len(stem) :]))
        is not None
    )


def _persons(sentences: Sequence[Sentence]) -> Iterator[str]:
    forms: dict[str, set[str]] = {}
    for sentence in sentences:
        for fact in sentence.of(EntityType.PERSON):
            if isinstance(fact.value, Person):
                forms.setdefault(fact.value.name.split()[-1].split(".")[-1], set()).add(
                    fact.value.name
                )
    for last in sorted(forms):
        names = sorted(forms[last])
        if len(names) > 1:
            yield f"one person? {', '.join(f'“{name}”' for name in names)}"


def _damage(sentences: Sequence[Sentence]) -> Iterator[str]:
    for sentence in sentences:
        for match in _DAMAGE.finditer(sentence.text):
            words = sentence.text[max(0, match.start() - 20) : match.end() + 20]
            yield f"damaged? “… {words.strip()} …” in {_place(sentence)}"


def _ambiguous(sentences: Sequence[Sentence]) -> Iterator[str]:
    for sentence in sentences:
        # Only figures can be read both ways, and a long text has thousands of other dates.
        for found in find_dates(sentence.text) if _FIGURES.search(sentence.text) else ():
            if found.date.choices:
                words = sentence.text[found.start : found.end]
                yield f"day or month first? “{words}” in {_place(sentence)}"
