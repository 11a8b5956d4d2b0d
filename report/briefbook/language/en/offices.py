"""What stands before or behind a person's name: a courtesy (“Mrs”), a rank (“Dr”), an office (“Prime Minister”).

A courtesy says nothing that a source must tell, but of which sex somebody is. An office is a fact: “Premier” is the
prime minister, and no president.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from briefbook.frozen import dataclass
from briefbook.language.en.number_words import any_of
from briefbook.language.en.stemmer import STOP_WORDS, without_owner, words_of
from briefbook.language.en.tables import rows


@dataclass(frozen=True)
class Told:
    """An office, or a sex, that a text tells of somebody by surname."""

    surname: str
    what: str
    words: str
    start: int


@cache
def _of_kind(kind: str) -> dict[str, str]:
    """Return the words of a kind, in small letters, with what they say."""
    return {
        word.replace("_", " ").lower(): row["of"]
        for row in rows("offices")
        if row["kind"] == kind
        for word in row["words"].split()
    }


_ANY = "any"
_NAME = r"[A-ZÀ-ÖØ-ÞČĐŁŚŠŞŻŽ][\w’'-]*[a-z][\w’'-]*"
_RUN = rf"(?P<run>(?:(?:{_NAME}(?<![’']s)|(?:[A-Z]\.)+)\s){{0,3}}{_NAME})"


_SHORT = {
    "gen.": "general", "sen.": "senator", "gov.": "governor", "rep.": "representative", "col.": "colonel",
    "adm.": "admiral", "capt.": "captain", "amb.": "ambassador", "pres.": "president",
}  # fmt: skip
_CAPITAL_ALONE = frozenset(
    "general judge justice captain king prince speaker secretary minister consul representative pm magistrate".split()
)
"""Words that written small are offices only where an article or a comma shows it: “in general Norland …”."""
_IS_SO = r"(?:is|was|had been|has been|became)"
_WHO = rf"(?:who\s{_IS_SO}\s|(?:then|now|currently|formerly|himself|herself)\s)?"
_LINK = rf"(?:,\s{_WHO}|\s(?:{_IS_SO}|as|(?:follows|followed|served|serves)\s(?:[a-z]+ly\s)?as)\s)"
_BETWEEN = r"(?:Envoy\sExtraordinary\sand\s)?(?:(?:the|an?|its|their|his|her)\s)?(?:(?!(?:not|of|to|by|told|met|and|is|was|became|ha[sd]|wh\w+)\b)[\w’'-]+\s){0,2}?"
_UNDER = re.compile(r"\b(?:vice|deputy|assistant)[ -]$")
_AFTER_IT = re.compile(rf"(?:\sof\s(?:the\s)?{_NAME})?,?\s{_RUN}")
_LINKED = re.compile(rf"{_LINK}{_BETWEEN}$")
_BEFORE_IT = re.compile(rf"{_RUN}$")
_NO_END = re.compile(r"\s[A-Z]|-|[’']s|s\b")
_LOOK_BACK, _LINK_LONG = 50, 48


@dataclass(frozen=True)
class Office:
    """An office where a text names it, of whomever."""

    what: str
    start: int
    end: int


@cache
def _by_first_word() -> dict[str, list[str]]:
    """Return the words of offices by the first of them, the longest first."""
    found: dict[str, list[str]] = {}
    for words in sorted((*_of_kind("office"), *_SHORT), key=len, reverse=True):
        first = _WORD.findall(words)[0]
        for form in (first, f"{first}s"):
            found.setdefault(form, []).append(words)
    return found


_WORD = re.compile(r"[a-z]+")
_OVER = re.compile(r"(?:e?s)?(?!\w)(?![ -]general\b)")


@lru_cache(maxsize=1 << 12)
def offices_named(text: str) -> tuple[Office, ...]:
    """Return every office that a text names, of whomever."""
    by_first = _by_first_word()
    found: list[Office] = []
    for word in words_of(text):
        known = by_first.get(word.lower)
        if known is None or (found and word.start < found[-1].end):
            continue
        start, low = word.start, text.lower()
        for words in known if len(low) == len(text) else ():
            end = start + len(words)
            if low[start:end].replace("-", " ") == words.replace("-", " ") and _OVER.match(
                low, end
            ):
                office = _SHORT.get(words) or _of_kind("office")[words]
                under = office in _HAS_DEPUTY and _UNDER.search(low, max(0, start - 10), start)
                found.append(Office(f"deputy {office}" if under else office, start, end))
                break
    return tuple(found)


_HAS_DEPUTY = frozenset(("president", "prime minister", "chancellor", "governor", "mayor"))


@lru_cache(maxsize=1 << 12)
def offices_in(text: str) -> tuple[Told, ...]:
    """Return the offices that a text tells of persons, each by surname."""
    found = []
    for office in offices_named(text):
        words, behind = text[office.start : office.end], text[office.end : office.end + 1]
        is_small = words.islower() and words in _CAPITAL_ALONE and behind != ","
        match = None if is_small else _AFTER_IT.match(text, office.end)
        if match is None and not _NO_END.match(text, office.end):
            match = _before(text, office.start)
        if match and _surname(match["run"]) not in STOP_WORDS:
            found.append(Told(_surname(match["run"]), office.what, words, office.start))
    return tuple(found)


def _before(text: str, start: int) -> re.Match[str] | None:
    """Return the name of which an office is told behind it: “Elsa Brandvold, then the prime minister”."""
    linked = _LINKED.search(text[:start], max(0, start - _LINK_LONG))
    before = text[max(0, linked.start() - _LOOK_BACK) : linked.start()] if linked else ""
    match = _BEFORE_IT.search(before) if before[-1:].isalpha() else None
    return match if match and not _SUCCEEDS.search(before[: match.start()]) else None


def _surname(run: str) -> str:
    return without_owner(run.rsplit(maxsplit=1)[-1]).lower()


_SUCCEEDS = re.compile(
    rf"\b(?:succeed\w*|replac\w*|follow\w*|than|like)\s(?:{_NAME}\s)*$", re.IGNORECASE
)
"""Behind which an office is that of whoever comes after somebody: “she succeeded Okoro as president”."""


_MAY_BE_ONE = {
    "head of government": ("prime minister", "chancellor", "president"),
    "head of state": ("president", "monarch"),
    "minister": ("foreign minister", "finance minister", "defence minister", "interior minister", "justice minister"),
    "chancellor": ("finance minister",),
    "director-general": ("general",),
}  # fmt: skip


def are_one_office(one: str, other: str) -> bool:
    """Tell whether two offices may be one: a minister of foreign affairs is a minister."""
    return one == other or one in _MAY_BE_ONE.get(other, ()) or other in _MAY_BE_ONE.get(one, ())


@cache
def _title() -> str:
    kinds = ("courtesy", "rank")
    words = [w for row in rows("offices") if row["kind"] in kinds for w in row["words"].split()]
    return rf"(?P<title>{any_of(words)})(?!\w)\.?"


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"{_title()}\s{_RUN}")


@cache
def _bare_titles() -> re.Pattern[str]:
    return re.compile(rf"{_title()}(?=\s[A-Z])")


def _begins_word(match: re.Match[str]) -> bool:
    return not match.string[match.start() - 1 : match.start()].isalnum()


def titles_in(name: str) -> Iterator[tuple[int, int]]:
    """Yield where courtesies and ranks stand before another word of a name: “Mrs” of “Mrs Brandvold”."""
    yield from (match.span() for match in _bare_titles().finditer(name) if _begins_word(match))


def is_title(word: str) -> bool:
    """Tell whether a word is a courtesy or a rank: Mrs, Sir."""
    low = word.lower().rstrip(".")
    return word[:1].isupper() and (low in _of_kind("courtesy") or low in _of_kind("rank"))


_COUPLE = re.compile(r"\b(?:and|or|&)\s$")


@lru_cache(maxsize=1 << 12)
def sexes_in(text: str) -> tuple[Told, ...]:
    """Return of which sex a text tells persons to be, by their courtesies: “Mrs Brandvold”."""
    by_word = _of_kind("courtesy") | _of_kind("rank")
    return tuple(
        Told(_surname(match["run"]), by_word[match["title"].lower()], match["title"], match.start())
        for match in _titles().finditer(text)
        if _begins_word(match)
        and by_word[match["title"].lower()] != _ANY
        and not _COUPLE.search(text[: match.start()])
    )


_PAIR = re.compile(rf"(?:\b(?P<first>{_NAME})\s)?\b(?P<last>{_NAME})")


def _named_so(surname: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield the word before each mention of a surname, and the rest of its sentence."""
    at = 0
    while match := _PAIR.search(text, at):
        if without_owner(match["last"]).lower() == surname:
            yield (match["first"] or "").lower(), text[match.end() :]
        at = match.start("last") if match["first"] else match.end()


@lru_cache(maxsize=1 << 12)
def first_names(surname: str, text: str) -> frozenset[str]:
    """Return the words right before a surname that may be first names: two of them may be two persons."""
    if surname not in text.lower():
        return frozenset()
    known = _of_kind("office"), _of_kind("courtesy"), _of_kind("rank")
    return frozenset(
        first
        for first, _ in _named_so(surname, text)
        if first and first != "minister" and not any(first in words for words in known)
    )


_PRONOUN = re.compile(
    r"\b(?:(?P<male>he|his|him|himself)|(?P<female>she|hers?|herself))\b", re.IGNORECASE
)
_STOP = re.compile(r"[.;]\s")
_CAPITAL = re.compile(r"\b[A-Z][a-z]+")


def sex_by_words(surname: str, text: str) -> str:
    """Return of which sex somebody is by a first name, or by the one pronoun behind a name; empty where neither says it."""
    for first, rest in _named_so(surname, text):
        if sex := _of_kind("given").get(first, ""):
            return sex
        behind = _STOP.split(rest)[0]
        pronoun = _PRONOUN.search(behind)
        if pronoun and not _CAPITAL.search(behind[: pronoun.start()]):
            return str(pronoun.lastgroup)
    return ""
