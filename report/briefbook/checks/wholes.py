"""A part told as the whole: “all” of what the source says “all but two” or “83 percent”, “most” of what is a third.

The source: relocation sites have been found for only a third of the families.
The lie:    relocation sites have been found for most of the families.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, factual_texts, outside_quotes
from briefbook.language.en.negation import PLAIN_NEGATION
from briefbook.language.en.numbers import find_numbers
from briefbook.language.en.stemmer import content_stems, words_of
from briefbook.model.locations import within

_ALL = re.compile(
    r"(?<!not )(?<!at )(?<!nearly )(?<!almost )(?<!virtually )(?<!above )(?<!after )(?<!in )(?<!of )"
    r"\b(?:all(?! but| except|owed|\sover|\salong|\stold|\sin all)|every(?:one|body)?|each|the (?:whole|entire)|entire(?:ly)?|wholly|fully|everywhere"
    r"|unanimous(?:ly)?|in full|without exception)\b",
    re.IGNORECASE,
)
_NEARLY_ALL = re.compile(
    r"\b(?:nearly|almost|virtually|practically) (?:all|every(?:one|body)?)\b", re.IGNORECASE
)
_MOST = re.compile(
    r"\b(?:(?<!the )(?<!at )(?<!at the )most(?: of (?:the|its|their|them|these|those)\b|(?= [a-z]{3,}s\b))|(?:the|a) majority(?: of)?|mostly|chiefly|mainly)\b",
    re.IGNORECASE,
)
_LEAST_SHARE = ((_NEARLY_ALL, Decimal("0.88")), (_MOST, Decimal("0.5")))
"""The share of the whole from which such words are true."""
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
        found = _of_restricted(assertion, own) or _of_share(assertion, own)
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
    for pattern, least in _LEAST_SHARE:
        match = pattern.search(text)
        if not match or any(n.unit in ("/", "%") for n in find_numbers(text)):
            continue
        behind = {w.stem for w in words_of(text[match.end() :])[:_BEHIND]}
        for said in assertion.supporting:
            for clause in re.split(r"[.;:]\s|,\s", said):
                shares = [n for n in find_numbers(clause) if n.unit in ("/", "%") and not n.to]
                about = content_stems(clause)
                if (
                    len(shares) != 1
                    or not behind & about
                    or bool(PLAIN_NEGATION.search(clause)) is not bool(PLAIN_NEGATION.search(text))
                ):
                    continue
                (share,) = shares
                part = share.value / (100 if share.unit == "%" else 1)
                if part < least and share.bound != "+" and not pattern.search(said):
                    return match, clause[: share.end].strip()[-_SHOWN:]
    return None


_BEHIND = 5
"""Words behind “most of” that say of what."""
