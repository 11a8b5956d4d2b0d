"""A part told as the whole: “all” of what the source says “all but two” or “83 percent”, “most” of what is a third.

The source: relocation sites have been found for only a third of the families.
The lie:    relocation sites have been found for most of the families.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, factual_texts, outside_quotes
from briefbook.language.en.counted import counted_after
from briefbook.language.en.negation import PLAIN_NEGATION
from briefbook.language.en.numbers import find_numbers, parts_of_wholes
from briefbook.language.en.stemmer import content_stems, content_words, words_of
from briefbook.model.locations import within

_ALL = re.compile(
    r"(?<!not )(?<!at )(?<!nearly )(?<!almost )(?<!virtually )(?<!above )(?<!after )(?<!in )(?<!of )(?<!for )"
    r"\b(?:all(?! but| except|owed|\sover|\salong|\stold|\sin all)|every(?:one|body)?|each|the (?:whole|entire)|entire(?:ly)?|wholly|fully|everywhere"
    r"|unanimous(?:ly)?|in full|without exception)\b",
    re.IGNORECASE,
)
_NEARLY_ALL = re.compile(
    r"\b(?:nearly|almost|virtually|practically) (?:all|every(?:one|body)?)\b", re.IGNORECASE
)
_MOST = re.compile(
    r"\b(?:(?<!the )(?<!at )(?<!at the )most(?: of (?:the|its|their|them|these|those)\b|(?= [a-z]{3,}s\b))|(?:the|a) majority(?: of)?|the (?:greater|larger|bigger) (?:part|share|half)(?: of)?|the bulk(?: of)?|the lion[’']s share|mostly|chiefly|mainly)\b",
    re.IGNORECASE,
)
_MINORITY = re.compile(
    r"\ba (?:small |large )?minority\b|\b(?:less|fewer) than half of\b", re.IGNORECASE
)
_FEW_OF = re.compile(
    r"\b(?:(?:hardly|scarcely|barely) any|a handful of|very few)\b(?! (?:more|other))",
    re.IGNORECASE,
)
_LEAST_SHARE = (
    (_NEARLY_ALL, Decimal("0.88"), Decimal(1)),
    (_MOST, Decimal("0.5"), Decimal(1)),
    (_MINORITY, Decimal(0), Decimal("0.5")),
    (_FEW_OF, Decimal(0), Decimal("0.25")),
)
"""The share of the whole from which, and to which, such words are true."""
_HALF = Decimal("0.5")
_RESTRICTED = re.compile(
    r"\b(?:all but|all except|except(?: for| in| that)?|apart from|with the exception of|other than|but not|in part|partly|partially"
    r"|(?:a|by a) majority(?: of)?|only (?:a (?:few|third|quarter|half|part|fraction|minority)|some|in part|partly))\b",
    re.IGNORECASE,
)
_EXCEPT = re.compile(r"(?:all )?except|apart|with the exception|other than|but not", re.IGNORECASE)
_KEPT = re.compile(
    r"\b(?:except\w*|apart from|exception|other than|but|save|besides|part(?:ly|ial|ially)?|only|not|no|without|some|otherwise|rest|remaining|elsewhere)\b",
    re.IGNORECASE,
)
_SHARED = 2


def check_wholes(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a warning for each text that tells the whole of what its evidence tells a part of."""
    for text in factual_texts(assertion):
        own = outside_quotes(text)
        found = (
            _of_restricted(assertion, own)
            or _of_share(assertion, own)
            or _of_part(assertion, own)
            or _alone(assertion, own)
            or _too_few(assertion, own)
        )
        if found:
            match, said = found
            yield Problem(
                within(text, match.start(), assertion.place),
                f"{assertion.name}: “{match[0]}”: source says “{said}”",
                "say how many as the source does",
                "quantifier-added", assertion.statement, Severity.WARNING,
            )  # fmt: skip


def _of_restricted(assertion: Assertion, text: str) -> tuple[re.Match[str], str] | None:
    """Find a word for all, where the clause that tells the same makes an exception."""
    match = _ALL.search(text)
    if not match or _KEPT.search(text):
        return None
    told = content_stems(text)
    for said in assertion.supporting:
        for sentence in re.split(r"(?<=[.;!?])\s+", said):
            restricted = _RESTRICTED.search(sentence)
            shared = told & content_stems(sentence)
            has_all = (
                restricted
                and not _EXCEPT.match(restricted[0])
                and any(
                    not _RESTRICTED.match(sentence, other.start())
                    for other in _ALL.finditer(sentence)
                )
            )
            if restricted and len(shared) >= _SHARED and not has_all:
                return match, sentence[restricted.start() :][:_SHOWN].strip()
    return None


_SHOWN = 60


def _of_share(assertion: Assertion, text: str) -> tuple[re.Match[str], str] | None:
    """Find “most” or “nearly all”, where the evidence gives one share alone, and a smaller one."""
    for pattern, least, most in _LEAST_SHARE:
        match = pattern.search(text)
        told = [n for n in find_numbers(text) if n.unit in ("/", "%")]
        if not match or any(not match.start() <= n.start < match.end() for n in told):
            continue
        behind = {w.stem for w in words_of(text[match.end() :])[:_BEHIND]} or content_stems(text)
        for said in assertion.supporting:
            for clause, part, bound in _shares(said):
                about = content_stems(clause)
                if not behind & about or bool(PLAIN_NEGATION.search(clause)) is not bool(
                    PLAIN_NEGATION.search(text)
                ):
                    continue
                is_half = part == _HALF and _HALF in (least, most)  # half is neither most nor few
                is_off = (part < least and bound != "+") or (part > most and bound != "-")
                is_off = is_off or (is_half and not bound)
                if is_off and not pattern.search(said):
                    return match, clause.strip()[:_SHOWN]
    return None


def _shares(said: str) -> Iterator[tuple[str, Decimal, str]]:
    """Yield the clauses of a text that tell one share, with it and its bound; “Of 60 members, 34 voted” tells 34 of 60."""
    for clause in _whole_clauses(said):
        shares = [n for n in find_numbers(clause) if n.unit in ("/", "%") and not n.to]
        if len(shares) == 1:
            (share,) = shares
            part = share.value / (100 if share.unit == "%" else 1)
            yield clause[: share.end] if share.start > _SHOWN else clause, part, share.bound
    for sentence in re.split(r"(?<=[.;!?])\s+", said):
        for some, whole in parts_of_wholes(sentence):
            yield sentence, some.value / whole.value, some.bound


def _whole_clauses(said: str) -> Iterator[str]:
    """Yield the clauses of a text; a bare share goes with the one before: “California has the largest share, 26 percent”."""
    last = ""
    for clause in re.split(r"[.;:]\s|,\s", said):
        is_bare = len(content_stems(clause)) < _SHARED and find_numbers(clause)
        last = f"{last}, {clause}" if is_bare and last else clause
        yield last


_BEHIND = 5
"""Words behind “most of” that say of what."""


_WHOLE = re.compile(
    r"(?<!not )(?<!at )(?<!nearly )(?<!almost )(?<!virtually )(?<!above )(?<!after )(?<!first of )"
    r"\b(?:all(?! but| except|owed|\sover|\salong|\stold|\sin all| other| the (?:others?|rest|same))|every(?:one|body|where)?(?! (?:\d|other|few))"
    r"|any(?:one|body) (?:who|that)|the (?:whole|entire)|entire(?:ly)?|wholly|fully|altogether|unanimous(?:ly)?|in full|without exception"
    r"|completely|invariably|always)\b",
    re.IGNORECASE,
)
_NONE = re.compile(r"\b(?:none of|nobody|not one of|no one)\b", re.IGNORECASE)
_LESS = re.compile(
    r"\b(?:mostly|largely|chiefly|primarily|mainly|typically|generally|usually|often|sometimes|for the most part|(?:almost|nearly) (?:entirely|all|every)"
    r"|(?<!at )(?<!the )most(?: of)?(?= (?:the )?[a-z]+s\b)|(?:in )?(?:many|some|several)(?= (?:of|[a-z]+s)\b)|part of|half of|one of (?:the|these|those|its|their)|at least one of)\b",
    re.IGNORECASE,
)
_NEAR = 6
"""Words behind a word for a whole or a part among which what it is told of stands."""


def _of_part(assertion: Assertion, text: str) -> tuple[re.Match[str], str] | None:
    """Find a word for the whole, or for none, where the clause that tells most of the same tells a part: “7 of the 9 areas”."""
    for pattern in (_WHOLE, _NONE):
        match = pattern.search(text)
        if not match or _KEPT.search(text.replace(match[0], " ")) or _LESS.search(text):
            continue
        told = content_stems(text)
        best = _of_the_same(told, assertion)
        if any(_WHOLE.search(c) or (pattern is _NONE and _denies_all(c)) for c in best):
            return None
        behind = text[match.end() :] if not _OF_A_VERB.match(match[0]) else text
        of_what = {w.stem for w in content_words(behind)[: _NEAR if behind is not text else None]}
        for clause in best:
            if _THE_REST.search(clause):
                continue  # some in March, the rest in April
            for start, end in _parts(clause, text):
                if of_what & {w.stem for w in content_words(clause[start:])[:_NEAR]}:
                    return match, clause[start : end + _SHOWN].strip()
    return None


def _denies_all(clause: str) -> bool:
    """Tell whether a clause denies something, and not of many or some alone: “Many of those had not come from Haiti”."""
    denial = PLAIN_NEGATION.search(clause)
    return denial is not None and not _LESS.search(clause, 0, denial.start())


_THE_REST = re.compile(r"\b(?:with|and) the (?:rest|others|remaining \w+|remainder)\b")
_OF_A_VERB = re.compile(
    r"entirely|wholly|fully|altogether|unanimous|in full|without|completely|invariably|always",
    re.IGNORECASE,
)


def _of_the_same(told: frozenset[str], assertion: Assertion, least: int = _SHARED) -> list[str]:
    """Return the clauses of the evidence that have the most of what is told, where that is enough."""
    clauses = [c for said in assertion.supporting for c in re.split(r"(?<=[.;!?])\s+", said)]
    rated = [(len(told & content_stems(clause)), clause) for clause in clauses]
    most = max((count for count, _ in rated), default=0)
    return [clause for count, clause in rated if count == most >= least]


def _parts(clause: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a clause tells of a part in words, or in numbers that a text does not tell."""
    yield from (match.span() for match in _LESS.finditer(clause))
    numbers = find_numbers(clause)
    told = {number.value for number in find_numbers(text)}
    for one, other in pairwise(numbers):
        between = clause[one.end : other.start]
        is_of = re.fullmatch(r"(?:\s[a-z]+)?\s(?:out )?of\s(?:(?:the|these|its|their)\s)?", between)
        if is_of and one.value < other.value and one.value not in told and not one.unit:
            yield one.start, other.end
        if _VOTES.fullmatch(between) and one.value and other.value and not told:
            yield 0, other.end
    for share in numbers:
        whole = {"%": 100, "/": 1}.get(share.unit, 0)
        if 0 < share.value < whole and share.value not in told:
            yield share.start, share.end


_VOTES = re.compile(r"\svotes?\sto\s|(?:\sin\sfavou?r)?(?:,|\sand)?\s(?:with\s)?(?=\d+\sagainst)")
"""“by five votes to four”"""
_ALONE = re.compile(
    r"\b(?:(?:confined|limited|restricted) to|solely|exclusively|nothing but|nobody but|no(?:thing)? other than|alone(?=\s?[.,;:]|\s?$))",
    re.IGNORECASE,
)
_WITH_OTHERS = re.compile(
    r"\b(?:including|such as|among others|both\b[^.;]{0,80}\band|together|as well as|supplemented|also|not only|partly|in part)\b|,\s[^,;.]+,\s(?:and|or)\s",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\b(?:only|alone|sole(?:ly)?|exclusive(?:ly)?|just|limited|confined|restricted|single)\b",
    re.IGNORECASE,
)


def _alone(assertion: Assertion, text: str) -> tuple[re.Match[str], str] | None:
    """Find “limited to” or “alone”, where the clause that tells most of the same names others beside."""
    match = _ALONE.search(text)
    if not match or PLAIN_NEGATION.search(text[: match.start()]):
        return None
    for best in _of_the_same(content_stems(text), assertion, least=1):
        others = _WITH_OTHERS.search(best)
        if others and not _ONLY.search(best):
            return match, best[others.start() :][:_SHOWN].strip()
    return None


_FEW = re.compile(
    r"\b(?:just|only) (?:one|a (?:few|part|handful)|some|part(?:ly|ially)?|in part)\b(?! \w+ each\b)|\b(?:some|(?:a )?part|a portion|a fraction) of (?=the|its|their|his|her)",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\b(?:all|each|every|both|entire(?:ly)?|whol(?:e|ly)|fully|completely|totally)\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\b(?:not|never|hardly|nearly|almost|cannot)\s(?:\w+\s){0,2}$|n[’']t\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_FEW_SIGNS = ("ust ", "nly ", "ome of", "art of", "ortion of", "raction of")
"""What each of those has, and few texts."""
_SO_FEW = {"a handful of": 12, "a few": 12, "a very few": 12, "a couple of": 3, "several": 20}
_FEW_WHAT = re.compile(
    r"\b(?P<few>a handful of|a (?:very )?few|a couple of|several) (?!hundred|thousand|million|dozen|of\b)(?P<what>(?:[a-z]+\s)?[a-z]+)",
    re.IGNORECASE,
)
"""Words for a few, and how many they are at most."""


def _few_of_many(assertion: Assertion, text: str) -> tuple[re.Match[str], str] | None:
    """Find “a handful of people” of 430, where the evidence counts no fewer of the same."""
    low = text.lower()
    match = _FEW_WHAT.search(text) if any(few in low for few in _SO_FEW) else None
    if match is None:
        return None
    most, stems = _SO_FEW[match["few"].lower()], {word.stem for word in words_of(match["what"])}
    found = [
        (said, number)
        for said in assertion.supporting
        for number in find_numbers(said)
        if not number.unit and (noun := counted_after(said, number.end))
        if any(word.stem in stems for word in words_of(noun.words))
    ]
    if not found or any(number.value <= most for _, number in found):
        return None
    said, number = found[0]
    return match, said[number.start :][:_SHOWN].strip()


_ONE = re.compile(r"\b(?:one|only|just|few|part|single|some|sole)\b", re.IGNORECASE)


def _too_few(assertion: Assertion, text: str) -> tuple[re.Match[str], str] | None:
    """Find “just one”, where the clause that tells most of the same tells of all."""
    if few := _few_of_many(assertion, text):
        return few
    match = _FEW.search(text) if any(sign in text for sign in _FEW_SIGNS) else None
    if not match or _WHOLE.search(text) or PLAIN_NEGATION.search(text):
        return None
    behind = content_words(text[match.end() :])[:_NEAR]
    of_what = {word.stem for word in (behind if len(behind) >= _SHARED else content_words(text))}
    for best in _of_the_same(content_stems(text), assertion):
        whole = _EACH.search(best)
        if not whole or _ONE.search(best) or _NOT_SO.search(best[: whole.start()]):
            continue
        if of_what & {word.stem for word in content_words(best[whole.end() :])[:_NEAR]}:
            return match, best[whole.start() :][:_SHOWN].strip()
    return None
