"""Every proper name of a statement stands in its evidence, or means what stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefbook.checks.antecedents import severity_of, text_before
from briefbook.checks.nearest import first_few, nearest
from briefbook.errors import Problem, Severity
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.support import Assertion
from briefbook.language.en.common_words import is_common
from briefbook.language.en.name_forms import (
    Equivalents,
    Part,
    Vocabulary,
    equivalents_of,
    vocabulary,
)
from briefbook.language.en.names import FoundName, find_designations, find_names
from briefbook.language.en.stemmer import stem, words_of
from briefbook.model import Briefing
from briefbook.model.locations import within
from briefbook.sources.anchoring import fold
from briefbook.text import StatementType

_LANGUAGES = {"en": "English", "fr": "French", "de": "German", "es": "Spanish", "ru": "Russian"}
_SMALL = re.compile(r"\b[a-z]+\b")


class _Names:
    """What a briefing knows of names, worked out once for all its statements."""

    def __init__(self, resolved: ResolvedBriefing) -> None:
        self.briefing = briefing = resolved.briefing
        self.titles = {str(s.id): resolved.evidence.title_words(s) for s in briefing.sources}
        self.equivalents: Equivalents = equivalents_of(briefing.aliases)
        language = _LANGUAGES.get(briefing.lang.partition("-")[0], "")
        self.parties = self._vocabulary((briefing.title, language)) | Vocabulary(
            frozenset(f"country:{code}" for code in briefing.parties), frozenset(), frozenset()
        )
        self.small = _small_words(briefing)

    def _vocabulary(self, texts: tuple[str, ...]) -> Vocabulary:
        return vocabulary(texts, self.equivalents)

    def is_common(self, word: str) -> bool:
        """Tell whether a capitalised word at the start of a sentence needs no evidence."""
        if any(":" in part.key for part in self.equivalents.parts(word, words_of(word))):
            return False
        return is_common(word) or word.lower() in self.small

    def allowed(self, assertion: Assertion) -> Vocabulary:
        """Return what may bear an assertion's names."""
        own = self._vocabulary(assertion.supporting)
        used = {quote.source for quote in assertion.quotes}
        is_own_voice = assertion.kind in (StatementType.JUDGEMENT, StatementType.COMPUTED)
        for source in self.briefing.sources:
            if is_own_voice or source.id in used:
                own |= self._vocabulary((source.publisher, source.short))
            if is_own_voice:
                own |= self._vocabulary((self.titles[str(source.id)],))
        if is_own_voice:
            return own | self.parties
        # A quote is the shortest clause that bears the statement: a party may stand beside it.
        around = self._vocabulary(assertion.sentences)
        near = Vocabulary(
            self.parties.keys & around.keys, self.parties.stems & around.stems, frozenset()
        )
        return own | near

    def before(self, assertion: Assertion) -> str:
        """Return what the sources say before an assertion's quotes, as far as a pronoun reaches."""
        return " ".join(
            text_before(self.briefing.texts[quote.source], quote.anchor.start)
            for quote in assertion.quotes
            if quote.anchor and quote.source in self.briefing.texts
        )


def check_names(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a problem for each name that nothing bears."""
    briefing = resolved.briefing
    names = _Names(resolved)
    for assertion in resolved.assertions:
        allowed = names.allowed(assertion)
        for text in assertion.texts:
            found = {
                n: tuple(_missing(n, text, allowed, names))
                for n in find_names(text, names.is_common)
            }
            unsupported = {name: missing for name, missing in found.items() if missing}
            for name, missing in unsupported.items():
                problem = _problem(briefing, assertion, text, name, missing)
                is_alone = len(unsupported) == 1
                if problem.severity is Severity.ERROR and assertion.quotes:
                    severity = severity_of(
                        assertion, name, missing, names.before(assertion), is_alone=is_alone
                    )
                    if severity is Severity.ERROR and all(
                        part.key in names.parties.keys for part in missing
                    ):
                        severity = (
                            Severity.WARNING
                        )  # the quotes of a paper on a country often leave it unnamed
                    if (
                        severity is Severity.ERROR
                        and assertion.is_label
                        and len(missing) < len(name.words)
                    ):
                        severity = (
                            Severity.WARNING
                        )  # a voice in fuller words: “Members of Congress” for “Members”
                    problem = replace(problem, severity=severity)
                yield problem
            yield from _check_designations(assertion, text)


def _missing(name: FoundName, text: str, allowed: Vocabulary, names: _Names) -> Iterator[Part]:
    if any(stem(letters) in allowed.stems for letters in _initials(name)):
        return  # “Department of Energy” of “DOE”
    for part in names.equivalents.parts(text, name.words):
        if not allowed.supports(part):
            yield part


_FEWEST_LETTERS = 3


def _initials(name: FoundName) -> Iterator[str]:
    """Yield the letters that a name of several words may be known by, with and without its small words."""
    for pattern in (r"\b[A-Za-z]", r"\b[A-Z]"):
        letters = "".join(re.findall(pattern, name.text)).upper()
        if len(letters) >= _FEWEST_LETTERS:
            yield letters


def _problem(
    briefing: Briefing, assertion: Assertion, text: str, name: FoundName, missing: tuple[Part, ...]
) -> Problem:
    place = within(text, missing[0].start, assertion.place)
    words = " ".join(part.text for part in missing)
    whole = f" of “{name.text}”" if words != name.text else ""
    is_sure = name.is_sure or any(":" in part.key for part in missing)
    there = dict.fromkeys(
        found.text
        for supported in assertion.supporting
        for found in find_names(supported)
        if found.is_sure
    )
    near = nearest(words, there)
    message = f"{assertion.name}: nothing in its evidence supports the name “{words}”{whole}"
    if near:
        message += f": source says “{near[0]}”, statement says “{words}”"
    hint = f"the evidence names: {first_few(near)}" if near else "the evidence names nothing"
    if all(_is_in_sources(briefing, part.text) for part in missing):
        hint += "; it stands elsewhere in the sources: quote that passage, or correct the name"
    else:
        hint += "; correct it, or declare another spelling under `aliases:`"
    severity = Severity.ERROR if is_sure else Severity.WARNING
    return Problem(place, message, hint, "unsupported-name", assertion.statement, severity)


def _check_designations(assertion: Assertion, text: str) -> Iterator[Problem]:
    designations = find_designations(text)
    supported = " ".join(fold(words) for words in assertion.supporting) if designations else ""
    for word in designations:
        if (
            assertion.kind in (StatementType.REPORTED, StatementType.ATTRIBUTED)
            and fold(word) not in supported
        ):
            there = dict.fromkeys(
                w for words in assertion.supporting for w in find_designations(words)
            )
            message = f"{assertion.name}: nothing in its evidence supports “{word}”"
            hint = (
                f"the evidence has: {', '.join(there)}"
                if there
                else "quote the passage that has it"
            )
            place = within(text, text.find(word), assertion.place)
            yield Problem(place, message, hint, "unsupported-name", assertion.statement)


def _is_in_sources(briefing: Briefing, name: str) -> bool:
    pattern = re.compile(rf"\b{re.escape(name)}\b")
    return any(pattern.search(document.text) for _, document in briefing.documents)


def _small_words(briefing: Briefing) -> frozenset[str]:
    """Return every word that the sources write small: capitals elsewhere are their position's."""
    return frozenset(
        word for _, document in briefing.documents for word in _SMALL.findall(document.text)
    )
