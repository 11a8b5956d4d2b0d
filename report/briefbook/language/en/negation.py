"""Words that deny, and the words that they deny."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from briefbook.language.en.clauses import sentence_bounds
from briefbook.language.en.counted import counted_after
from briefbook.language.en.numbers import find_numbers
from briefbook.language.en.related import is_near
from briefbook.language.en.stemmer import (
    STOP_WORDS,
    Word,
    content_stems,
    content_words,
    stem,
    words_of,
)
from briefbook.values.units import size_of

NEGATION = re.compile(
    r"\b(?:not(?! only\b| more than\b| less than\b| fewer than\b)|never|no(?! longer than| (?:more|less|fewer|later|earlier|other) than|\.\s?\d)|none|nobody|nothing|without|nor|neither|cannot|"
    r"hardly|unable|fail(?:s|ed)? to|refus(?:e|es|ed) to|rather than|instead of|ceased? to|lack(?:s|ed)?|"
    r"no longer|far from)\b|n[’']t\b",
    re.IGNORECASE,
)
PLAIN_NEGATION = re.compile(
    r"\b(?:not(?! only\b)|never|no(?!\.\s?\d)|none|cannot|neither|nor|nothing|nobody)\b|n[’']t\b",
    re.IGNORECASE,
)
DENIAL = re.compile(
    NEGATION.pattern
    + r"|\b(?:(?:has|have|had) yet to|incapable of|anything but|other than|outside of|refus(?:es|ed|ing)|"
    r"avoid(?:s|ed)|declin(?:es|ed) to|barely|scarcely)\b",
    re.IGNORECASE,
)
"""What denies in a statement, also in words that need no negation of their own."""
_REACH = 4
"""Words after a negation that it may govern."""


def denied_after(text: str, start: int, reach: int = _REACH) -> tuple[Word, ...]:
    """Return the content words that a negation governs: the next few of its clause."""
    clause = re.split(r"[.;:,!?]\s|\s[—–]\s|\bbut\b", text[start:], maxsplit=1)[0]
    end = start + len(clause)
    words = [w for w in words_of(text) if start <= w.start < end]
    return tuple(w for w in words[:reach] if w.lower not in STOP_WORDS)


_DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ial)|refrain(?:s|ed|ing)?|abstain(?:s|ed|ing)?|for(?:go|goes|went|going)|only after|reject(?:s|ed|ion)?|refus(?:e[sd]?|al|ing)|fail(?:s|ed|ure|ing)?|lack(?:s|ed|ing)?|"
    r"stop(?:s|ped)?|ceas(?:e[sd]?|ing)|end(?:s|ed)?|halt(?:s|ed)?|suspend(?:s|ed)?|cancel(?:s|l?ed)?|abandon(?:s|ed)?|"
    r"prevent(?:s|ed)?|bar(?:s|red)?|ban(?:s|ned)?|forb(?:id|ids|ade|idden)|prohibit(?:s|ed)?|block(?:s|ed)?|"
    r"avoid(?:s|ed)?|declin(?:e[sd]?|ing)|withh(?:e|o)ld|oppos(?:e[sd]?|ition)|absen(?:t|ce)|unable|unwilling|unlikely|"
    r"nowhere|vacan(?:t|cy)|empty|stable|unchanged|remain(?:s|ed)? at|flat|steady|leav(?:e|es|ing) out|leav(?:e|es|ing) (?:open|alone)|left (?:open|alone)|spar(?:e[sd]?|ing)|omit\w*|exclud\w*|drop(?:s|ped)?|against|await\w*|pending|negligible|indefinite(?:ly)?|(?!never|none|regard)[a-z]{3,}less(?:ly|ness)?|turn(?:s|ed|ing)? (?:down|away|back)|spurn(?:s|ed)?|shun(?:s|ned)?|renounc(?:e[sd]?|ing)|merely|alleg\w+|presum\w+|<|few|little|scarcely|barely|hardly|rarely|seldom|zero|0|only|wait(?:ed|s)?|yet to|still to|remains? to|before|until|"
    r"except|apart from|other than|far from|too \w+ to|rather than|instead|despite|although|though|but|"
    r"impossible|exempt(?:ed|s|ions?)?|waive[sd]?|fre(?:e|ed) (?:of|from)|depriv(?:e[sd]?)|los(?:t|e|es|s)|miss(?:es|ed|ing)|neglect(?:s|ed|ing)?|ignor(?:e[sd]?|ing)|overlook(?:s|ed)?|open question|"
    r"rul(?:e[sd]?) out|left out|short of|out of reach|at bay|doubt(?:s|ed|ful)?|unclear|unknown|remains? open)\b|"
    r"\b(?:un|non-?|dis(?=a[bglpv]|advan|band|bel|claim|conn|conten|contin|coura|cred|eng|fav|fran|hon|incl|interes|integ|join|lik|loy|mant|mis|obe|ord|org|own|prov|pleas|qual|reg|rep|resp|rup|sat|sent|sim|solv|sua|trust|us)|"
    r"in(?=ab|act|adeq|capab|compl|conclus|direct|eff|elig|formal|secur|suff|valid|visib)|"
    r"im(?=passab|poss|prob|pract|perfect|mune)|il(?=leg)|ir(?=reg|rel(?!at)))[a-z]{3,}\b",
    re.IGNORECASE,
)
_NO_DENIAL = re.compile(
    r"\b(?:(?-i:[A-Z]{4,})|non-?(?:part(?:y|ies)|profit|governmental|members?|state)|under\w*|until|uni[a-z]*|uncle|undoubted(?:ly)?|undisputed|unanimous(?:ly)?|unveil\w*|unleash\w*|unfold\w*|disclos\w*|disab\w*|inactivat\w*|complete\w*)\b",
    re.IGNORECASE,
)
"""Words that only look as if they had a prefix that denies, such as UNCLOS, and kinds of persons and bodies."""


@lru_cache(maxsize=4096)
def denies(text: str) -> bool:
    """Tell whether words of a text deny or restrict, in whatever form: “refused”, “inconclusive”."""
    return any(
        not _NO_DENIAL.fullmatch(match[0])
        for pattern in (NEGATION, _DENYING)
        for match in pattern.finditer(text)
    )


_DID_SO = re.compile(
    r"\b(?:whereas|while|but)\s(?P<who>[^.;,]{2,40}?)\s"
    r"(?:(?:d(?:id|oes|o)|ha[ds]|have)(?=[.,;]|$)|d(?:id|oes|o)\s(?:so|it)\b|ha(?:[ds]|ve)\sdone\s(?:so|it)\b)",
    re.IGNORECASE,
)
_PART = re.compile(r"[.;:,!?()]\s|\s[—–]\s|\b(?:and|but|while|when|whereas|that)\b")


def is_of_another(text: str, evidence: str, negation: re.Match[str]) -> bool:
    """Tell whether a text is of another one, who did what the first did not.

    “Norland refused to sign, whereas Sudland did so at once”: of Sudland, that it signed, and not of Norland.
    """
    start, end = sentence_bounds(evidence, *negation.span())
    did_so = _DID_SO.search(evidence, negation.end(), end)
    if not did_so:
        return False
    denied = content_stems(_PART.split(evidence[start : negation.start()])[-1])
    other, told = content_stems(did_so["who"]), content_stems(text)
    return bool((other - denied) & told) and not (denied - other) & told


_REFUSES = frozenset(
    map(stem, ("refuse", "refusal", "decline", "unwilling", "reject", "reluctant", "balk"))
)
_WILLING = re.compile(
    r"(?:\b(?:not|never|no longer|neither|nor)|n[’']t)\s(?:\w+\s){0,2}?(?:willing|prepared|ready|inclined|disposed|agree\w*|accept\w*|allow\w*|"
    r"consent\w*|want\w*|wish\w*|intend\w*|planning|going)\b",
    re.IGNORECASE,
)


def says_denied(base: str, texts: Iterable[str]) -> bool:
    """Tell whether a stem says by itself what some texts deny: “refuses” of “is not prepared to”."""
    return base in _REFUSES and any(map(_WILLING.search, texts))


def is_of_another_figure(text: str, evidence: str, negation: re.Match[str]) -> bool:
    """Tell whether a text tells figures of another clause than the denied one: “39 miles away” beside “have no clinic”."""
    start, end = sentence_bounds(evidence, *negation.span())
    own = evidence[start:end]
    at = negation.start() - start
    last = max((m.end() for m in _JOINT.finditer(own, 0, at)), default=0)
    behind = _JOINT.search(own, at)
    rest = f"{own[:last]} . {own[behind.start() :] if behind else ''}"
    denied = own[last : behind.start() if behind else len(own)]
    told, there = (tuple(_measures(words)) for words in (text, rest))
    of_denied = (content_stems(text) & content_stems(denied)) - content_stems(rest)
    return (
        bool(told)
        and len(of_denied) <= 1
        and all(
            any(value == other or (kind and kind == its) for other, its in there)
            and all(value != other for other, _ in _measures(denied))
            for value, kind in told
        )
    )


_JOINT = re.compile(r"[;:]\s|,?\s(?:and|but|while|whereas)\s(?:the|its|their|a|an|in|[A-Z])")


def _measures(text: str) -> Iterator[tuple[Decimal, str]]:
    """Yield the numbers of a text, each with what it measures: `length`."""
    for number in find_numbers(text):
        counted = counted_after(text, number.end)
        size = size_of(counted.unit) if counted else None
        yield number.value, size[0] if size else ""


_LATEST = re.compile(r"\b(?:last|latest|most recent(?:ly)?)\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|again|afterwards|after that)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_GOVERNED = 5
"""So many words behind “latest” it may be told of: “the latest visit of a president”."""


def is_the_last(text: str, evidence: str, negation: re.Match[str]) -> bool:
    """Tell whether a text tells the last time of what has not been since, and names that time.

    “He came in 2011, and no president has been there since”: in 2011 a president was there for the last time.
    """
    _, end = sentence_bounds(evidence, *negation.span())
    last, since = _LATEST.search(text), _SINCE.search(evidence, negation.end(), end)
    if not last or not since:
        return False
    denied = content_stems(evidence[negation.end() : since.start()])
    governed = words_of(text[last.end() :])[:_GOVERNED]
    if not any(is_near(word.stem, denied) for word in governed if word.lower not in STOP_WORDS):
        return False
    then = evidence[since.end() : end]
    if not content_words(then) and not _YEAR.search(then):
        then = " , ".join(_PART.split(evidence[: negation.start()])[:-1])
    if years := set(_YEAR.findall(then)):
        return not years.isdisjoint(_YEAR.findall(text))
    return bool((content_stems(then) - denied) & content_stems(text))


_GOVERNS = re.compile(r"\b(?:not|never|no|without|nor|neither|cannot)\b|n[’']t\b", re.IGNORECASE)
_NEAR = 3
"""Words right behind a negation that it governs, whatever they are."""
_NONE_DOES = re.compile(
    r"(?:^|[.;:,]\s|\b(?:and|but|that|though|while)\s)(?:no|none|nobody|neither|nothing)\s[^.;:,]*?"
    r"\b(?:may|can|could|shall|should|will|would|must|is|are|was|were|has|have|had|did|does|do)\s"
    r"(?:(?:be|been|have|ever|\w+ly)\s)*(?P<verb>\w+)",
    re.IGNORECASE,
)
"""“No unit of a foreign force may receive help”"""


@lru_cache(maxsize=1 << 12)
def negated(text: str) -> frozenset[int]:
    """Return the starts of the words that a negation governs."""
    words = words_of(text)
    found: set[int] = set()
    for at, word in enumerate(words):
        if _GOVERNS.fullmatch(word.text) or word.lower.endswith(("n't", "n’t")):
            for governed in words[at + 1 : at + 1 + _NEAR]:
                if re.search(r"[.;:,]|\b(?:and|but)\b", text[word.end : governed.end]):
                    break
                found.add(governed.start)
    found |= {match.start("verb") for match in _NONE_DOES.finditer(text)}
    return frozenset(found)
