"""The countries that a source is about, found from its title and from how often it names them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from briefbook.draft.corpus import Sentence
from briefbook.language.en.countries import country_codes, country_names
from briefbook.values.dates import MONTHS


@cache
def _country() -> re.Pattern[str]:
    words = sorted(country_codes(), key=lambda word: (-len(word), word))
    return re.compile(
        rf"(?<![\w.])(?:the )?(?P<name>{'|'.join(map(re.escape, words))})(?![\w’']*\w|\$)"
    )


_NAME = r"[A-Z][\w’'-]+(?: (?:and |of |the )?[A-Z][\w’'-]+){0,2}"
_PAIRS = (
    re.compile(
        rf"[Rr]elations (?:between|of) (?:the )?(?P<a>{_NAME}) (?:and|with) (?:the )?(?P<b>{_NAME})"
    ),
    re.compile(
        rf"^(?:The )?(?P<a>{_NAME}?)\s?(?:[-–—/]|and|&)\s?(?:the )?(?P<b>[A-Z][\w’'-]+)(?:n|an|ian)? (?:[Rr]elations|[Pp]artnership|[Cc]ooperation|[Tt]ies)"
    ),
    re.compile(rf"^(?P<a>{_NAME})[’']s? [Rr]elations with (?:the )?(?P<b>{_NAME})"),
    re.compile(r"^(?P<a>[A-Z][\w’'-]+) and (?:the )?(?P<b>[A-Z][\w’'-]+)\b"),
)
_PLACE = re.compile(
    r"\b(?:in|of|to|from|with|between|and|for|toward|towards|by) (?:the )?(?P<name>[A-Z][a-z’-]{3,}(?: [A-Z][a-z-]{3,})?)\b"
)
_NO_PLACE = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday President Prime Minister Ministry "
    "Government State States Department Embassy Ambassador Secretary Agreement Treaty Parliament "
    "Foreign Affairs Council Union Europe European Nations United Asia Africa General Congress "
    "Assembly House Senate Memorandum Understanding Commission Bank Fund National Republic Kingdom "
    "Both Since Their This These That Those They After Before During Under Joint North South East "
    "West Central Northern Southern Eastern Western Defence Defense Trade Commerce Finance "
    "Protocol Convention Charter Framework Foundation Agency Office Program Programme Committee "
    "University Institute Force Forces Army Navy Court Party Law".split()
) | {*MONTHS}  # fmt: skip
_CAPITAL = re.compile(r"\b[A-Z][a-z’-]{3,}(?: [A-Z][a-z-]{3,})?\b")
_TITLE_COUNTS = 6
_LEAST = 3
"""So often a country is named that the text is about it."""
_JOINED = 2_000
"""Letters of a title or a sentence in which two names are looked for."""
_READ = 400
"""Sentences that are counted; what a text is about shows early."""


@dataclass(frozen=True)
class Parties:
    """Two countries, or one, or none that could be told."""

    names: tuple[str, ...]
    codes: tuple[str, ...]
    """ISO 3166 codes of those that have one."""


_SUBJECT = 0.3
"""Share of the sentences that name a country which no title does, where the text is about it."""
_CARRIES = 0.2
"""Share of the sentences that must name a party before it stands in a bilateral title."""


def find_parties(titles: Sequence[str], sentences: Sequence[Sentence]) -> Parties:
    """Return the one or two countries that the sources are about, the title's first.

    Two only where both carry the text: a report on air traffic that names Ethiopia five times is
    not on relations with Ethiopia.
    """
    found = _parties(titles, sentences)
    if len(found.names) < 2:  # noqa: PLR2004
        return _carrying(found, titles, sentences)
    if any(_is_word(name, sentences) for name in found.names if name not in country_codes()):
        return Parties((), ())
    read = sentences[:_READ]
    shares = [_share(name, read) for name in found.names]
    kept = [n for n, share in zip(found.names, shares, strict=True) if share >= _CARRIES]
    is_joined = _joins(titles, found.names)
    if len(kept) == len(found.names) and (is_joined or not _has_third(found, read, min(shares))):
        return found
    if is_joined and min(shares) > 0:
        return found
    names = tuple(kept[:1]) if max(shares) >= 2 * min(shares) else ()
    codes = tuple(code for name in names if (code := country_codes().get(name)))
    return _carrying(Parties(names, codes), titles, sentences)


def _carrying(found: Parties, titles: Sequence[str], sentences: Sequence[Sentence]) -> Parties:
    """Return one country only where a title names it, or the text again and again: a U.S. Code is no subject."""
    name = next(iter(found.names), "")
    is_told = name in country_codes() and (
        _joins(titles, (name,)) or _share(name, sentences[:_READ]) >= _SUBJECT
    )
    return found if is_told else Parties((), ())


_RELATIONS = re.compile(
    r"\b(?:relations|relationship|ties|partnership|cooperation|co-operation|bilateral|diplomatic)\b",
    re.IGNORECASE,
)
_LEAST_OF_RELATIONS = 3
"""Sentences of a text without a title that speak of relations, if it is about them."""


def related(found: Parties, title: str, sentences: Sequence[Sentence]) -> Parties:
    """Return two countries only where a document is on their relations: its title says so, or else its text, often."""
    if len(found.names) < 2:  # noqa: PLR2004
        return found
    said = sum(_RELATIONS.search(sentence.text) is not None for sentence in sentences)
    is_told = _RELATIONS.search(title) if title else said >= _LEAST_OF_RELATIONS
    return found if is_told else Parties((), ())


def _is_word(name: str, sentences: Sequence[Sentence]) -> bool:
    """Tell whether a text writes a name in small letters too: insurance is no party."""
    small = re.compile(rf"\b{re.escape(name.lower())}\b")
    return any(small.search(sentence.text) for sentence in sentences[:_READ])


def _joins(titles: Sequence[str], names: Sequence[str]) -> bool:
    """Tell whether a title names all parties, as the country or as its adjective."""
    return any(all(_pattern(name).search(title) for name in names) for title in titles)


def _pattern(name: str) -> re.Pattern[str]:
    forms = [name, *_adjectives(name)]
    code = country_codes().get(name)
    forms += [word for word, other in country_codes().items() if code and other == code]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b")


def _share(name: str, sentences: Sequence[Sentence]) -> float:
    pattern = _pattern(name)
    return sum(bool(pattern.search(s.text)) for s in sentences) / max(1, len(sentences))


def _has_third(found: Parties, sentences: Sequence[Sentence], least: float) -> bool:
    """Tell whether another country is named nearly as often as the second party."""
    counts: Counter[str] = Counter()
    for sentence in sentences:
        counts.update({country_codes()[m["name"]] for m in _country().finditer(sentence.text)})
    others = [n for code, n in counts.items() if code not in found.codes]
    return bool(found.codes) and max(others, default=0) > 0.6 * least * max(1, len(sentences))


def _parties(titles: Sequence[str], sentences: Sequence[Sentence]) -> Parties:
    """Return the countries that are named most, or that the first words join."""
    title = " ; ".join(titles)
    counts: Counter[str] = Counter()
    for match in _country().finditer(title):
        counts[country_codes()[match["name"]]] += _TITLE_COUNTS
    for sentence in sentences[:_READ]:
        counts.update(
            {country_codes()[match["name"]] for match in _country().finditer(sentence.text)}
        )
    invented = _invented(titles, sentences)
    if invented and len(_known(counts)) < len(invented):
        codes = tuple(code for name in invented if (code := country_codes().get(name)))
        return Parties(
            tuple(country_names().get(country_codes().get(name, ""), name) for name in invented),
            codes,
        )
    found = _known(counts)
    order = [
        country_codes()[m["name"]]
        for words in heads(titles, sentences)
        for m in _country().finditer(words)
    ]
    found = tuple(
        sorted(found, key=lambda code: order.index(code) if code in order else len(order))
    )
    return Parties(tuple(country_names()[code] for code in found), found)


def heads(titles: Sequence[str], sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Return the titles and the first sentences, where a text says what it is about."""
    return (*titles, *(sentence.text for sentence in sentences[:3]))


def _known(counts: Counter[str]) -> tuple[str, ...]:
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    return tuple(code for code in ranked[:2] if counts[code] >= _LEAST)


def _invented(titles: Sequence[str], sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Return two names that the titles join, or the first sentences; () if none are."""
    for words in heads(titles, sentences):
        for pattern in _PAIRS:
            match = pattern.search(words, 0, _JOINED)
            if match and not {match["a"].split()[0], match["b"].split()[0]} & _NO_PLACE:
                return tuple(_root(name) for name in (match["a"], match["b"]))
    return _frequent(sentences)


def _root(name: str) -> str:
    return re.sub(r"[’']s$", "", name)


def _frequent(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Return the two names that stand most often, as a place or as its adjective."""
    counts: Counter[str] = Counter()
    order: dict[str, int] = {}
    places: set[str] = set()
    for sentence in sentences[:_READ]:
        text = sentence.text
        places |= {_root(match["name"]) for match in _PLACE.finditer(text)}
        for name in dict.fromkeys(map(_root, _CAPITAL.findall(text))):
            counts[name] += 1
            order.setdefault(name, len(order))
    total: Counter[str] = Counter()
    for name in places:
        if not set(name.split()) & _NO_PLACE:
            total[name] = counts[name] + sum(counts[form] for form in _adjectives(name))
    ranked = sorted(total, key=lambda name: (-total[name], name))[:2]
    found = [name for name in ranked if total[name] >= _LEAST]
    if len({name in country_codes() for name in found}) > 1:
        return ()  # Wikipedia and Turkey: a country beside what is none
    return tuple(sorted(found, key=lambda name: order.get(name, 0)))


def _adjectives(name: str) -> tuple[str, ...]:
    """Return the forms that an invented country's adjective and people may have."""
    stem = name.removesuffix("a").removesuffix("i")
    return (
        f"{name}n",
        f"{name}ns",
        f"{name}an",
        f"{stem}ian",
        f"{stem}ians",
        f"{stem}ish",
        f"{stem}ese",
    )
