"""What a source denies is not affirmed, and what it affirms is not denied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.errors import Problem, Severity
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.support import Assertion, is_factual, outside_quotes
from briefbook.language.en import cues
from briefbook.language.en.antonyms import opposites_of
from briefbook.language.en.dates import find_dates, find_days
from briefbook.language.en.names import find_names
from briefbook.language.en.negation import NEGATION, PLAIN_NEGATION, denied_after
from briefbook.language.en.numbers import find_numbers
from briefbook.language.en.stemmer import STOP_WORDS, Word, are_kin, words_of
from briefbook.model.locations import within

_PREFIX = re.compile(r"(?:un|non|in|im|il|ir|dis|mis|anti)-?(?=[a-z]{3,})")


def check_negations(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a problem for each negation added or dropped."""
    for assertion in resolved.assertions:
        if not is_factual(assertion):
            continue
        around = assertion.sentences
        for text in assertion.texts:
            yield from _check_added(assertion, text, around)
            yield from _check_dropped(assertion, text)
            yield from _check_prefixes(assertion, text)


def _check_added(assertion: Assertion, text: str, around: tuple[str, ...]) -> Iterator[Problem]:
    own = outside_quotes(text)
    evidence = " . ".join((*assertion.supporting, *around))
    for negation in NEGATION.finditer(own):
        governed = denied_after(own, negation.end())
        if _is_meta(own, negation) or (
            NEGATION.search(evidence) and not PLAIN_NEGATION.match(negation[0])
        ):
            continue
        if any(_is_negative_in(word, evidence) for word in governed):
            continue
        bare = PLAIN_NEGATION.match(negation[0])
        affirmed = [word for word in governed if _stands_in(word, evidence)]
        has_negation = NEGATION.search(evidence) or _has_prefix(evidence)
        if not bare and not affirmed:
            continue
        is_sure = bool(bare and affirmed and not has_negation)
        words = own[negation.start() : governed[-1].end if governed else negation.end()]
        message = f"{assertion.name} denies what its evidence does not: “{words}”"
        if affirmed:
            message += f"; the source says “{affirmed[0].text}” without “{negation[0]}”"
        place = within(text, negation.start(), assertion.place)
        yield Problem(
            place, message, "leave the negation out, or quote the passage that has it",
            "negation-added", assertion.statement, Severity.ERROR if is_sure else Severity.WARNING,
        )  # fmt: skip


def _check_dropped(assertion: Assertion, text: str) -> Iterator[Problem]:
    """What the evidence negates must not stand in the text without its negation."""
    negated_own = {w.stem for n in NEGATION.finditer(text) for w in denied_after(text, n.end())}
    own = {word.stem: word for word in words_of(text)}
    for evidence in assertion.supporting:
        for negation in PLAIN_NEGATION.finditer(evidence):
            for word in denied_after(evidence, negation.end()):
                said = own.get(word.stem)
                if said is None or word.stem in negated_own or _affirms(word, assertion, evidence):
                    continue
                if NEGATION.search(text):
                    continue
                message = (
                    f"{assertion.name} drops a negation: source says "
                    f"“{evidence[negation.start() : word.end]}”, statement says “{said.text}”"
                )
                place = within(text, said.start, assertion.place)
                yield Problem(
                    place, message, "keep the negation", "negation-dropped", assertion.statement
                )
                return


def _affirms(word: Word, assertion: Assertion, denying: str) -> bool:
    """Tell whether another passage of the evidence says the word without a negation."""
    return any(_stands_in(word, other) for other in assertion.supporting if other != denying)


def _check_prefixes(assertion: Assertion, text: str) -> Iterator[Problem]:
    """`undemocratic` does not bear "democratic", nor the other way."""
    evidence = [word for supported in assertion.supporting for word in words_of(supported)]
    stems = {word.stem for word in evidence}
    for word in words_of(text):
        if word.stem in stems or word.lower in STOP_WORDS:
            continue
        for other in evidence:
            longer, shorter = (word, other) if len(word.stem) > len(other.stem) else (other, word)
            prefix = _PREFIX.match(longer.lower)
            if prefix and longer.stem[prefix.end() :] == shorter.stem and not _negates(text, word):
                message = (
                    f"{assertion.name}: source says “{other.text}”, statement says “{word.text}”"
                )
                place = within(text, word.start, assertion.place)
                yield Problem(
                    place, message, "keep the source's word", "negation-prefix", assertion.statement
                )
                break


def _negates(text: str, word: Word) -> bool:
    """Tell whether a negation stands just before a word: "without restriction", "not democratic"."""
    return any(
        word.start == governed.start
        for negation in NEGATION.finditer(text)
        for governed in denied_after(text, negation.end())
    )


def _is_meta(text: str, negation: re.Match[str]) -> bool:
    """Tell whether a negation speaks of what the source says: "no sum is given".

    "The page does not name Gross" denies something of the evidence, so that a name, a date or a
    number after the negation makes it an ordinary one.
    """
    clause_start = max(
        (m.end() for m in re.finditer(r"[.;:]\s|,\s", text[: negation.start()])), default=0
    )
    rest = re.split(r"[.;:]\s", text[negation.end() :], maxsplit=1)[0]
    if not cues.META.search(text[clause_start : negation.end()] + rest):
        return False
    return not (
        find_dates(rest) or find_days(rest) or find_numbers(rest) or find_names(f"x {rest}")
    )


def _stands_in(word: Word, evidence: str) -> bool:
    return any(are_kin(word.stem, other.stem) for other in words_of(evidence))


def _is_negative_in(word: Word, evidence: str) -> bool:
    """Tell whether the evidence denies a word, by a negation, a prefix or the word's opposite."""
    for negation in NEGATION.finditer(evidence):
        if any(are_kin(word.stem, other.stem) for other in denied_after(evidence, negation.end())):
            return True
    opposite = set(opposites_of(word.text))
    for other in words_of(evidence):
        prefix = _PREFIX.match(other.lower)
        if prefix and are_kin(other.stem[prefix.end() :], word.stem):
            return True
        if other.stem in opposite and not _stands_in(word, evidence):
            return True
    return False


def _has_prefix(evidence: str) -> bool:
    return any(re.match(r"(?:un|non-?)[a-z]{4,}", word.lower) for word in words_of(evidence))
